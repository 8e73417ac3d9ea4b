#!/usr/bin/env python3
"""Asks the real iptables what it thinks of the rules in *.t: `unshare -n tests/extensions/against_iptables.py [FILE...]`.

With --own-tests it asks about tests/data/iptables_tests/extensions.t and prints where it differs, as iptables-1.8.9.t does.

Needs root and iptables-legacy 1.8.9; run it in a network namespace of its own, for it loads the rules. The columns are
explained in tests/core/tst_extensions.cpp. Prints each line that does not agree; exit code 1 when there are any.
"""
import pathlib
import re
import subprocess
import sys


def saved_by_iptables(program, table, chain, rule):
    """What is printed back after "-A CHAIN", or None when the rule is refused."""
    text = f"*{table}\n-A {chain} {rule}\nCOMMIT\n"
    if subprocess.run([f"{program}-legacy-restore"], input=text, capture_output=True, text=True).returncode != 0:
        return None
    listing = subprocess.run([f"{program}-legacy-save", "-t", table], capture_output=True, text=True).stdout
    prefix = f"-A {chain}"
    return next((line[len(prefix) + 1:] for line in listing.splitlines() if line.startswith(prefix)), None)


def disagreements(path):
    program, table, chain = "iptables", "filter", "INPUT"
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if line in ("iptables", "ip6tables"):
            program = line
        elif line.startswith("*"):
            table = line[1:]
        elif line.startswith(":"):
            chain = line[1:]
        elif line.startswith("%"):
            subprocess.run(["ipset", *line[1:].split()], check=True)
        elif line and not line.startswith("#"):
            rule, saved, result = line.split(";")
            wanted = None if result == "FAIL" else rule if saved == "=" else saved
            found = saved_by_iptables(program, table, chain, rule)
            if found != wanted:
                yield f"{path.name}:{number}: {rule}\n  says   {wanted}\n  prints {found}"


def own_tests():
    """(file, table, chains, rule, saved, accepted) of the tests of iptables itself, without those of other tools."""
    path = pathlib.Path(__file__).parent.parent / "data" / "iptables_tests" / "extensions.t"
    name, table, chains = "", "filter", []
    for line in path.read_text().splitlines():
        if line.startswith("### "):
            name, table, chains = line[4:], "filter", []
        elif line.startswith("*"):
            table = line[1:]
        elif line.startswith(":"):
            chains = line[1:].split(",")
        elif line and line[0] not in "#@%" and not re.search("libarpt_|libebt_", name):
            columns = line.split(";")
            yield name, table, chains, columns[0], columns[1] if columns[1] != "=" else columns[0], columns[2] == "OK"


def print_differences():
    last = None
    for name, table, chains, rule, wanted, accepted in own_tests():
        programs = {"libipt": ["iptables"], "libip6": ["ip6tables"]}.get(pathlib.Path(name).name[:6], ["iptables", "ip6tables"])
        found = {saved_by_iptables(program, table, chain, rule) for program in programs for chain in chains}
        if found == {wanted if accepted else None}:
            continue
        if name != last:
            print(f"\n### {name}")
        last = name
        for saved in found:
            print(f"{rule};;FAIL" if saved is None else f"{rule};{'=' if saved == rule else saved};OK")


def main():
    if sys.argv[1:] == ["--own-tests"]:
        print_differences()
        return 0
    paths = [pathlib.Path(name) for name in sys.argv[1:]] or sorted(pathlib.Path(__file__).parent.glob("*.t"))
    found = [each for path in paths for each in disagreements(path)]
    print("\n".join(found) or "iptables agrees with every line")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
