// Which chain jumps to which, and by which rules.
#pragma once

#include "ruleset/ruleset.h"

#include <boost/graph/adjacency_list.hpp>

#include <vector>

namespace natwalk {

struct ChainNode
{
    ChainId chain = noChain;
};

/// All rules of one chain that jump (or, apart from those, that go) to one other.
struct JumpEdge
{
    std::vector<RuleId> rules;
    bool go = false;
};

using ChainGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, ChainNode, JumpEdge>;

/// All chains of all tables; vertex n is ChainId n; the edges out of a chain stand in the order of their first rules.
ChainGraph chainGraphOf(const Ruleset& ruleset);

/// Every chain on some circle of jumps, in the order of their ids.
std::vector<ChainId> chainsInLoops(const ChainGraph& graph);

/// What can be reached from a chain, itself included, in the order of a depth-first walk in rule order.
std::vector<ChainId> reachableFrom(const ChainGraph& graph, ChainId from);

/// What packets can reach: everything reachable from the built-in chains, each chain once.
std::vector<ChainId> reachableFromHooks(const ChainGraph& graph, const Ruleset& ruleset);

/// Chains called from more chains than this are hubs.
inline constexpr std::size_t mostCallers = 12;

/// Chains that so many others call that lines to them would hide the rest (KUBE-MARK-MASQ): better a badge on each
/// caller.
std::vector<ChainId> hubsOf(const ChainGraph& graph, std::size_t most = mostCallers);

}  // namespace natwalk
