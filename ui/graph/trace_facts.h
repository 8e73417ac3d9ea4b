// A trace read chain by chain: what the packet met there, in the order of the rules.
#pragma once

#include "ui/graph/path_picture.h"

#include <map>

namespace natwalk {

/// What the packet shown met in one chain: a run that it passed, a draw, a match.
struct RuleFact
{
    std::uint32_t first = 0;  ///< number, from 1
    std::uint32_t last = 0;
    RowMark mark = RowMark::failed;
    std::optional<Drawn> drawn{};
    std::size_t step = noStep;
    std::size_t lastStep = noStep;
};

/// What a trace tells of each chain, in the order of its rules. Of a chain that is read twice in a phase: the last
/// time.
struct ChainFacts
{
    std::size_t entered = noStep;
    std::size_t policy = noStep;  ///< the step at which the policy decided
    std::vector<RuleFact> rules{};
};
using TraceFacts = std::map<ChainVisit, ChainFacts>;
TraceFacts factsOf(const Trace& trace);

}  // namespace natwalk
