// How often this host speaks of errors: the kernel limits what it sends to each receiver.
//
// The limit for all receivers together (icmp_msgs_per_sec, 1,000 a second) is not simulated.
// Source: Linux net/ipv4/route.c (ip_error), net/ipv4/icmp.c (icmpv4_xrlim_allow), net/ipv4/inetpeer.c.
#pragma once

#include "host/host.h"
#include "host/state.h"
#include "trace/verdict.h"

namespace natwalk {

/// Whether an answer is sent at once, and takes its share from what its receiver may hear; other answers than IPv4
/// errors always are.
/// @param because  why the host answers: errors about missing routes have a limit of their own
bool mayAnswer(const Host& host, State& state, const Packet& answer, Because because);

}  // namespace natwalk
