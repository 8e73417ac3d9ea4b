// Which chain jumps to which, and by which rules.
#pragma once

#include "ruleset/ruleset.h"

#include <boost/graph/adjacency_list.hpp>

#include <vector>

namespace natwalk {

struct ChainNode { ChainId chain = noChain; };
/// All rules of one chain that jump (or go) to one other.
struct JumpEdge { std::vector<RuleId> rules; bool go = false; };

using ChainGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, ChainNode, JumpEdge>;

/// All chains of all tables; vertex n is ChainId n; edges in rule order.
ChainGraph chainGraphOf(const Ruleset& ruleset);

/// Every chain on some circle of jumps.
std::vector<ChainId> chainsInLoops(const ChainGraph& graph);
/// What can be reached from a chain, itself included, in the order of a depth-first walk in rule order.
std::vector<ChainId> reachableFrom(const ChainGraph& graph, ChainId from);

} // namespace natwalk
