#!/usr/bin/env python3
"""
histories.py - connections that hang on earlier ones: what the kernel does beside what `natwalk-cli trials` does.

    histories.py --natwalk build/dev/bin/natwalk-cli [--verbose]

Session affinity (recent) and round robin (nth), as kube-proxy and people write them, with many clients; a list that is too
short for them; ports that run out; a client that keeps its port. Nothing is left to chance there: each client must come to the same
endpoints, as often, and move as often. Then the affinity's draws are held against the exact shares.
Needs root; exit code 77 where it may not ask.
"""
import argparse, collections, json, os, subprocess, sys, tempfile
import oracle as O
from conformance import why_not

SKIPPED = 77
HOST = {"interfaces": [{"name": "eth0", "addresses": ["192.168.1.10/24"], "routes": ["default via 192.168.1.1"]},
                       {"name": "eth1", "addresses": ["10.244.0.1/24"]}]}
FIRST = {"hook": "prerouting", "in": "eth0", "src": "192.168.1.20", "dst": "10.96.0.10", "proto": "tcp", "sport": 40000, "dport": 80}


def nat(*rules):
    return "*nat\n" + "".join(f"{rule}\n" for rule in rules) + "COMMIT\n"


def endpoint(n):
    return f"-j DNAT --to-destination 10.244.0.{n + 2}:8080"


def round_robin(count, protocol="tcp"):
    """Each endpoint in turn: one in n, then one in n - 1 of what is left..."""
    to = f"-A PREROUTING -p {protocol} --dport 80"
    return nat(*(f"{to} -m statistic --mode nth --every {count - n} --packet 0 {endpoint(n)}" for n in range(count - 1)), f"{to} {endpoint(count - 1)}")


def affinity(count, seconds, draws):
    """kube-proxy's chains for sessionAffinity: ClientIP; without draws new clients go round, so that nothing is chance."""
    chains = [f":KUBE-SEP-{n} - [0:0]" for n in range(count)]
    known = [f"-A KUBE-SVC -m recent --name KUBE-SEP-{n} --rcheck --seconds {seconds} --reap --rsource -j KUBE-SEP-{n}" for n in range(count)]
    pick = "random --probability %.11f" if draws else "nth --every %d --packet 0"
    choose = [f"-A KUBE-SVC -m statistic --mode {pick % (1 / (count - n) if draws else count - n)} -j KUBE-SEP-{n}" for n in range(count - 1)]
    ends = [f"-A KUBE-SEP-{n} -p tcp -m recent --name KUBE-SEP-{n} --set --rsource {endpoint(n)}" for n in range(count)]
    return nat(":KUBE-SVC - [0:0]", *chains, "-A PREROUTING -p tcp --dport 80 -j KUBE-SVC", *known, *choose,
               f"-A KUBE-SVC -j KUBE-SEP-{count - 1}", *ends)


SCARCE = nat(f"-A PREROUTING -p tcp --dport 80 {endpoint(0)}", "-A POSTROUTING -p tcp -o eth1 -j SNAT --to-source 10.244.0.1:5000-5015")

# name, rules, clients, connections, seconds between them, what else is said of them
CASES = [
    ("round robin over 2", round_robin(2), 1, 40, 0, {}),
    ("round robin over 5, three clients", round_robin(5), 3, 60, 0, {}),
    ("affinity, 7 clients over 3 endpoints", affinity(3, 10800, False), 7, 63, 0, {}),
    ("affinity that ends while a client is away", affinity(3, 1, False), 4, 16, 0.4, {}),
    ("more clients than a list remembers", affinity(2, 10800, False), 230, 690, 0, {}),
    ("more connections than ports", SCARCE, 5, 40, 0, {}),
    ("a client that keeps its port", round_robin(3, "udp"), 2, 12, 0, {"proto": "udp", "same port": True}),
]


def packets(clients, count, pause, said):
    made = []
    for n in range(count):
        port = 40000 + (0 if said.get("same port") else n // clients)
        made.append({**FIRST, "proto": said.get("proto", "tcp"), "id": f"p{n}", "src": f"192.168.1.{20 + n % clients}", "sport": port, "ct": "keep", **({"sleep": pause} if pause and n else {})})
    return made


def ask_kernel(rules, asked):
    lab = O.Oracle(rules, HOST, trace=False)
    answers = [lab.packet(packet, packet["id"]) for packet in asked]
    lab.close()
    return [end_of(answer) for answer in answers]


def end_of(answer):
    return f'{answer["result"]["dst"]}:{answer["result"]["dport"]}' if answer.get("result") else answer["verdict"]


def run_natwalk(program, rules, arguments):
    with tempfile.TemporaryDirectory() as folder:
        for name, content in (("rules", rules), ("host.json", json.dumps({**HOST, "packets": []}))):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(content)
        run = subprocess.run([program, *[a.replace("FOLDER", folder) for a in arguments]], capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        raise O.OracleError("natwalk gave no answer: " + run.stderr)
    return json.loads(run.stdout)


def trials(program, rules, asked, clients, count, pause, *more):
    words = ["--in", "eth0", "--src", asked[0]["src"], "--dst", FIRST["dst"], "--proto", asked[0]["proto"], "--sport", str(FIRST["sport"]), "--dport", str(FIRST["dport"])]
    pace = ["--pace", repr(1 / pause)] if pause else []
    pace += ["--same-port"] if asked[-1]["sport"] == asked[0]["sport"] else []
    return run_natwalk(program, rules, ["trials", "FOLDER/rules", "--host", "FOLDER/host.json", *words, "-n", str(count), "--clients", str(clients), *pace, "--json", *more])


def per_client(kernel, clients):
    """Which ends each client came to, and how often it moved."""
    told = []
    for client in range(clients):
        ends = kernel[client::clients]
        told.append((collections.Counter(ends), sum(a != b for a, b in zip(ends, ends[1:]))))
    return told


def differences(program, name, rules, clients, count, pause, said):
    asked = packets(clients, count, pause, said)
    kernel = O.in_child(ask_kernel, rules, asked)
    ours = trials(program, rules, asked, clients, count, pause, "--per-client", "--series")
    names = [outcome["endpoint"] or outcome["verdict"] for outcome in ours["outcomes"]]
    for client, ((ends, moves), told) in enumerate(zip(per_client(kernel, clients), ours["clients"])):
        got = collections.Counter({names[o["outcome"]]: o["count"] for o in told["outcomes"]})
        if got != ends or told["moves"] != moves:
            yield f"{name}, client {client}: kernel {dict(ends)} moves {moves}, natwalk {dict(got)} moves {told['moves']}"
    counts = collections.Counter(kernel)
    if {n: o["count"] for n, o in zip(names, ours["outcomes"]) if o["count"]} != counts:
        yield f"{name}: kernel {dict(counts)}, natwalk { {n: o['count'] for n, o in zip(names, ours['outcomes'])} }"
    last = run_last(program, rules, asked, clients, count, pause)
    if last != kernel[-1]:
        yield f"{name}: connection {count - 1} ends at {kernel[-1]} in the kernel, at {last} where natwalk replays it"


def run_last(program, rules, asked, clients, count, pause):
    return end_of(trials(program, rules, asked, clients, count, pause, "--trace-trial", str(count - 1)))


def affinity_as_often(program):
    """Clients that come three times each: the draws of their first connections beside the exact shares."""
    count, clients = 3, 600
    rules = affinity(count, 10800, True)
    asked = [{**FIRST, "id": f"p{n}", "src": f"192.168.{2 + n // 3 // 200}.{1 + n // 3 % 200}", "sport": 40000 + n % 3, "ct": "keep"} for n in range(3 * clients)]
    kernel = O.in_child(ask_kernel, rules, asked)
    stayed = sum(len(set(kernel[3 * c:3 * c + 3])) == 1 for c in range(clients))
    counts = collections.Counter(kernel[0::3])
    chi_square = sum((n - clients / count) ** 2 / (clients / count) for n in counts.values())
    print(f"affinity: {stayed} of {clients} clients stay, chi-square of their first draws {chi_square:.2f} with 2 degrees of freedom")
    if stayed != clients or len(counts) != count:
        yield f"affinity: {clients - stayed} of {clients} clients moved in the kernel"
    if chi_square > 18.4:       # chance exceeds it once in 10,000
        yield f"affinity: the kernel's first draws are {dict(counts)}"
    ours = trials(program, rules, asked, 100, 300, 0, "--per-client")
    if any(len(client["outcomes"]) != 1 for client in ours["clients"]):
        yield "affinity: natwalk's clients move"


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--natwalk", required=True)
    ap.add_argument("--verbose", action="store_true")
    a = ap.parse_args()
    reason = why_not()
    if reason:
        print("SKIP: " + reason)
        return SKIPPED
    bad, connections = [], 0
    for name, rules, clients, count, pause, said in CASES:
        found = list(differences(a.natwalk, name, rules, clients, count, pause, said))
        connections += count
        if a.verbose:
            print(name, "differs" if found else "agrees")
        bad += found
    bad += list(affinity_as_often(a.natwalk))
    print("\n".join(bad))
    print(f"{len(CASES)} histories, {connections} connections: {len(bad)} disagreements")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
