"""What packets of IPv4 and IPv6 have in common: numbers of protocols, sums, and the headers above IP."""
import re, struct

PROTO = {"icmp": 1, "tcp": 6, "udp": 17, "dccp": 33, "gre": 47, "esp": 50, "ah": 51, "ipv6-icmp": 58, "icmpv6": 58, "ipv6-nonxt": 59, "mobility-header": 135, "sctp": 132, "udplite": 136}
PROTO_NAME = {v: k for k, v in PROTO.items() if k != "icmpv6"}
ICMP, ICMP6 = 1, 58
TCPF = ["FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"]


def csum(b):
    if len(b) & 1:
        b += b"\0"
    s = sum(struct.unpack("!%dH" % (len(b) // 2), b))
    while s >> 16:
        s = (s & 0xFFFF) + (s >> 16)
    return ~s & 0xFFFF


def crc32c(b):
    crc = 0xFFFFFFFF
    for x in b:
        crc ^= x
        for _ in range(8):
            crc = (crc >> 1) ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def proto_num(p):
    if isinstance(p, int):
        return p
    return PROTO[p] if p in PROTO else int(p)


def tcp_flags(f):
    if isinstance(f, int):
        return f
    f = f.strip().upper()
    if f in ("", "NONE"):
        return 0
    return sum(1 << TCPF.index(x) for x in re.split(r"[,|+ ]+", f))


def payload_of(p):
    data = p.get("payload", "")
    data = bytes.fromhex(data[4:]) if data.startswith("hex:") else data.encode()
    if "payload_len" in p:
        data = (data or b"x") * p["payload_len"]
        data = data[:p["payload_len"]]
    return data


def with_spi(proto, spi, data):
    """What follows ESP's, AH's or IPComp's header is data; without data the header is all there is."""
    if proto == 50:
        head = struct.pack("!II", spi, 1)
    elif proto == 51:
        head = struct.pack("!BBHII", 59, 1, 0, spi, 1)
    else:
        head = struct.pack("!BBHI", 59, 0, spi & 0xFFFF, 0)
    return head + data[len(head):]


def transport(p, proto, pseudo):
    """The bytes above IP; pseudo(length) is what sums begin with."""
    data, bad = payload_of(p), 0x5555 if p.get("bad_csum") else 0
    sport, dport = p.get("sport", 40000), p.get("dport", 0)
    if proto == 6:
        h = struct.pack("!HHIIBBHHH", sport, dport, p.get("seq", 1000) & 0xFFFFFFFF, p.get("ack", 0) & 0xFFFFFFFF,
                        5 << 4, tcp_flags(p.get("flags", "SYN")), p.get("window", 64240), 0, 0)
        return h[:16] + struct.pack("!H", csum(pseudo(len(h) + len(data)) + h + data) ^ bad) + h[18:] + data
    if proto in (17, 136):
        h = struct.pack("!HHHH", sport, dport, 8 + len(data), 0)
        return h[:6] + struct.pack("!H", (csum(pseudo(len(h) + len(data)) + h + data) or 0xFFFF) ^ bad) + data
    if proto in (ICMP, ICMP6):
        request = 8 if proto == ICMP else 128
        h = struct.pack("!BBHHH", p.get("icmp_type", request), p.get("icmp_code", 0), 0, p.get("icmp_id", sport), p.get("icmp_seq", 1))
        summed = (pseudo(len(h) + len(data)) if proto == ICMP6 else b"") + h + data
        return h[:2] + struct.pack("!H", csum(summed) ^ bad) + h[4:] + data
    if proto == 132:        # the common header and an INIT chunk
        chunk = struct.pack("!BBHIIHHI", 1, 0, 20, 0x11223344, 65535, 1, 1, 1)
        h = struct.pack("!HHII", sport, dport, 0, 0) + chunk
        return h[:8] + struct.pack("<I", crc32c(h)) + h[12:]
    if proto == 33:         # the short header of a Request, and 8 bytes
        h = struct.pack("!HHBBHBBH", sport, dport, 5, 0, 0, 0, 0, 0) + (data or b"\0" * 8)
        return h[:6] + struct.pack("!H", csum(pseudo(len(h)) + h)) + h[8:]
    if proto in (50, 51, 108):
        return with_spi(proto, p.get("spi", 0), data)
    if proto == 135:        # a mobility header of 8 bytes
        h = struct.pack("!BBBBHH", 59, 0, p.get("mh_type", 0), 0, 0, 0)
        return h[:4] + struct.pack("!H", csum(pseudo(len(h)) + h)) + h[6:]
    if proto == 59:
        return data
    return data or b"\0" * 8


def read_transport(proto, l4, d):
    """Adds to d what stands above IP."""
    if proto in (6, 17, 33, 132, 136) and len(l4) >= 4:
        d["sport"], d["dport"] = struct.unpack("!HH", l4[:4])
    if proto == 6 and len(l4) >= 14:
        d["flags"] = ",".join(n for i, n in enumerate(TCPF) if l4[13] >> i & 1) or "NONE"
    if proto in (ICMP, ICMP6) and len(l4) >= 8:
        d["icmp_type"], d["icmp_code"] = l4[0], l4[1]
        if l4[0] in ((0, 8, 13, 14, 15, 16, 17, 18) if proto == ICMP else (128, 129, 139, 140)):
            d["icmp_id"] = struct.unpack("!H", l4[4:6])[0]


def is_error(d):
    return d["icmp_type"] in (3, 4, 5, 11, 12) if d["proto"] == "icmp" else d["icmp_type"] < 128
