#include "emulator/nat.h"

#include "emulator/nat_choice.h"
#include "host/ipv6_addresses.h"

namespace natwalk {

namespace {

constexpr std::uint32_t natBits = status::sourceNat | status::destinationNat;

std::uint32_t doneBit(ManipType manip)
{
    return manip == ManipType::source ? status::sourceNatDone : status::destinationNatDone;
}

/// The status bit that says whether packets of this direction are rewritten in this half.
std::uint32_t rewriteBit(ManipType manip, Direction direction)
{
    const std::uint32_t bit = manip == ManipType::source ? status::sourceNat : status::destinationNat;
    return direction == Direction::original ? bit : bit ^ natBits;
}

/// In IPv6 only an echo's is translated. @see icmpv6_manip_pkt()
bool hasTranslatedId(const Packet& packet)
{
    return packet.protocol == protocol::icmp
           || (packet.protocol == protocol::icmp6 && (packet.icmpType == 128 || packet.icmpType == 129));
}

/// An ICMP id is the same in both directions, so either half sets it. @see icmp_manip_pkt()
void rewrite(Packet& packet, ManipType manip, const Tuple& target)
{
    const bool source = manip == ManipType::source;
    (source ? packet.src : packet.dst) = source ? target.src : target.dst;
    if (hasTranslatedId(packet))
        packet.icmpId = target.sport;
    else if (isTrackedByPorts(packet.protocol))
        (source ? packet.sport : packet.dport) = source ? target.sport : target.dport;
}

void rewriteQuote(Quoted& quote, ManipType manip, const Tuple& target)
{
    const bool source = manip == ManipType::source;
    (source ? quote.src : quote.dst) = source ? target.src : target.dst;
    if (quote.protocol == protocol::icmp || quote.protocol == protocol::icmp6)
        quote.sport = target.sport;
    else if (isTrackedByPorts(quote.protocol))
        (source ? quote.sport : quote.dport) = source ? target.sport : target.dport;
}

}  // namespace

bool isBound(const Connection& connection, ManipType manip) { return connection.has(doneBit(manip)); }

void bind(Connection& connection, ManipType manip, const NatRange& range, const State& state, Chance& chance)
{
    if (connection.has(status::confirmed))
        return;
    Tuple chosen = inverse(connection.reply);
    chooseTuple(chosen, manip, range, state, chance);
    if (const Tuple reply = inverse(chosen); !(reply == connection.reply)) {
        connection.reply = reply;
        connection.status |= manip == ManipType::source ? status::sourceNat : status::destinationNat;
    }
    connection.status |= doneBit(manip);
}

void bindAsItIs(Connection& connection, ManipType manip, const State& state, Chance& chance)
{
    if (connection.has(status::confirmed))
        return;
    if (!state.connections.isTaken(connection.reply, state.clock)) {
        connection.status |= doneBit(manip);
        return;
    }
    NatRange kept;
    kept.first = kept.last = manip == ManipType::source ? connection.reply.dst : connection.reply.src;
    bind(connection, manip, kept, state, chance);
}

std::optional<NatRange> masqueradeRange(const Masquerade& masquerade, const Host& host, const Packet& packet,
                                        const Address& nextHop)
{
    const auto source = host.addressFor(packet.out, nextHop, packet.dst);
    if (!source)
        return {};
    NatRange range = *masquerade.range;
    range.first = source;
    range.last = source;
    return range;
}

std::optional<NatRange> redirectRange(const Redirect& redirect, const Host& host, const Packet& packet, Hook hook)
{
    const InterfaceName dev = hook == Hook::output ? InterfaceName("lo") : packet.in;
    const auto address = packet.dst.family == Family::ipv6 && hook != Hook::output
                             ? addressAsNear(host, dev, packet.dst)
                             : host.primaryAddress(dev, packet.dst.family);
    if (!address)
        return {};
    NatRange range = *redirect.range;
    range.first = address;
    range.last = address;
    return range;
}

bool translates(const Flow& flow, const State& state, Hook hook)
{
    const Connection* connection = flow.connection(state);
    return connection != nullptr && connection->has(rewriteBit(manipAt(hook), flow.direction));
}

void translate(Packet& packet, const Flow& flow, const State& state, Hook hook)
{
    const Connection* connection = flow.connection(state);
    const ManipType manip = manipAt(hook);
    if (!translates(flow, state, hook))
        return;
    const Tuple& opposite = flow.direction == Direction::original ? connection->reply : connection->original;
    if (!packet.isIcmpError()) {
        rewrite(packet, manip, inverse(opposite));
        return;
    }
    const ManipType other = manip == ManipType::source ? ManipType::destination : ManipType::source;
    rewriteQuote(packet.quote, other, opposite);
    (manip == ManipType::source ? packet.src : packet.dst) = manip == ManipType::source ? opposite.dst : opposite.src;
}

}  // namespace natwalk
