#include "graph/graph_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string_view>

namespace natwalk {

namespace {

std::string_view nameOf(Policy policy) { return policy == Policy::accept ? "ACCEPT" : "DROP"; }

/// A part of the graph, ready to be asked.
class Part
{
public:
    Part(const Ruleset& ruleset, const GraphPart& part)
        : m_ruleset(ruleset)
        , m_graph(chainGraphOf(ruleset))
        , m_chains(part.chains)
        , m_shown(ruleset.chainCount())
        , m_visitedChains(ruleset.chainCount())
        , m_visitedRules(part.visited)
    {
        for (const ChainId chain : part.chains)
            m_shown[static_cast<std::size_t>(chain)] = true;
        for (const ChainId chain : part.visitedChains)
            m_visitedChains[static_cast<std::size_t>(chain)] = true;
        std::sort(m_visitedRules.begin(), m_visitedRules.end());
    }

    const Ruleset& ruleset() const { return m_ruleset; }
    bool isVisited(ChainId chain) const { return m_visitedChains[static_cast<std::size_t>(chain)]; }

    /// Calls `use` with each chain of a table.
    template <typename Use>
    void forEachChain(TableName table, const Use& use) const
    {
        for (const ChainId chain : m_chains)
            if (m_ruleset.chain(chain).table == table)
                use(chain, m_ruleset.chain(chain));
    }

    /// Calls `use` with each jump between chains of the part, in rule order.
    template <typename Use>
    void forEachJump(ChainId from, const Use& use) const
    {
        for (auto [edge, end] = out_edges(static_cast<std::size_t>(from), m_graph); edge != end; ++edge)
            if (m_shown[target(*edge, m_graph)])
                use(m_graph[target(*edge, m_graph)].chain, m_graph[*edge]);
    }

    std::vector<std::uint32_t> numbersOf(const JumpEdge& jump) const
    {
        std::vector<std::uint32_t> numbers;
        for (const RuleId rule : jump.rules)
            numbers.push_back(m_ruleset.numberOf(rule));
        return numbers;
    }

    std::vector<std::uint32_t> visitedNumbersOf(const JumpEdge& jump) const
    {
        std::vector<std::uint32_t> numbers;
        for (const RuleId rule : jump.rules)
            if (std::binary_search(m_visitedRules.begin(), m_visitedRules.end(), rule))
                numbers.push_back(m_ruleset.numberOf(rule));
        return numbers;
    }

private:
    const Ruleset& m_ruleset;
    ChainGraph m_graph;
    const std::vector<ChainId>& m_chains;
    std::vector<bool> m_shown;
    std::vector<bool> m_visitedChains;
    std::vector<RuleId> m_visitedRules;
};

/// "1-3, 7"
std::string runsOf(const std::vector<std::uint32_t>& numbers)
{
    std::string text;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1)
            ++last;
        text += (text.empty() ? "" : ", ") + std::to_string(numbers[i]);
        if (last > i)
            text += "-" + std::to_string(numbers[last]);
        i = last + 1;
    }
    return text;
}

/// A word between quotes, as DOT reads it.
std::string dotQuoted(std::string_view text)
{
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

/// " (nft)" where the ruleset is of both back ends.
std::string whoseOf(const Ruleset& ruleset, ChainId id)
{
    return ruleset.isOfBoth() ? " (" + std::string(nameOf(ruleset.backEndOf(id))) + ')' : std::string();
}

std::string dotNode(const Ruleset& ruleset, ChainId id)
{
    const Chain& chain = ruleset.chain(id);
    return dotQuoted(toText(chain.table) + ':' + std::string(chain.name) + whoseOf(ruleset, id));
}

std::string dotChain(const Ruleset& ruleset, ChainId id, bool visited)
{
    const Chain& chain = ruleset.chain(id);
    std::string text =
        "        " + dotNode(ruleset, id) + " [label=" + dotQuoted(std::string(chain.name) + whoseOf(ruleset, id));
    if (chain.hook)
        text += ", xlabel=" + dotQuoted("policy " + std::string(nameOf(chain.policy)));
    return text + (visited ? ", penwidth=2.5];\n" : "];\n");
}

std::string dotJump(const Part& part, ChainId from, ChainId to, const JumpEdge& jump)
{
    std::string text = "    " + dotNode(part.ruleset(), from) + " -> " + dotNode(part.ruleset(), to)
                       + " [label=" + dotQuoted(runsOf(part.numbersOf(jump)));
    if (jump.go)
        text += ", style=dashed";
    return text + (part.visitedNumbersOf(jump).empty() ? "];\n" : ", penwidth=2.5];\n");
}

}  // namespace

GraphPart wholeGraph(const Ruleset& ruleset)
{
    GraphPart part;
    for (std::uint32_t chain = 0; chain < ruleset.chainCount(); ++chain)
        part.chains.push_back(ChainId{chain});
    return part;
}

GraphPart reachableGraph(const Ruleset& ruleset)
{
    return {reachableFromHooks(chainGraphOf(ruleset), ruleset), {}, {}};
}

std::string dotOf(const Ruleset& ruleset, const GraphPart& graphPart)
{
    const Part part(ruleset, graphPart);
    std::string text = "digraph natwalk {\n    rankdir=LR;\n    node [shape=box];\n";
    std::string jumps;
    for (const TableName table : allTables) {
        std::string chains;
        part.forEachChain(table, [&](ChainId id, const Chain& /*chain*/) {
            chains += dotChain(ruleset, id, part.isVisited(id));
            part.forEachJump(id, [&](ChainId to, const JumpEdge& jump) { jumps += dotJump(part, id, to, jump); });
        });
        if (!chains.empty())
            text += "    subgraph cluster_" + toText(table) + " {\n        label=" + dotQuoted(nameOf(table)) + ";\n"
                    + chains + "    }\n";
    }
    return text + jumps + "}\n";
}

nlohmann::ordered_json jsonOf(const Ruleset& ruleset, const GraphPart& graphPart)
{
    using Json = nlohmann::ordered_json;
    const Part part(ruleset, graphPart);
    Json chains = Json::array();
    Json jumps = Json::array();
    for (const TableName table : allTables)
        part.forEachChain(table, [&](ChainId id, const Chain& chain) {
            chains.push_back({{"table", nameOf(table)},
                              {"name", chain.name},
                              {"hook", chain.hook ? Json(nameOf(*chain.hook)) : Json()},
                              {"policy", chain.hook ? Json(nameOf(chain.policy)) : Json()},
                              {"rules", chain.ruleCount},
                              {"visited", part.isVisited(id)}});
            if (ruleset.isOfBoth())
                chains.back()["back_end"] = nameOf(ruleset.backEndOf(id));
            part.forEachJump(id, [&](ChainId to, const JumpEdge& jump) {
                jumps.push_back({{"table", nameOf(table)},
                                 {"from", chain.name},
                                 {"to", ruleset.chain(to).name},
                                 {"goto", jump.go},
                                 {"rules", part.numbersOf(jump)},
                                 {"visited", part.visitedNumbersOf(jump)}});
                if (ruleset.isOfBoth())
                    jumps.back()["back_end"] = nameOf(ruleset.backEndOf(id));
            });
        });
    return {{"chains", std::move(chains)}, {"jumps", std::move(jumps)}};
}

}  // namespace natwalk
