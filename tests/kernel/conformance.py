#!/usr/bin/env python3
"""
natwalk against the real kernel: random rulesets, hosts and packets, put to both.

    conformance.py --natwalk PATH [--packets 2000] [--seed 1] [--flavour legacy|nft] [--dump FILE...] [--kube N]

Each round loads one ruleset in a network namespace of its own, sends packets there, replays the same in natwalk with the
kernel's random choices (`course`), and compares verdict, device, packet, mark, trace, connection and the host's answers.
A disagreement is shrunk to few rules and packets and kept as a case in --found. Exit code 1 when there is one.
Needs root, /dev/net/tun, iptables; it says SKIP and leaves with 77 where they are missing.
"""
import argparse, json, os, re, shutil, subprocess, sys, tempfile, time

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, here)
import compare, generate, oracle as O

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
            oracle = O.Oracle(rules, scenario, flavour)
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
            if answer.get("verdict") in ("forwarded", "sent", "delivered") and not answer.get("copies"):
                emitted[packet["id"]] = answer["verdict"]
            answers.append({k: answer[k] for k in KEEP if k in answer})
        oracle.close()
        return answers, packets
    answers, packets = O.in_child(run)
    scenario["packets"] = packets
    return answers


def course_of(answer):
    traces = [answer.get("trace") or []] + [s.get("trace") or [] for s in answer.get("secondary") or []]
    return [[e["table"], e["chain"], e["num"]] for t in traces for e in t if e.get("type") == "rule" and "table" in e]


def ask_natwalk(natwalk, rules, scenario, answers):
    put = dict(scenario, packets=[dict(p, course=course_of(a)) for p, a in zip(scenario["packets"], answers)])
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
    ours = ask_natwalk(natwalk, rules, scenario, answers)
    found = []
    for packet, kernel, mine in zip(scenario["packets"], answers, ours):
        if "skipped" in kernel:
            continue
        differ = compare.differences(kernel, mine)
        if differ:
            found.append((packet["id"], differ))
    return found


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
        return not is_refused(answers) and bool(disagreements(natwalk, rules, scenario, answers))
    except (O.OracleError, RuntimeError):
        return False


def shrink(natwalk, rules, scenario, flavour, seconds=60):
    until = time.monotonic() + seconds
    last = disagreements(natwalk, rules, scenario, ask_kernel(rules, scenario, flavour))
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


# -- rounds

def random_round(seed, packets):
    maker = generate.Maker(seed)
    return maker.ruleset(), maker.host(), maker, packets


def describe(found):
    return "\n".join("    %s: %s" % (pid, "; ".join("%s kernel %r natwalk %r" % d for d in differ[:3])) for pid, differ in found[:3])


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--natwalk", required=True, help="the program natwalk-cli")
    ap.add_argument("--packets", type=int, default=2000)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--flavour", choices=["legacy", "nft"], default="legacy")
    ap.add_argument("--found", default=os.path.join(here, "found"), help="where shrunk disagreements are kept")
    ap.add_argument("--stop-after", type=int, default=5, help="disagreeing rulesets")
    ap.add_argument("--no-shrink", action="store_true")
    a = ap.parse_args()
    reason = why_not()
    if reason:
        print("SKIP: " + reason)
        return 77
    begun, packets, rounds, refused, bad, seed = time.monotonic(), 0, 0, 0, 0, a.seed
    while packets < a.packets and bad < a.stop_after:
        rules, scenario, maker, count = random_round(seed, min(PER_ROUND, a.packets - packets))
        answers = ask_kernel(rules, scenario, a.flavour, maker, count)
        rounds += 1
        if is_refused(answers):
            refused += 1
        else:
            found = disagreements(a.natwalk, rules, scenario, answers)
            packets += len(answers)
            if found:
                bad += 1
                print("seed %d: %d of %d packets disagree\n%s" % (seed, len(found), len(answers), describe(found)), flush=True)
                if not a.no_shrink:
                    rules, scenario = shrink(a.natwalk, rules, scenario, a.flavour)
                    keep_case(a.found, "seed-%d" % seed, rules, scenario, a.flavour)
        seed += 1
    print("%d packets, %d rulesets (%d refused by the kernel), seeds %d to %d, %s: %d disagree, %.0f s"
          % (packets, rounds, refused, a.seed, seed - 1, a.flavour, bad, time.monotonic() - begun))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
