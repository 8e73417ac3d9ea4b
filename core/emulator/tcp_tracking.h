// A TCP connection moves on, segment by segment.
//
// Source: Linux net/netfilter/nf_conntrack_proto_tcp.c, nf_conntrack_tcp_packet().
#pragma once

#include "host/connections.h"

namespace natwalk {

/// What conntrack makes of a segment of a known connection.
enum class TcpProgress : std::uint8_t {
    moved,    ///< it belongs to the connection, whose state and time-out now follow it
    ignored,  ///< it passes as one of the connection, which stays as it was
    invalid,
    reopens,  ///< it begins a new connection of the same addresses and ports
    refused   ///< the only answer is a reset: the entry ends with it
};

/// @param now  on the scenario's clock, in seconds
TcpProgress followTcp(Connection& connection, Direction direction, const Packet& packet, double now);

}  // namespace natwalk
