#!/usr/bin/env python3
"""
both_back_ends.py - rules of iptables-legacy and of iptables-nft on one host: what the kernel does beside what natwalk does.

    both_back_ends.py --natwalk build/dev/bin/natwalk-cli [--verbose]

Each case is loaded in both orders, in a network namespace of its own; the kernel asks first what was loaded last. For
every packet the two agree on verdict, device, addresses and ports, and on the rules that matched (the kernel's by their
counters). Needs root; exit code 77 where it may not ask.
"""
import argparse, collections, json, os, re, subprocess, sys, tempfile
import oracle as O

SKIPPED = 77
HOST = {"interfaces": [{"name": "eth0", "addresses": ["192.168.1.10/24"], "routes": ["default via 192.168.1.1"]},
                       {"name": "eth1", "addresses": ["10.244.0.1/24"]}],
        "routes": ["default via 192.168.1.1 table 100"], "ip_rules": ["fwmark 7 table 100"],
        "listen": [{"proto": "udp", "port": 1000}, {"proto": "udp", "port": 1001}, {"proto": "udp", "port": 1002}]}
PACKETS = [{"id": name, "proto": "udp", "sport": 40000, "dport": 1000, **packet} for name, packet in {
    "forwarded": {"hook": "prerouting", "in": "eth0", "src": "192.168.1.50", "dst": "10.244.0.9"},
    "to this host": {"hook": "prerouting", "in": "eth0", "src": "192.168.1.50", "dst": "192.168.1.10"},
    "from this host": {"hook": "output", "src": "192.168.1.10", "dst": "10.244.0.9"}}.items()]


def table(name, *rules):
    return f"*{name}\n" + "".join(f"{rule}\n" for rule in rules) + "COMMIT\n"


def nat(port, chains=("PREROUTING", "OUTPUT")):
    return table("nat", *(f"-A {chain} -p udp --dport 1000 -j DNAT --to-destination :{port}" for chain in chains))


def snat(address):
    return table("nat", f"-A POSTROUTING -p udp -o eth1 -j SNAT --to-source {address}",
                 f"-A INPUT -p udp -j SNAT --to-source {address}")


def marks(own, other):
    rules = [f"-A {chain} {what}" for chain in ("PREROUTING", "OUTPUT")
             for what in (f"-m mark --mark {other} -j LOG", f"-j MARK --set-mark {own}")]
    return table("mangle", *rules)


ACCEPTS = table("nat", "-A PREROUTING -p udp -j ACCEPT", "-A OUTPUT -p udp -j ACCEPT", "-A POSTROUTING -j ACCEPT")
CASES = [  # name, rules of legacy, rules of nft
    ("both translate the destination", nat(1001), nat(1002)),
    ("both translate the source", snat("10.244.0.101"), snat("10.244.0.102")),
    ("one accepts what the other translates", ACCEPTS, nat(1002)),
    ("one translates what the other accepts", nat(1001), ACCEPTS),
    ("destination by one, source by the other", nat(1001), snat("10.244.0.102")),
    ("both mark", marks(1, 2), marks(2, 1)),
    ("one drops", table("filter", "-A INPUT -j ACCEPT", "-A FORWARD -j ACCEPT", "-A OUTPUT -j ACCEPT"),
     table("filter", "-A INPUT -p udp -j DROP", "-A FORWARD -p udp -j DROP", "-A OUTPUT -p udp -j DROP")),
    ("the policy of one drops", table("filter", ":FORWARD DROP [0:0]", "-A FORWARD -p tcp -j ACCEPT"),
     table("filter", "-A FORWARD -j ACCEPT", "-A INPUT -j ACCEPT")),
    ("security of legacy before nat, of nft behind it",
     table("security", "-A INPUT -s 192.168.1.50 -j LOG", "-A INPUT -s 10.244.0.101 -j LOG") + snat("10.244.0.101"),
     table("security", "-A INPUT -s 192.168.1.50 -j LOG", "-A INPUT -s 10.244.0.101 -j LOG") + table("nat", "-A INPUT -p tcp -j LOG")),
    ("one tracks not", table("raw", "-A PREROUTING -p udp -j CT --notrack"), nat(1002)),
    ("a mark of one routes for the other", table("mangle", "-A OUTPUT -p udp -j MARK --set-mark 7"),
     table("mangle", "-A OUTPUT -m mark --mark 7 -j LOG", "-A POSTROUTING -o eth0 -j LOG")),
]


class BothLoaded(O.Oracle):
    """A laboratory whose rules are [(back end, text)...], loaded in this order."""

    def _load(self, text):
        for back_end, rules in text:
            self.run([f"iptables-{back_end}-restore"], inp=rules)
        # As in the other laboratory: an unreferenced chain switches connection tracking on.
        self.run(["iptables-legacy", "-w", "-t", "raw", "-N", "ORACLE-CT"])
        self.run(["iptables-legacy", "-w", "-t", "raw", "-A", "ORACLE-CT", "-m", "conntrack", "--ctstate", "NEW"])
        self.saved, self.zones, self.had_raw, self.raw_shift = {}, [0], True, {}
        return 0

    def matched(self):
        """How often each rule matched so far: {(back end, table, chain, number): packets}."""
        counts = collections.Counter()
        for back_end in ("legacy", "nft"):
            name, numbers = "", collections.Counter()
            for line in self.run([f"iptables-{back_end}-save", "-c"]).stdout.splitlines():
                if line.startswith("*"):
                    name, numbers = line[1:], collections.Counter()
                elif rule := re.match(r"\[(\d+):\d+\] -A (\S+)", line):
                    numbers[rule[2]] += 1
                    counts[back_end, name, rule[2], numbers[rule[2]]] = int(rule[1])
        return counts


def ask_kernel(loaded):
    lab = BothLoaded(loaded, HOST, trace=False)
    answers = []
    for packet in PACKETS:
        before = lab.matched()
        answer = lab.packet(packet, packet["id"])
        now = lab.matched()
        answer["rules"] = sorted(rule for rule in now if now[rule] > before[rule] and rule[2] != "ORACLE-CT")
        answers.append(answer)
    lab.close()
    return answers


def ask_natwalk(program, legacy, nft, first):
    text = (f"# Generated by iptables-save v1.8.9\n{legacy}# Completed\n"
            f"# Generated by iptables-save v1.8.9 (nf_tables)\n{nft}# Completed\n")
    scenario = {**HOST, "first_back_end": first, "packets": PACKETS}
    with tempfile.TemporaryDirectory() as folder:
        for name, content in (("rules", text), ("scenario.json", json.dumps(scenario))):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(content)
        run = subprocess.run([program, "replay", os.path.join(folder, "rules"), os.path.join(folder, "scenario.json")],
                             capture_output=True, text=True, check=False)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    if len(answers) != len(PACKETS):
        raise O.OracleError("natwalk gave no answer: " + run.stderr)
    for answer in answers:
        answer["rules"] = sorted((event["back_end"], event["table"], event["chain"], event["num"])
                                 for event in answer["trace"] if event["type"] == "rule")
    return answers


def essence(answer):
    result = answer.get("result") or {}
    ends = {key: result.get(key) for key in ("src", "dst", "sport", "dport")} if answer["verdict"] != "dropped" else {}
    return {"verdict": answer["verdict"], "out": answer.get("out"), **ends, "rules": [list(rule) for rule in answer["rules"]]}


def why_not():
    if os.geteuid() != 0:
        return "the kernel answers root only"
    for tool in ("iptables-legacy-restore", "iptables-nft-restore", "ip"):
        if subprocess.run(["which", tool], capture_output=True, check=False).returncode != 0:
            return f"{tool} is not here"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[1])
    parser.add_argument("--natwalk", required=True)
    parser.add_argument("--verbose", action="store_true")
    a = parser.parse_args()
    if reason := why_not():
        print(f"SKIP: {reason}")
        return SKIPPED
    same = different = 0
    for name, legacy, nft in CASES:
        for order in ([("legacy", legacy), ("nft", nft)], [("nft", nft), ("legacy", legacy)]):
            try:
                kernel = O.in_child(ask_kernel, order)
            except O.OracleError as error:
                if "unshare" in str(error) or "tun" in str(error):
                    print(f"SKIP: {error}")
                    return SKIPPED
                raise
            ours = ask_natwalk(a.natwalk, legacy, nft, order[-1][0])
            for packet, k, n in zip(PACKETS, kernel, ours):
                agree = essence(k) == essence(n)
                same, different = same + agree, different + (not agree)
                if not agree or a.verbose:
                    print(f"{name}, {order[-1][0]} first, {packet['id']}:\n  kernel  {essence(k)}\n  natwalk {essence(n)}")
    print(f"{same} packets alike, {different} otherwise; {len(CASES)} pairs of rulesets, each loaded in both orders")
    return 1 if different or not same else 0


if __name__ == "__main__":
    sys.exit(main())
