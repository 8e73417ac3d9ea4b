// The names that conntrack's tools give to a connection's status, its TCP state, and where a packet stands in it.
#pragma once

#include "host/connections.h"

#include <optional>
#include <string_view>
#include <vector>

namespace natwalk {

/// "SEEN_REPLY", "SRC_NAT"...: the bit; nothing when the name is unknown.
std::optional<std::uint32_t> statusBitNamed(std::string_view name);
/// The names of all bits that are set, in the order of the bits.
std::vector<std::string_view> statusNames(std::uint32_t bits);

/// "SYN_SENT", "ESTABLISHED"...
std::optional<TcpState> tcpStateNamed(std::string_view name);
std::string_view nameOf(TcpState state);

/// "NEW", "ESTABLISHED"...: what -m conntrack --ctstate calls it.
std::optional<TrackState> trackStateNamed(std::string_view name);
std::string_view nameOf(TrackState state);

}  // namespace natwalk
