// TCP as conntrack sees it: which segment moves a connection to which state.
//
// Source: Linux net/netfilter/nf_conntrack_proto_tcp.c, the table tcp_conntracks.
#pragma once

#include "host/connections.h"

#include <cstdint>

namespace natwalk {

/// What a segment does to a connection.
struct TcpMove
{
    enum class Kind : std::uint8_t { to, ignored, invalid } kind = Kind::invalid;
    TcpState next = TcpState::none;
};

Segment segmentOf(std::uint8_t flags);

TcpMove tcpMove(Direction direction, Segment segment, TcpState from);

/// Combinations of flags that no stack sends (null, xmas, SYN with FIN...) are invalid.
bool tcpFlagsAreValid(std::uint8_t flags);

/// How long an entry in this state lives, in seconds (the kernel's defaults).
double tcpTimeoutSeconds(TcpState state);

}  // namespace natwalk
