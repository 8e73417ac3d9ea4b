"""A host and packets for any ruleset: drawn from the addresses, devices and ports that its rules mention."""
import random, re

import oracle as O

SPECIAL = ("127.", "0.", "22", "23", "24", "25")


def devices_of(text):
    named = [d.replace("+", "0") for d in re.findall(r"(?:-i|-o|--in-interface|--out-interface) (\S+)", text)]
    usable = [d for d in named if d != "lo" and re.match(r"^[\w.-]{1,15}$", d)]
    return list(dict.fromkeys((usable + ["eth0", "eth1"])[:6]))


def networks_of(text):
    found = [(a, int(b or 32)) for a, b in re.findall(r"\b(\d+\.\d+\.\d+\.\d+)(?:/(\d+))?(?=[ :\n-])", text)]
    return [n for n in dict.fromkeys(found) if all(int(x) < 256 for x in n[0].split(".")) and n[1] <= 32 and n[0] not in ("0.0.0.0", "255.255.255.255")]


class Inventor:
    """Makes a host for a ruleset, then one packet after the other (see generate.Maker)."""

    def __init__(self, text, seed):
        self.r = random.Random(seed)
        self.devices = devices_of(text)
        self.networks = networks_of(text)
        self.match_sets = dict(re.findall(r"--match-set (\S+) (\S+)", text))
        self.ports = [int(p) for p in re.findall(r"(?:--d?port|--dports|--sport|--ports) (\d+)", text)] or [80]

    def host(self):
        interfaces = [{"name": d, "addresses": ["10.20%d.0.1/24" % i], "routes": ["default via 10.20%d.0.2" % i] if i == 0 else []} for i, d in enumerate(self.devices)]
        single = [a for a, length in self.networks if length == 32 and not a.startswith(SPECIAL)]
        interfaces[0]["addresses"] += [a + "/32" for a in single[:2]]
        return {"interfaces": interfaces, "ipset": self.sets(), "sysctl": {"net.ipv4.conf.all.route_localnet": self.r.randrange(2)}}

    def sets(self):
        """What `ipset save` would print of sets that fit the rules: the last use of a name tells how many parts it has."""
        lines = []
        for name, directions in self.match_sets.items():
            pairs = "," in directions
            lines.append("create %s %s" % (name, "hash:ip,port" if pairs else "hash:net"))
            members = {self.address() for _ in range(4)} - {"0.0.0.0"}
            lines += ["add %s %s%s" % (name, a, ",tcp:%d" % self.r.choice(self.ports) if pairs else "") for a in sorted(members)]
        return "".join(line + "\n" for line in lines)

    def address(self):
        if not self.networks or self.r.random() < .25:
            return self.r.choice(["10.200.0.1", "10.200.0.77", "10.201.0.9", "8.8.8.8", "192.168.1.5"])
        base, length = self.r.choice(self.networks)
        mask = 0xFFFFFFFF << (32 - length) & 0xFFFFFFFF
        return O.n2ip((O.ip2n(base) & mask) + (self.r.randrange(2 ** (32 - length)) if length < 32 else 0))

    def fresh(self):
        packet = {"proto": self.r.choice(["tcp", "tcp", "tcp", "udp", "udp", "icmp"]), "src": self.address(), "dst": self.address(), "sport": self.r.randrange(1024, 65535),
                  "dport": self.r.choice(self.ports) if self.r.random() < .8 else self.r.randrange(1, 65536), "ttl": self.r.choice([64, 64, 64, 2, 128])}
        if self.r.random() < .25:
            packet.update(hook="output", src=self.r.choice(["10.200.0.1", "10.200.0.1", "127.0.0.1"]))
        else:
            packet.update(hook="prerouting", **{"in": self.r.choice(self.devices)})
        if packet["proto"] == "tcp" and self.r.random() < .2:
            packet["flags"] = self.r.choice(["ACK", "SYN,ACK", "RST", "FIN,ACK", "NONE", "FIN,PSH,URG"])
        return packet

    def next(self, emitted):
        known, openers = list(emitted)[-8:], [k for k in emitted if emitted[k]]
        if openers and self.r.random() < .1:
            return {"followup_of": self.r.choice(openers)}
        if known and self.r.random() < .25:
            return {self.r.choice(["reply_to", "reply_to", "icmp_error_for"]): self.r.choice(known)}
        return dict(self.fresh(), ct="keep" if self.r.random() < .7 else "fresh")
