#include "ruleset/chain_reach.h"

#include <algorithm>

namespace natwalk {

namespace {

bool isUnconditional(const Rule& rule)
{
    const Conditions& conditions = rule.conditions;
    const bool inverted = conditions.srcInverted || conditions.dstInverted || conditions.inInverted
                          || conditions.outInverted || conditions.protocolInverted;
    return rule.matches.empty() && !inverted && !conditions.fragment && conditions.src.isAny() && conditions.dst.isAny()
           && conditions.in.isAny() && conditions.out.isAny() && conditions.protocol == protocol::any;
}

bool endsChain(const Rule& rule)
{
    const bool verdict = rule.action == RuleAction::accept || rule.action == RuleAction::drop
                         || rule.action == RuleAction::returnToCaller;
    return verdict && isUnconditional(rule);
}

}  // namespace

ChainReach::ChainReach(const Ruleset& ruleset) : m_nodes(ruleset.chainCount())
{
    gatherJumps(ruleset);
    for (std::uint32_t i = 0; i < m_nodes.size(); ++i)
        if (const auto hook = ruleset.chain(ChainId{i}).hook)
            spreadFrom(ChainId{i}, *hook);
    for (std::uint32_t i = 0; i < m_nodes.size(); ++i)
        if (ruleset.chain(ChainId{i}).hook)
            searchLoops(ChainId{i}, true);
    measureLevels();
    for (std::uint32_t i = 0; i < m_nodes.size(); ++i)
        searchLoops(ChainId{i}, false);
}

void ChainReach::gatherJumps(const Ruleset& ruleset)
{
    for (std::uint32_t i = 0; i < m_nodes.size(); ++i) {
        Node& node = m_nodes[i];
        node.firstJump = static_cast<std::uint32_t>(m_jumps.size());
        for (const Rule& rule : ruleset.rulesOf(ChainId{i})) {
            ++node.readCount;
            if (rule.destination != noChain && !ruleset.chain(rule.destination).hook)
                m_jumps.push_back({rule.destination, ruleset.ruleAt(ChainId{i}, node.readCount)});
            // nft looks behind such a rule, too
            if (ruleset.backEndOf(ChainId{i}) != BackEnd::nft && endsChain(rule))
                break;
        }
        node.jumpCount = static_cast<std::uint32_t>(m_jumps.size()) - node.firstJump;
    }
}

void ChainReach::spreadFrom(ChainId builtIn, Hook hook)
{
    of(builtIn).hooks |= bitOf(hook);
    for (std::vector<ChainId> waiting = {builtIn}; !waiting.empty();) {
        const Node& node = of(waiting.back());
        waiting.pop_back();
        for (const Jump& jump : jumpsOf(node)) {
            Node& next = of(jump.to);
            if ((next.hooks & bitOf(hook)) != 0)
                continue;
            next.hooks |= bitOf(hook);
            next.by[static_cast<std::size_t>(hook)] = jump.rule;
            waiting.push_back(jump.to);
        }
    }
}

/// Depth first, without recursion: the kernel loads 10,000 chains inside each other, and a text may hold more.
void ChainReach::searchLoops(ChainId start, bool reachable)
{
    std::vector<ChainId> way;
    std::vector<std::uint32_t> nextJump;
    const auto enter = [&](ChainId chain) {
        way.push_back(chain);
        nextJump.push_back(0);
        of(chain).entered = static_cast<std::uint32_t>(way.size());
    };
    if (!of(start).done)
        enter(start);
    while (!way.empty()) {
        Node& node = of(way.back());
        if (nextJump.back() == node.jumpCount) {
            node.entered = 0;
            node.done = true;
            m_finished.push_back(way.back());
            way.pop_back();
            nextJump.pop_back();
            continue;
        }
        const Jump& jump = jumpsOf(node)[nextJump.back()++];
        if (of(jump.to).entered != 0)
            addLoop(jump, way, reachable);
        else if (!of(jump.to).done)
            enter(jump.to);
    }
}

void ChainReach::addLoop(const Jump& closing, std::span<const ChainId> way, bool reachable)
{
    const auto circle = way.subspan(of(closing.to).entered - 1);
    const auto listed = circle.first(std::min(circle.size(), ChainLoop::longestListed));
    m_loops.push_back({closing.rule, {listed.begin(), listed.end()}, circle.size(), reachable});
}

void ChainReach::measureLevels()
{
    std::ranges::reverse(m_finished);  // now each stands before all that it leads to
    for (const ChainId chain : m_finished)
        for (const Jump& jump : jumpsOf(of(chain)))
            of(jump.to).level = std::max(of(jump.to).level, of(chain).level + 1);
}

}  // namespace natwalk
