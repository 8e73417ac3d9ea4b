"""Random rulesets, hosts and packets of IPv6: the words of generate.py in IPv6, extension headers, and what only IPv6 has."""
import generate


class Ipv6World(generate.Ipv4World):
    addresses = ["2001:db8:1::10", "2001:db8:1::50", "ff02::1", "fd00:10:244::1", "fd00:10:244::5", "fd00:10:244::6", "fd00:9::7", "fd00:9::1",
                 "fd00:96::10", "2001:db8:2::9", "2001:db8:2::77", "2001:db8:30::9", "2001:db8:30::4:4", "2001:4860:4860::8888", "::1", "2001:db8:3::3", "2001:db8:1::"]
    never_sources = ["ff02::1", "2001:db8:1::"]     # a group and a routers' address
    stranger = "2001:4860:4860::8888"
    nets = ["2001:db8:1::/64", "fd00:10:244::/64", "fd00::/8", "fd00:96::/112", "2001:db8:2::/48", "::1/128", "2000::/3",
            "2001:db8:1::10/ffff:ffff:0:ffff::ff", "2001:db8:30::/48"]
    sets = ("create nets hash:net family inet6\nadd nets 2001:db8:1::/64\nadd nets fd00:10:244::4/126\nadd nets fd00:10:244::5 nomatch\nadd nets 2001:4860:4860::8888\n"
            "create pairs hash:ip,port family inet6\nadd pairs fd00:10:244::5,tcp:80\nadd pairs fd00:96::10,tcp:443\nadd pairs 2001:db8:1::50,udp:53\nadd pairs fd00:10:244::6,tcp:8080\n"
            "create all list:set\nadd all nets\n")
    homes = {"eth0": "2001:db8:1::50", "cni0": "fd00:10:244::5", "tun9": "fd00:9::7", "eth1": "2001:db8:30::4:4"}
    senders = ["2001:db8:1::10", "fd00:10:244::1", "::1", "2001:db8:1::10", "fd00:9::1"]
    icmp, icmp_match, icmp_option = "ipv6-icmp", "icmp6", "--icmpv6-type"
    icmp_types = ["128", "129", "1", "1/3", "2", "3", "133", "135"]
    icmp_sent = [128, 128, 128, 128, 129, 1, 135, 136, 137, 2, 143, 139]
    other_protocols = ["tcp", "udp", "ipv6-icmp", "47", "udplite"]
    types = ["LOCAL", "UNICAST", "ANYCAST", "MULTICAST", "UNICAST,LOCAL"]
    hops = ["-m hl --hl-eq 64", "-m hl --hl-eq 63", "-m hl --hl-lt 64", "-m hl --hl-gt 63"]
    hop_targets = ["HL --hl-set 64", "HL --hl-dec 1", "HL --hl-inc 3"]
    rarer_sets = ("create seen hash:ip family inet6 timeout 900\nadd seen 2001:db8:1::50 timeout 900\ncreate flows hash:ip,port family inet6\nadd flows fd00:10:244::5,tcp:80\nadd flows 2001:db8:1::50,icmpv6:echo-request\ncreate spans hash:net family inet6\n"
                  "add spans fd00:10:244::/64\nadd spans 2001:db8::/32\nadd spans 2001:db8:1::/123 nomatch\ncreate ways hash:net,iface family inet6\nadd ways 2001:db8:1::/64,eth0\nadd ways fd00::/8,cni0\nadd ways fd00:10:244::/64,eth1\n"
                  "create doors bitmap:port range 1-1023\nadd doors 80\nadd doors 53\ncreate marks hash:ip family inet6 skbinfo\nadd marks 2001:db8:1::50 skbmark 0x7/0xff\nadd marks fd00:10:244::5 skbmark 0x4000\n"
                  "create counted hash:ip family inet6 counters\nadd counted 2001:db8:1::50\nadd counted fd00:10:244::5\ncreate triple hash:ip,port,net family inet6\nadd triple 2001:db8:1::50,tcp:80,fd00:10:244::/64\nadd triple fd00:10:244::5,udp:53,2000::/3\n"
                  "create some list:set\nadd some flows\nadd some seen\n")
    ecn_target = has_sockets = False      # (ECN is IPv4's alone)
    of_links = ["-m mac --mac-source %s", "-m mac ! --mac-source %s", "-m eui64%.0s", "-m eui64%.0s"]
    mask = "ffff:ffff:ffff:ffff::"
    ranges = ["2001:db8:1::10-2001:db8:1::50", "fd00::-fdff:ffff::", "2001:4860:4860::8888-2001:4860:4860::8888"]
    lengths = ["0:48", "60", "61:200", "1000:65535"]
    limit_masks = [64, 0]
    bytes_asked = ["\"4&0xFF00=0x600\"", "\"40&0xFFFF=80,443,8080:9000\"", "\"8&0xFFFF0000=0x20010000&&7>>24=64\"", "\"36=5\"", "\"0>>28=6\"", "\"50=0\""]
    strings = ["\"|20010db800010000|\" --algo bm --to 40", "\"|fd00001002440000|\" --algo kmp --from 24 --to 40", "\"|010203040506070809|\" --algo bm --from 80"]
    source_masks = [0, 8, 64, 128]
    targets = ["fd00:10:244::5", "fd00:10:244::6", "fd00:9::7", "2001:db8:1::10", "::1", "fd00:10:244::5-fd00:10:244::8", "2001:db8:2::77"]
    target_range, pod = "fd00:10:244::5-fd00:10:244::8", "fd00:10:244::5"
    sources = ["2001:db8:1::10", "fd00:9::1", "2001:db8:2::5", "2001:db8:2::5-2001:db8:2::8"]
    maps = ["fd00:10:244::/120", "2001:db8:172::/64"]
    refusals = ["icmp6-port-unreachable", "icmp6-no-route", "icmp6-addr-unreachable", "icmp6-adm-prohibited", "icmp6-policy-fail", "icmp6-reject-route"]

    @staticmethod
    def with_port(address, port):
        return "[%s]:%s" % (address, port)


class Maker(generate.Maker):
    world = Ipv6World

    def host(self):
        interfaces = [
            {"name": "eth0", "addresses": (["2001:db8:1::11/64"] if self.maybe(.3) else []) + ["2001:db8:1::10/64"], "routes": ["default via 2001:db8:1::1"] if self.maybe(.9) else []},
            dict({"name": "cni0", "addresses": ["fd00:10:244::1/64"]}, **({"group": 1} if self.rarer else {})), {"name": "tun9", "addresses": ["fd00:9::1/64"]},
            {"name": "eth1", "addresses": ["2001:db8:30::9/48"] + (["fd00:96::10/128"] if self.maybe(.2) else [])}]
        sysctl = {}
        if self.maybe(.05):
            sysctl["net.ipv6.conf.all.forwarding"] = 0
        if self.maybe(.1):
            sysctl["net.ipv6.icmp.ratelimit"] = 1000
        routes = [r for r in ("blackhole 2001:db8:2::40/122", "unreachable 2001:db8:3::/65", "prohibit 2001:db8:3:0:8000::/65",
                              "default via 2001:db8:30::1 dev eth1 table 100") if self.maybe(.4)]
        rules = [r for r in ("fwmark 0x1 table 100", "fwmark 0x2/0x3 table 100", "from fd00:10:244::/64 table 100") if self.maybe(.2)]
        return self.with_rarer({"interfaces": interfaces, "sysctl": sysctl, "routes": routes, "ip_rules": rules, "ipset": self.sets()})

    HEADERS = ["-m hbh", "-m hbh --hbh-len 8", "-m hbh --hbh-opts 1:4", "-m hbh --hbh-opts 5", "-m dst", "-m dst ! --dst-len 8", "-m dst --dst-opts 1", "-m rt", "-m rt --rt-type 0",
               "-m rt ! --rt-type 0", "-m rt --rt-segsleft 0", "-m rt --rt-type 0 --rt-0-res", "-m frag", "-m frag --fragfirst", "-m frag --fragmore", "-m frag --fraglast", "-m ah", "-m ah --ahspi 7",
               "-m ah ! --ahspi 0:99 --ahlen 16", "-m ipv6header --header hop --soft", "-m ipv6header --header dst,prot", "-m ipv6header ! --header prot", "-m ipv6header --header none --soft", "-m ipv6header --header esp --soft",
               "-m ipv6header ! --header auth,route --soft"]

    def matches(self, table, hook, protocol):
        words = super().matches(table, hook, protocol)
        if self.maybe(.15):
            words.insert(0, self.pick(self.HEADERS))
        return words

    def rule(self, table, hook, chain, later):
        if self.maybe(.02):
            self.chain = chain
            return "-A %s -p ipv6-mh -m mh%s" % (chain, self.pick(["", " --mh-type 5", " ! --mh-type 0:2"]))
        return super().rule(table, hook, chain, later)

    def fresh(self):
        packet = super().fresh()
        if "mac" in packet and self.maybe(.4):
            packet.update(src="2001:db8:30:0:11:22ff:fe33:4455", mac="02:11:22:33:44:55")
        if self.maybe(.03):
            packet.update(proto="mobility-header", mh_type=self.pick([0, 5]))
        if self.maybe(.03):
            packet.update(proto=self.pick(["esp", "ah"]) if not self.nft else "esp", spi=self.pick([7, 2000]))
        if packet["proto"] == "ah" and (self.nft or self.maybe(.7)):    # else nothing is behind it
            packet.update(proto="udp", **({} if self.nft else {"ext": ["ah"]}))     # (nf_tables takes AH for the protocol)
        if packet["proto"] not in ("tcp",):
            packet.pop("flags", None)
        if packet["proto"] != "ipv6-icmp":
            packet.pop("icmp_type", None)
            packet.pop("icmp_id", None)
        if self.maybe(.15) and "ext" not in packet:
            # (nf_tables takes AH for the protocol)
            packet["ext"] = self.r.sample(["hbh", "rt", "dst"] if self.nft or packet["proto"] == "ah" else ["hbh", "rt", "ah", "dst"], self.pick([1, 1, 2]))
            if "rt" in packet["ext"] and packet["dst"] in self.world.never_sources:     # no group takes such a header
                packet["ext"].remove("rt")
            if "rt" in packet["ext"]:
                packet["rt_type"] = self.pick([0, 253])
        return packet
