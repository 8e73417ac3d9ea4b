"""
What experiments settled about the kernel, as named cases: each is put to the kernel again and to natwalk.

A case is (name, rules by table, packets, extra keys of the scenario). Tables that are not named do not exist.
"""
import sys

import cases_extensions, cases_ipv6

HOST = [{"name": "eth0", "addresses": ["192.168.1.10/24"], "routes": ["default via 192.168.1.1"]},
        {"name": "cni0", "addresses": ["10.244.0.1/24"]}, {"name": "tun9", "addresses": ["10.9.0.1/24"]},
        {"name": "eth1", "addresses": ["172.30.0.9/16"]}]
EMPTY = {t: "" for t in ("raw", "mangle", "nat", "filter", "security")}


def outside(dst="10.244.0.5", dport=80, **more):
    return dict({"hook": "prerouting", "in": "eth0", "src": "192.168.1.50", "dst": dst, "proto": "tcp", "sport": 40000, "dport": dport}, **more)


def pod(dst="192.168.1.50", dport=80, **more):
    return outside(dst, dport, **dict({"in": "cni0", "src": "10.244.0.5"}, **more))


def node(dst="10.244.0.5", dport=80, **more):
    packet = outside(dst, dport, **dict({"hook": "output", "src": "192.168.1.10"}, **more))
    packet.pop("in")
    return packet


def keep(packet, **more):
    return dict(packet, ct="keep", **more)


def reply(of, **more):
    return dict({"reply_to": of}, **more)


def follow(of, **more):
    return dict({"followup_of": of}, **more)


NO_DEFAULT = [dict(i, routes=[]) for i in HOST]
MANY_ADDRESSES = [{"name": "eth0", "addresses": ["192.168.1.10/24", "192.168.1.11/24"], "routes": ["default via 192.168.1.1", "198.51.100.0/24 via 192.168.1.1 src 192.168.1.11"]}] + HOST[1:]
DNAT = "-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.244.0.5:8080\n-A OUTPUT -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.244.0.5:8080\n"
MASQ = "-A POSTROUTING -j MASQUERADE\n"
STATES = "".join("-A FORWARD -m conntrack --ctstate %s\n" % s for s in ("INVALID", "NEW", "ESTABLISHED", "RELATED", "UNTRACKED", "DNAT", "SNAT", "NEW,DNAT"))
ASSURED = "".join("-A PREROUTING -m conntrack --ctstatus %s\n" % s for s in ("SEEN_REPLY", "ASSURED", "CONFIRMED", "NONE"))
LEFT = "".join("-A %s -m conntrack --ctexpire %d:%d\n" % (c, n - 1, n) for c in ("PREROUTING", "POSTROUTING") for n in (10, 30, 60, 120, 180, 300, 600, 432000))
DEEP = "".join(":C%d - [0:0]\n" % i for i in range(60)) + "-A FORWARD -j C0\n" + "".join("-A C%d -j C%d\n" % (i, i + 1) for i in range(59)) + "-A C59 -p tcp\n"
REFUSALS = ["icmp-net-unreachable", "icmp-host-unreachable", "icmp-proto-unreachable", "icmp-port-unreachable", "icmp-net-prohibited", "icmp-host-prohibited", "icmp-admin-prohibited"]

THREE_ENDPOINTS = (":S - [0:0]\n:A - [0:0]\n:B - [0:0]\n:C - [0:0]\n-A PREROUTING -d 10.96.0.10/32 -p tcp -j S\n-A S -m statistic --mode random --probability 0.33333333349 -j A\n-A S -m statistic --mode random --probability 0.5 -j B\n-A S -j C\n"
                   + "".join("-A %s -p tcp -j DNAT --to-destination 10.244.0.%d:80\n" % (c, n) for c, n in (("A", 5), ("B", 6), ("C", 7))))

CASES = [
    # 2. The words of the trace
    ("end of a user chain is a return, of a built-in chain the policy", {"filter": ":A - [0:0]\n-A FORWARD -j A\n-A A -p udp -j ACCEPT\n"}, [outside()], {}),
    ("a rule without a target counts and goes on", {"filter": "-A FORWARD -p tcp\n-A FORWARD -j ACCEPT\n"}, [outside()], {}),
    ("an empty user chain returns", {"filter": ":A - [0:0]\n-A FORWARD -j A\n"}, [outside()], {}),
    ("RETURN in a built-in chain means the policy", {"filter": "-A FORWARD -j RETURN\n-A FORWARD -j DROP\n"}, [outside()], {}),
    ("RETURN with a match is the rule alone", {"filter": ":A - [0:0]\n-A FORWARD -j A\n-A A -p tcp -j RETURN\n-A A -j DROP\n"}, [outside()], {}),
    ("what is unconditional is a rule, too", {"filter": ":A - [0:0]\n:B - [0:0]\n-A FORWARD -j A\n-A FORWARD -j ACCEPT\n-A A -j B\n-A A -j ACCEPT\n-A B -j RETURN\n", "mangle": ":A - [0:0]\n-A FORWARD -j RETURN\n-A POSTROUTING -j A\n-A A -j DROP\n"}, [outside()], {}),
    ("LOG, NFLOG and TRACE go on", {"filter": "-A FORWARD -j LOG --log-prefix \"x \"\n-A FORWARD -j NFLOG --nflog-group 3\n", "raw": "-A PREROUTING -p udp -j TRACE\n-A PREROUTING -p tcp -j TRACE\n"}, [outside()], {}),
    # 3. Conntrack
    ("nat is asked only for the packet that makes the entry", {"nat": DNAT + MASQ}, [outside("10.96.0.10", id="syn"), {"reply_to": "syn"}, {"followup_of": "syn"}, {"followup_of": "syn", "flags": "SYN", "ack": 0}], {}),
    ("a retransmitted SYN is NEW but skips nat", {"nat": DNAT, "filter": "-A FORWARD -m conntrack --ctstate NEW\n"}, [outside("10.96.0.10", id="syn"), {"followup_of": "syn", "flags": "SYN", "ack": 0, "seq": 1000}], {}),
    ("INVALID packets skip nat", {"nat": DNAT, "filter": STATES}, [outside("10.244.0.5", flags=f) for f in ("SYN,ACK", "RST", "FIN", "NONE", "FIN,PSH,URG", "SYN,FIN")] + [outside(bad_csum=True)], {}),
    ("a segment in mid-stream is NEW", {"nat": DNAT, "filter": STATES}, [outside("10.96.0.10", flags="ACK")], {}),
    ("an echo reply or an ICMP error without a connection is INVALID", {"nat": "", "filter": STATES}, [outside(proto="icmp", icmp_type=0), outside(proto="icmp", icmp_type=3)], {}),
    ("an INVALID packet that comes round by lo may still become UNTRACKED", {"raw": "-A PREROUTING -j CT --notrack\n", "filter": "-A INPUT -m conntrack --ctstate INVALID\n-A INPUT -m conntrack --ctstate UNTRACKED\n-A INPUT -m conntrack --ctstate NEW\n"}, [node("192.168.1.10", flags="NONE"), node("192.168.1.10"), node("192.168.1.10", proto="icmp", icmp_type=0)], {}),
    ("UNTRACKED packets skip nat", {"raw": "-A PREROUTING -p tcp -j CT --notrack\n", "nat": DNAT + MASQ, "filter": STATES}, [outside("10.244.0.5")], {}),
    ("of NOTRACK and CT the first that speaks is heard", {"raw": "-A PREROUTING -p tcp -j CT --zone 7\n-A PREROUTING -j CT --notrack\n-A PREROUTING -j CT --zone 8\n-A PREROUTING -p icmp -j CT\n", "nat": DNAT, "filter": STATES}, [outside("10.96.0.10"), outside("10.96.0.10", proto="udp"), outside("10.96.0.10", proto="icmp")], {}),
    ("behind CT rules of raw see an empty connection that is NEW", {"raw": "-A PREROUTING -j CT --zone 7\n" + "".join("-A PREROUTING %s\n" % m for m in ("-m conntrack --ctstate NEW", "-m conntrack --ctstate INVALID", "-m state --state NEW", "-m connmark --mark 0x0", "-m connmark ! --mark 0x1", "-m conntrack --ctstatus CONFIRMED", "-m conntrack --ctstatus NONE", "-m conntrack --ctproto 6", "-m conntrack ! --ctproto 6", "-m conntrack --ctdir ORIGINAL", "-m conntrack --ctorigsrc 192.168.1.50", "-m conntrack --ctorigsrc 0.0.0.0/8", "-m conntrack --ctorigdstport 0"))}, [outside()], {}),
    ("in raw every packet is INVALID", {"raw": "-A PREROUTING -m conntrack --ctstate INVALID\n-A PREROUTING -m conntrack --ctstate NEW\n", "nat": ""}, [outside()], {}),
    ("protocols without ports are tracked by address", {"nat": MASQ}, [outside(proto="47", id="a"), {"reply_to": "a"}], {}),
    ("a reset from a closed port ends the entry", {"nat": ""}, [outside("192.168.1.10")], {}),
    ("without a rule that needs conntrack nothing is tracked, and nat not asked", {"nat": ":A - [0:0]\n-A PREROUTING -p tcp -j A\n", "filter": ""}, [outside(), outside("192.168.1.10"), node()], {"conntrack": False}),
    ("with one such rule all is tracked", {"nat": ":A - [0:0]\n-A PREROUTING -p tcp -j A\n-A A -p udp -j DNAT --to-destination 10.244.0.5\n", "filter": ""}, [outside(), outside("192.168.1.10"), node()], {"conntrack": False}),
    ("a SYN after the end of a connection asks nat again", {"nat": DNAT, "filter": STATES}, [outside("10.96.0.10", id="syn"), reply("syn", id="answer"), follow("syn"), follow("syn", flags="FIN,ACK", id="fin"), reply("syn", flags="FIN,ACK", seq=5001, ack=1002), follow("syn", flags="ACK", seq=1002, ack=5002), keep(outside("10.96.0.10", seq=9000)), ], {}),
    ("a SYN into an open connection is let pass, and asks nothing", {"nat": DNAT, "filter": STATES}, [outside("10.96.0.10", id="syn"), reply("syn"), follow("syn"), keep(outside("10.96.0.10", seq=9000, id="late")), reply("late", seq=7000, ack=9001), follow("late", seq=9001, ack=7001)], {}),
    ("a reset with a number that nobody waits for is INVALID", {"nat": DNAT, "filter": STATES}, [outside("10.96.0.10", id="syn"), reply("syn"), follow("syn"), reply("syn", flags="RST", seq=70000, ack=0), follow("syn", flags="RST", seq=999, ack=0), follow("syn", flags="RST", seq=1001, ack=0)], {}),
    ("a connection that is being closed takes any reset", {"nat": DNAT, "filter": STATES}, [outside("10.96.0.10", id="syn"), reply("syn"), follow("syn"), follow("syn", flags="FIN,ACK"), follow("syn", flags="RST", seq=700000, ack=0), reply("syn", flags="RST", seq=900000, ack=0), follow("syn", flags="RST", seq=5, ack=0)], {}),
    ("a SYN that was let pass makes what was acknowledged before it count no longer", {"nat": DNAT, "filter": STATES}, [outside("10.96.0.10", id="syn"), reply("syn"), follow("syn"), follow("syn", flags="SYN", seq=500000), reply("syn", flags="RST", seq=1, ack=77), follow("syn")], {}),
    ("an acknowledgement of what was never sent is INVALID", {"nat": DNAT, "filter": STATES}, [outside("10.96.0.10", id="syn"), reply("syn", ack=5001), reply("syn"), follow("syn", ack=9000), follow("syn")], {}),
    ("a number far above the window is INVALID, a little above is let pass", {"nat": DNAT, "filter": STATES}, [outside("10.96.0.10", id="syn"), reply("syn", window=100), follow("syn"), follow("syn", seq=1201), follow("syn", seq=1040, payload_len=100), follow("syn", seq=900000)], {}),
    ("in a connection that was picked up in mid-stream numbers do not count", {"nat": DNAT, "filter": STATES}, [outside("10.96.0.10", flags="ACK", id="ack"), reply("ack", flags="ACK", seq=900000, ack=77), follow("ack", seq=4000000, ack=3)], {}),
    ("ASSURED comes with the ACK that completes the handshake", {"nat": "", "mangle": ASSURED}, [outside(id="syn"), reply("syn"), follow("syn"), follow("syn")], {}),
    ("a mid-stream connection is ASSURED by an answer, but not by one that is let pass", {"nat": "", "mangle": ASSURED}, [outside(flags="ACK", id="ack"), reply("ack"), reply("ack"), reply("ack", flags="ACK"), reply("ack", flags="ACK"), follow("ack")], {}),
    ("udp and gre are ASSURED after a while, and at the first answer's follower", {"nat": "", "mangle": ASSURED}, [outside(proto="udp", id="u"), reply("u"), follow("u"), outside(proto="47", id="g"), reply("g"), follow("g"), follow("u", sleep=2.2), follow("u")], {}),
    ("UDP-Lite from outside is INVALID, for it is summed up as UDP", {"nat": DNAT + MASQ, "filter": STATES}, [outside(proto="udplite"), node(proto="udplite", id="a"), reply("a")], {}),
    ("DCCP is tracked by its addresses, and keeps its ports", {"nat": DNAT.replace("tcp", "dccp") + MASQ, "filter": STATES + "-A FORWARD -p dccp -m dccp --dport 80\n-A FORWARD -p dccp -m dccp --sport 80\n"}, [outside("10.96.0.10", proto="dccp", id="a"), reply("a"), keep(outside("10.96.0.10", proto="dccp", sport=41000))], {}),
    ("time-outs of a TCP connection", {"nat": "", "mangle": LEFT}, [outside(id="syn"), reply("syn"), follow("syn"), follow("syn", flags="FIN,ACK"), reply("syn", flags="ACK", seq=5001, ack=1002), reply("syn", flags="FIN,ACK", seq=5001, ack=1002), follow("syn", flags="ACK", seq=1002, ack=5002), follow("syn", flags="ACK", seq=1002, ack=5002)], {}),
    ("time-outs after a reset, and in mid-stream", {"nat": "", "mangle": LEFT}, [outside(id="syn"), reply("syn"), follow("syn"), follow("syn", flags="RST"), follow("syn", flags="RST"), outside(flags="ACK", id="ack"), follow("ack"), reply("ack", flags="ACK"), follow("ack")], {}),
    ("time-outs of other protocols", {"nat": "", "mangle": LEFT}, [p for proto, name in (("udp", "u"), ("47", "g"), ("icmp", "i"), ("50", "e")) for p in (outside(proto=proto, id=name), follow(name), reply(name), reply(name), follow(name))] + [outside(proto="udp", id="v"), reply("v"), follow("v", sleep=2.2), follow("v")], {}),
    ("SYNs that cross each other", {"nat": "", "filter": STATES}, [outside(id="syn"), reply("syn", flags="SYN", ack=0), follow("syn", flags="SYN,ACK", seq=1000, ack=5001), reply("syn", flags="SYN,ACK", seq=5000, ack=1001), follow("syn"), reply("syn", flags="ACK", seq=5001)], {}),
    ("found in another zone by lo, a packet is translated and routed again", {"raw": "-A PREROUTING -j CT --zone 7\n", "nat": "-A INPUT -p tcp -j SNAT --to-source 10.9.0.1\n", "filter": STATES}, [outside("192.168.1.10")], {"sysctl": {"net.ipv4.conf.all.accept_local": 1}}),
    ("and dropped there, for its source is the host's own", {"raw": "-A PREROUTING -j CT --zone 7\n", "nat": "-A INPUT -p tcp -j SNAT --to-source 10.9.0.1\n", "filter": STATES}, [outside("192.168.1.10")], {}),
    ("new in another zone, a packet that comes by lo asks nat", {"raw": "-A PREROUTING -j CT --zone 7\n", "nat": "", "filter": "-A INPUT -m conntrack --ctstate NEW\n"}, [node("192.168.1.10", id="syn"), reply("syn"), follow("syn", flags="ACK", seq=900000)], {}),
    # 4. statistic
    ("nth matches one packet in three", {"mangle": "-A PREROUTING -m statistic --mode nth --every 3 --packet 0\n-A PREROUTING -m statistic --mode nth --every 3 --packet 1\n"}, [keep(outside(sport=41000 + i)) for i in range(7)], {}),
    ("an inverted nth", {"mangle": "-A PREROUTING -m statistic --mode nth ! --every 3 --packet 0\n"}, [keep(outside(sport=41000 + i)) for i in range(6)], {}),
    ("a random choice of three", {"nat": THREE_ENDPOINTS}, [outside("10.96.0.10", sport=42000 + i) for i in range(12)], {}),
    ("probability 0 never matches, 1 always, and turned round", {"nat": "-A PREROUTING -m statistic --mode random --probability 0.0000000001\n-A PREROUTING -m statistic --mode random --probability 1.0\n-A PREROUTING -m statistic --mode random ! --probability 1.0\n-A PREROUTING -m statistic --mode random ! --probability 0.0\n"}, [outside(sport=42000 + i) for i in range(3)], {}),
    # 5. Routing, addrtype, sysctls
    ("an own address as source is a martian", dict(EMPTY), [outside("192.168.1.10", src="10.244.0.1")], {}),
    ("accept_local lets it in", dict(EMPTY), [outside("192.168.1.10", src="10.244.0.1")], {"sysctl": {"net.ipv4.conf.all.accept_local": 1}}),
    ("127/8 from outside is dropped, as source and as destination", dict(EMPTY), [outside("127.0.0.1"), outside("192.168.1.10", src="127.0.0.1")], {}),
    ("route_localnet lets 127.0.0.1 in as destination", dict(EMPTY), [outside("127.0.0.1"), outside("192.168.1.10", src="127.0.0.1")], {"sysctl": {"net.ipv4.conf.all.route_localnet": 1}}),
    ("with route_localnet only 127.0.0.1 is an own address as source", dict(EMPTY), [outside("192.168.1.10", src=s) for s in ("127.0.0.1", "127.0.0.2")], {"sysctl": {"net.ipv4.conf.all.route_localnet": 1}}),
    ("DNAT to 127.0.0.1 in PREROUTING needs route_localnet", {"nat": "-A PREROUTING -p tcp -j DNAT --to-destination 127.0.0.1\n"}, [outside("192.168.1.10")], {}),
    ("the same with route_localnet", {"nat": "-A PREROUTING -p tcp -j DNAT --to-destination 127.0.0.1\n"}, [outside("192.168.1.10")], {"sysctl": {"net.ipv4.conf.all.route_localnet": 1}}),
    ("a localhost source that DNAT sends to a pod needs route_localnet", {"nat": DNAT + MASQ}, [node("127.0.0.1", src="127.0.0.1")], {}),
    ("the same with route_localnet and MASQUERADE", {"nat": DNAT + MASQ}, [node("127.0.0.1", src="127.0.0.1")], {"sysctl": {"net.ipv4.conf.all.route_localnet": 1}}),
    ("rp_filter 1 drops what came in by another device", dict(EMPTY), [outside("192.168.1.10", src="10.9.0.7")], {"sysctl": {"net.ipv4.conf.all.rp_filter": 1}}),
    ("rp_filter 2 lets it in", dict(EMPTY), [outside("192.168.1.10", src="10.9.0.7")], {"sysctl": {"net.ipv4.conf.all.rp_filter": 2}}),
    ("rp_filter 0 lets in what came by another device, and who has no way back", dict(EMPTY), [outside("192.168.1.10", src=s) for s in ("10.9.0.7", "203.0.113.7")], {"interfaces": NO_DEFAULT}),
    ("rp_filter 1 drops who has no way back", dict(EMPTY), [outside("192.168.1.10", src=s) for s in ("10.9.0.7", "203.0.113.7")], {"interfaces": NO_DEFAULT, "sysctl": {"net.ipv4.conf.all.rp_filter": 1}}),
    ("switches of a device with a dot in its name", dict(EMPTY), [outside("192.168.1.10", src="10.9.0.7", **{"in": d}) for d in ("eth0.10", "tun9")], {"interfaces": [dict(HOST[0], name="eth0.10")] + HOST[1:], "sysctl": {"net/ipv4/conf/eth0.10/rp_filter": 1}}),
    ("rp_filter 2 drops who has no way back", dict(EMPTY), [outside("192.168.1.10", src=s) for s in ("10.9.0.7", "203.0.113.7")], {"interfaces": NO_DEFAULT, "sysctl": {"net.ipv4.conf.all.rp_filter": 2}}),
    ("a source of zeros is a martian", dict(EMPTY), [outside(src="0.0.0.0"), outside("192.168.1.10", src="0.0.0.0"), outside("255.255.255.255", src="0.0.0.0", proto="udp")], {}),
    ("without ip_forward forwarded packets vanish", dict(EMPTY), [outside(), outside("192.168.1.10")], {"sysctl": {"net.ipv4.ip_forward": 0}}),
    ("no route, unreachable, prohibit and blackhole", dict(EMPTY), [outside(d) for d in ("203.0.113.1", "203.0.113.65", "203.0.113.129")], {"routes": ["unreachable 203.0.113.0/26", "prohibit 203.0.113.64/26", "blackhole 203.0.113.128/26"]}),
    ("a packet without a route", dict(EMPTY), [outside("203.0.113.1", **{"in": "cni0", "src": "10.244.0.5"})], {"interfaces": [{"name": "eth0", "addresses": ["192.168.1.10/24"]}, {"name": "cni0", "addresses": ["10.244.0.1/24"]}]}),
    ("output without a route meets no rules", dict(EMPTY), [node("203.0.113.1")], {"interfaces": [{"name": "eth0", "addresses": ["192.168.1.10/24"]}]}),
    ("a ttl of 1 is not forwarded but delivered", dict(EMPTY), [outside(ttl=1), outside("192.168.1.10", ttl=1)], {}),
    ("broadcasts are delivered, net addresses forwarded, multicast dropped", dict(EMPTY), [outside(d, proto="udp") for d in ("192.168.1.255", "255.255.255.255", "10.244.0.0", "224.0.0.9", "0.0.0.0")], {}),
    ("addrtype", {"mangle": "".join("-A PREROUTING -m addrtype --dst-type %s\n" % t for t in ("LOCAL", "UNICAST", "BROADCAST", "MULTICAST", "UNREACHABLE", "BLACKHOLE", "LOCAL --limit-iface-in")) + "-A PREROUTING -m addrtype --src-type LOCAL\n"},
     [outside(d) for d in ("192.168.1.10", "10.244.0.1", "127.3.2.1", "192.168.1.255", "192.168.1.0", "8.8.8.8", "224.0.0.9")], {}),
    ("addrtype: what no route leads to is UNICAST, too", {"mangle": "".join("-A PREROUTING -m addrtype --dst-type %s\n" % t for t in ("LOCAL", "UNICAST", "BROADCAST", "MULTICAST", "UNREACHABLE", "BLACKHOLE", "PROHIBIT")) + "-A PREROUTING -m addrtype --src-type LOCAL\n-A PREROUTING -m addrtype --src-type UNICAST\n"},
     [outside(d) for d in ("255.255.255.255", "0.0.0.0", "203.0.113.1", "203.0.113.65", "203.0.113.129")] + [outside(src="10.244.0.1"), outside(src="127.0.0.1")],
     {"routes": ["unreachable 203.0.113.0/26", "prohibit 203.0.113.64/26", "blackhole 203.0.113.128/26"]}),
    ("errors about routes: five at once to one sender", dict(EMPTY), [outside("203.0.113.1", sport=41000 + i) for i in range(8)] + [outside("203.0.113.1", src="192.168.1.51")], {"routes": ["unreachable 203.0.113.0/26"]}),
    ("such errors count where none may be sent, too", dict(EMPTY), [outside("203.0.113.1", proto="icmp", icmp_type=3)] * 3 + [outside("203.0.113.1", sport=41000 + i) for i in range(3)], {"routes": ["unreachable 203.0.113.0/26"]}),
    ("icmp_ratelimit: six errors at once to one receiver", {"filter": "-A FORWARD -p udp -j REJECT\n"}, [outside(proto="udp", sport=41000 + i) for i in range(8)] + [outside(ttl=1), outside(proto="udp", src="192.168.1.51")], {"sysctl": {"net.ipv4.icmp_ratelimit": 1000, "net.ipv4.icmp_ratemask": 6168}}),
    ("errors to all receivers together: what is certainly below their limit is sent", {"filter": "-A FORWARD -j REJECT\n"}, [outside(src="192.168.1.%d" % n) for n in range(50, 60)], {"sysctl": {"net.ipv4.icmp_ratemask": 6168, "net.ipv4.icmp_msgs_per_sec": 100, "net.ipv4.icmp_msgs_burst": 5}}),
    ("a timestamp reply holds three timestamps, whatever was sent", {"mangle": "-A OUTPUT -m length --length 40\n"}, [outside("192.168.1.10", proto="icmp", icmp_type=13, payload_len=n) for n in (12, 100)] + [outside("192.168.1.10", proto="icmp", payload_len=100)], {}),
    # 6. Semantics: order, what rules see
    ("tables in order, forwarded", dict(EMPTY), [outside()], {}),
    ("tables in order, to the host", dict(EMPTY), [outside("192.168.1.10")], {}),
    ("tables in order, from the host", dict(EMPTY), [node()], {}),
    ("tables in order, host to itself", dict(EMPTY), [node("192.168.1.10")], {}),
    ("what rules see of a translated connection", {"nat": DNAT + MASQ, "mangle": "".join("-A %s -%s %s\n" % x for c in ("PREROUTING", "FORWARD", "POSTROUTING") for x in ((c, "d", "10.96.0.10"), (c, "d", "10.244.0.5"), (c, "s", "192.168.1.50"), (c, "s", "10.244.0.1"), (c, "s", "10.244.0.5"), (c, "d", "192.168.1.50")))},
     [outside("10.96.0.10", id="a"), {"reply_to": "a", "id": "b"}, {"followup_of": "a"}], {}),
    ("the ttl is lowered before FORWARD", {"mangle": "".join("-A %s -m ttl --ttl-eq %d\n" % x for x in (("PREROUTING", 64), ("FORWARD", 63), ("FORWARD", 64), ("POSTROUTING", 63)))}, [outside(), outside("192.168.1.10")], {}),
    ("OUTPUT is routed again after DNAT, the source stays", {"nat": DNAT, "filter": "-A OUTPUT -o eth0\n-A OUTPUT -o cni0\n-A OUTPUT -d 10.244.0.5\n", "mangle": "-A POSTROUTING -o cni0\n"}, [node("10.96.0.10")], {}),
    ("MASQUERADE gives such a packet the address of its new device", {"nat": DNAT + MASQ, "mangle": "-A POSTROUTING -o cni0\n"}, [node("10.96.0.10", id="a"), reply("a")], {}),
    ("an error about a translated connection is routed again with its source", {"nat": DNAT, "filter": "-A FORWARD -p tcp -m tcp --sport 8080 -j REJECT\n"}, [outside("10.96.0.10", id="a"), {"reply_to": "a"}], {"routes": ["default via 10.9.0.7 dev tun9 table 100"], "ip_rules": ["from 10.244.0.0/24 table 100"]}),
    ("DNAT in OUTPUT to an own address or 127.0.0.1 goes round by lo", {"nat": "-A OUTPUT -p tcp -j DNAT --to-destination 127.0.0.1:80\n-A OUTPUT -p udp -j DNAT --to-destination 10.244.0.1:53\n", "filter": ""}, [node("8.8.8.8"), node("8.8.8.8", 53, proto="udp")], {}),
    ("a mark in mangle OUTPUT routes again, in nat and filter not", {"mangle": "-A OUTPUT -p tcp -j MARK --set-mark 1\n", "nat": "-A OUTPUT -p udp -j MARK --set-mark 1\n", "filter": "-A OUTPUT -p icmp -j MARK --set-mark 1\n"}, [node("8.8.8.8"), node("8.8.8.8", proto="udp"), node("8.8.8.8", proto="icmp")],
     {"routes": ["default via 10.9.0.7 dev tun9 table 100"], "ip_rules": ["fwmark 0x1 table 100"]}),
    ("a mark in PREROUTING chooses the route", {"mangle": "-A PREROUTING -p tcp -j MARK --set-mark 1\n", "nat": "-A PREROUTING -p udp -j MARK --set-mark 1\n"}, [pod("8.8.8.8"), pod("8.8.8.8", proto="udp"), pod("8.8.8.8", proto="icmp")],
     {"routes": ["default via 10.9.0.7 dev tun9 table 100"], "ip_rules": ["fwmark 0x1 table 100"]}),
    ("REDIRECT goes to 127.0.0.1 or the incoming device's address", {"nat": "-A PREROUTING -p tcp -j REDIRECT --to-ports 9000\n-A OUTPUT -p tcp -j REDIRECT --to-ports 9000\n"}, [outside("8.8.8.8"), pod("8.8.8.8"), node("8.8.8.8")], {}),
    ("DROP in OUTPUT", {"filter": "-A OUTPUT -p tcp -j DROP\n-A OUTPUT -j REJECT\n"}, [node(), node(proto="udp")], {}),
    ("hairpin: a pod reaches itself through its service", {"nat": "-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.244.0.5:8080\n-A POSTROUTING -s 10.244.0.5 -d 10.244.0.5 -j MASQUERADE\n"}, [pod("10.96.0.10", id="a"), {"reply_to": "a"}], {}),
    # nat: sources, ports, ranges
    ("MASQUERADE takes the address that fits the next hop", {"nat": MASQ}, [pod("8.8.8.8"), outside("172.30.4.4"), outside("10.9.0.7")], {}),
    ("MASQUERADE on lo", {"nat": MASQ}, [node("127.0.0.1", src="127.0.0.1"), node("192.168.1.10")], {}),
    ("MASQUERADE takes the gateway's net, no second address and no src hint", {"nat": MASQ}, [pod("8.8.8.8"), pod("198.51.100.7"), pod("192.168.1.77")], {"interfaces": MANY_ADDRESSES}),
    ("MASQUERADE holds for one device: by another the connection ends", {"nat": MASQ, "mangle": "-A OUTPUT -m ttl --ttl-eq 63 -j MARK --set-mark 1\n"}, [node("8.8.8.8", id="a"), {"followup_of": "a"}, {"followup_of": "a", "ttl": 63}, {"followup_of": "a"}],
     {"routes": ["default via 10.9.0.7 dev tun9 table 100"], "ip_rules": ["fwmark 0x1 table 100"]}),
    ("the source port is kept while free, else drawn in its class", {"nat": MASQ}, [keep(outside("172.30.4.4", src=s, sport=p, **{"in": d})) for p in (40000, 500, 700) for s, d in (("192.168.1.50", "eth0"), ("192.168.1.51", "eth0"), ("10.244.0.5", "cni0"))], {}),
    ("a port range that is used up drops", {"nat": "-A POSTROUTING -p tcp -j MASQUERADE --to-ports 5000-5001\n"}, [keep(outside("172.30.4.4", src="192.168.1.%d" % s)) for s in (50, 51, 52)], {}),
    ("--random and --random-fully always draw", {"nat": "-A POSTROUTING -p tcp -j MASQUERADE --random\n-A POSTROUTING -p udp -j MASQUERADE --random-fully\n"}, [outside("172.30.4.4", proto=x, sport=p) for x in ("tcp", "udp") for p in (400, 700, 40000)], {}),
    ("the first rule of nat that matches ends the table", {"nat": "-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.5:8080\n-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.6:8080\n-A POSTROUTING -j SNAT --to-source 203.0.113.5\n-A POSTROUTING -j MASQUERADE\n"}, [outside("10.96.0.10", id="a"), {"reply_to": "a"}], {}),
    ("two services, one pod, one client port: the second gets a new one", {"nat": "-A PREROUTING -p tcp -m tcp --dport 80:81 -j DNAT --to-destination 10.244.0.5:8080\n"}, [outside("10.96.0.10", id="a"), keep(outside("10.96.0.11", 81, id="b")), {"reply_to": "b"}], {}),
    ("a source port that clashed once is kept for that socket", {"nat": MASQ}, [outside("172.30.4.4"), keep(outside("172.30.4.4", src="192.168.1.51")), keep(outside("172.30.4.5", src="192.168.1.51"))], {}),
    ("but not with --random-fully", {"nat": "-A POSTROUTING -j MASQUERADE --random-fully\n"}, [outside("172.30.4.4"), keep(outside("172.30.4.4", src="192.168.1.51")), keep(outside("172.30.4.5", src="192.168.1.51"))], {}),
    ("without ports the second clash is dropped", {"nat": "-A POSTROUTING -j SNAT --to-source 172.30.0.9\n"}, [outside("172.30.4.4", proto="47"), keep(outside("172.30.4.4", proto="47", src="192.168.1.51"))], {}),
    ("a GRE packet shorter than its header passes, but through no translation", {"nat": "-A PREROUTING -p 47 -d 10.96.0.10 -j DNAT --to-destination 10.244.0.5\n-A POSTROUTING -p 47 -d 172.30.4.4 -j MASQUERADE\n"}, [outside(d, proto="47", payload_len=n) for d in ("10.244.0.6", "10.96.0.10", "172.30.4.4") for n in (1, 7, 8)], {}),
    ("an ICMP id is kept, then drawn", {"nat": MASQ}, [keep(outside("172.30.4.4", proto="icmp", icmp_id=7, src="192.168.1.%d" % s, id="i%d" % s)) for s in (50, 51)] + [{"reply_to": "i50"}, {"reply_to": "i51"}], {}),
    ("a DNAT port range keeps a port inside, else takes the first", {"nat": "-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.5:8080-8090\n"}, [outside("10.96.0.10", p) for p in (80, 8085)], {}),
    ("with --random a DNAT port range draws", {"nat": "-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.5:8080-8090 --random\n"}, [outside("10.96.0.10", p) for p in (80, 8085)], {}),
    ("a shifted DNAT range", {"nat": "-A PREROUTING -p tcp -m tcp --dport 1010:1020 -j DNAT --to-destination 10.244.0.5:2010-2020/1010\n"}, [outside("10.96.0.10", p) for p in (1010, 1013, 1020)], {}),
    ("an address range spreads by client, always the same", {"nat": "-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.5-10.244.0.8\n"}, [outside("10.96.0.10", src="192.168.1.%d" % s) for s in range(50, 58)], {}),
    ("the same with --persistent", {"nat": "-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.5-10.244.0.8 --persistent\n"}, [outside("10.96.0.%d" % d, src="192.168.1.%d" % s) for s in (50, 51) for d in (10, 11)], {}),
    ("DNAT to where it goes already changes nothing", {"nat": "-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.5:80\n", "filter": STATES}, [outside()], {}),
    ("NETMAP keeps host bits", {"nat": "-A PREROUTING -d 10.96.0.0/24 -j NETMAP --to 10.244.0.0/24\n-A POSTROUTING -s 10.244.0.0/24 -j NETMAP --to 172.20.0.0/24\n"}, [outside("10.96.0.77"), pod("8.8.8.8", src="10.244.0.9")], {}),
    ("SNAT in nat INPUT", {"nat": "-A INPUT -p tcp -j SNAT --to-source 203.0.113.5\n"}, [outside("192.168.1.10")], {}),
    ("a DROP policy in nat", {"nat": ":PREROUTING DROP [0:0]\n"}, [outside()], {}),
    # states, errors, marks
    ("ctstate over a connection", {"nat": DNAT + MASQ, "filter": STATES}, [outside("10.96.0.10", id="a"), {"reply_to": "a"}, {"followup_of": "a"}], {}),
    ("udp is ESTABLISHED from the first reply", {"nat": "", "filter": STATES}, [outside(proto="udp", id="a"), {"followup_of": "a", "id": "c"}, {"reply_to": "a"}, {"followup_of": "a"}], {}),
    ("ICMP errors are RELATED and translated with what they quote", {"nat": DNAT + MASQ, "filter": STATES}, [outside("10.96.0.10", id="a"), {"icmp_error_for": "a"}, {"icmp_error_for": "a", "src": "10.244.0.99"}], {}),
    ("MARK in all its forms", {"mangle": "".join("-A PREROUTING -j MARK %s\n" % m for m in ("--set-mark 0x4001", "--set-mark 0x2/0x3", "--or-mark 0x70", "--and-mark 0xff", "--xor-mark 0x11", "--set-xmark 0x8000/0x8000"))}, [outside()], {}),
    ("mark and connmark compare what their mask leaves", {"mangle": "-A PREROUTING -j MARK --set-mark 0x4001\n" + "".join("-A PREROUTING -m mark %s\n" % m for m in ("--mark 0x1", "--mark 0x1/0x1", "--mark 0x4001", "--mark 0x4000/0x4000", "! --mark 0x4000/0x4000", "--mark 0x0/0x2"))}, [outside()], {}),
    ("CONNMARK saves and restores", {"nat": "", "mangle": "-A PREROUTING -j CONNMARK --restore-mark --nfmask 0xffffffff --ctmask 0xffffffff\n-A PREROUTING -m mark ! --mark 0x0 -j ACCEPT\n-A PREROUTING -j MARK --set-mark 0x77\n-A PREROUTING -j CONNMARK --save-mark --nfmask 0xff --ctmask 0xff\n"}, [outside(id="a"), {"followup_of": "a"}, {"reply_to": "a"}], {}),
    # chains
    ("goto from a built-in chain returns to the policy", {"filter": ":A - [0:0]\n-A FORWARD -g A\n-A FORWARD -j DROP\n-A A -p udp\n"}, [outside()], {}),
    ("goto from a user chain returns to its caller", {"filter": ":A - [0:0]\n:B - [0:0]\n-A FORWARD -j A\n-A FORWARD -p tcp\n-A A -g B\n-A A -j DROP\n-A B -p udp\n"}, [outside()], {}),
    ("jumps go as deep as there are chains", {"filter": DEEP}, [outside()], {}),
    ("ACCEPT ends its table only", {"mangle": "-A FORWARD -j ACCEPT\n-A FORWARD -j DROP\n", "filter": "-A FORWARD -j ACCEPT\n", "security": "-A FORWARD -p tcp\n"}, [outside()], {}),
    ("-i in a user chain called from POSTROUTING", {"mangle": ":A - [0:0]\n-A POSTROUTING -j A\n-A A -i eth0\n-A A -o cni0\n"}, [outside(), node()], {}),
    ("a later match is not asked after a no", {"mangle": "-A PREROUTING -p tcp -m tcp --dport 81 -m recent --set --name x\n-A PREROUTING -m recent --rcheck --name x\n"}, [keep(outside()), keep(outside(dport=81)), keep(outside())], {}),
    # REJECT
    ("REJECT in FORWARD, INPUT and OUTPUT", {"filter": "-A FORWARD -j REJECT\n-A INPUT -p tcp -j REJECT\n-A OUTPUT -p tcp -j REJECT\n"}, [outside(), outside("192.168.1.10"), node()], {}),
] + [("REJECT with " + how, {"filter": "-A FORWARD -j REJECT --reject-with %s\n" % how}, [outside()], {}) for how in REFUSALS] + [
    ("a reset answers SYN and ACK, but not a reset", {"filter": "-A FORWARD -p tcp -j REJECT --reject-with tcp-reset\n"}, [outside(flags=f) for f in ("SYN", "ACK", "RST", "FIN,ACK")], {}),
    ("REJECT of a translated packet answers from the service", {"nat": DNAT, "filter": "-A FORWARD -p tcp -j REJECT\n"}, [outside("10.96.0.10")], {}),
    ("a reset of a translated packet comes from the service", {"nat": DNAT, "filter": "-A FORWARD -p tcp -j REJECT --reject-with tcp-reset\n"}, [outside("10.96.0.10")], {}),
    ("what REJECT sums up: not what has its own sum or none, and unknown protocols wrongly", {"filter": "-A FORWARD -j REJECT\n-A OUTPUT -j REJECT\n"}, [p(proto=n, bad_csum=b) for p in (outside, node) for n in ("tcp", "udp", "icmp", "udplite", "dccp", "sctp", "47", "esp", "ah", "108", "99") for b in (False, True)], {}),
    ("REJECT answers neither ICMP errors nor broadcasts nor bad checksums", {"filter": "-A FORWARD -j REJECT\n-A INPUT -j REJECT\n"}, [outside(proto="icmp", icmp_type=3), outside("192.168.1.255", proto="udp"), outside(bad_csum=True), outside(proto="icmp")], {}),
    ("an error to 127/8 comes from 127.0.0.1", {"filter": "-A FORWARD -j REJECT\n"}, [outside(src="127.9.9.9")], {"sysctl": {"net.ipv4.conf.all.route_localnet": 1}}),
    ("an error is as long as what it quotes, 576 bytes at most", {"filter": "-A FORWARD -j REJECT\n", "mangle": "".join("-A OUTPUT -m length --length %s\n" % n for n in ("68", "168", "576", "60:80"))}, [outside(payload_len=n) for n in (0, 100, 508, 1000)] + [outside(proto="47"), outside(proto="sctp")], {}),
    ("REJECT answers every protocol but DCCP, whose sum looks wrong to it", {"filter": "-A FORWARD -j REJECT\n"}, [outside(proto=p) for p in ("udp", "udplite", "sctp", "dccp", "47", "50", "99")], {}),
    ("REJECT answers by the way back, from that device", {"filter": "-A FORWARD -j REJECT\n"}, [outside(src="10.9.0.7")], {}),
    # recent
    ("recent: set, check, update, remove", {"mangle": "-A PREROUTING -p udp -m recent --set --name a\n-A PREROUTING -m recent --rcheck --name a --seconds 900\n-A PREROUTING -p tcp -m recent --update --name a --hitcount 3\n-A PREROUTING -p icmp -m recent --remove --name a\n"},
     [keep(outside(proto=p)) for p in ("tcp", "udp", "tcp", "tcp", "tcp", "tcp", "icmp", "tcp")], {}),
    ("recent: hitcount 3 in update-then-set order matches the fourth packet", {"mangle": "-A PREROUTING -m recent --update --name b --hitcount 3 --seconds 900\n-A PREROUTING -m recent --set --name b\n"}, [keep(outside(sport=43000 + i)) for i in range(6)], {}),
    ("recent keeps a hundred addresses", {"mangle": "-A PREROUTING -p udp -m recent --set --name c\n-A PREROUTING -p tcp -m recent --rcheck --name c\n"}, [keep(outside(proto="udp", src="192.168.1.%d" % s)) for s in range(50, 170)] + [keep(outside(src="192.168.1.%d" % s)) for s in (50, 60, 75, 100, 169)], {}),
    ("recent by destination", {"mangle": "-A PREROUTING -m recent --rcheck --rdest --name d\n-A PREROUTING -m recent --set --rdest --name d\n"}, [keep(outside()), keep(outside()), keep(outside("10.244.0.6"))], {}),
    ("recent: seconds pass, --reap drops the oldest", {"mangle": "-A PREROUTING -p udp -m recent --set --name e\n-A PREROUTING -p tcp -m recent --rcheck --name e --seconds 1\n-A PREROUTING -p icmp -m recent --rcheck --name e --seconds 1 --reap\n-A PREROUTING -p tcp -m recent --rcheck --name e\n"},
     [keep(outside(proto="udp")), keep(outside()), keep(outside(sleep=3.2)), keep(outside(proto="icmp")), keep(outside())], {}),
    ("recent: --seconds and --hitcount must both hold", {"mangle": "-A PREROUTING -p udp -m recent --set --name f\n-A PREROUTING -p tcp -m recent --rcheck --name f --seconds 1 --hitcount 2\n"}, [keep(outside(proto="udp")), keep(outside()), keep(outside(proto="udp")), keep(outside()), keep(outside(sleep=3.2))], {}),
    # later experiments
    ("a packet dropped in FORWARD leaves no entry", {"nat": DNAT, "filter": "-A FORWARD -p tcp -j DROP\n"}, [outside("10.96.0.10")], {}),
    ("without conntrack a later fragment has no ports", {"filter": "-A FORWARD -f\n-A FORWARD -p udp\n-A FORWARD -p udp -m udp --dport 80\n-A FORWARD ! -f\n"}, [outside(proto="udp", mf=True, payload_len=8), outside(proto="udp", frag_off=16, payload_len=8)], {"conntrack": False}),
    ("with conntrack a fragment waits for the others", {"filter": "-A FORWARD -p udp\n"}, [outside(proto="udp", mf=True, payload_len=8)], {}),
    ("REJECT does not answer a later fragment", {"filter": "-A FORWARD -j REJECT\n"}, [outside(proto="udp", frag_off=16, payload_len=8), outside(proto="udp", mf=True, payload_len=8)], {"conntrack": False}),
    ("limit lets its burst through", {"mangle": "-A PREROUTING -m limit --limit 1/hour --limit-burst 2\n"}, [keep(outside(sport=44000 + i)) for i in range(5)], {}),
    ("owner sees the sender's user and group", {"filter": "-A OUTPUT -m owner --uid-owner 0\n-A OUTPUT -m owner --uid-owner 1000\n-A OUTPUT -m owner --gid-owner 1000\n-A OUTPUT -m owner ! --uid-owner 0-999\n"}, [node(), node(uid=1000, gid=1000)], {}),
    ("nfacct counts and matches", {"filter": "-A FORWARD -p tcp -m nfacct --nfacct-name counted\n"}, [outside(), outside(proto="udp")], {}),
    ("physdev where no bridge hands packets over", {"mangle": "".join("-A %s -m physdev %s\n" % x for x in (("PREROUTING", "--physdev-in eth0"), ("FORWARD", "--physdev-in eth0"), ("FORWARD", "! --physdev-is-bridged"), ("FORWARD", "--physdev-is-in"), ("INPUT", "! --physdev-in eth0")))}, [outside(), outside("192.168.1.10")], {"interfaces": [dict(i, name=i["name"].replace("cni", "pod")) for i in HOST]}),
    ("what comes in for one address is unicast", {"mangle": "".join("-A %s -m pkttype --pkt-type %s\n" % (c, t) for c in ("PREROUTING", "INPUT", "FORWARD") for t in ("unicast", "broadcast", "multicast"))}, [outside(), outside("192.168.1.10"), node("192.168.1.10")], {}),
    ("what the host sends has no packet type", {"mangle": "".join("-A %s -m pkttype --pkt-type %s\n" % (c, t) for c in ("OUTPUT", "POSTROUTING") for t in ("unicast", "broadcast", "multicast"))}, [node(), outside()], {}),
    ("interfaces by prefix", {"filter": "-A FORWARD -i eth+\n-A FORWARD -i e+ -o cni0\n-A FORWARD ! -i cni+\n"}, [outside(), pod("8.8.8.8")], {}),
    ("masks with holes", {"filter": "-A FORWARD -s 192.0.1.50/255.0.255.255\n-A FORWARD ! -d 10.0.0.5/255.0.255.255\n"}, [outside(), outside("10.244.0.6")], {}),
]

CASES += cases_extensions.cases(sys.modules[__name__]) + cases_ipv6.cases(sys.modules[__name__])


def rules_of(tables):
    text = ""
    for name, body in tables.items():
        declared = "".join(line + "\n" for line in body.splitlines() if line.startswith(":"))
        text += "*%s\n%s%sCOMMIT\n" % (name, declared, "".join(l + "\n" for l in body.splitlines() if not l.startswith(":")))
    return text


def scenarios():
    """(name, rules, scenario) of each case."""
    for name, tables, packets, more in CASES:
        numbered = [dict(p, id=p.get("id", "p%d" % n)) for n, p in enumerate(packets)]
        yield name, rules_of(tables), dict({"interfaces": HOST, "packets": numbered}, **more)
