#include "graph/chain_graph.h"

#include <boost/graph/strong_components.hpp>

#include <algorithm>

namespace natwalk {

namespace {

using Vertex = ChainGraph::vertex_descriptor;
using Edge = ChainGraph::edge_descriptor;

Vertex vertexOf(ChainId chain) { return static_cast<Vertex>(chain); }

ChainId chainOf(Vertex vertex) { return ChainId{static_cast<std::uint32_t>(vertex)}; }

/// The edges out of the chain at hand, found again by where they lead; another chain begins with a clean slate.
class EdgesOfOneChain
{
public:
    explicit EdgesOfOneChain(ChainGraph& graph) : m_graph(graph), m_byDestination(2 * num_vertices(graph)) {}

    Edge to(ChainId from, ChainId destination, bool go)
    {
        Known& known = m_byDestination[2 * vertexOf(destination) + (go ? 1 : 0)];
        if (known.from != from)
            known = {from, add_edge(vertexOf(from), vertexOf(destination), JumpEdge{{}, go}, m_graph).first};
        return known.edge;
    }

private:
    struct Known
    {
        ChainId from = noChain;
        Edge edge;
    };

    ChainGraph& m_graph;
    std::vector<Known> m_byDestination;
};

/// Walks depth first in rule order, without recursion; each chain is met once.
class DepthFirst
{
public:
    explicit DepthFirst(const ChainGraph& graph) : m_graph(graph), m_met(num_vertices(graph)) {}

    void from(Vertex start)
    {
        m_waiting.push_back(start);
        while (!m_waiting.empty()) {
            const Vertex vertex = m_waiting.back();
            m_waiting.pop_back();
            if (!m_met[vertex])
                meet(vertex);
        }
    }

    std::vector<ChainId> chains;

private:
    void meet(Vertex vertex)
    {
        m_met[vertex] = true;
        chains.push_back(chainOf(vertex));
        const auto first = static_cast<std::ptrdiff_t>(m_waiting.size());
        for (auto [edge, end] = out_edges(vertex, m_graph); edge != end; ++edge)
            m_waiting.push_back(target(*edge, m_graph));
        std::reverse(m_waiting.begin() + first, m_waiting.end());
    }

    const ChainGraph& m_graph;
    std::vector<bool> m_met;
    std::vector<Vertex> m_waiting;
};

}  // namespace

ChainGraph chainGraphOf(const Ruleset& ruleset)
{
    ChainGraph graph(ruleset.chainCount());
    EdgesOfOneChain edges(graph);
    for (std::uint32_t i = 0; i < ruleset.chainCount(); ++i) {
        const ChainId from{i};
        graph[vertexOf(from)].chain = from;
        for (std::uint32_t number = 1; number <= ruleset.chain(from).ruleCount; ++number) {
            const RuleId id = ruleset.ruleAt(from, number);
            const Rule& rule = ruleset.rule(id);
            if (rule.destination != noChain)
                graph[edges.to(from, rule.destination, rule.action == RuleAction::go)].rules.push_back(id);
        }
    }
    return graph;
}

std::vector<ChainId> chainsInLoops(const ChainGraph& graph)
{
    std::vector<std::size_t> component(num_vertices(graph));
    const std::size_t count = boost::strong_components(graph, component.data());
    std::vector<std::size_t> sizes(count);
    for (const std::size_t number : component)
        ++sizes[number];

    std::vector<ChainId> chains;
    for (Vertex vertex = 0; vertex < num_vertices(graph); ++vertex)
        if (sizes[component[vertex]] > 1 || edge(vertex, vertex, graph).second)
            chains.push_back(chainOf(vertex));
    return chains;
}

std::vector<ChainId> reachableFrom(const ChainGraph& graph, ChainId from)
{
    DepthFirst walk(graph);
    walk.from(vertexOf(from));
    return std::move(walk.chains);
}

std::vector<ChainId> reachableFromHooks(const ChainGraph& graph, const Ruleset& ruleset)
{
    DepthFirst walk(graph);
    for (const TableName table : allTables)
        for (const auto* builtIns : {&ruleset.table(table).builtIn, &ruleset.table(table).builtInOfOther})
            for (const ChainId builtIn : *builtIns)
                if (builtIn != noChain)
                    walk.from(vertexOf(builtIn));
    return std::move(walk.chains);
}

std::vector<ChainId> hubsOf(const ChainGraph& graph, std::size_t most)
{
    std::vector<ChainId> hubs;
    for (Vertex vertex = 0; vertex < num_vertices(graph); ++vertex)
        if (in_degree(vertex, graph) > most)
            hubs.push_back(chainOf(vertex));
    return hubs;
}

}  // namespace natwalk
