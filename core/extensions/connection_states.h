// What conntrack and state call the state of a packet's connection.
#pragma once

#include "ruleset/match.h"

#include <array>
#include <string_view>

namespace natwalk {

/// In the order in which iptables-save prints them; bit n of a state set is name n. SNAT and DNAT can stand beside
/// another.
inline constexpr auto connectionStateNames =
    std::to_array<std::string_view>({"INVALID", "NEW", "RELATED", "ESTABLISHED", "UNTRACKED", "SNAT", "DNAT"});

/// The states that -m state knows: all but SNAT and DNAT.
inline constexpr std::size_t plainConnectionStates = 5;

/// The bits that a packet's connection has.
/// @see Linux net/netfilter/xt_conntrack.c, conntrack_mt()
std::uint32_t connectionStates(const MatchContext& context);

}  // namespace natwalk
