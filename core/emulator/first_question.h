// Which packet to ask about when nobody named one: one that shows what the rules are for.
#pragma once

#include "ruleset/document.h"

#include <cstdint>
#include <vector>

namespace natwalk {

/// A destination that the rules translate, as far as they name it.
struct Goal
{
    Network dst;  ///< any: the rules do not say
    std::uint8_t protocol = protocol::any;
    std::uint16_t dport = 0;  ///< 0: the rules do not say
};

/// The destinations that lead to a DNAT, in the order in which a packet would meet their rules.
/// @param hook     where packets begin: PREROUTING or OUTPUT
/// @param maximum  as many are enough
std::vector<Goal> natGoals(const Ruleset& ruleset, Hook hook, std::size_t maximum);

/// A packet to begin with.
struct FirstQuestion
{
    Packet packet;
    bool translated = false;  ///< the rules change its destination; else it goes to the host itself
};

/// A packet from a sender to the first destination that is really translated; without one, to the host itself.
FirstQuestion firstQuestion(const DocumentPtr& document, Packet sender);

}  // namespace natwalk
