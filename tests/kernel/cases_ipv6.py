"""What experiments settled about IPv6, in the form of cases.py, which takes them in. FINDINGS_IPV6.md says each in words."""
HOST = [{"name": "eth0", "addresses": ["2001:db8:1::10/64"], "routes": ["default via 2001:db8:1::1"]},
        {"name": "cni0", "addresses": ["fd00:10:244::1/64"]}, {"name": "tun9", "addresses": ["fd00:9::1/64"]},
        {"name": "eth1", "addresses": ["2001:db8:30::9/48"]}]
SELECTING = [dict(HOST[0], addresses=["fe80::1/64", "fd00:7::10/64", "2001:db8:7::10/64", "2001:db8:1::10/64"])] + HOST[1:]
BARE = HOST + [{"name": "bare0", "addresses": [], "routes": ["2001:db8:55::/64", "fd00:55::/64"]}]
NO_DEFAULT = [dict(i, routes=[]) for i in HOST]
STATES = ("NEW", "INVALID", "UNTRACKED", "RELATED", "ESTABLISHED", "DNAT")
NODE, POD, SERVICE = "2001:db8:1::10", "fd00:10:244::5", "fd00:96::10"
FAR = "2001:4860:4860::8888"
REFUSALS = ["icmp6-no-route", "icmp6-adm-prohibited", "icmp6-addr-unreachable", "icmp6-port-unreachable", "icmp6-policy-fail", "icmp6-reject-route"]
HEADERS = ["hbh", "hbh --hbh-len 8", "hbh --hbh-len 4", "hbh ! --hbh-len 8", "hbh --hbh-opts 1:4", "hbh --hbh-opts 1", "hbh --hbh-opts 1:4,1", "hbh --hbh-opts 5", "dst", "dst --dst-opts 1:4", "dst --dst-len 16",
           "rt", "rt --rt-type 0", "rt ! --rt-type 0", "rt --rt-segsleft 0", "rt ! --rt-segsleft 0:3", "rt --rt-type 0 --rt-0-res", "rt --rt-type 0 --rt-0-addrs 2001:db8::1", "rt --rt-len 8",
           "ah", "ah --ahspi 7", "ah --ahlen 16", "ah --ahlen 0", "ah ! --ahlen 16", "ah --ahres", "frag",
           "ipv6header --header hop --soft", "ipv6header --header hop,prot", "ipv6header --header esp --soft", "ipv6header --header prot --soft", "ipv6header --header none --soft", "ipv6header --header auth --soft",
           "ipv6header ! --header hop --soft", "ipv6header ! --header prot"]
PROTOCOLS = ["-p tcp", "-p tcp -m tcp --dport 80", "-p ah", "-p esp -m esp --espspi 7", "-p ipv6-mh -m mh --mh-type 5", "-p ipv6-mh -m mh ! --mh-type 0:4", "-p ipv6-nonxt", "-p ipv6-route", "! -p tcp"]


def of_each(chain, options):
    return "".join("-A %s %s\n" % (chain, o) for o in options)


def outside(dst=POD, dport=80, **more):
    return dict({"hook": "prerouting", "in": "eth0", "src": "2001:db8:1::50", "dst": dst, "proto": "tcp", "sport": 40000, "dport": dport}, **more)


def pod(dst="2001:db8:1::50", dport=80, **more):
    return outside(dst, dport, **dict({"in": "cni0", "src": POD}, **more))


def node(dst=POD, dport=80, **more):
    packet = outside(dst, dport, **dict({"hook": "output", "src": NODE}, **more))
    packet.pop("in")
    return packet


def ping(dst=POD, kind=128, **more):
    return outside(dst, proto="ipv6-icmp", icmp_type=kind, **more)


def to(target):
    return of_each("PREROUTING", ["-p tcp -j DNAT --to-destination " + target]) + of_each("OUTPUT", ["-p tcp -j DNAT --to-destination " + target])


def cases(c):
    """c: the module cases."""
    keep, reply, follow = c.keep, c.reply, c.follow
    masquerade, dnat = "-A POSTROUTING -j MASQUERADE\n", to("[fd00:10:244::5]:8080")
    states = lambda chain: of_each(chain, ["-m conntrack --ctstate " + s for s in STATES])
    error = lambda of, **more: dict({"icmp_error_for": of}, **more)
    seen = dict(c.EMPTY)
    found = [
        # Addresses
        ("IPv6: ::1 and groups as source, ::1 as destination come in nowhere", seen, [outside(NODE, src="::1"), outside(NODE, src="ff02::1"), outside("::1"), outside("ff01::1")], {}),
        ("IPv6: an own address as source is no martian, nor is one without a way back", seen, [outside(NODE, src=s) for s in ("fd00:10:244::1", NODE, "fd00:9::7", "2001:db8:99::1")], {"interfaces": NO_DEFAULT}),
        ("IPv6: :: as source reaches the host, not beyond", seen, [outside(NODE, src="::", proto="udp"), outside(POD, src="::")], {}),
        ("IPv6: a link-local source goes to no other link", seen, [outside(POD, src="fe80::5")], {}),
        ("IPv6: ::1 is looked for on the link where DNAT in PREROUTING leads to it", {"nat": to("::1"), "filter": ""}, [outside(NODE), pod(NODE)], {}),
        ("IPv6: ::1 is looked for by policy rules, too", {"mangle": "-A PREROUTING -p tcp -j MARK --set-mark 1\n", "nat": of_each("PREROUTING", ["-j DNAT --to-destination ::1"]), "filter": ""},
         [outside(NODE, proto=p, **{"in": d}) for d in ("eth1", "cni0") for p in ("tcp", "udp")],
         {"interfaces": NO_DEFAULT, "ip_rules": ["fwmark 0x1 table 100"], "routes": ["default via 2001:db8:30::1 dev eth1 table 100", "unreachable default metric 9 table 100"]}),
        ("IPv6: the same where the host does not forward", {"mangle": "-A PREROUTING -p tcp -j MARK --set-mark 1\n", "nat": of_each("PREROUTING", ["-j DNAT --to-destination ::1"]), "filter": ""},
         [outside(NODE, proto=p, **{"in": d}) for d in ("eth1", "cni0") for p in ("tcp", "udp")],
         {"interfaces": NO_DEFAULT, "ip_rules": ["fwmark 0x1 table 100"], "routes": ["default via 2001:db8:30::1 dev eth1 table 100"], "sysctl": {"net.ipv6.conf.all.forwarding": 0}}),
        ("IPv6: what all nodes and routers hear is delivered, other groups are dropped", seen, [outside(d, proto="udp") for d in ("ff02::1", "ff02::2", "ff05::2", "ff02::1:ff00:11", "ff02::5", "ff0e::1")], {}),
        ("IPv6: a host that does not forward is no router", seen, [outside(d, proto="udp") for d in ("ff02::1", "ff02::2", "2001:db8:1::", POD)], {"sysctl": {"net.ipv6.conf.all.forwarding": 0}}),
        ("IPv6: the first address of a net is one of its routers", seen, [outside("2001:db8:1::", proto=p) for p in ("tcp", "udp", "ipv6-icmp")], {}),
        ("IPv6: an echo to all is answered by an own address", seen, [ping("ff02::1"), ping("2001:db8:1::")], {}),
        ("IPv6: addrtype asks for all its types", {"mangle": of_each("PREROUTING", ["-m addrtype --dst-type " + t for t in ("LOCAL", "UNICAST", "UNICAST,LOCAL", "ANYCAST", "UNICAST,ANYCAST", "MULTICAST", "UNREACHABLE", "LOCAL --limit-iface-in")])},
         [outside(d, proto="udp") for d in (NODE, POD, "fd00:10:244::1", "2001:db8:1::", "ff02::1", "2001:db8:3::1")], {"routes": ["unreachable 2001:db8:3::/64"]}),
        # Routing
        ("IPv6: no route and unreachable are one error, prohibit another, blackhole silence", seen, [outside(d) for d in ("2001:db8:50::1", "2001:db8:3::1", "2001:db8:4::1", "2001:db8:2::1")],
         {"interfaces": NO_DEFAULT, "routes": ["unreachable 2001:db8:3::/64", "prohibit 2001:db8:4::/64", "blackhole 2001:db8:2::/64"]}),
        ("IPv6: the same errors where the host does not forward", seen, [outside(d) for d in ("2001:db8:50::1", "2001:db8:3::1", POD)], {"interfaces": NO_DEFAULT, "routes": ["unreachable 2001:db8:3::/64"], "sysctl": {"net.ipv6.conf.all.forwarding": 0}}),
        ("IPv6: output without a route meets no rules", seen, [node(d) for d in ("2001:db8:50::1", "2001:db8:3::1")], {"interfaces": NO_DEFAULT, "routes": ["unreachable 2001:db8:3::/64"]}),
        ("IPv6: what has no route is asked for again with the source that would be chosen", seen, [node(d, src=s, proto="udp") for d, s in ((SERVICE, NODE), (SERVICE, "fd00:9::1"), ("2001:db8:50::1", NODE), ("2001:db8:1::50", "fd00:10:244::1"))],
         {"interfaces": NO_DEFAULT, "ip_rules": ["from fd00:10:244::/64 table 100"], "routes": ["default via 2001:db8:30::1 dev eth1 table 100"]}),
        ("IPv6: a hop limit of 1 is not forwarded but delivered", seen, [outside(ttl=1), outside(NODE, ttl=1)], {}),
        ("IPv6: too big is always told, never cut", seen, [outside(proto="udp", payload_len=1500), outside(proto="udp", payload_len=1400)], {}),
        ("IPv6: a mark in mangle OUTPUT routes again, and so does a changed hop limit", {"mangle": "-A OUTPUT -p tcp -j MARK --set-mark 1\n-A OUTPUT -p udp -j HL --hl-set 9\n"}, [node(FAR), node(FAR, proto="udp"), node(FAR, proto="ipv6-icmp")],
         {"ip_rules": ["fwmark 0x1 table 100", "from %s table 100" % NODE], "routes": ["default via 2001:db8:30::1 dev eth1 table 100"]}),
        ("IPv6: hl counts down before FORWARD; HL sets it", {"mangle": "-A PREROUTING -m hl --hl-eq 64\n-A FORWARD -m hl --hl-lt 64\n-A FORWARD -j HL --hl-inc 3\n-A POSTROUTING -m hl --hl-gt 64\n"}, [outside()], {}),
        # Conntrack
        ("IPv6: an echo has an id, its answer belongs to it", {"mangle": states("PREROUTING")}, [ping(id="e"), reply("e"), ping(kind=129), ping(kind=139), ping(kind=140)], {}),
        ("IPv6: neighbours and listeners are never tracked, redirects are INVALID", {"mangle": states("PREROUTING")}, [ping(kind=k) for k in (130, 131, 132, 133, 134, 135, 136, 137, 138, 141, 143, 144, 151, 200)], {}),
        ("IPv6: an ICMP error without a connection is INVALID, with one RELATED", {"nat": dnat, "filter": states("FORWARD")}, [ping(kind=k) for k in (1, 2, 3, 4, 5, 127)] + [outside(SERVICE, id="t"), error("t"), reply("t")], {}),
        ("IPv6: a wrong sum makes INVALID", {"mangle": states("PREROUTING")}, [outside(bad_csum=True), ping(bad_csum=True), ping(NODE, bad_csum=True), outside(proto="udp", bad_csum=True)], {}),
        ("IPv6: the same where INPUT has no rules", {"raw": ""}, [ping(NODE, 139, bad_csum=True)], {}),
        ("IPv6: tables in order, each way", dict.fromkeys(("raw", "mangle", "nat", "filter", "security"), ""), [outside(), outside(NODE), node(), node(NODE)], {}),
        # Extension headers
        ("IPv6: extension headers are found, and the protocol behind them", {"mangle": of_each("PREROUTING", ["-m " + h for h in HEADERS] + PROTOCOLS)},
         [outside()] + [outside(ext=[e], rt_type=253, spi=9) for e in ("hbh", "dst", "rt", "ah")] + [outside(ext=["rt"], rt_type=0), outside(proto="ah", spi=7), outside(proto="esp", spi=7), outside(proto="mobility-header", mh_type=5), outside(proto="mobility-header", mh_type=5, ext=["rt"], rt_type=0),
          outside(proto="59"), outside(ext=["hbh", "rt", "ah", "dst"], rt_type=0)], {}),
        ("IPv6: mh asks the message of this host, whatever stands before it", {"mangle": of_each("OUTPUT", ["-p ipv6-mh -m mh" + m for m in ("", " --mh-type 5", " ! --mh-type 0:2", " --mh-type 0")])},
         [node(POD, proto="mobility-header", mh_type=t, **h) for t in (0, 5) for h in ({}, {"ext": ["hbh"]}, {"ext": ["hbh", "rt"], "rt_type": 0}, {"ext": ["hbh", "rt"], "rt_type": 253})], {}),
        ("IPv6: translation reaches behind extension headers", {"nat": dnat + masquerade, "filter": "-A FORWARD -m length --length 76\n"}, [outside(SERVICE, ext=["hbh", "dst"], id="t"), reply("t")], {}),
        ("IPv6: packets with extension headers reach the host's sockets", seen, [outside(NODE, proto=p, ext=[e], rt_type=0) for p in ("tcp", "udp") for e in ("hbh", "rt", "dst")], {}),
        ("IPv6: conntrack takes off the header of a fragment that is whole", {"raw": of_each("PREROUTING", ["-m frag", "-p udp -m udp --dport 80", "-m length --length 48"])}, [outside(proto="udp", ext=["frag"])], {}),
        ("IPv6: and holds fragments back", {"raw": of_each("PREROUTING", ["-m frag"])}, [outside(proto="udp", mf=True, payload_len=8)], {}),
        ("IPv6: without conntrack frag tells first, middle and last", {"raw": of_each("PREROUTING", ["-m frag" + o for o in ("", " --fragfirst", " --fragmore", " --fraglast")] + ["-p udp", "-p udp -m udp --dport 80"]), "filter": "-A FORWARD -j REJECT\n"},
         [outside(proto="udp", ext=["frag"]), outside(proto="udp", mf=True, payload_len=8), outside(proto="udp", frag_off=64), outside(proto="udp")], {"conntrack": False}),
        ("IPv6: a long datagram whose class or hop limit rules changed looks damaged to the host", {"mangle": "-A PREROUTING -p udp -m udp --dport 700 -j DSCP --set-dscp 0x2e\n-A INPUT -p udp -m udp --dport 701 -j HL --hl-set 9\n"},
         [outside(NODE, d, proto="udp", payload_len=n) for d in (700, 701, 702) for n in (68, 69)], {}),
        # NAT
        ("IPv6: DNAT in OUTPUT to ::1 goes round by lo", {"nat": to("::1"), "filter": ""}, [node(SERVICE), node(SERVICE, src="::1")], {}),
        ("IPv6: ::1 as source leaves the host where DNAT sends it, unless masqueraded", {"nat": dnat, "filter": ""}, [node("::1", src="::1"), node(SERVICE, src="::1")], {}),
        ("IPv6: the same with MASQUERADE", {"nat": dnat + masquerade, "filter": ""}, [node("::1", src="::1")], {}),
        ("IPv6: hairpin: a pod reaches itself through its service", {"nat": dnat + "-A POSTROUTING -s %s -d %s -j MASQUERADE\n" % (POD, POD)}, [pod(SERVICE, id="t"), reply("t")], {}),
        ("IPv6: REDIRECT goes to ::1 or the incoming device's first address", {"nat": of_each("PREROUTING", ["-p tcp -j REDIRECT --to-ports 9000"]) + of_each("OUTPUT", ["-p tcp -j REDIRECT --to-ports 9000"])}, [outside(SERVICE), node(SERVICE)],
         {"interfaces": [dict(HOST[0], addresses=["2001:db8:1::11/64", NODE + "/64"])] + HOST[1:]}),
        ("IPv6: MASQUERADE chooses by scope, label and common bits", {"nat": masquerade}, [pod(d) for d in ("2001:db8:7::5", "2001:db8:1::5", "fd00:7::5", "fd00:99::1", FAR, "2400::1")], {"interfaces": SELECTING}),
        ("IPv6: a device without an address borrows one that fits", {"nat": masquerade}, [pod("2001:db8:55::5"), pod("fd00:55::1")], {"interfaces": BARE}),
        ("IPv6: MASQUERADE on lo takes the destination itself", {"nat": masquerade}, [node("::1", src="::1"), node(NODE), node(NODE, src="::1")], {}),
        ("IPv6: NETMAP keeps host bits", {"nat": "-A PREROUTING -d 2001:db8:9::/64 -j NETMAP --to fd00:10:244::/64\n"}, [outside("2001:db8:9::5")], {}),
        ("IPv6: a range of addresses spreads by client, always the same", {"nat": to("fd00:10:244::5-fd00:10:244::8") + "-A PREROUTING -p udp -j DNAT --to-destination fd00:10:244::5-fd00:10:244::1:8 --persistent\n"},
         [outside(SERVICE, src="2001:db8:1::%x" % n, proto=p) for n in (50, 51, 52, 77) for p in ("tcp", "udp")], {}),
        ("IPv6: the source port is kept while free, an ICMP id too", {"nat": masquerade}, [keep(pod(FAR)), keep(pod(FAR, src="fd00:10:244::6")), keep(pod(FAR, proto="ipv6-icmp", icmp_type=128, icmp_id=7)), keep(pod(FAR, src="fd00:10:244::6", proto="ipv6-icmp", icmp_type=128, icmp_id=7))], {}),
        # REJECT
        ("IPv6: a reset answers SYN and ACK, but not a reset, and no group", {"filter": of_each("FORWARD", ["-p tcp -j REJECT --reject-with tcp-reset"]) + of_each("INPUT", ["-p tcp -j REJECT --reject-with tcp-reset"])},
         [outside(flags=f) for f in ("SYN", "ACK", "RST")] + [outside(NODE), outside("ff02::1"), outside("2001:db8:1::"), outside(tos=0x10, ttl=3)], {}),
        ("IPv6: REJECT answers from the address that was spoken to, else from the device that the packet came by", {"filter": "-A INPUT -j REJECT\n-A FORWARD -j REJECT\n"}, [outside(NODE), outside("2001:db8:1::"), outside("fd00:10:244::1"), outside(), outside(src="fd00:10:244::77"), pod(FAR)], {}),
        ("IPv6: REJECT of a translated packet answers from the service", {"nat": dnat, "filter": "-A FORWARD -p tcp -j REJECT\n"}, [outside(SERVICE), outside(NODE)], {}),
        ("IPv6: a reset of a translated packet, too", {"nat": dnat, "filter": "-A FORWARD -p tcp -j REJECT --reject-with tcp-reset\n"}, [outside(SERVICE)], {}),
        ("IPv6: REJECT answers every protocol that has something to say", {"filter": "-A FORWARD -j REJECT\n"}, [outside(proto=p) for p in ("47", "dccp", "sctp", "udplite", "esp", "59", "mobility-header")] + [ping(), ping(kind=135)], {}),
        ("IPv6: REJECT answers neither errors nor groups nor wrong sums nor ::", {"filter": "-A FORWARD -j REJECT\n-A INPUT -j REJECT\n"}, [ping(kind=1), outside("ff02::1"), outside(bad_csum=True), outside(proto="udp", bad_csum=True), outside(NODE, src="::")], {}),
        ("IPv6: an echo's answer that does not come in is told of at home", {"nat": "-A OUTPUT ! -o lo -j DNAT --to-destination %s\n" % NODE, "filter": "-A INPUT -p ipv6-icmp -m icmp6 ! --icmpv6-type 128 -j REJECT --reject-with icmp6-addr-unreachable\n"},
         [node(POD, proto="ipv6-icmp")], {}),
        ("IPv6: what REJECT sums up", {"filter": "-A FORWARD -j REJECT\n"}, [outside(proto=n, bad_csum=b) for n in ("tcp", "udp", "udplite", "dccp", "sctp", "47", "esp", "108", "99") for b in (False, True)], {}),
        ("IPv6: REJECT quotes extension headers, too", {"filter": "-A FORWARD -j REJECT\n-A OUTPUT -m length --length 124\n"}, [outside(ext=["hbh", "dst"])], {}),
        ("IPv6: DROP and REJECT in OUTPUT", {"filter": "-A OUTPUT -p tcp --dport 80 -j REJECT\n-A OUTPUT -p udp -j DROP\n"}, [node(), node(proto="udp")], {}),
        ("IPv6: an error about a reset to ::1 comes from ::1", {"nat": "-A OUTPUT -p tcp -j DNAT --to-destination [2001:db8:1::10]:80\n", "filter": "-A OUTPUT -o eth0 -p tcp -j REJECT\n"}, [node("2001:db8:30::9", src="::1")], {}),
        ("IPv6: connlimit drops what has nothing behind its headers", {"mangle": "-A FORWARD -m connlimit --connlimit-above 0 --connlimit-mask 64\n"}, [keep(outside(proto=p, sport=1)) for p in ("59", "esp", "udp")] + [keep(outside(proto="59", ext=["dst"]))], {}),
        ("IPv6: hashlimit by ports drops what has nothing behind its headers", {"mangle": of_each("PREROUTING", ["-m hashlimit --hashlimit-upto 1/hour --hashlimit-burst 1 --hashlimit-mode %s --hashlimit-name %s" % m for m in (("srcip", "a"), ("dstport", "b"), ("srcport", "c"))])},
         [keep(outside(**m)) for m in ({"proto": "59"}, {"proto": "59", "ext": ["dst"]}, {"proto": "ah", "spi": 7}, {"proto": "esp", "spi": 7}, {"proto": "esp", "spi": 9}, {"proto": "47"}, {"proto": "udp"}, {"proto": "108", "spi": 5}, {"proto": "udp", "ext": ["ah"]})], {}),
        ("IPv6: six errors at once to one receiver, then one a second", {"filter": "-A FORWARD -j REJECT\n"}, [outside(sport=p) for p in range(1, 9)] + [outside(src=FAR), outside(sleep=1.2), outside()],
         {"sysctl": {"net.ipv6.icmp.ratelimit": 1000}}),
        # Matches
        ("IPv6: icmp6 by type and code", {"mangle": of_each("PREROUTING", ["-p ipv6-icmp -m icmp6 --icmpv6-type " + t for t in ("128", "echo-reply", "1/3", "destination-unreachable", "135", "2")] + ["-p ipv6-icmp -m icmp6 ! --icmpv6-type 128"])},
         [ping(), ping(kind=129), ping(kind=1, icmp_code=3), ping(kind=1, icmp_code=4), ping(kind=135), ping(kind=2), outside()], {}),
        ("IPv6: rpfilter asks for the way back", {"raw": of_each("PREROUTING", ["-m rpfilter" + o for o in ("", " --loose", " --invert", " --accept-local")])}, [outside(), outside(src="fd00:9::7"), outside(src="2001:db8:99::1"), outside(src="fd00:10:244::1"), outside(NODE, src="fe80::5")], {"interfaces": NO_DEFAULT}),
    ]
    guarded = {"raw": "-A PREROUTING -p tcp -m tcp --dport 80 --syn -j CT --notrack\n", "filter": "-A FORWARD -p tcp -m tcp --dport 80 -m conntrack --ctstate INVALID,UNTRACKED -j SYNPROXY --mss 1460 --wscale 7 --timestamp --sack-perm\n-A FORWARD -m conntrack --ctstate INVALID -j DROP\n"}
    answer = dict(hook="prerouting", src=POD, dst="2001:db8:1::50", proto="tcp", sport=80, dport=4000, **{"in": "cni0"})
    found.append(("IPv6: SYNPROXY answers in the server's place, and opens the connection behind", guarded,
                  [keep(outside(id="s", sport=4000)), keep(outside(sport=4000, flags="ACK", seq=1001, ack=77)), keep(outside(id="a", sport=4000, flags="ACK", seq=1001, ack_to="s")), keep(dict(answer, flags="SYN,ACK", seq=5000, ack=1001)),
                   keep(outside(sport=4000, flags="PSH,ACK", seq=1001, ack_to="s", payload_len=9))], {"sysctl": {"net.netfilter.nf_conntrack_tcp_loose": 0}}))
    found.append(("IPv6: SYNPROXY and the host's own SYN, which comes round by lo", {"nat": "-A OUTPUT -j DNAT --to-destination fd00:10:244::1\n", "filter": "-A INPUT -p tcp -m tcp --dport 80 -j SYNPROXY --mss 1460 --timestamp\n-A OUTPUT -p tcp\n"}, [node(SERVICE)], {}))
    found.append(("IPv6: eui64 compares the source with its link address", {"mangle": of_each("PREROUTING", ["-m eui64", "-m mac --mac-source 02:11:22:33:44:55"])},
                  [outside(src=s, mac=m, **{"in": "tap0"}) for s, m in (("2001:db8:1::11:22ff:fe33:4455", "02:11:22:33:44:55"), ("2001:db8:1::11:22ff:fe33:4455", "02:11:22:33:44:56"), ("2001:db8:1::50", "02:11:22:33:44:55"))],
                  {"interfaces": HOST + [{"name": "tap0", "kind": "tap", "addresses": ["fd00:31::1/64"]}]}))
    found += [("IPv6: REJECT with " + w, {"filter": "-A FORWARD -p tcp -j REJECT --reject-with %s\n" % w}, [outside()], {}) for w in REFUSALS]
    return [(name, rules, packets, dict({"interfaces": HOST}, **more)) for name, rules, packets, more in found]
