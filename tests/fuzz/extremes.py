#!/usr/bin/env python3
"""
extremes.py - texts of a size that nobody writes, put to natwalk: how long it takes, how much memory, what it says.

    extremes.py --natwalk build/release/bin/natwalk-cli [--window build/release/bin/natwalk] [--scale 0.01] [NAME...]

Prints a table in Markdown; EXTREMES.md keeps the last one in full size. --scale makes the texts smaller.
"""
import argparse, os, random, subprocess, sys, tempfile

MILLION = 1_000_000


def garbage(out, size, letters, per_line):
    """Letters at random; of each kind the same megabyte again and again."""
    chance = random.Random(7)
    block = bytes(10 if chance.random() < 1 / per_line else chance.choice(letters) for _ in range(MILLION))
    for _ in range(size // len(block)):
        out.write(block)


PRINTABLE = bytes(range(32, 127))


def bytes_at_random(out, scale):
    for _ in range(int(1000 * scale)):
        out.write(os.urandom(MILLION))


def letters_at_random(out, scale):
    garbage(out, int(1000 * MILLION * scale), PRINTABLE, 80)


def letters_in_long_lines(out, scale):
    garbage(out, int(1000 * MILLION * scale), PRINTABLE, 200_000)


def garbage_behind_rules(out, scale):
    out.write(b"*nat\n-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.244.0.5\nCOMMIT\n")
    letters_at_random(out, scale)


def line_feeds(out, scale):
    for _ in range(int(1000 * scale)):
        out.write(b"\n" * MILLION)


def one_line(out, scale):
    out.write(b"*nat\n-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.244.0.5\n")
    out.write(b"-A PREROUTING -m comment --comment " + b"x" * int(100 * MILLION * scale) + b" -j DROP\nCOMMIT\n")


def one_line_of_escapes(out, scale):
    out.write(b"*nat\\n-A PREROUTING -j ACCEPT\\n" * int(3.4 * MILLION * scale) + b"COMMIT\\n\n")


def many_chains(out, scale):
    count = int(MILLION * scale)
    out.write(b"*nat\n")
    for i in range(count):
        out.write(b":CHAIN-%d - [0:0]\n" % i)
    for i in range(count):
        out.write(b"-A CHAIN-%d -s 10.%d.%d.0/24 -j RETURN\n" % (i, i % 250, i // 250 % 250))
        out.write(b"-A PREROUTING -d 10.%d.%d.%d/32 -p tcp -m tcp --dport 80 -j CHAIN-%d\n"
                  % (i // 62500 % 250, i // 250 % 250, i % 250, i))
    out.write(b"COMMIT\n")


def many_levels(out, scale, per_chain=1, count=100_000):
    count = int(count * scale) if count > 100 else count
    out.write(b"*nat\n")
    for i in range(count):
        out.write(b":L%d - [0:0]\n" % i)
    out.write(b"-A PREROUTING -j L0\n")
    for i in range(count - 1):
        out.write(b"-A L%d -j L%d\n" % (i, i + 1) * per_chain)
    out.write(b"-A L%d -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.244.0.5:8080\nCOMMIT\n" % (count - 1))


def levels_that_double(out, scale):
    many_levels(out, scale, 2, 60)


def many_faults(out, scale):
    out.write(b"*nat\n" + b"-A PREROUTING -p nonsense -j ACCEPT\n-A PREROUTING -j ACCEPT\n" * int(MILLION * scale) + b"COMMIT\n")


TEXTS = {function.__name__.replace("_", " "): function for function in (
    bytes_at_random, letters_at_random, letters_in_long_lines, garbage_behind_rules, line_feeds, one_line, one_line_of_escapes,
    many_chains, many_levels, levels_that_double, many_faults)}


def measured(command, environment=None):
    """Seconds of a core, peak of memory in MB, exit code, the beginning of what it said."""
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env={**os.environ, **(environment or {})})
        _, status, usage = os.wait4(child.pid, 0)
        seconds = usage.ru_utime + usage.ru_stime
        out.seek(0)
        said = out.read(2000).decode("utf-8", "replace")
    return seconds, usage.ru_maxrss / 1000, os.waitstatus_to_exitcode(status), said


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[1])
    parser.add_argument("--natwalk", required=True)
    parser.add_argument("--window")
    parser.add_argument("--scale", type=float, default=1)
    parser.add_argument("names", nargs="*")
    a = parser.parse_args()
    print("| text | size | command | seconds of a core | memory | exit code | what it says |\n|---|---|---|---|---|---|---|")
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for name in a.names or TEXTS:
            path = os.path.join(folder, "text")
            with open(path, "wb") as out:
                TEXTS[name](out, a.scale)
            size = os.path.getsize(path) / MILLION
            commands = {"check": [a.natwalk, "check", path], "trace": [a.natwalk, "trace", path]}
            if a.window:
                commands["window"] = [a.window, "--picture", os.path.join(folder, "p.png"), path]
            for command, words in commands.items():
                seconds, memory, code, said = measured(words, {"QT_QPA_PLATFORM": "offscreen"})
                failed |= code < 0
                said = " ".join(said.replace(path, "FILE").split())[:90].replace("|", "\\|")
                print(f"| {name} | {size:,.1f} MB | {command} | {seconds:.1f} | {memory:,.0f} MB | {code} | {said} |", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
