#!/usr/bin/env python3
"""Asks the real iptables what it thinks of the rules in *.t: `unshare -n tests/extensions/against_iptables.py [FILE...]`.

Needs root and iptables-legacy 1.8.9; run it in a network namespace of its own, for it loads the rules. The columns are
explained in tests/core/tst_extensions.cpp. Prints each line that does not agree; exit code 1 when there are any.
"""
import pathlib
import subprocess
import sys


def saved_by_iptables(program, table, chain, rule):
    """What is printed back after "-A CHAIN", or None when the rule is refused."""
    text = f"*{table}\n-A {chain} {rule}\nCOMMIT\n"
    if subprocess.run([f"{program}-legacy-restore"], input=text, capture_output=True, text=True).returncode != 0:
        return None
    listing = subprocess.run([f"{program}-legacy-save", "-t", table], capture_output=True, text=True).stdout
    prefix = f"-A {chain} "
    return next((line[len(prefix):] for line in listing.splitlines() if line.startswith(prefix)), None)


def disagreements(path):
    program, table, chain = "iptables", "filter", "INPUT"
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if line in ("iptables", "ip6tables"):
            program = line
        elif line.startswith("*"):
            table = line[1:]
        elif line.startswith(":"):
            chain = line[1:]
        elif line and not line.startswith("#"):
            rule, saved, result = line.split(";")
            wanted = None if result == "FAIL" else rule if saved == "=" else saved
            found = saved_by_iptables(program, table, chain, rule)
            if found != wanted:
                yield f"{path.name}:{number}: {rule}\n  says   {wanted}\n  prints {found}"


def main():
    paths = [pathlib.Path(name) for name in sys.argv[1:]] or sorted(pathlib.Path(__file__).parent.glob("*.t"))
    found = [each for path in paths for each in disagreements(path)]
    print("\n".join(found) or "iptables agrees with every line")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
