#include "emulator/routing.h"

#include "emulator/routing_ipv6.h"

namespace natwalk {

namespace {

const Address loopback = Address::v4(0x7f000001U);

/// Of 127/8 only 127.0.0.1 is an address of the host's own here. @see inet_lookup_ifaddr_rcu()
bool isOwnSource(const Host& host, const Address& source)
{
    return host.isLocal(source) && (!source.isLoopback() || source == loopback);
}

bool isMartianSource(const Host& host, const Packet& packet)
{
    const Address& src = packet.src;
    if (src.isMulticast() || src == Address::v4(0xffffffffU))
        return true;
    if (src.isLoopback() && !host.isOn(DeviceSwitch::routeLocalnet, packet.in))
        return true;
    return (src.v4() >> 24U) == 0 && packet.dst != Address::v4(0xffffffffU);
}

/// Own addresses as source, and the way back. Without policy rules and filter only own addresses are looked for.
/// @param from  the address that an answer would come from; any for a broadcast, which has none
Because checkSource(const Host& host, const Packet& packet, const Address& from)
{
    const auto acceptsOwn = [&] { return host.isOn(DeviceSwitch::acceptLocal, packet.in); };
    const long filter = host.sysctls.larger(DeviceSwitch::rpFilter, packet.in);
    if (filter == 0 && (host.rules.empty() || acceptsOwn()))
        return isOwnSource(host, packet.src) && !acceptsOwn() ? Because::martianSource : Because::nothing;
    const RouteAnswer back = host.route(packet.src, from, 0, packet.in);
    if (refusalOf(back) != Because::nothing)
        return filter == 0 ? Because::nothing : Because::reversePath;
    const bool own = back.type == RouteType::local;
    if (back.type != RouteType::unicast && !(own && acceptsOwn()))
        return Because::martianSource;
    const bool sameDevice = own ? host.isLocalOn(packet.src, packet.in) : back.dev == packet.in;
    return filter == 1 && !sameDevice ? Because::reversePath : Because::nothing;
}

Because checkInput(const Host& host, const Packet& packet, const RouteAnswer& route)
{
    if (isMartianSource(host, packet))
        return Because::martianSource;
    const Address& dst = packet.dst;
    if ((dst.v4() >> 24U) == 0)
        return Because::martianDestination;
    if (dst.isLoopback() && !host.isOn(DeviceSwitch::routeLocalnet, packet.in))
        return Because::martianDestination;
    if (dst.isMulticast())
        return Because::notForUs;
    const bool toThisHost = route.found && (route.type == RouteType::local || route.type == RouteType::broadcast);
    if (!toThisHost && !host.sysctls.forwards(Family::ipv4))
        return Because::forwardingOff;
    const Because refused = refusalOf(route);
    if (refused != Because::nothing)
        return refused;
    return checkSource(host, packet, route.type == RouteType::broadcast ? Address::any(Family::ipv4) : dst);
}

}  // namespace

Because refusalOf(const RouteAnswer& route)
{
    if (!route.found)
        return Because::noRoute;
    switch (route.type) {
    case RouteType::unreachable: return Because::unreachable;
    case RouteType::prohibit: return Because::prohibited;
    case RouteType::blackhole: return Because::blackhole;
    default: return Because::nothing;
    }
}

RoutingDecision routeInput(const Host& host, const Packet& packet)
{
    if (packet.dst.family == Family::ipv6)
        return routeInputIpv6(host, packet);
    RoutingDecision decision{host.route(packet.dst, packet.src, packet.mark, packet.in)};
    decision.refused = checkInput(host, packet, decision.route);
    return decision;
}

RoutingDecision routeOutput(const Host& host, const Packet& packet)
{
    RoutingDecision decision{host.route(packet.dst, Address::any(packet.dst.family), packet.mark)};
    decision.refused = refusalOf(decision.route);
    if (decision.refused != Because::nothing && packet.dst.family == Family::ipv6)
        return routeOutputWithSource(host, packet);
    return decision;
}

RoutingDecision routeOutputAgain(const Host& host, const Packet& packet)
{
    RoutingDecision decision{host.route(packet.dst, packet.src, packet.mark)};
    const RouteAnswer& route = decision.route;
    decision.refused = refusalOf(route);
    // A loopback source may not leave the host.
    if (decision.refused == Because::nothing && route.type == RouteType::unicast && packet.src.isLoopback()
        && packet.src.family == Family::ipv4 && !host.isOn(DeviceSwitch::routeLocalnet, route.dev))
        decision.refused = Because::martianSource;
    return decision;
}

}  // namespace natwalk
