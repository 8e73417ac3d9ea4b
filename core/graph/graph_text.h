// The chain graph as text: DOT for Graphviz, JSON for programs.
#pragma once

#include "graph/chain_graph.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace natwalk {

/// What is written of a ruleset: chains with the jumps between them, and what of it was visited (drawn with weight).
struct GraphPart
{
    std::vector<ChainId> chains;  ///< in the order in which they are written; jumps to others are left out
    std::vector<RuleId> visited;  ///< rules that a packet jumped by
    std::vector<ChainId> visitedChains;
};

/// Every chain.
GraphPart wholeGraph(const Ruleset& ruleset);
/// What packets can reach from the built-in chains.
GraphPart reachableGraph(const Ruleset& ruleset);

/// A digraph, each table a cluster. Jumps are labelled with their rules' numbers, gotos dashed, visited ones heavy.
std::string dotOf(const Ruleset& ruleset, const GraphPart& part);

/// {"chains": [{table, name, hook, policy, rules, visited}], "jumps": [{table, from, to, goto, rules, visited}]}
///
/// Missing values are null; a jump's `rules` and `visited` are rule numbers from 1, a chain's `rules` counts its rules.
nlohmann::ordered_json jsonOf(const Ruleset& ruleset, const GraphPart& part);

}  // namespace natwalk
