// Whether a TCP segment's sequence numbers fit what was seen of its connection.
//
// Window scaling, selective acknowledgement and time stamps are options, which packets here do not have.
// Source: Linux net/netfilter/nf_conntrack_proto_tcp.c, tcp_in_window(); after G. van Rooij, "Real stateful TCP packet
// filtering in IP Filter".
#pragma once

#include "host/connections.h"

namespace natwalk {

/// Whether sequence number `a` comes before `b`.
constexpr bool comesBefore(std::uint32_t a, std::uint32_t b) { return static_cast<std::int32_t>(a - b) < 0; }

/// Notes the first segment of a connection. Other than a SYN it comes from the middle, and numbers are not held against
/// such a connection.
void beginWindow(Connection& connection, const Packet& packet);

/// For a connection whose numbers nobody knows: none is held against it.
void takeAnyNumbers(Connection& connection);

/// What becomes of a segment: an ignored one passes, but moves its connection on in nothing.
enum class WindowFit : std::uint8_t { fits, ignored, invalid };

/// Compares a segment with what its connection's sides sent, and notes it where it fits.
WindowFit fitIntoWindow(Connection& connection, Direction direction, const Packet& packet);

}  // namespace natwalk
