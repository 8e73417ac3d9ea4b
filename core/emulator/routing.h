// Routing as the walk meets it: the decision together with the checks that drop a packet silently.
//
// Source: Linux net/ipv4/route.c (ip_route_input_slow, __mkroute_output), net/ipv4/fib_frontend.c
// (fib_validate_source).
#pragma once

#include "host/host.h"
#include "trace/verdict.h"

namespace natwalk {

/// Where a packet goes, or why it goes nowhere.
struct RoutingDecision
{
    RouteAnswer route;
    Because refused = Because::nothing;  ///< what stopped it
    bool toThisHost() const { return route.type == RouteType::local || route.type == RouteType::broadcast; }
};

/// What a route that leads nowhere means.
Because refusalOf(const RouteAnswer& route);

/// The decision after PREROUTING, martians and reverse path included.
RoutingDecision routeInput(const Host& host, const Packet& packet);

/// The decision for a packet that this host sends, before OUTPUT: by its destination, as for a socket that wrote the
/// source by itself (raw_sendmsg).
RoutingDecision routeOutput(const Host& host, const Packet& packet);

/// The decision when OUTPUT changed the packet, or for one that the kernel made: its source counts too. @see
/// net/ipv4/netfilter.c, ip_route_me_harder()
RoutingDecision routeOutputAgain(const Host& host, const Packet& packet);

}  // namespace natwalk
