// How often this host speaks of errors: the kernel limits what it sends to each receiver.
//
// Of the limit for all receivers together (icmp_msgs_per_sec) chance takes a part: natwalk knows only when it cannot
// have been reached.
// Source: Linux net/ipv4/route.c (ip_error), net/ipv4/icmp.c (icmpv4_xrlim_allow, icmp_global_allow),
// net/ipv4/inetpeer.c.
#pragma once

#include "host/host.h"
#include "host/state.h"
#include "trace/verdict.h"

namespace natwalk {

/// Whether the host speaks of a packet that found no route: such errors have a limit of their own, which counts the
/// silent ones, too. Of other packets it may always speak.
bool mayTellOfRoute(State& state, const Packet& refused, Because because);

/// Whether an answer is sent, and takes its share from what its receiver may hear; others than IPv4 errors always are.
bool mayAnswer(const Host& host, State& state, const Packet& answer);

/// Whether an answer that is sent certainly was within the limit on all errors, of which it takes its share.
bool isWithinLimitOfAll(const Host& host, State& state, const Packet& answer);

}  // namespace natwalk
