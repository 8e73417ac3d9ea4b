#!/usr/bin/env python3
"""
Asks iptables-restore, legacy and nf_tables, what it says to each input of probes.tsv, and writes its answers beside it.

Needs root; touches no rules of the host, for each input is loaded in a network namespace of its own.
"""
import os, re, subprocess

PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "probes.tsv")


def ask(flavour, text):
    command = ["unshare", "-n", "iptables-%s-restore" % flavour]
    done = subprocess.run(command, input=text.encode(), capture_output=True)
    said = done.stderr.decode(errors="replace").split("Try `")[0]
    words = " / ".join(line.strip() for line in re.split(r"[\r\n]+", said) if line.strip())
    return str(done.returncode), words


with open(PATH) as f:
    head, *rows = [line.rstrip("\n").split("\t")[:2] for line in f]
with open(PATH, "w") as f:
    print(*head, "legacy", "legacy_says", "nft", "nft_says", sep="\t", file=f)
    for name, probe in rows:
        text = probe.replace("\\n", "\n").replace("\\r", "\r")
        print(name, probe, *ask("legacy", text), *ask("nft", text), sep="\t", file=f)
