// The sections of a node snapshot, as resources/natwalk-snapshot.sh prints them: "### section NAME", then what a
// command printed.
#pragma once

#include "syntax/dumps.h"

#include <optional>
#include <string_view>
#include <vector>

namespace natwalk {

/// The first line of a snapshot.
inline constexpr std::string_view snapshotMark = "### natwalk-snapshot ";

/// What stands between two lines "### section NAME".
struct SnapshotSection
{
    std::string_view name;
    std::string_view text;
    std::uint32_t firstLine = 0;  ///< of the text, from 1
};

/// The name of the section that this line begins; nothing for other lines.
std::optional<std::string_view> sectionNamed(std::string_view line);

/// The sections of a text; empty when it is no snapshot.
std::vector<SnapshotSection> sectionsOf(std::string_view text);

/// What rules a section holds ("ip6tables-nft-save"); nothing for sections that tell of the host.
std::optional<RulesetKind> rulesSection(std::string_view name);

}  // namespace natwalk
