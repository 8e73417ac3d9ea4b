"""
Random rulesets, hosts and packets for the conformance test; everything follows from a seed.

A ruleset has up to five tables, user chains of one hook each (jumps and gotos lead only to later chains, so there is no
loop), and every match and target that natwalk simulates, with random options. Packets are made one at a time, so that a
reply or an ICMP error can follow what the kernel really sent.
"""
import random, re, time

HOOKS = {"raw": ["PREROUTING", "OUTPUT"], "mangle": ["PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"],
         "nat": ["PREROUTING", "INPUT", "OUTPUT", "POSTROUTING"], "filter": ["INPUT", "FORWARD", "OUTPUT"],
         "security": ["INPUT", "FORWARD", "OUTPUT"]}
PORTS = [22, 53, 80, 81, 443, 500, 700, 8080, 30080, 40000, 40001]
FLAGS = ["SYN", "SYN", "SYN", "SYN", "ACK", "SYN,ACK", "RST", "RST,ACK", "FIN,ACK", "PSH,ACK", "FIN", "NONE", "SYN,FIN", "FIN,PSH,URG"]
NUMBERS = [0, 999, 1000, 1001, 1002, 1011, 2001, 5000, 5001, 5002, 6001, 66000, 70000, 200000, 4294967290]
DEVICES = ["eth0", "cni0", "tun9", "eth1"]
MACS = ["02:00:00:00:00:01", "02:00:00:00:00:07"]     # the first is that of who answers
LINKED = "-i eth1 "     # only what comes by that device has a link layer, and goes by no bridge for certain
TIMES = ["--timestart 06:00 --timestop 18:00", "--timestart 22:00 --timestop 04:30", "--weekdays Mon,Tue,Sat", "! --weekdays Sun,Wed", "--monthdays 1,2,15,30", "! --monthdays 30", "--datestart 2020-01-01",
         "--datestop 2020-01-01T12:00:00", "--timestart 20:00 --timestop 10:00 --weekdays Mon,Wed,Fri --contiguous"]
LISTENERS = [{"proto": "udp", "port": 53}, {"proto": "udp", "port": 8080, "addr": "192.168.1.10"}, {"proto": "udp", "port": 5000, "transparent": True}]


BROADCAST = "192.168.1.255"


class Ipv4World:
    """Addresses and words of IPv4: everything that a random ruleset or packet names."""
    addresses = ["192.168.1.10", "192.168.1.50", "192.168.1.255", "10.244.0.1", "10.244.0.5", "10.244.0.6", "10.9.0.7", "10.9.0.1",
                 "10.96.0.10", "203.0.113.9", "203.0.113.77", "172.30.0.9", "172.30.4.4", "8.8.8.8", "127.0.0.1", "198.51.100.3"]
    never_sources = [BROADCAST]    # what this host sends there comes round as a second packet
    stranger = "8.8.8.8"
    nets = ["192.168.1.0/24", "10.244.0.0/24", "10.0.0.0/8", "10.96.0.0/12", "203.0.113.0/24", "127.0.0.0/8", "0.0.0.0/1",
            "192.168.1.10/255.0.255.255", "172.30.0.0/16"]
    sets = ("create nets hash:net\nadd nets 192.168.1.0/24\nadd nets 10.244.0.4/30\nadd nets 10.244.0.5 nomatch\nadd nets 8.8.8.8\n"
            "create pairs hash:ip,port\nadd pairs 10.244.0.5,tcp:80\nadd pairs 10.96.0.10,tcp:443\nadd pairs 192.168.1.50,udp:53\nadd pairs 10.244.0.6,tcp:8080\n"
            "create all list:set\nadd all nets\n")
    homes = {"eth0": "192.168.1.50", "cni0": "10.244.0.5", "tun9": "10.9.0.7", "eth1": "172.30.4.4"}
    senders = ["192.168.1.10", "10.244.0.1", "127.0.0.1", "192.168.1.10", "10.9.0.1"]
    icmp, icmp_match, icmp_option = "icmp", "icmp", "--icmp-type"
    icmp_types = ["8", "0", "3", "3/1", "11", "13", "17", "any"]
    icmp_sent = [8, 8, 8, 8, 0, 13, 3, 17]
    other_protocols = ["tcp", "udp", "icmp", "47", "udplite"]
    types = ["LOCAL", "UNICAST", "BROADCAST", "MULTICAST", "LOCAL,BROADCAST"]
    hops = ["-m ttl --ttl-eq 64", "-m ttl --ttl-eq 63", "-m ttl --ttl-lt 64", "-m ttl --ttl-gt 63"]
    of_links = ["-m mac --mac-source %s", "-m mac ! --mac-source %s"]
    hop_targets = ["TTL --ttl-set 64", "TTL --ttl-dec 1", "TTL --ttl-inc 3"]
    rarer_sets = ("create seen hash:ip timeout 900\nadd seen 192.168.1.50 timeout 900\ncreate flows hash:ip,port\nadd flows 10.244.0.5,tcp:80\nadd flows 192.168.1.50,icmp:echo-request\ncreate spans hash:net\nadd spans 10.244.0.0/24\n"
                  "add spans 192.168.0.0/16\nadd spans 192.168.1.0/28 nomatch\ncreate ways hash:net,iface\nadd ways 192.168.1.0/24,eth0\nadd ways 10.0.0.0/8,cni0\nadd ways 10.244.0.0/24,eth1\ncreate doors bitmap:port range 1-1023\nadd doors 80\nadd doors 53\n"
                  "create marks hash:ip skbinfo\nadd marks 192.168.1.50 skbmark 0x7/0xff\nadd marks 10.244.0.5 skbmark 0x4000\ncreate counted hash:ip counters\nadd counted 192.168.1.50\nadd counted 10.244.0.5\ncreate triple hash:ip,port,net\n"
                  "add triple 192.168.1.50,tcp:80,10.244.0.0/24\nadd triple 10.244.0.5,udp:53,0.0.0.0/1\ncreate some list:set\nadd some flows\nadd some seen\n")
    ecn_target = has_sockets = True
    mask = "255.255.255.0"
    ranges = ["192.168.1.10-192.168.1.50", "10.0.0.0-10.255.255.255", "8.8.8.8-8.8.8.8"]
    lengths = ["0:28", "40", "41:200", "1000:65535"]
    limit_masks = [24, 0]
    bytes_asked = ["\"6&0xFF=6\"", "\"0>>22&0x3C@0&0xFFFF=80,443,8080:9000\"", "\"12&0xFFFFFF00=0xC0A80100&&8>>24=64\"", "\"4&0x3FFF=0\"", "\"0>>22&0x3C@12>>16&0xFF=2:18\"", "\"30=0\""]
    strings = ["\"|c0a80132|\" --algo bm --to 24", "\"|0af40005|\" --algo kmp --from 12 --to 20", "\"|010203040506070809|\" --algo bm --from 60"]
    source_masks = [0, 8, 24, 32]
    targets = ["10.244.0.5", "10.244.0.6", "10.9.0.7", "192.168.1.10", "127.0.0.1", "10.244.0.5-10.244.0.8", "203.0.113.77"]
    target_range, pod = "10.244.0.5-10.244.0.8", "10.244.0.5"
    sources = ["192.168.1.10", "10.9.0.1", "203.0.113.5", "203.0.113.5-203.0.113.8"]
    maps = ["10.244.0.0/24", "172.20.0.0/24"]
    refusals = ["icmp-port-unreachable", "icmp-net-unreachable", "icmp-host-unreachable", "icmp-proto-unreachable", "icmp-net-prohibited", "icmp-host-prohibited", "icmp-admin-prohibited"]

    @staticmethod
    def with_port(address, port):
        return "%s:%s" % (address, port)


class Maker:
    world = Ipv4World

    def __init__(self, seed, draws=True, flavour="legacy", rarer=False):
        """Without draws the same seed always makes the same packets: what the kernel lets out does not hang on its dice."""
        self.r = random.Random(seed)
        self.draws = draws
        self.nft = flavour == "nft"
        self.rarer = rarer      # also the matches that are met less often; seeds of before stay what they were
        self.linked = rarer and self.maybe(.5)
        self.listens = rarer and self.world.has_sockets and self.maybe(.5)

    def maybe(self, share):
        return self.r.random() < share

    def pick(self, things):
        return self.r.choice(things)

    # -- the host

    def host(self):
        interfaces = [
            {"name": "eth0", "addresses": ["192.168.1.10/24"] + (["192.168.1.11/24"] if self.maybe(.3) else []),
             "routes": ["default via 192.168.1.1"]},   # without it errors about missing routes are soon rate-limited (ip_error)
            dict({"name": "cni0", "addresses": ["10.244.0.1/24"]}, **({"group": 1} if self.rarer else {})), {"name": "tun9", "addresses": ["10.9.0.1/24"]},
            {"name": "eth1", "addresses": ["172.30.0.9/16"] + (["10.96.0.10/32"] if self.maybe(.2) else [])}]
        sysctl = {}
        for name, share in (("route_localnet", .3), ("accept_local", .15)):
            if self.maybe(share):
                sysctl["net.ipv4.conf.%s.%s" % (self.pick(["all", "eth0", "cni0"]), name)] = 1
        if self.maybe(.25):
            sysctl["net.ipv4.conf.%s.rp_filter" % self.pick(["all", "eth0", "tun9"])] = self.pick([1, 2])
        if self.maybe(.05):
            sysctl["net.ipv4.ip_forward"] = 0
        if self.maybe(.1):
            sysctl.update({"net.ipv4.icmp_ratelimit": 1000, "net.ipv4.icmp_ratemask": 6168})
        routes = [r for r in ("blackhole 203.0.113.64/26", "unreachable 198.51.100.0/25", "prohibit 198.51.100.128/25",
                              "default via 172.30.0.1 dev eth1 table 100") if self.maybe(.4)]
        rules = [r for r in ("fwmark 0x1 table 100", "fwmark 0x2/0x3 table 100", "from 10.244.0.0/24 table 100") if self.maybe(.2)]
        return self.with_rarer({"interfaces": interfaces, "sysctl": sysctl, "routes": routes, "ip_rules": rules, "ipset": self.sets()})

    def sets(self):
        """What `ipset save` would print."""
        return self.world.sets + (self.world.rarer_sets if self.rarer else "")

    def with_rarer(self, host):
        """And what the rarer matches and targets ask for: a link layer, the time, sockets, a way for what TPROXY handed to one."""
        if self.rarer:
            host["before"] = {"clock": int(time.time())}
        if self.linked:
            host["interfaces"][3]["kind"] = "tap"
        if self.listens:
            host["listen"] = LISTENERS
            if self.maybe(.7):
                host["ip_rules"].append("fwmark 0x100/0x100 table 101")
                host["routes"].append("local 0.0.0.0/0 dev lo table 101")
        return host

    # -- rules

    def negated(self, text, share=.2):
        return ("! " if self.maybe(share) else "") + text

    def conditions(self, table, hook, protocol):
        words = []
        if self.maybe(.3):
            words.append(self.negated("-s " + self.pick(self.world.nets + self.world.addresses)))
        if self.maybe(.35):
            words.append(self.negated("-d " + self.pick(self.world.nets + self.world.addresses)))
        if hook in ("PREROUTING", "INPUT", "FORWARD") and self.maybe(.2):
            words.append(self.negated("-i " + self.pick(DEVICES + ["eth+", "lo"])))
        if hook in ("FORWARD", "OUTPUT", "POSTROUTING") and self.maybe(.2):
            words.append(self.negated("-o " + self.pick(DEVICES + ["eth+", "lo"])))
        if protocol:
            words.append("-p " + protocol)
        elif self.maybe(.15):
            words.append(self.negated("-p " + self.pick(self.world.other_protocols)))
        return words

    def port(self):
        return self.pick([str(self.pick(PORTS)), "%d:%d" % (self.pick([1, 50, 80]), self.pick([80, 1023, 40000])), ":1023", "1024:"])

    def port_match(self, protocol):
        if protocol == self.world.icmp:
            return "-m %s " % self.world.icmp_match + self.negated(self.world.icmp_option + " " + self.pick(self.world.icmp_types), .15) if self.maybe(.7) else ""
        words = "-m " + protocol
        if self.maybe(.7):
            words += " " + self.negated("--dport " + self.port())
        if self.maybe(.15):
            sport = self.negated("--sport " + self.port())
            # iptables-nft 1.8.9 makes one comparison of two negated ports, which excludes only packets with both.
            words += " " + (sport.removeprefix("! ") if self.nft and "!" in words else sport)
        if protocol == "tcp" and self.maybe(.2):
            words += " " + self.negated(self.pick(["--syn", "--tcp-flags SYN,ACK SYN", "--tcp-flags ALL ACK", "--tcp-flags RST,FIN NONE"]))
        return words

    def states(self):
        names = ["NEW", "ESTABLISHED", "RELATED", "INVALID", "UNTRACKED"]
        return ",".join(sorted(self.r.sample(names, self.r.randrange(1, 4)), key=names.index))

    def matches(self, table, hook, protocol):
        pool = [
            lambda: "-m conntrack " + self.negated("--ctstate " + self.states() + (",DNAT" if self.maybe(.2) else "") + (",SNAT" if self.maybe(.1) else "")),
            lambda: "-m state " + self.negated("--state " + self.states()),
            lambda: "-m conntrack --ctdir " + self.pick(["ORIGINAL", "REPLY"]),
            lambda: "-m conntrack " + self.negated(self.pick(["--ctorigsrc ", "--ctorigdst ", "--ctreplsrc ", "--ctrepldst "]) + self.pick(self.world.nets[:5] + self.world.addresses[:6])),
            lambda: "-m conntrack " + self.negated(self.pick(["--ctorigdstport ", "--ctreplsrcport ", "--ctorigsrcport ", "--ctrepldstport "]) + self.pick(["80", "53", "1024:65535"])),
            lambda: "-m conntrack " + self.negated("--ctproto " + self.pick(["6", "17"])),
            lambda: "-m conntrack " + self.negated("--ctexpire " + self.pick(["25:60", "61:200", "300:700", "1000:"])),
            lambda: "-m conntrack " + self.negated("--ctstatus " + self.pick(["SEEN_REPLY", "ASSURED", "CONFIRMED", "EXPECTED", "NONE"])),
            lambda: "-m mark " + self.negated("--mark " + self.pick(["0x0", "0x1", "0x4000/0x4000", "0x2/0x3", "0x77/0xff"])),
            lambda: "-m addrtype " + self.negated(self.pick(["--dst-type ", "--src-type "]) + self.pick(self.world.types)),
            lambda: "-m statistic --mode nth " + self.negated("--every %d --packet %d" % self.pick([(2, 0), (3, 1), (4, 3)])),
            lambda: self.pick(self.world.hops),
            lambda: "-m connmark " + self.negated("--mark " + self.pick(["0x0", "0x77/0xff", "0x1"])),
            lambda: "-m recent --name %s %s" % (self.pick("ABC"), self.pick(["--set", "! --set", "--rcheck", "! --rcheck", "--update --seconds 900", "--rcheck --seconds 900 --hitcount 2", "--remove", "--set --rdest", "--rcheck --rdest", "--update --hitcount 3", "--rcheck --rttl", "--update --rttl", "--set --mask " + self.world.mask, "--rcheck --mask " + self.world.mask, "--rcheck --seconds 900 --reap"])),
            lambda: "-m limit --limit 1/hour --limit-burst %d" % self.r.randrange(1, 5),
            lambda: "-m iprange " + self.negated(self.pick(["--src-range ", "--dst-range "]) + self.pick(self.world.ranges)),
            lambda: "-m length " + self.negated("--length " + self.pick(self.world.lengths)),
            lambda: "-m tos " + self.negated("--tos " + self.pick(["0x10", "0x00/0x1c", "0xb8/0xfc"])),
            lambda: "-m dscp " + self.negated("--dscp " + self.pick(["0x2e", "0x04", "0x00"])),
            lambda: "-m set " + self.negated("--match-set " + self.pick(["nets src", "nets dst", "pairs dst,dst", "pairs src,src", "pairs src,dst", "all dst", "all src"])),
            lambda: "-m comment --comment \"a remark\"",
            lambda: "-m nfacct --nfacct-name counted",
        ]
        if protocol in ("tcp", "udp", "sctp", "dccp", "udplite"):
            pool += [lambda: "-m multiport " + self.negated(self.pick(["--dports ", "--sports ", "--ports "]) + self.pick(["80,443", "22,53,80:90", "30000:40000"]))] * 2
        if hook in ("PREROUTING", "INPUT", "FORWARD"):
            pool.append(lambda: "-m addrtype --dst-type LOCAL --limit-iface-in")
        if hook in ("FORWARD", "OUTPUT", "POSTROUTING"):
            pool.append(lambda: "-m addrtype --src-type LOCAL --limit-iface-out")
        if hook in ("OUTPUT", "POSTROUTING"):
            # (not on the way in: the link layer tells, which these devices do not have)
            pool.append(lambda: "-m pkttype " + self.negated("--pkt-type " + self.pick(["unicast", "broadcast", "multicast"])))
            pool.append(lambda: "-m owner " + self.negated(self.pick(["--uid-owner 0", "--uid-owner 1000", "--uid-owner 0-999", "--gid-owner 1000", "--socket-exists"])))
        if self.draws and table == "nat" and self.chain == "PREROUTING":    # read once a packet: a course names each draw once
            pool += [lambda: "-m statistic --mode random " + self.negated("--probability " + self.pick(["0.5", "0.33333333349", "0.25"]))] * 3
        words = [self.port_match(protocol)] if protocol in ("tcp", "udp", self.world.icmp, "sctp", "dccp") and self.maybe(.8) else []
        for _ in range(self.pick([0, 0, 1, 1, 2])):
            words.append(self.rarer_matches(table, hook, protocol) if self.rarer and self.maybe(.4) else self.pick(pool)())
        # A random match comes last: where it succeeds its rule matches, so that the kernel's trace tells.
        draws = [w for w in words if "--mode random" in w]
        return [w for w in words if w not in draws] + draws[:1]

    def rarer_matches(self, table, hook, protocol):
        """Those of hand-written firewalls. What is kept under a name (hashlimit) is named for its settings, which rules share."""
        pool = [
            lambda: "-m ecn " + self.negated("--ecn-ip-ect " + self.pick("0123")),
            lambda: "-m quota " + self.negated("--quota " + self.pick(["100", "300", "1000"])),
            lambda: "-m connlimit --connlimit-%s %d%s%s" % (self.pick(["upto", "above"]), self.r.randrange(0, 4), self.pick(["", *(" --connlimit-mask %d" % m for m in self.world.limit_masks)]), self.pick(["", " --connlimit-daddr"])),
            lambda: "-m connbytes " + self.negated("--connbytes %s --connbytes-mode packets --connbytes-dir %s" % (self.pick(["2", "2:3", "1:1"]), self.pick(["original", "reply", "both"]))),
            lambda: "-m connbytes " + self.negated("--connbytes %s --connbytes-mode %s --connbytes-dir %s" % (self.pick(["41", "60:120", "200"]), self.pick(["bytes", "avgpkt"]), self.pick(["original", "reply", "both"]))),
            lambda: "-m cluster --cluster-total-nodes 3 " + self.negated("--cluster-local-node %d" % self.r.randrange(1, 4)) + " --cluster-hash-seed 0xdeadbeef",
            lambda: "-m helper " + self.negated("--helper ftp"),
            *[lambda: "-m connlabel " + self.negated("--label " + self.pick(["0", "7", "127"])) + self.pick(["", "", " --set"])] * 2,
            lambda: "-m u32 " + self.negated("--u32 " + self.pick(self.world.bytes_asked)),
            lambda: "-m string " + self.negated("--hex-string " + self.pick(self.world.strings)),
            lambda: "-m time " + self.pick(TIMES),
        ]
        pool += [lambda: "-m set " + self.negated("--match-set " + self.pick(["seen src", "seen dst", "flows src,dst", "flows dst,dst", "flows src,src", "spans src", "spans dst", "spans src --return-nomatch", "ways src,src", "ways dst,dst", "ways src,dst", "doors dst", "doors src", "triple src,dst,dst", "triple dst,dst,src", "some src", "some src,dst", "marks src", "counted src --packets-gt %d" % self.r.randrange(4), "counted dst ! --packets-eq 2 --bytes-lt 200"]))] * 4
        settings = (self.r.randrange(1, 4), self.pick(["", "srcip", "dstip", "srcip,dstport", "srcport", "srcip,srcport,dstip,dstport"]), self.pick(self.world.source_masks))
        name = "h%d%s%d" % (settings[0], "".join(part[0] + part[3] for part in settings[1].split(",") if part), settings[2])
        mode = " --hashlimit-mode %s --hashlimit-srcmask %d" % settings[1:] if settings[1] else ""
        pool.append(lambda: "-m hashlimit --hashlimit-%s 1/hour --hashlimit-burst %d%s --hashlimit-name %s" % (self.pick(["upto", "above"]), settings[0], mode, name))
        if hook in ("PREROUTING", "INPUT", "FORWARD"):
            pool += [lambda: "-m devgroup " + self.negated("--src-group " + self.pick(["0", "0x1", "0x2/0x3"])), lambda: "-m policy --dir in --pol " + self.pick(["none", "ipsec", "ipsec --proto esp"])]
        if hook in ("FORWARD", "OUTPUT", "POSTROUTING"):
            pool += [lambda: "-m devgroup " + self.negated("--dst-group " + self.pick(["0", "0x1", "0x2/0x3"])), lambda: "-m policy --dir out --pol " + self.pick(["none", "ipsec"])]
        if hook in ("PREROUTING", "INPUT", "FORWARD"):
            pool.append(lambda: LINKED + "-m physdev " + self.pick(["--physdev-in eth1", "! --physdev-in eth0", "--physdev-is-in", "! --physdev-is-in", "! --physdev-is-bridged"]))
            if self.linked:
                pool += [lambda: LINKED + self.pick(self.world.of_links) % self.pick(MACS)] * 3
        if hook in ("PREROUTING", "INPUT") and protocol == "udp" and self.listens:
            pool += [lambda: "-m socket" + self.pick(["", " --nowildcard"])] * 4
        if protocol == "ipcomp":
            pool += [lambda: "-m ipcomp " + self.negated("--ipcompspi " + self.pick(["7", "0:99", "1000:"]))] * 20
        if hook == "PREROUTING" and table in ("raw", "mangle"):
            pool += [lambda: "-m rpfilter" + "".join(o for o in (" --loose", " --validmark", " --accept-local", " --invert") if self.maybe(.3))] * 4
        if protocol == "tcp":
            pool.append(lambda: "-m ecn " + self.negated(self.pick(["--ecn-tcp-ece", "--ecn-tcp-cwr"]), .4))
        if protocol == "sctp":
            pool.append(lambda: "-m sctp " + self.negated("--chunk-types " + self.pick(["all INIT", "any DATA,INIT", "only INIT_ACK", "all DATA,INIT"])))
        if protocol == "dccp":
            pool.append(lambda: "-m dccp " + self.negated(self.pick(["--dccp-types REQUEST", "--dccp-types RESPONSE,DATA", "--dccp-option 5"])))
        if protocol in ("esp", "ah"):
            pool.append(lambda: "-m %s %s" % (protocol, self.negated("--%sspi " % protocol + self.pick(["7", "0:99", "1000:"]))))
        return self.pick(pool)()

    def nat_target(self, hook, protocol):
        ports = protocol in ("tcp", "udp", "sctp", "dccp")
        random_flag = self.pick(["", "", "", " --random"])
        if hook in ("PREROUTING", "OUTPUT"):
            to = self.pick(self.world.targets)
            pool = ["DNAT --to-destination " + to, "REDIRECT", "NETMAP --to " + self.world.maps[0]]
            if ports:
                pool += ["DNAT --to-destination " + self.world.with_port(to, self.pick(["80", "8080", "8080-8090"])) + random_flag] * 3 + ["REDIRECT --to-ports " + self.pick(["80", "9000-9010"]) + random_flag, "DNAT --to-destination " + self.world.with_port(to, "8080-8090/80")]
            return self.pick(pool) if not self.maybe(.1) else "DNAT --to-destination %s --persistent" % self.world.target_range
        to = self.pick(self.world.sources)
        if hook == "INPUT":
            return "SNAT --to-source " + to
        pool = ["SNAT --to-source " + to + self.pick(["", "", " --random", " --random-fully", " --persistent"]), "MASQUERADE", "MASQUERADE --random", "MASQUERADE --random-fully", "NETMAP --to " + self.world.maps[1]]
        if ports:
            pool += ["SNAT --to-source " + self.world.with_port(to, self.pick(["5000", "5000-5001", "1024-2047"])) + random_flag, "MASQUERADE --to-ports 5000-5005" + random_flag]
        return self.pick(pool)

    def target(self, table, hook, protocol):
        common = ["ACCEPT", "RETURN", "", "", self.pick(["LOG --log-prefix \"x \"", "NFLOG --nflog-group 3", "TRACE" if table == "raw" else "LOG"])]
        if self.rarer:
            common += ["SET " + self.pick(["--add-set seen src", "--add-set seen dst --exist --timeout 800", "--del-set seen src", "--add-set flows src,dst", "--add-set flows dst,dst --exist", "--del-set flows dst,dst", "--add-set spans src", "--add-set spans dst --exist", "--del-set spans src", "--add-set ways src,src", "--add-set doors dst", "--del-set doors src", "--add-set some src,dst", "--del-set some src", "--add-set triple src,dst,dst", "--add-set counted src", "--add-set seen src --del-set flows src,dst"])] * 2
        if table == "nat":
            return self.nat_target(hook, protocol) if self.maybe(.6) else self.pick(common)
        pool = list(common)
        if table != "raw":
            pool.append("CONNMARK " + self.pick(["--set-xmark 0x77/0xff", "--set-mark 0x2/0x3", "--or-mark 0x70", "--xor-mark 0x11", "--and-mark 0xf0", "--save-mark --nfmask 0xff --ctmask 0xff", "--restore-mark --nfmask 0xffffffff --ctmask 0xffffffff"]))
        if table == "filter":
            pool += ["DROP", "DROP"] + ["REJECT --reject-with " + self.pick(self.world.refusals)] * 2
            if protocol == "tcp":
                pool += ["REJECT --reject-with tcp-reset"] * 2
            if protocol == "tcp" and self.rarer and hook != "OUTPUT":
                pool.append("SYNPROXY --mss 1460 --timestamp")
        if table == "mangle":
            pool += ["DROP"] + ["MARK " + self.pick(["--set-xmark 0x1/0xffffffff", "--set-mark 0x2/0x3", "--or-mark 0x4000", "--xor-mark 0x77", "--and-mark 0xff"])] * 4
            pool += ["TOS " + self.pick(["--set-tos 0x10/0x3f", "--or-tos 0x08", "--and-tos 0xf0", "--xor-tos 0x10"]), "DSCP --set-dscp 0x2e"]
            pool += [self.pick(self.world.hop_targets), "CHECKSUM --checksum-fill", "AUDIT --type accept"]
            if protocol == "tcp":
                pool.append("TCPOPTSTRIP --strip-options timestamp")
            if protocol == "tcp" and self.rarer and self.world.ecn_target:
                pool += ["ECN --ecn-tcp-remove"] * 2
            if hook == "PREROUTING" and protocol == "udp" and self.listens:
                pool += ["TPROXY " + self.pick(["--on-port 5000 --tproxy-mark 0x100/0x100", "--on-port 5000 --on-ip 127.0.0.1 --tproxy-mark 0x100/0x100", "--on-port 5000", "--on-port 5001"])] * 4
            if self.rarer:
                pool += ["SET --map-set marks %s --map-mark" % self.pick(["src", "dst"])] * 2
            if hook in ("FORWARD", "OUTPUT", "POSTROUTING"):
                pool.append("CLASSIFY --set-class 1:2")
                if protocol == "tcp":
                    pool.append("TCPMSS --clamp-mss-to-pmtu")
        if table == "raw":
            pool += ["CT --notrack", "NOTRACK", "DROP", "CT --zone 7", "CT --ctevents new"]
        if table == "security":
            pool += ["DROP"]
        return self.pick(pool)

    def rule(self, table, hook, chain, later):
        protocol = self.pick([None, None, "tcp", "tcp", "tcp", "tcp", "udp", "udp", self.world.icmp, self.world.icmp, "sctp", self.pick(["dccp", "udplite"])])
        if self.rarer and self.maybe(.1):
            protocol = self.pick(["esp", "ah", "ipcomp", "sctp", "dccp"])
        self.chain = chain
        if later and self.maybe(.35):
            action = self.pick(["-j ", "-j ", "-j ", "-g "]) + self.pick(later)
        else:
            target = self.target(table, hook, protocol)
            action = "-j " + target if target else ""
            if target.startswith("TCPMSS"):     # for SYNs only
                action = "-m tcp --tcp-flags SYN,RST SYN " + action
        conditions, matches = self.conditions(table, hook, protocol), self.matches(table, hook, protocol)
        if any(m.startswith(LINKED) for m in matches):
            conditions = [w for w in conditions if not re.match("(! )?-i ", w)] + [LINKED.strip()]
        words = conditions + [m.removeprefix(LINKED) for m in matches] + [action]
        return " ".join(["-A " + chain] + [w for w in words if w])

    def table(self, name):
        lines, rules = [], []
        for hook in HOOKS[name]:
            policy = "DROP" if name in ("filter", "mangle") and self.maybe(.04) else "ACCEPT"
            if policy == "DROP" or self.maybe(.9):      # nf_tables makes only the chains that are named
                lines.append(":%s %s [0:0]" % (hook, policy))
            chains = ["%s-%s-%d" % (name[:3].upper(), hook[:3], i) for i in range(self.pick([0, 1, 2, 3]))]
            lines += [":%s - [0:0]" % c for c in chains]
            for i, chain in enumerate([hook] + chains):
                rules += [self.rule(name, hook, chain, chains[i:]) for _ in range(self.r.randrange(0, 5))]
        lines.sort(key=lambda line: line.split()[1] == "-")
        return ["*" + name] + lines + rules + ["COMMIT"]

    def ruleset(self):
        names = [n for n, share in (("raw", .4), ("mangle", .6), ("nat", .95), ("filter", .9), ("security", .2)) if self.maybe(share)]
        return "\n".join(line for n in names or ["nat"] for line in self.table(n)) + "\n"

    # -- packets

    def fresh(self):
        """A new packet. What this host sends to a broadcast comes round as a second packet: left out, as sources too."""
        protocol = self.pick(["tcp"] * 10 + ["udp"] * 6 + [self.world.icmp] * 4 + ["47", "47", "sctp", self.pick(["dccp", "udplite"])])
        packet = {"proto": protocol, "src": self.pick([a for a in self.world.addresses if a not in self.world.never_sources]), "dst": self.pick(self.world.addresses), "sport": self.pick(PORTS + [self.r.randrange(1, 65536)] * 6),
                  "dport": self.pick(PORTS), "ttl": self.pick([64] * 8 + [1, 2, 128])}
        if self.maybe(.3):
            packet.update(hook="output", src=self.pick(self.world.senders))
            if packet["dst"] in self.world.never_sources:
                packet["dst"] = self.world.stranger
            if self.maybe(.3):
                packet["mark"] = self.pick([1, 2, 0x4000])
            if self.maybe(.3):
                packet.update(uid=1000, gid=self.pick([0, 1000]))
        else:
            device = self.pick(DEVICES)
            packet.update(hook="prerouting", **{"in": device})
            if self.maybe(.7):
                packet["src"] = self.world.homes[device]
        if protocol == "tcp":
            packet["flags"] = self.pick(FLAGS)
        if protocol == self.world.icmp:
            packet.update(icmp_type=self.pick(self.world.icmp_sent), icmp_id=self.pick([7, 700, 40000]))
        if self.maybe(.02):
            packet["bad_csum"] = True
        if self.maybe(.15):
            packet["payload_len"] = self.pick([1, 8, 100, 1000])
        if self.maybe(.1):
            packet["tos"] = self.pick([0x10, 0xb8])
        if self.rarer:
            self.make_rarer(packet)
        return packet

    def make_rarer(self, packet):
        if self.maybe(.08):
            packet.update(proto=self.pick(["esp", "ah", "esp", "ah", "108", "sctp", "dccp"]), spi=self.pick([7, 50, 2000]))
            packet.pop("flags", None)
        if self.linked and packet.get("in") == "eth1":
            packet["mac"] = self.pick(MACS)
        if self.maybe(.15):
            packet["tos"] = self.pick([0x01, 0x02, 0x03])
        if packet["proto"] == "tcp" and self.maybe(.15):
            packet["flags"] = self.pick(["SYN,ECE,CWR", "SYN,ECE", "ACK,ECE", "ACK,CWR", "SYN,ACK,ECE"])

    def numbers(self):
        """Flags, sequence numbers, window and data of a further segment: mostly as they should be, and often not."""
        segment = {}
        if self.maybe(.35):
            segment["flags"] = self.pick(["ACK", "ACK", "FIN,ACK", "FIN,ACK", "RST", "RST,ACK", "SYN", "SYN,ACK", "PSH,ACK"])
        for name, share, values in (("seq", .2, NUMBERS), ("ack", .2, NUMBERS), ("window", .1, [0, 1, 100, 65535]), ("payload_len", .15, [8, 10, 1000])):
            if self.maybe(share):
                segment[name] = self.pick(values)
        return segment

    def next(self, emitted):
        """Another packet: a new one, or one of a connection among those that the kernel let out ({id: whether it opened a connection})."""
        known = list(emitted)
        if known and self.maybe(.45):
            of = self.pick(known[-8:])
            kind = self.pick(["reply_to", "reply_to", "followup_of", "icmp_error_for"])
            if kind == "followup_of":       # mostly of what opened the connection
                of = self.pick([k for k in known if emitted[k]] or known)
            packet = {kind: of, **({"mac": MACS[0]} if self.linked else {})}
            if kind != "icmp_error_for":
                packet.update(self.numbers())
            return packet
        packet = dict(self.fresh(), ct="keep" if self.maybe(.8) else "fresh")
        if self.maybe(.003):
            packet["sleep"] = self.pick([1.2, 2.3])
        return packet
