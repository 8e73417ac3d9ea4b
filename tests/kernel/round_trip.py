#!/usr/bin/env python3
"""
round_trip.py - what natwalk prints of a dump beside what iptables-save prints after the kernel loaded it.

    round_trip.py --natwalk build/dev/bin/natwalk-cli [DUMP...]      (all of tests/data/corpus when none is named)

Each dump is loaded into a network namespace of its own, by iptables-legacy-restore (ip6tables for IPv6), with the ipsets
that it names made empty before. Dumps that the kernel tools refuse are counted, not compared. Needs root; exit code 77
where it may not ask.
"""
import argparse, ctypes, glob, gzip, os, re, shutil, subprocess, sys

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "corpus")
CLONE_NEWNET = 0x40000000
SKIPPED = 77


def why_not():
    if os.geteuid() != 0:
        return "the kernel answers root only"
    for tool in ("iptables-legacy-restore", "iptables-legacy-save", "ip6tables-legacy-restore", "ipset"):
        if shutil.which(tool) is None:
            return f"{tool} is not here"
    return None


def text_of(path):
    data = open(path, "rb").read()
    return gzip.decompress(data) if path.endswith(".gz") else data


def sets_of(text):
    """Names of ipsets and how many parts an entry has, as the rules use them."""
    found = re.findall(rb"--(?:match-set|add-set|del-set) (?:\"([^\"]+)\"|(\S+)) (\S+)", text)
    return {(quoted or bare): len(sides.split(b",")) for quoted, bare, sides in found}


def make_sets(text, ipv6):
    kinds = {1: "hash:ip", 2: "hash:ip,port", 3: "hash:ip,port,ip"}
    for name, parts in sets_of(text).items():
        subprocess.run(["ipset", "create", name, kinds.get(parts, kinds[1]), "family", "inet6" if ipv6 else "inet"],
                       stderr=subprocess.DEVNULL, check=False)


def in_namespace(work):
    """Does something in a child that has a network namespace of its own; the namespace goes with the child."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        libc = ctypes.CDLL(None, use_errno=True)
        answer = b"!unshare" if libc.unshare(CLONE_NEWNET) != 0 else work()
        with os.fdopen(writer, "wb") as out:
            out.write(answer)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as read:
        answer = read.read()
    os.waitpid(child, 0)
    return answer


def loaded(text, ipv6):
    """What iptables-save prints after a real load; nothing when the tools refuse the text."""
    tool = "ip6tables-legacy" if ipv6 else "iptables-legacy"

    def work():
        make_sets(text, ipv6)
        restored = subprocess.run([f"{tool}-restore", "-c"], input=text, capture_output=True, check=False)
        if restored.returncode != 0:
            return b"!" + restored.stderr
        return subprocess.run([f"{tool}-save", "-c"], capture_output=True, check=False).stdout

    answer = in_namespace(work)
    return None if answer.startswith(b"!") else answer


def tables_of(text, with_counters):
    """{table: (chain lines, rule lines in order)}; counters of rules only where the dump had them."""
    tables = {}
    for line in text.decode("utf-8", "surrogateescape").split("\n"):
        if line.startswith("*"):
            chains, rules = tables.setdefault(line[1:], (set(), {}))
        elif line.startswith(":"):
            chains.add(" ".join(line.split()[:2]))
        elif line.startswith(("-A", "[")):
            rule = line if with_counters else re.sub(r"^\[\d+:\d+\] ", "", line)
            rules.setdefault(re.search(r"-A (\"[^\"]*\"|\S+)", rule).group(1), []).append(rule)
        elif line and not line.startswith(("#", "COMMIT")):
            last = list(rules.values())[-1]  # a comment with a line break
            last[-1] += "\n" + line
    return tables


def differences(kernel, ours):
    for table in sorted(set(kernel) | set(ours)):
        k_chains, k_rules = kernel.get(table, (set(), {}))
        n_chains, n_rules = ours.get(table, (set(), {}))
        for chain in sorted(k_chains ^ n_chains):
            yield f"{table}: {'kernel' if chain in k_chains else 'natwalk'} alone has {chain}"
        for chain in sorted(set(k_rules) | set(n_rules)):
            for k, n in pairs(k_rules.get(chain, []), n_rules.get(chain, [])):
                if k != n:
                    yield f"{table}:\n    kernel  {k}\n    natwalk {n}"


def pairs(a, b):
    length = max(len(a), len(b))
    return zip(a + [None] * (length - len(a)), b + [None] * (length - len(b)))


def is_ipv6(natwalk, path):
    printed = subprocess.run([natwalk, "check", "--json", path], capture_output=True, text=True, check=False).stdout
    return '"family": "ipv6"' in printed


def compare(natwalk, path):
    """None: refused by the kernel's tools; else the differences."""
    text = text_of(path)
    kernel = loaded(text, is_ipv6(natwalk, path))
    if kernel is None:
        return None
    printed = subprocess.run([natwalk, "print", path], capture_output=True, check=False).stdout
    counters = re.search(rb"^\[\d+:\d+\] -A", printed, re.M) is not None
    return list(differences(tables_of(kernel, counters), tables_of(printed, counters)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[1])
    parser.add_argument("--natwalk", required=True)
    parser.add_argument("dumps", nargs="*")
    a = parser.parse_args()
    reason = why_not()
    if reason is None and in_namespace(lambda: b"") == b"!unshare":
        reason = "no namespace can be made here"
    if reason is not None:
        print(f"SKIP: {reason}")
        return SKIPPED
    dumps = a.dumps or sorted(glob.glob(os.path.join(FOLDER, "*.rules*")))
    same = refused = different = 0
    for path in dumps:
        found = compare(a.natwalk, path)
        if found is None:
            refused += 1
        elif not found:
            same += 1
        else:
            different += 1
            print(f"{os.path.basename(path)}: {len(found)} differences")
            for difference in found[:5]:
                print("  " + difference)
    print(f"{same} dumps printed as iptables-save prints them, {different} otherwise; {refused} that the kernel's tools refuse")
    return 1 if different or same == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
