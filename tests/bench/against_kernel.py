#!/usr/bin/env python3
"""
against_kernel.py - natwalk beside the kernel's own tools, on the same rules, in the same run.

    against_kernel.py --programs build/release/bin [--services 100 1000 10000] [--endpoints 3 50 1000 5000]

For each number of services it prints
    restore --test   iptables-legacy-restore --test of the dump           (needs root: SKIP with the reason where it may not run)
    check            natwalk-cli check of the same dump, process and all
    connection       what the rules cost the kernel for a new connection to the last service: connect() in a network namespace of
                     its own, less the same connect() without rules
    walk             natwalk's walk of such a packet (bench_walk, walkLastService)
For one service with so many endpoints it prints what the rules cost the kernel for a new connection, and beside it how long natwalk
takes for the exact shares of all endpoints (bench_distribution); for nginx_basic the same cost beside one trial of each kind
(bench_trials): drawn, emulated, and a whole connection of a history with its handshake, request, answer and end.
Each time is the least of several; a ratio above 1 means that natwalk is faster.
"""
import argparse, errno, fcntl, json, os, socket, struct, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
KERNEL = os.path.join(os.path.dirname(HERE), "kernel")
BASIC = os.path.join(os.path.dirname(os.path.dirname(HERE)), "samples", "nginx_basic", "ruleset.save")
BASIC_ADDRESS = ("10.97.35.60", 80)
sys.path.insert(0, KERNEL)
import oracle

CONNECTIONS = 1000
NODE = ["ip link set lo up", "ip addr add 192.168.1.10/24 dev eth0", "ip link set eth0 up", "ip route add default via 192.168.1.1"]


def least(times, measured):
    """The least of several durations, in seconds: what other work on the machine disturbed least."""
    return min(measured() for _ in range(times))


def duration(argv):
    begin = time.perf_counter()
    subprocess.run(argv, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


def cluster(services, folder, endpoints=3):
    """Writes the dump of a cluster; answers its file and the last service's address and port."""
    name = "%d-%d" % (services, endpoints)
    rules, manifest = os.path.join(folder, name + ".save"), os.path.join(folder, name + ".json")
    with open(rules, "w") as out:
        subprocess.run([sys.executable, os.path.join(KERNEL, "gen_kube.py"), "--services", str(services), "--endpoints", str(endpoints),
                        "--features", "plain", "--form", "save", "--manifest", manifest], check=True, stdout=out)
    with open(manifest) as text:
        last = json.load(text)[-1]
    return rules, (last["cluster_ip"], last["port"])


def connect_all(address):
    """Seconds for one new connection: a SYN that goes nowhere."""
    begin = time.perf_counter()
    for _ in range(CONNECTIONS):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as one:
            one.setblocking(False)
            if one.connect_ex(address) != errno.EINPROGRESS:
                raise OSError("the connection to %s:%d did not begin" % address)
    return (time.perf_counter() - begin) / CONNECTIONS


def kernel_cost(rules, address):
    """In a child with a network namespace of its own: seconds that the rules cost a new connection."""
    oracle.enter_private_netns()
    device = os.open("/dev/net/tun", os.O_RDWR)  # what is sent there goes nowhere
    fcntl.ioctl(device, oracle.TUNSETIFF, struct.pack("16sH22x", b"eth0", oracle.IFF_TUN | oracle.IFF_NO_PI))
    for command in NODE:
        subprocess.run(command.split(), check=True)
    bare = least(5, lambda: connect_all(address))
    with open(rules) as text:
        subprocess.run(["iptables-legacy-restore"], stdin=text, check=True)
    return least(5, lambda: connect_all(address)) - bare


def benchmark(programs, program, name):
    answer = subprocess.run([os.path.join(programs, program), "--benchmark_format=json", "--benchmark_filter=^%s$" % name],
                            check=True, capture_output=True, text=True)
    return json.loads(answer.stdout)["benchmarks"][0]


def walk_cost(programs, services):
    return benchmark(programs, "bench_walk", "walkLastService/services:%d" % services)["cpu_time"] / 1e9


def shares_cost(programs, endpoints, what):
    return benchmark(programs, "bench_distribution", "%s/endpoints:%d" % (what, endpoints))["cpu_time"] / 1e6


def trial_cost(programs, kind):
    return 1 / benchmark(programs, "bench_trials", "%sNginxBasic/threads:1/process_time" % kind)["per_second_and_core"]


def asked(what):
    """An answer of the kernel, or why there is none."""
    try:
        return what(), None
    except (OSError, subprocess.CalledProcessError, oracle.OracleError) as refused:
        return None, str(refused)


def column(seconds, scale, unit):
    return "%10s" % "SKIP" if seconds is None else "%7.4g %s" % (seconds * scale, unit)


def ratio(theirs, ours):
    return "%6s" % "" if theirs is None else "%5.0fx" % (theirs / ours)


def compare(services, programs, folder):
    rules, address = cluster(services, folder)
    check = least(5, lambda: duration([os.path.join(programs, "natwalk-cli"), "check", rules]))
    restore, why = asked(lambda: least(3, lambda: duration(["iptables-legacy-restore", "--test", rules])))
    connection, why_not = asked(lambda: oracle.in_child(kernel_cost, rules, address))
    walk = walk_cost(programs, services)
    print("%8d  %s  %s  %s  %s  %s  %s" % (
        services, column(restore, 1e3, "ms"), column(check, 1e3, "ms"), ratio(restore, check),
        column(connection, 1e6, "us"), column(walk, 1e6, "us"), ratio(connection, walk)), flush=True)
    return {why, why_not} - {None}


def compare_shares(endpoints, programs, folder):
    connection, why_not = asked(lambda: oracle.in_child(kernel_cost, *cluster(1, folder, endpoints)))
    print("%9d  %s  %s  %s" % (endpoints, column(connection, 1e6, "us"), column(shares_cost(programs, endpoints, "enumerateCourses"), 1e6, "us"),
                               column(shares_cost(programs, endpoints, "distribution"), 1e6, "us")), flush=True)
    return {why_not} - {None}


def compare_trials(programs):
    connection, why_not = asked(lambda: oracle.in_child(kernel_cost, BASIC, BASIC_ADDRESS))
    print("%-20s  %s" % ("the kernel's rules", column(connection, 1e9, "ns")))
    for kind in "drawn", "emulated", "history":
        trial = trial_cost(programs, kind)
        print("%-20s  %s  %s" % (kind, column(trial, 1e9, "ns"), ratio(connection, trial)), flush=True)
    return {why_not} - {None}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--programs", required=True, help="the folder with natwalk-cli and the benchmarks")
    options.add_argument("--services", type=int, nargs="+", default=[100, 1000, 10000])
    options.add_argument("--endpoints", type=int, nargs="+", default=[3, 50, 1000, 5000])
    told = options.parse_args()
    reasons = set()
    print("services  restore --test     check   ratio  connection       walk   ratio")
    with tempfile.TemporaryDirectory() as folder:
        for services in told.services:
            reasons |= compare(services, told.programs, folder)
        print("\nendpoints  connection   enumerate   exact shares")
        for endpoints in told.endpoints:
            reasons |= compare_shares(endpoints, told.programs, folder)
        print("\na new connection of nginx_basic")
        reasons |= compare_trials(told.programs)
    for reason in sorted(reasons):
        print("SKIP: " + reason)


if __name__ == "__main__":
    main()
