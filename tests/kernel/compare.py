"""Whether natwalk's answer to a packet is the kernel's: what is compared, and how random ports are."""

RESULT = ("src", "dst", "proto", "sport", "dport", "ttl", "tos", "flags", "icmp_type", "icmp_code", "icmp_id")
TUPLE = ("src", "dst", "proto", "sport", "dport", "icmp_type", "icmp_code", "icmp_id")
PORTS = ("sport", "dport", "icmp_id")

UNNAMED = {"ipcomp": "108"}     # protocols that the oracle tells by number


def port_class(port):
    return None if port is None else 0 if port < 512 else 1 if port < 1024 else 2


def trace_of(answer):
    return [(e["table"], e["chain"], e["type"], e["num"], e.get("mark", 0)) for e in answer.get("trace") or [] if "table" in e]


def drawn_ports(kernel, packet):
    """Whether nat changed a source port or id: then it was drawn, and only its class is compared."""
    ct = kernel.get("ct") or {}
    orig, reply = ct.get("orig", {}), ct.get("reply", {})
    sent, result = kernel.get("packet", {}), kernel.get("result") or {}
    changed = any(result.get(k) != sent.get(k) for k in ("sport", "dport", "icmp_id") if k in result)
    return changed or orig.get("sport") != reply.get("dport") or orig.get("icmp_id") != reply.get("icmp_id")


def same_fields(a, b, names, by_class):
    for name in names:
        if name == "icmp_id" and name not in a:     # an ICMP error has none
            continue
        x, y = a.get(name), UNNAMED.get(b.get(name), b.get(name))
        if x != y and not (by_class and name in PORTS and port_class(x) == port_class(y)):
            yield name, x, y


def entry_like(ours, kernel):
    """The kernel's entry; where several zones have one of these addresses, the one that natwalk speaks of."""
    entries = [kernel.get("ct")] + kernel.get("ct_other_zones", [])
    return next((e for e in entries if e and ours and all(e["orig"].get(n) == ours["orig"].get(n) for n in TUPLE)), entries[0])


def marks_after(kernel, ours):
    """natwalk's trace with the marks as nf_tables tells them: after each rule. What the last one did shows nowhere else."""
    told = []
    for i, (table, chain, kind, num, mark) in enumerate(ours):
        following = ours[i + 1][4] if i + 1 < len(ours) else kernel[i][4] if i < len(kernel) else mark
        told.append((table, chain, kind, num, following if kind == "rule" else mark))
    return told


def differences(kernel, ours, flavour="legacy"):
    """[(what, kernel's, natwalk's)], empty when they agree."""
    out = []
    nft = flavour == "nft"
    for key in ("verdict", "out", "mark", "reject", "icmp_error"):
        if kernel.get(key) != ours.get(key) and not (key == "mark" and (nft or not kernel.get("trace"))):
            out.append((key, kernel.get(key), ours.get(key)))
    by_class = drawn_ports(kernel, None)
    a, b = kernel.get("result"), ours.get("result")
    if a and kernel["verdict"] in ("forwarded", "sent", "delivered"):
        out += [("result." + n, x, y) for n, x, y in same_fields(a, b or {}, RESULT, by_class)]
    a, b = trace_of(kernel), trace_of(ours)
    b = marks_after(a, b) if nft else b
    if a != b:
        at = next((i for i, (x, y) in enumerate(zip(a + [None], b + [None])) if x != y), 0)
        out.append(("trace[%d]" % at, a[at:at + 3], b[at:at + 3]))
    a, b = entry_like(ours.get("ct"), kernel), ours.get("ct")
    if not (kernel.get("packet", {}).keys() & {"sport", "icmp_id"}) or kernel["packet"]["proto"] == "dccp":    # the oracle asks for entries by port or id
        pass
    elif a and not b and ("zone" in a or kernel.get("zones", 1) > 1):    # the oracle found one of another zone
        pass
    elif bool(a) != bool(b):
        out.append(("ct", a, b))
    elif a:
        for side in ("orig", "reply"):
            out += [("ct.%s.%s" % (side, n), x, y) for n, x, y in same_fields(a[side], b[side], TUPLE, by_class)]
        if a.get("mark", 0) != b.get("mark", 0):
            out.append(("ct.mark", a.get("mark"), b.get("mark")))
        if a.get("labels", []) != b.get("labels", []):
            out.append(("ct.labels", a.get("labels"), b.get("labels")))
    out += answers_differ(kernel.get("secondary") or [], ours.get("secondary") or [], by_class, nft)
    return out


def answers_differ(kernel, ours, by_class, nft):
    """The packets that the host made in answer: what they are, and the rules they met."""
    order = lambda s: (str(s.get("where")), s["packet"].get("proto", ""), s["packet"].get("src", ""))
    key = lambda s: (s["packet"].get("proto"), s["packet"].get("src"), s["packet"].get("dst"), s["packet"].get("icmp_type"))
    if len(kernel) != len(ours):
        return [("answers", [key(s) for s in kernel], [key(s) for s in ours])]
    out = []
    for a, b in zip(sorted(kernel, key=order), sorted(ours, key=order)):
        if a.get("where") != b.get("where"):
            out.append(("answer.where", a.get("where"), b.get("where")))
        if a.get("where"):      # what never came out is shown as it was at its first rule
            out += [("answer." + n, x, y) for n, x, y in same_fields(a["packet"], b["packet"], RESULT, by_class)]
            if "inner" in a["packet"] and "inner" in b["packet"]:     # what an error quotes
                out += [("answer.inner." + n, x, y) for n, x, y in same_fields(a["packet"]["inner"], b["packet"]["inner"], TUPLE, by_class)]
        told = marks_after(trace_of(a), trace_of(b)) if nft else trace_of(b)
        if trace_of(a) != told:
            out.append(("answer.trace", trace_of(a), told))
    return out
