#include "emulator/routing_ipv6.h"

#include "host/ipv6_addresses.h"

#include <algorithm>

namespace natwalk {

namespace {

const InterfaceName loopback = "lo";

/// Reserved, or of one device alone. @see RFC 4291, 2.7
bool isOfNoLink(const Address& group) { return group.isMulticast() && (group.high >> 48U & 0xfU) <= 1; }

bool isLinkLocal(const Address& address) { return address.high >> 54U == 0xfe80U >> 6U; }

/// The device that has an address, or its net.
InterfaceName linkOf(const Host& host, const Address& address)
{
    for (const Interface& device : host.interfaces)
        for (const LocalAddress& own : device.addresses)
            if (own.address == address || own.net.base == address)
                return device.name;
    return {};
}

}  // namespace

Because refusedAtEntry(const Packet& packet)
{
    if (packet.src.isLoopback() || packet.src.isMulticast())
        return Because::martianSource;
    return packet.dst.isLoopback() || isOfNoLink(packet.dst) ? Because::martianDestination : Because::nothing;
}

RoutingDecision routeInputIpv6(const Host& host, const Packet& packet)
{
    if (packet.dst.isMulticast()) {
        const RouteAnswer toThisHost{{true, RouteType::local, loopback, packet.dst}, {}};
        return {toThisHost, hears(host, packet.dst, packet.in) ? Because::nothing : Because::notForUs};
    }
    const bool onLink = packet.dst.isLoopback() || isLinkLocal(packet.dst);
    // @see rt6_need_strict()
    RoutingDecision decision{onLink ? host.routeOn(packet.in, packet.dst, packet.src, packet.mark, packet.in)
                                    : host.route(packet.dst, packet.src, packet.mark, packet.in)};
    decision.refused = refusalOf(decision.route);
    if (decision.refused == Because::nothing && !decision.toThisHost() && !host.sysctls.forwards(Family::ipv6))
        decision.refused = Because::forwardingOff;
    return decision;
}

RoutingDecision routeOutputWithSource(const Host& host, const Packet& packet)
{
    const auto source = sourceTowards(host, {}, packet.dst);
    const RouteAnswer route = host.route(packet.dst, source.value_or(Address::any(Family::ipv6)), packet.mark);
    return {route, refusalOf(route)};
}

RoutingDecision routeOnItsLink(const Host& host, const Packet& packet)
{
    const RouteAnswer route = host.routeOn(packet.out, packet.dst, packet.src, packet.mark);
    return {route, refusalOf(route)};
}

InterfaceName linkOfAnswer(const Host& host, const Packet& delivered, const Packet& answer)
{
    if (answer.dst.family == Family::ipv4 || answer.hasQuote)
        return {};
    if (answer.protocol == protocol::tcp && answer.dst.isLoopback() && !answer.src.isLoopback())
        return linkOf(host, answer.src);
    if (host.isLocal(delivered.dst))
        return {};
    return delivered.in == loopback ? linkOf(host, delivered.dst) : delivered.in;
}

Because refusedForScope(const Packet& packet, const InterfaceName& out)
{
    if (out == packet.in)
        return Because::nothing;
    if (packet.src.isAny() || packet.src.isLoopback())
        return Because::martianSource;
    return isLinkLocal(packet.src) ? Because::beyondScope : Because::nothing;
}

}  // namespace natwalk
