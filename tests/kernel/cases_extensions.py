"""What experiments settled about matches and targets that are met less often; in the form of cases.py, which takes them in."""
import time


BRIDGED = [{"name": "eth0", "addresses": ["192.168.1.10/24"], "routes": ["default via 192.168.1.1"]}, {"name": "cni0", "kind": "bridge", "addresses": ["10.244.0.1/24"]},
           {"name": "veth1", "master": "cni0"}, {"name": "veth2", "master": "cni0"}]


def of_each(chain, options):
    return "".join("-A %s %s\n" % (chain, o) for o in options)


def cases(c):
    """c: the module cases, for its packets."""
    outside, pod, node, keep, reply, follow = c.outside, c.pod, c.node, c.keep, c.reply, c.follow
    now = int(time.time())
    day, hour = time.gmtime(now), lambda seconds: time.strftime("%H:%M:%S", time.gmtime(now + seconds))
    weekday = time.strftime("%a", day)
    segments = [outside(id="t"), reply("t"), follow("t", flags="ACK"), follow("t", flags="PSH,ACK", payload_len=100), reply("t", flags="ACK")]
    return [
        ("hashlimit has a bucket for each flow", {"mangle": of_each("PREROUTING", ["-m hashlimit --hashlimit-upto 1/hour --hashlimit-burst 1 --hashlimit-mode srcip --hashlimit-name a", "-m hashlimit --hashlimit-above 1/hour --hashlimit-burst 2 --hashlimit-mode dstport --hashlimit-name b", "-m hashlimit --hashlimit-upto 1/hour --hashlimit-burst 1 --hashlimit-mode srcip --hashlimit-srcmask 16 --hashlimit-name c"])},
         [keep(outside(src="192.168.1.%d" % s, dport=d)) for s, d in ((50, 80), (50, 80), (51, 80), (51, 81), (50, 81), (52, 80))], {}),
        ("rules that name the same hashlimit share its buckets", {"mangle": of_each("PREROUTING", ["-p tcp -m hashlimit --hashlimit-upto 1/hour --hashlimit-burst 2 --hashlimit-name s"] * 2)}, [keep(outside(sport=s)) for s in (1, 2)], {}),
        ("hashlimit in bytes fills up within a second", {"mangle": of_each("PREROUTING", ["-m hashlimit --hashlimit-upto 1kb/s --hashlimit-mode srcip --hashlimit-name bytes", "-m hashlimit --hashlimit-upto 1kb/s --hashlimit-burst 2kb --hashlimit-mode srcip --hashlimit-name burst"])},
         [keep(outside(proto="udp", payload_len=900, **({"sleep": 1.3} if n in (5, 8) else {}))) for n in range(10)], {}),
        ("hashlimit --hashlimit-rate-match looks at the interval before", {"mangle": "-A PREROUTING -m hashlimit --hashlimit-upto 2/sec --hashlimit-burst 1 --hashlimit-htable-expire 60000 --hashlimit-rate-match --hashlimit-name r\n"},
         [keep(outside(proto="udp", **({"sleep": 1.5} if n in (5, 6, 7) else {}))) for n in range(9)], {}),
        ("connlimit counts the connections of an address", {"mangle": of_each("FORWARD", ["-m connlimit --connlimit-above 2", "-m connlimit --connlimit-upto 1 --connlimit-daddr", "-m connlimit --connlimit-above 3 --connlimit-mask 24"])},
         [keep(outside(src="192.168.1.%d" % s, sport=p)) for s, p in ((50, 1), (50, 2), (51, 1), (50, 3), (50, 3), (51, 2), (52, 1))], {}),
        ("connlimit forgets what is closed", {"mangle": "-A FORWARD -m connlimit --connlimit-above 1\n"}, [keep(outside(id="a", sport=1)), reply("a", flags="RST,ACK"), keep(outside(sport=2)), keep(outside(sport=3))], {}),
        ("what comes to connlimit twice is counted twice", {"mangle": ":L - [0:0]\n-A FORWARD -j L\n-A FORWARD -j L\n-A L -m connlimit --connlimit-above 1\n"}, [keep(outside(id="a", sport=1)), reply("a"), keep(outside(sport=2)), keep(outside(sport=3)), follow("a", flags="ACK")], {}),
        ("an answer counts by its own source", {"mangle": "-A FORWARD -m connlimit --connlimit-upto 1\n"}, [keep(outside(id="a", sport=1)), reply("a"), keep(outside(id="b", src="192.168.1.51")), reply("b")], {}),
        ("quota ends with the packet that does not fit", {"mangle": "-A PREROUTING -m quota --quota 100\n-A PREROUTING -m quota ! --quota 60\n"}, [keep(outside(sport=s)) for s in range(1, 5)], {}),
        ("connbytes counts from the first packet on", {"mangle": of_each("FORWARD", ["-m connbytes --connbytes %s --connbytes-mode %s --connbytes-dir %s" % (r, m, d) for r, m, d in (("1:1", "packets", "original"), ("1", "packets", "reply"), ("3", "packets", "both"), ("80:160", "bytes", "original"), ("41", "avgpkt", "both"))] + ["-m connbytes ! --connbytes %s --connbytes-mode packets --connbytes-dir both" % r for r in ("2:3", "2:2", "3")] + ["-m connbytes --connbytes 0:0 --connbytes-mode packets --connbytes-dir reply"])}, segments, {}),
        ("without a connection connbytes never holds", {"mangle": "-A FORWARD -m connbytes --connbytes 0 --connbytes-mode packets --connbytes-dir both\n-A FORWARD -m connbytes ! --connbytes 0 --connbytes-mode packets --connbytes-dir both\n"}, [outside(flags="SYN,ACK")], {}),
        ("marks of congestion", {"mangle": of_each("PREROUTING", ["-m ecn --ecn-ip-ect 2", "-m ecn ! --ecn-ip-ect 0", "-p tcp -m ecn --ecn-tcp-ece", "-p tcp -m ecn ! --ecn-tcp-cwr", "-p tcp -m ecn --ecn-tcp-ece ! --ecn-tcp-cwr --ecn-ip-ect 0"])},
         [outside(flags="SYN,ECE,CWR"), outside(flags="ACK,ECE"), outside(tos=2), outside(tos=3), outside(proto="udp", tos=1)], {}),
        ("ECN takes the marks out of TCP's header", {"mangle": "-A PREROUTING -p tcp -j ECN --ecn-tcp-remove\n-A PREROUTING -p tcp -m ecn --ecn-tcp-ece\n-A PREROUTING -p tcp -m tcp --tcp-flags SYN SYN\n"}, [outside(flags="SYN,ECE,CWR", tos=2), outside()], {}),
        ("a reset of the stack leaves the marks of congestion out", {"filter": ""}, [outside("192.168.1.10", 81, tos=t) for t in (1, 2, 3, 0x13, 0xB9)], {}),
        ("rpfilter asks for the way back", {"raw": of_each("PREROUTING", ["-m rpfilter", "-m rpfilter --invert", "-m rpfilter --loose", "-m rpfilter --accept-local", "-m rpfilter --validmark --loose"])},
         [outside(), outside(src="8.8.8.8"), outside(src="10.244.0.5"), outside(src="10.9.0.7"), outside(src="192.168.1.10"), outside(src="203.0.113.77"), outside(src="198.51.100.3"), pod(src="8.8.8.8"), node("192.168.1.10", src="192.168.1.10")],
         {"routes": ["blackhole 203.0.113.64/26", "unreachable 198.51.100.0/25"]}),
        ("without IPsec every packet has none", {"mangle": of_each("FORWARD", ["-m policy --dir in --pol none", "-m policy --dir in --pol ipsec", "-m policy --dir out --pol none", "-m policy --dir out --pol ipsec --proto esp"])}, [outside(), outside(proto="esp")], {}),
        ("cluster shares connections out by who began them", {"mangle": of_each("PREROUTING", ["-m cluster --cluster-total-nodes 2 --cluster-local-node 1 --cluster-hash-seed 0xdeadbeef", "-m cluster --cluster-total-nodes 5 --cluster-local-node 3 --cluster-hash-seed 7", "-m cluster --cluster-total-nodes 3 ! --cluster-local-node 1 --cluster-hash-seed 1"])}, [outside(src="192.168.1.%d" % s) for s in range(50, 70)] + [outside(flags="SYN,ACK")], {}),
        ("devices have the group that they are given, or 0", {"mangle": of_each("FORWARD", ["-m devgroup --src-group 0", "-m devgroup --dst-group 0x5", "-m devgroup ! --dst-group 0x1/0x1", "-m devgroup --src-group 0 --dst-group 4/6"])}, [outside(), pod()], {"interfaces": [dict(i, group=5) if i["name"] == "cni0" else i for i in c.HOST]}),
        ("helper means connections that one expected", {"mangle": "-A FORWARD -m helper --helper ftp\n-A FORWARD -m helper ! --helper ftp\n"}, [outside(), outside(flags="SYN,ACK")], {}),
        ("u32 looks at bytes", {"mangle": of_each("PREROUTING", ["-m u32 %s--u32 \"%s\"" % (n, t) for n, t in (("", "6&0xFF=6"), ("! ", "6&0xFF=6"), ("", "0>>22&0x3C@0&0xFFFF=80"), ("", "0>>22&0x3C@0>>16=40000"), ("", "0>>22&0x3C@12>>16&0xFF=2"), ("", "12=0xC0A80132&&16=0x0AF40005"), ("", "36=0"), ("! ", "36=0"), ("", "0&0xFFFF=40:60,70"), ("", "8<<8>>24=17"), ("", "4&0x3FFF=1"))])},
         [outside(), outside(proto="udp"), outside(proto="icmp"), outside(dport=81, flags="ACK")], {}),
        ("string finds what is known of the headers", {"mangle": of_each("PREROUTING", ["-m string --hex-string \"|c0a80132|\" --algo bm --to 16", "-m string --hex-string \"|c0a80132|\" --algo kmp --from 13 --to 20", "-m string --string abcdefghijklmnopqrstuvwxyz --algo bm --from 20", "-m string --hex-string \"|0af40005|\" --algo bm --from 16 --to 20", "-m string --hex-string \"|0af40005|\" --algo bm --from 16 --to 19"])}, [outside(), outside(src="192.168.1.51", proto="udp")], {}),
        ("sctp looks at chunks", {"mangle": of_each("PREROUTING", ["-p sctp -m sctp --chunk-types %s" % t for t in ("all INIT", "any DATA,INIT", "only INIT", "only DATA,INIT", "all DATA,INIT", "any DATA")] + ["-p sctp -m sctp ! --chunk-types any INIT"])}, [outside(proto="sctp")], {}),
        ("dccp looks at the type", {"mangle": of_each("PREROUTING", ["-p dccp -m dccp --dccp-types REQUEST,DATA", "-p dccp -m dccp ! --dccp-types REQUEST", "-p dccp -m dccp --dccp-types RESPONSE", "-p dccp -m dccp --dccp-option 5", "-p dccp -m dccp ! --dccp-option 5"])}, [outside(proto="dccp")], {}),
        ("esp and ah look at the index", {"mangle": of_each("PREROUTING", ["-p esp -m esp --espspi 7", "-p esp -m esp ! --espspi 8:99", "-p ah -m ah --ahspi 7:9", "-p ah -m ah ! --ahspi 0", "-p esp -m esp --espspi 9:3", "-p esp -m esp ! --espspi :", "-p ipcomp -m ipcomp --ipcompspi 7", "-p ipcomp -m ipcomp ! --ipcompspi 7"])}, [outside(proto="108", spi=7), outside(proto="108", spi=9), outside(proto="esp", spi=7), outside(proto="esp", spi=50), outside(proto="ah", spi=7), outside(proto="ah")], {}),
        ("time of day, days of the week and of the month", {"mangle": of_each("PREROUTING", ["-m time " + t for t in (
            "--weekdays " + weekday, "! --weekdays " + weekday, "--monthdays %d" % day.tm_mday, "! --monthdays %d" % day.tm_mday,
            "--timestart %s --timestop %s" % (hour(-3600), hour(3600)), "--timestart %s --timestop %s" % (hour(3600), hour(-3600)), "--timestart %s --timestop %s" % (hour(3600), hour(7200)),
            "--datestart 2020-01-01", "--datestop 2020-01-01", "--timestart %s --timestop %s --weekdays %s --contiguous" % (hour(3600), hour(1800), weekday))])}, [outside()], {"before": {"clock": now}}),
        ("TPROXY hands to a transparent socket, marks, and ends the table", {"mangle": "-A PREROUTING -p udp -j TPROXY --on-port 5000 --tproxy-mark 0x1/0x1\n-A PREROUTING -j LOG\n", "filter": "-A INPUT -m mark --mark 0x1/0x1\n"}, [outside(proto="udp"), outside(proto="udp", dport=81), outside()],
         {"listen": [{"proto": "udp", "port": 5000, "transparent": True}], "ip_rules": ["fwmark 0x1/0x1 table 100"], "routes": ["local 0.0.0.0/0 dev lo table 100"]}),
        ("what TPROXY handed over is not sent on", {"mangle": "-A PREROUTING -p tcp -j TPROXY --on-port 5000\n", "filter": "-A FORWARD\n"}, [outside(), outside(proto="udp")], {"listen": [{"proto": "tcp", "port": 5000, "transparent": True}]}),
        ("without a socket TPROXY drops", {"mangle": "-A PREROUTING -p tcp -j TPROXY --on-port 5001\n"}, [outside()], {"listen": [{"proto": "tcp", "port": 5000, "transparent": True}]}),
        ("socket means one that listens at this address", {"mangle": "-A PREROUTING -m socket\n-A PREROUTING -m socket --nowildcard\n"}, [outside("192.168.1.10", 80), outside("192.168.1.10", 81), outside("192.168.1.10", 82), outside("192.168.1.10", 80, proto="icmp"), outside("10.244.0.5", 80)],
         {"listen": [{"proto": "tcp", "port": 80}, {"proto": "tcp", "port": 81, "addr": "192.168.1.10"}]}),
        ("TPROXY over TCP: the socket that listens answers as the one that was spoken to", {"mangle": "-A PREROUTING -p tcp -j TPROXY --on-port 5000 --tproxy-mark 0x1/0x1\n", "filter": "-A OUTPUT -p tcp --sport 80\n"}, [outside(), outside("192.168.1.10"), outside(flags="RST")],
         {"listen": [{"proto": "tcp", "port": 5000, "transparent": True}], "ip_rules": ["fwmark 0x1/0x1 table 100"], "routes": ["local 0.0.0.0/0 dev lo table 100"]}),
        ("physdev: what comes by a bridge's port and is routed is not bridged, and goes out by no port", {"mangle": "".join(of_each(chain, ["-m physdev " + o for o in ("--physdev-is-bridged", "! --physdev-is-bridged", "--physdev-is-out", "--physdev-out veth2", "! --physdev-is-out ! --physdev-is-bridged")]) for chain in ("PREROUTING", "INPUT", "FORWARD", "POSTROUTING"))},
         [pod(**{"in": "veth1"}), pod("10.244.0.1", **{"in": "veth1"}), outside(), node()], {"interfaces": BRIDGED}),
        ("physdev: by which port it came natwalk does not know", {"mangle": of_each("PREROUTING", ["-m physdev --physdev-in veth1", "-m physdev --physdev-is-in"])}, [outside(), pod(**{"in": "veth1"})], {"interfaces": BRIDGED}),
        ("physdev: with bridge-nf-call-iptables 0 nothing has a port", {"mangle": of_each("PREROUTING", ["-m physdev --physdev-in veth1", "-m physdev ! --physdev-is-in"])}, [pod(**{"in": "veth1"})], {"interfaces": BRIDGED, "sysctl": {"net.bridge.bridge-nf-call-iptables": 0}}),
        ("mac: the sender on its link", {"mangle": of_each("PREROUTING", ["-m mac --mac-source 02:00:00:00:00:01", "-m mac ! --mac-source 02:00:00:00:00:01"]) + of_each("FORWARD", ["-m mac --mac-source 02:00:00:00:00:07"])}, [outside(mac=m, **{"in": "tap0"}) for m in ("02:00:00:00:00:01", "02:00:00:00:00:07")] + [outside()],
         {"interfaces": c.HOST + [{"name": "tap0", "kind": "tap", "addresses": ["172.31.0.1/24"]}]}),
    ]
