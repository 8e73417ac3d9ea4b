// Sources as people write them: a word or a network, and how much each weighs.
#pragma once

#include "emulator/question.h"
#include "probability/sources.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace natwalk {

/// "outside", "pod", "node", or a network.
struct NamedSource
{
    std::string who;
    double weight = 1;  ///< above 0

    bool operator==(const NamedSource&) const = default;
};

/// Reads a weight: a number above 0, below 1e15.
std::optional<double> weightFrom(std::string_view text);

/// "10.0.0.0/8", "10.0.0.0/8=3" or "10.0.0.0/8 3".
/// @return nothing where the weight is none, or more follows
std::optional<NamedSource> namedSource(std::string_view text);

enum class SourceFault : std::uint8_t {
    none,
    unknown,     ///< neither one of the words nor a network of the packet's family
    noSuchPlace  ///< the host shows no such place
};

/// Adds the packets that come from a source, with that source, else as the one asked about.
SourceFault addPackets(const NamedSource& source, const Question& question, NetworkSources& sources);

}  // namespace natwalk
