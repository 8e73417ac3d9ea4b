// Matches that ask for more than packet, rules and connections tell: the time of day, rates, sockets, processes.
#pragma once

#include "ruleset/rule.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace natwalk {

/// Whether natwalk's answer rests on a default, or on what a scenario says: then somebody may say otherwise
/// (Host::assumedMatches).
bool isSituational(std::string_view match);

/// The first such match of a rule, from 0; nothing where it has none.
std::optional<std::uint8_t> situationalMatchOf(const Rule& rule);

}  // namespace natwalk
