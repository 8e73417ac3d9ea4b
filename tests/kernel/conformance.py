#!/usr/bin/env python3
"""
natwalk against the real kernel: random rulesets, hosts and packets, put to both.

    conformance.py --natwalk PATH [--packets 2000] [--seed 1] [--flavour legacy|nft]      random rulesets
    conformance.py --natwalk PATH --cases                                                  the named cases of cases.py
    conformance.py --natwalk PATH --dumps FILE... | --kube N                                packets for dumps, or for a cluster's rules

Each round loads one ruleset in a network namespace of its own, sends packets there, replays the same in natwalk with the
kernel's random choices (`course`), and compares verdict, device, packet, mark, trace, connection and the host's answers.
A disagreement is shrunk to few rules and packets and kept as a case in --found. Exit code 1 when there is one.
Needs root, /dev/net/tun, iptables; it says SKIP and leaves with 77 where they are missing.
"""
import argparse, json, os, re, shutil, subprocess, sys, tempfile, time

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, here)
import cases, compare, gen_kube, generate, invent, oracle as O

PER_ROUND = 25
KEEP = ("hook", "in", "packet", "verdict", "out", "result", "mark", "trace", "ct", "secondary", "reject", "icmp_error", "drop", "error")


def why_not():
    if os.geteuid() != 0:
        return "not root"
    if not os.path.exists("/dev/net/tun"):
        return "no /dev/net/tun"
    if not shutil.which("iptables-legacy-restore"):
        return "no iptables-legacy-restore"
    try:
        O.in_child(O.enter_private_netns)
    except O.OracleError as e:
        return "no network namespace: " + str(e).splitlines()[0]
    return None


def ask_kernel(rules, scenario, flavour, maker=None, count=0):
    """The kernel's answers; with a maker, packets are made on the way and added to the scenario."""
    def run():
        packets, answers, emitted = list(scenario.get("packets", [])), [], {}
        try:
            # Raw sockets for every protocol that may come, so that the host knows them all.
            known = dict(scenario, packets=packets + [{"proto": "47"}])
            oracle = O.Oracle(rules, known, flavour)
        except O.OracleError as e:
            return [{"error": str(e)}], packets
        for step in range(count if maker else len(packets)):
            packet = maker.next(emitted) if maker else packets[step]
            packet.setdefault("id", "p%d" % step)
            try:
                answer = oracle.packet(packet, packet["id"])
            except O.OracleError as e:       # a reply to something that cannot be answered
                if maker:
                    continue
                answer = {"skipped": str(e)}
            if maker:
                packets.append(packet)
            if answer.get("verdict") in ("forwarded", "sent", "delivered") and not answer.get("copies") and answer["result"]["dst"] != generate.BROADCAST:
                emitted[packet["id"]] = not any(k in packet for k in ("reply_to", "followup_of", "icmp_error_for"))
            answers.append({k: answer[k] for k in KEEP if k in answer})
        oracle.close()
        return answers, packets
    answers, packets = O.in_child(run)
    scenario["packets"] = packets
    return answers


def course_of(answer):
    traces = [answer.get("trace") or []] + [s.get("trace") or [] for s in answer.get("secondary") or []]
    return [[e["table"], e["chain"], e["num"]] for t in traces for e in t if e.get("type") == "rule" and "table" in e]


def ports_of(answer):
    """The ports that nat chose, as the entry tells: natwalk takes them where it would draw."""
    result = answer.get("result") or {}
    sent = {"dport": result.get("sport"), "sport": result.get("dport"), "icmp_id": result.get("icmp_id")}
    reply = (answer.get("ct") or {}).get("reply", sent)
    return {k: v for k, v in (("source", reply.get("dport", reply.get("icmp_id"))), ("destination", reply.get("sport"))) if v is not None}


def ask_natwalk(natwalk, rules, scenario, answers):
    put = dict(scenario, packets=[dict(p, course=course_of(a), ports=ports_of(a)) for p, a in zip(scenario["packets"], answers)])
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, n) for n in ("ruleset.save", "scenario.json")]
        for path, text in zip(paths, (rules, json.dumps(put))):
            with open(path, "w") as f:
                f.write(text)
        ran = subprocess.run([natwalk, "replay"] + paths, capture_output=True, text=True)
    ours = [json.loads(line) for line in ran.stdout.splitlines() if line.startswith("{")]
    if len(ours) != len(answers):
        raise RuntimeError("natwalk answered %d of %d packets: %s" % (len(ours), len(answers), ran.stderr[:2000]))
    return ours


def disagreements(natwalk, rules, scenario, answers):
    """([(packet id, differences)], how many packets natwalk doubted)"""
    found, doubted = [], 0
    for packet, kernel, mine in zip(scenario["packets"], answers, ask_natwalk(natwalk, rules, scenario, answers)):
        if "skipped" in kernel:
            continue
        if mine.get("doubts"):
            doubted += 1
            continue
        differ = compare.differences(kernel, mine)
        if differ:
            found.append((packet["id"], differ))
    return found, doubted


def is_refused(answers):
    return len(answers) == 1 and "error" in answers[0]


# -- shrinking

def without_rule(rules, index):
    lines = rules.splitlines()
    at = [i for i, line in enumerate(lines) if line.startswith("-A")]
    return "\n".join(l for i, l in enumerate(lines) if i != at[index]) + "\n"


def without_packet(scenario, index):
    packets = scenario["packets"]
    gone = {packets[index]["id"]}
    kept = []
    for p in packets[:index] + packets[index + 1:]:
        if any(p.get(k) in gone for k in ("reply_to", "followup_of", "icmp_error_for")):
            gone.add(p["id"])
        else:
            kept.append(p)
    return dict(scenario, packets=kept)


def still_differs(natwalk, rules, scenario, flavour):
    try:
        scenario = json.loads(json.dumps(scenario))
        answers = ask_kernel(rules, scenario, flavour)
        return not is_refused(answers) and bool(disagreements(natwalk, rules, scenario, answers)[0])
    except (O.OracleError, RuntimeError):
        return False


def shrink(natwalk, rules, scenario, flavour, seconds=60):
    until = time.monotonic() + seconds
    last, _ = disagreements(natwalk, rules, scenario, ask_kernel(rules, scenario, flavour))
    if last:
        ids = [p["id"] for p in scenario["packets"]]
        scenario = dict(scenario, packets=scenario["packets"][:ids.index(last[0][0]) + 1])
    changed = True
    while changed and time.monotonic() < until:
        changed = False
        for i in reversed(range(len(scenario["packets"]) - 1)):
            smaller = without_packet(scenario, i) if i < len(scenario["packets"]) else None
            if smaller and smaller["packets"] and still_differs(natwalk, rules, smaller, flavour):
                scenario, changed = smaller, True
        for i in reversed(range(rules.count("\n-A"))):
            if time.monotonic() > until:
                break
            if still_differs(natwalk, without_rule(rules, i), scenario, flavour):
                rules, changed = without_rule(rules, i), True
    return rules, scenario


def keep_case(folder, name, rules, scenario, flavour):
    answers = ask_kernel(rules, scenario, flavour)
    os.makedirs(folder, exist_ok=True)
    base = os.path.join(folder, name)
    with open(base + ".rules", "w") as f:
        f.write(rules)
    with open(base + ".json", "w") as f:
        json.dump(scenario, f, indent=1)
    with open(base + "." + flavour + ".jsonl", "w") as f:
        f.writelines(json.dumps(a) + "\n" for a in answers)


# -- rounds: (name, rules, scenario, maker, packets to make)

def random_rounds(seed, draws):
    while True:
        maker = generate.Maker(seed, draws)
        yield "seed-%d" % seed, maker.ruleset(), maker.host(), maker, PER_ROUND
        seed += 1


def dump_rounds(texts, seed):
    """Every ruleset in turn, again and again with other packets. [(name, rules)]"""
    while True:
        for name, text in texts:
            maker = invent.Inventor(text, seed)
            yield "%s-%d" % (name, seed), text, maker.host(), maker, 2 * PER_ROUND
        seed += 1


def case_rounds():
    for name, rules, scenario in cases.scenarios():
        yield re.sub(r"\W+", "-", name), rules, scenario, None, 0


def rounds_of(a):
    if a.cases:
        return case_rounds()
    if a.kube:
        texts = [("kube-%s" % k, gen_kube.generate(gen_kube.services(a.kube, 3, k, a.seed), "save")) for k in ("mix", "plain")]
        return dump_rounds(texts, a.seed)
    if a.dumps:
        return dump_rounds([(os.path.basename(f), open(f, errors="replace").read()) for f in a.dumps], a.seed)
    return random_rounds(a.seed, not a.no_draws)


def frequencies(natwalk, count):
    """Whether the kernel draws as often as natwalk computes: chi-square of `count` new connections to three endpoints."""
    rules = cases.rules_of({"nat": cases.THREE_ENDPOINTS})
    packet = dict(cases.outside("10.96.0.10"), id="p", ct="fresh")
    scenario = {"interfaces": cases.HOST, "packets": [dict(packet, id="p%d" % n, sport=1024 + n) for n in range(count)]}
    counts = {}
    for answer in ask_kernel(rules, scenario, "legacy"):
        counts[answer["result"]["dst"]] = counts.get(answer["result"]["dst"], 0) + 1
    with tempfile.NamedTemporaryFile("w", suffix=".save") as f:
        f.write(rules)
        f.flush()
        words = ["--in", "eth0", "--src", packet["src"], "--dst", packet["dst"], "--dport", "80"]
        said = json.loads(subprocess.run([natwalk, "distribution", f.name, "--json"] + words, capture_output=True, text=True).stdout)
    shares = {o["endpoint"].split(":")[0]: o["probability"] for o in said["outcomes"]}
    chi_square = sum((counts.get(e, 0) - count * p) ** 2 / (count * p) for e, p in shares.items())
    print("%s of %d, natwalk's shares %s: chi-square %.2f with 2 degrees of freedom" % (counts, count, shares, chi_square))
    return 0 if set(counts) == set(shares) and chi_square < 20 else 1     # 20: once in 22,000 runs


def describe(found):
    return "\n".join("    %s: %s" % (pid, "; ".join("%s kernel %r natwalk %r" % d for d in differ[:3])) for pid, differ in found[:3])


class Tally:
    def __init__(self):
        self.rulesets = self.refused = self.packets = self.doubted = self.bad = self.bad_packets = 0
        self.begun = time.monotonic()

    def sentence(self, what):
        return ("%d packets over %d rulesets (%d refused by the kernel, %d packets doubted and left out), %s: %d packets disagree in %d rulesets, %.0f s"
                % (self.packets, self.rulesets, self.refused, self.doubted, what, self.bad_packets, self.bad, time.monotonic() - self.begun))


def run_round(a, tally, name, rules, scenario, maker, count):
    answers = ask_kernel(rules, scenario, a.flavour, maker, count)
    tally.rulesets += 1
    if is_refused(answers):
        tally.refused += 1
        return
    found, doubted = disagreements(a.natwalk, rules, scenario, answers)
    tally.packets += len(answers) - doubted
    tally.doubted += doubted
    if not found:
        return
    tally.bad += 1
    tally.bad_packets += len(found)
    print("%s: %d of %d packets disagree\n%s" % (name, len(found), len(answers), describe(found)), flush=True)
    if not a.no_shrink:
        rules, scenario = shrink(a.natwalk, rules, scenario, a.flavour)
        keep_case(a.found, name, rules, scenario, a.flavour)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--natwalk", required=True, help="the program natwalk-cli")
    ap.add_argument("--packets", type=int, default=2000)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--flavour", choices=["legacy", "nft"], default="legacy")
    ap.add_argument("--cases", action="store_true", help="the named cases instead of random rulesets")
    ap.add_argument("--dumps", nargs="+", metavar="FILE", help="packets for these dumps instead of random rulesets")
    ap.add_argument("--kube", type=int, metavar="N", help="packets for a cluster of N services instead of random rulesets")
    ap.add_argument("--frequencies", type=int, metavar="N", help="compare the kernel's draws in N connections with the exact shares")
    ap.add_argument("--found", default=os.path.join(here, "found"), help="where shrunk disagreements are kept")
    ap.add_argument("--stop-after", type=int, default=5, help="disagreeing rulesets")
    ap.add_argument("--no-draws", action="store_true", help="no random matches: the same packets at every run")
    ap.add_argument("--no-shrink", action="store_true")
    a = ap.parse_args()
    reason = why_not()
    if reason:
        print("SKIP: " + reason)
        return 77
    if a.frequencies:
        return frequencies(a.natwalk, a.frequencies)
    tally = Tally()
    for number, (name, rules, scenario, maker, count) in enumerate(rounds_of(a)):
        if tally.bad >= a.stop_after or (not a.cases and (tally.packets >= a.packets or number > 10 * a.packets)):
            break
        run_round(a, tally, name, rules, scenario, maker, count)
    print(tally.sentence("%s, from seed %d" % (a.flavour, a.seed)))
    return 1 if tally.bad else 0


if __name__ == "__main__":
    sys.exit(main())
