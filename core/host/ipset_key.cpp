#include "host/ipset_key.h"

namespace natwalk {

namespace {

/// DCCP is not among those whose ports ipset knows.
bool hasKnownPorts(std::uint8_t number)
{
    return number == protocol::tcp || number == protocol::udp || number == protocol::sctp
           || number == protocol::udplite;
}

KeyFound portOf(const IpSet& set, const Packet& packet, IpSetSide side, IpSetPart& part)
{
    const bool known = hasKnownPorts(packet.protocol);
    if (packet.isLaterFragment() && (known || packet.isIcmp()))
        return KeyFound::no;
    part.protocol = packet.protocol;
    std::uint16_t port = 0;
    if (packet.isIcmp())
        port = static_cast<std::uint16_t>(packet.icmpType << 8 | packet.icmpCode);
    else if (known)
        port = side == IpSetSide::source ? packet.sport : packet.dport;
    part.ports = {port, port};
    if (!set.isBitmap)
        return KeyFound::yes;
    const bool fits = packet.protocol == protocol::tcp || packet.protocol == protocol::udp;
    part.protocol = protocol::any;
    return fits && set.ports.contains(port) ? KeyFound::yes : KeyFound::no;
}

KeyFound addressOf(const IpSet& set, const Packet& packet, IpSetSide side, IpSetPart& part)
{
    Address address = side == IpSetSide::source ? packet.src : packet.dst;
    if (set.masks) {
        address.high &= set.mask.maskHigh;
        address.low &= set.mask.maskLow;
    }
    part.addresses = Network::of(address, address.family == Family::ipv4 ? 32 : 128);
    if (set.isBitmap)
        return set.first <= address && address <= set.last ? KeyFound::yes : KeyFound::no;
    const bool nobody = address.isAny() && set.kinds.size() == 1 && set.kinds.front() == IpSetPartKind::address;
    return nobody ? KeyFound::no : KeyFound::yes;
}

KeyFound linkOf(const Packet& packet, IpSetSide side, IpSetPart& part)
{
    if (packet.in.empty())
        return KeyFound::no;
    part.link = packet.linkSource;
    return packet.knowsLinkSource && side == IpSetSide::source ? KeyFound::yes : KeyFound::unknown;
}

KeyFound partOf(const IpSet& set, IpSetPartKind kind, const Packet& packet, IpSetSide side, IpSetPart& part)
{
    switch (kind) {
    case IpSetPartKind::address:
    case IpSetPartKind::net: return addressOf(set, packet, side, part);
    case IpSetPartKind::port: return portOf(set, packet, side, part);
    case IpSetPartKind::interface:
        part.interface = side == IpSetSide::source ? packet.in : packet.out;
        return part.interface.empty() ? KeyFound::no : KeyFound::yes;
    case IpSetPartKind::mark: part.mark = packet.mark & set.markMask; return KeyFound::yes;
    case IpSetPartKind::link: return linkOf(packet, side, part);
    case IpSetPartKind::other: break;
    }
    return KeyFound::unknown;
}

}  // namespace

KeyFound keyOf(const IpSet& set, const Packet& packet, const IpSetSides& sides, IpSetKey& key)
{
    KeyFound all = KeyFound::yes;
    key.count = set.kinds.size();
    for (std::size_t i = 0; i < key.count; ++i) {
        const KeyFound found = partOf(set, set.kinds[i], packet, sides[i], key.all.at(i));
        if (found == KeyFound::no)
            return found;
        all = found == KeyFound::unknown ? found : all;
    }
    return all;
}

}  // namespace natwalk
