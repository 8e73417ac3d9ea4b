// What a rule says beside its conditions: remark, chance, address types, memory; asked of its matches, not of its text.
#pragma once

#include "ruleset/ruleset.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace natwalk {

/// A rule that asks or sets a `recent` list.
struct RecentUse
{
    enum class Kind : std::uint8_t { asks, sets } kind = Kind::asks;
    std::string list;
    std::uint32_t seconds = 0;  ///< 0: no limit
};

/// The text of its comment; empty when it has none.
std::string remarkOf(const Rule& rule);
/// The chance that the dice let a packet pass: certain where it rolls none, nothing where it counts instead.
std::optional<Probability> chanceOf(const Rule& rule);
std::optional<RecentUse> recentUseOf(const Rule& rule);
/// It demands a destination, or a source, of this host (-m addrtype).
bool demandsLocalDestination(const Rule& rule);
bool demandsLocalSource(const Rule& rule);
/// The one destination port that it demands; 0 when there is none.
std::uint16_t demandedPort(const Rule& rule);
/// It is a jump or goto.
bool leadsOn(const Rule& rule);
/// It demands nothing: every packet that reaches it matches. Remarks do not count.
bool matchesAll(const Rule& rule);

}  // namespace natwalk
