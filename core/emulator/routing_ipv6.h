// What drops an IPv6 packet where IPv4 has its martians and its reverse path filter.
//
// Source: Linux net/ipv6/ip6_input.c (ip6_rcv_core), ip6_output.c (ip6_forward), route.c.
#pragma once

#include "emulator/routing.h"

namespace natwalk {

/// Before any rule: addresses that no packet from outside can have.
Because refusedAtEntry(const Packet& packet);

/// After PREROUTING: the decision about a packet that came in.
RoutingDecision routeInputIpv6(const Host& host, const Packet& packet);

/// What has no route is asked for again with the source that the host would choose. @see ip6_dst_lookup_tail()
RoutingDecision routeOutputWithSource(const Host& host, const Packet& packet);

/// A packet that must leave by the link that it names (`out`), or not at all.
RoutingDecision routeOnItsLink(const Host& host, const Packet& packet);

/// The link that TCP's answer to ::1, or the answer to a group's or an anycast's echo is bound to; empty where it is to
/// none.
/// @see rt6_need_strict(), icmp6_iif()
InterfaceName linkOfAnswer(const Host& host, const Packet& delivered, const Packet& answer);

/// Before FORWARD: a source that is known on its own link only goes nowhere else.
Because refusedForScope(const Packet& packet, const InterfaceName& out);

}  // namespace natwalk
