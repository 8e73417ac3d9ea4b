"""IPv4 and IPv6 as the oracle meets them: packets as bytes, the tools, netlink's attributes, sockets."""
import socket, struct

import headers as H

SO_RCVBUFFORCE = 33


def attr(t, data, nested=False):
    n = 4 + len(data)
    return struct.pack("HH", n, t | (0x8000 if nested else 0)) + data + b"\0" * (-n & 3)


def kind_of_answer(d):
    """What the kernel makes has the id 0: what nat leaves alone, too, tells one from the other (an ICMP type, a segment's flags)."""
    return None if d.get("ipid") else d.get("flags", d.get("icmp_type"))


class Ipv4:
    """`ipid`, which tells packets apart, is the IP header's."""
    af, tools, log = socket.AF_INET, "iptables", "net.netfilter.nf_log.2"
    icmp, anywhere = H.ICMP, "0.0.0.0"
    unreachable = {"type": 3, "code": 1}
    errors = {(3, 0): "icmp-net-unreachable", (3, 1): "icmp-host-unreachable", (3, 2): "icmp-proto-unreachable", (3, 3): "icmp-port-unreachable", (3, 4): "icmp-frag-needed",
              (3, 9): "icmp-net-prohibited", (3, 10): "icmp-host-prohibited", (3, 13): "icmp-admin-prohibited", (11, 0): "icmp-time-exceeded"}
    ct_addresses, ct_icmp = (1, 2), (4, 5, 6)       # CTA_IP_V4_SRC..., CTA_PROTO_ICMP_ID, TYPE, CODE
    transparent = (socket.SOL_IP, 19)
    counters = ("Ip", "IpExt", "Icmp")

    @staticmethod
    def build(p, ipid):
        proto = H.proto_num(p.get("proto", "tcp"))
        src, dst = socket.inet_aton(p["src"]), socket.inet_aton(p["dst"])
        l4 = H.transport(p, proto, lambda n: src + dst + struct.pack("!BBH", 0, proto, n))
        frag = (0x4000 if p.get("df", True) and not p.get("mf") and not p.get("frag_off") else 0)
        frag |= (0x2000 if p.get("mf") else 0) | (p.get("frag_off", 0) // 8)
        h = struct.pack("!BBHHHBBH4s4s", 0x45, p.get("tos", 0), 20 + len(l4), ipid, frag, p.get("ttl", 64), proto, 0, src, dst)
        return h[:10] + struct.pack("!H", H.csum(h)) + h[12:] + l4

    @staticmethod
    def parse(b, check=False):
        if len(b) < 20 or b[0] >> 4 != 4:
            return {"raw": b.hex()}
        ihl = (b[0] & 15) * 4
        tos, tot, ipid, frag, ttl, proto = struct.unpack("!xBHHHBB", b[:10])
        d = {"src": socket.inet_ntoa(b[12:16]), "dst": socket.inet_ntoa(b[16:20]), "proto": H.PROTO_NAME.get(proto, str(proto)),
             "ttl": ttl, "tos": tos, "ipid": ipid, "len": tot}
        l4 = b[ihl:tot]
        if frag & 0x1FFF:
            d["frag_off"] = (frag & 0x1FFF) * 8
            return d
        if frag & 0x2000:
            d["mf"] = True
        H.read_transport(proto, l4, d)
        if proto == H.ICMP and "icmp_type" in d and H.is_error(d):
            d["inner"] = Ipv4.parse(l4[8:])
        if check:
            ok = H.csum(b[:ihl]) == 0
            if proto in (6, 17) and not d.get("mf") and (proto == 6 or l4[6:8] != b"\0\0"):
                ok = ok and H.csum(b[12:20] + struct.pack("!BBH", 0, proto, len(l4)) + l4) == 0
            elif proto == H.ICMP:
                ok = ok and H.csum(l4) == 0
            d["csum_ok"] = ok
        return d

    @staticmethod
    def network_length(d):
        return 20

    @staticmethod
    def as_received(delivered, sent):
        return delivered

    @staticmethod
    def key(d):
        """The IP ID, which nat leaves alone."""
        return d.get("ipid"), d.get("proto"), kind_of_answer(d)

    @staticmethod
    def noise(d):
        """IGMP reports, which bridges send by themselves."""
        return d.get("proto") == "2" and d.get("dst") == "224.0.0.22"

    @staticmethod
    def prepare_device(sysctl, name):
        sysctl("net/ipv4/conf/%s/rp_filter" % name, 0)

    @staticmethod
    def in_order(addresses):
        """In which order a device is given its addresses, so that `ip addr` shows them as the scenario does."""
        return addresses

    @staticmethod
    def capture(proto):
        return socket.socket(socket.AF_INET, socket.SOCK_RAW | socket.SOCK_CLOEXEC, proto)

    @staticmethod
    def receive(s):
        return s.recv(65536)

    @staticmethod
    def sender():
        s = socket.socket(socket.AF_INET, socket.SOCK_RAW | socket.SOCK_CLOEXEC, socket.IPPROTO_RAW)
        s.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        return s

    @staticmethod
    def destination(p):
        return p["dst"], 0


HOP, ROUTING, FRAGMENT, AUTH, DESTINATION = 0, 43, 44, 51, 60
EXTENSIONS = {"hbh": HOP, "rt": ROUTING, "frag": FRAGMENT, "ah": AUTH, "dst": DESTINATION}


class Ipv6:
    """`ipid` is the flow label, which survives whatever happens to a packet; what the kernel makes has 0."""
    af, tools, log = socket.AF_INET6, "ip6tables", "net.netfilter.nf_log.10"
    icmp, anywhere = H.ICMP6, "::"
    unreachable = {"type": 1, "code": 3}
    errors = {(1, 0): "icmp6-no-route", (1, 1): "icmp6-adm-prohibited", (1, 2): "icmp6-beyond-scope", (1, 3): "icmp6-addr-unreachable", (1, 4): "icmp6-port-unreachable",
              (1, 5): "icmp6-policy-fail", (1, 6): "icmp6-reject-route", (2, 0): "icmp6-packet-too-big", (3, 0): "icmp6-time-exceeded"}
    ct_addresses, ct_icmp = (3, 4), (7, 8, 9)
    transparent = (socket.IPPROTO_IPV6, 75)
    counters = ("Ip6", "Icmp6")

    @staticmethod
    def extension(p, kind, following, ipid):
        if kind == "rt":
            return struct.pack("!BBBBI", following, 0, p.get("rt_type", 4), p.get("rt_segsleft", 0), 0)
        if kind == "frag":
            return struct.pack("!BBHI", following, 0, p.get("frag_off", 0) | (1 if p.get("mf") else 0), ipid)
        if kind == "ah":
            return struct.pack("!BBHIII", following, 2, 0, p.get("spi", 0), 1, 0)
        return struct.pack("!BBBB4s", following, 0, 1, 4, b"\0" * 4)      # options: PadN of four bytes

    @staticmethod
    def kinds(p, proto):
        """Extension headers in their order; a fragment has one in any case, AH is one."""
        wanted = list(p.get("ext", []))
        wanted += ["frag"] if (p.get("frag_off") or p.get("mf")) and "frag" not in wanted else []
        return [k for k in EXTENSIONS if k in wanted or (k == "ah" and proto == AUTH)]

    @staticmethod
    def build(p, ipid):
        proto = H.proto_num(p.get("proto", "tcp"))
        src, dst = (socket.inet_pton(socket.AF_INET6, p[k]) for k in ("src", "dst"))
        kinds = Ipv6.kinds(p, proto)
        proto = 59 if proto == AUTH else proto
        body = H.transport(p, proto, lambda n: src + dst + struct.pack("!II", n, proto))
        following = proto
        for kind in reversed(kinds):
            body, following = Ipv6.extension(p, kind, following, ipid) + body, EXTENSIONS[kind]
        return struct.pack("!IHBB", 6 << 28 | p.get("tos", 0) << 20 | ipid, len(body), following, p.get("ttl", 64)) + src + dst + body

    @staticmethod
    def parse(b, check=False):
        if len(b) < 40 or b[0] >> 4 != 6:
            return {"raw": b.hex()}
        word, length, proto, ttl = struct.unpack("!IHBB", b[:8])
        name = lambda x: socket.inet_ntop(socket.AF_INET6, x)
        d = {"src": name(b[8:24]), "dst": name(b[24:40]), "ttl": ttl, "tos": word >> 20 & 0xFF, "ipid": word & 0xFFFFF, "len": 40 + length}
        l4, whole = b[40:40 + length], True
        while proto in EXTENSIONS.values() and len(l4) >= 8:
            if proto == FRAGMENT:
                offset = struct.unpack("!H", l4[2:4])[0]
                d.update({"frag_off": offset & 0xFFF8} if offset & 0xFFF8 else {}, **({"mf": True} if offset & 1 else {}))
            size = 8 if proto == FRAGMENT else 4 * (l4[1] + 2) if proto == AUTH else 8 * (l4[1] + 1)
            d.setdefault("ext", []).append(next(k for k, n in EXTENSIONS.items() if n == proto))
            proto, l4 = l4[0], l4[size:]
            if "frag_off" in d:
                break
        d["proto"] = H.PROTO_NAME.get(proto, str(proto))
        if "frag_off" in d:
            return d
        H.read_transport(proto, l4, d)
        if proto == H.ICMP6 and "icmp_type" in d and H.is_error(d):
            d["inner"] = Ipv6.parse(l4[8:])
        if check and proto in (6, 17, 58) and "mf" not in d:
            d["csum_ok"] = H.csum(b[8:40] + struct.pack("!II", len(l4), proto) + l4) == 0
        return d

    @staticmethod
    def network_length(d):
        return 40 + sum(16 if kind == "ah" else 8 for kind in d.get("ext", []))

    @staticmethod
    def as_received(delivered, sent):
        """With the extension headers, which raw sockets leave out."""
        between = sent[40:40 + len(sent) - len(delivered)]
        return delivered[:4] + sent[4:7] + delivered[7:40] + between + delivered[40:]

    @staticmethod
    def key(d):
        """The label alone: nf_tables' trace shows extension headers only in part."""
        return d.get("ipid"), d.get("ipid") or d.get("proto"), kind_of_answer(d)

    @staticmethod
    def noise(d):
        """Multicast listener reports and the like, which devices send by themselves."""
        return d.get("proto") == "ipv6-icmp" and d.get("dst", "").startswith("ff02:") and d.get("ipid") == 0

    @staticmethod
    def prepare_device(sysctl, name):
        for key, value in (("disable_ipv6", 0), ("addr_gen_mode", 1), ("accept_ra", 0), ("router_solicitations", 0), ("accept_dad", 0), ("dad_transmits", 0), ("accept_redirects", 0), ("mldv2_unsolicited_report_interval", 1), ("mldv1_unsolicited_report_interval", 1)):
            sysctl("net/ipv6/conf/%s/%s" % (name, key), value)

    @staticmethod
    def in_order(addresses):
        """The latest comes first."""
        return list(reversed(addresses))

    @staticmethod
    def capture(proto):
        """Raw sockets of IPv6 get no header: what it held comes beside."""
        s = socket.socket(socket.AF_INET6, socket.SOCK_RAW | socket.SOCK_CLOEXEC, proto)
        for option in (49, 11, 51, 66):     # IPV6_RECVPKTINFO, FLOWINFO, RECVHOPLIMIT, RECVTCLASS
            s.setsockopt(socket.IPPROTO_IPV6, option, 1)
        return s

    @staticmethod
    def receive(s):
        data, beside, _, source = s.recvmsg(65536, 4096)
        told = {kind: value for level, kind, value in beside if level == socket.IPPROTO_IPV6}
        number = lambda kind: struct.unpack("i", told[kind])[0] if kind in told else 0
        word = 6 << 28 | number(67) << 20 | (struct.unpack("!I", told[11])[0] & 0xFFFFF if 11 in told else 0)
        src = socket.inet_pton(socket.AF_INET6, source[0].split("%")[0])
        return struct.pack("!IHBB", word, len(data), s.proto, number(52)) + src + told[50][:16] + data

    @staticmethod
    def sender():
        return socket.socket(socket.AF_INET6, socket.SOCK_RAW | socket.SOCK_CLOEXEC, socket.IPPROTO_RAW)

    @staticmethod
    def destination(p):
        scope = socket.if_nametoindex(p["oif"]) if p.get("oif") and p["dst"].lower().startswith("fe80:") else 0
        return p["dst"], 0, 0, scope


def family_of(scenario):
    """IPv6 where a device has such an address."""
    return Ipv6 if any(":" in a for i in scenario.get("interfaces", []) for a in i.get("addresses", [])) else Ipv4
