#include "ui/graph/trace_facts.h"

namespace natwalk {

namespace {

class FactReader
{
public:
    explicit FactReader(const Trace& trace) : m_trace(trace) {}

    TraceFacts all()
    {
        for (m_step = 0; m_step < m_trace.steps.size(); ++m_step)
            std::visit([this](const auto& event) { read(event); }, m_trace.steps[m_step].event);
        return std::move(m_facts);
    }

private:
    void read(const HookEntered& entered)
    {
        m_phase = {entered.hook, entered.table, entered.backEnd};
        m_base = noChain;
    }
    void read(const ChainEntered& entered)
    {
        if (m_base == noChain)
            m_base = entered.chain;
        m_facts[{m_phase, entered.chain}] = {m_step, noStep, {}};
    }
    void read(const RulesPassed& passed)
    {
        of(passed.chain).rules.push_back({passed.first, passed.last, RowMark::failed, {}, m_step, m_step});
    }
    void read(const RuleMatched& matched) { factOf(matched.rule).mark = RowMark::matched; }
    void read(const Drawn& drawn)
    {
        if (RuleFact& fact = factOf(drawn.rule); drawn.random)
            fact.drawn = drawn;
    }
    void read(const Doubted& doubted)
    {
        if (doubted.rule != noRule)
            factOf(doubted.rule);
    }
    void read(const Rewritten& rewritten)
    {
        if (rewritten.rule != noRule)
            factOf(rewritten.rule);
    }
    void read(const TableLeft& left)
    {
        if (left.byPolicy && m_base != noChain)
            of(m_base).policy = m_step;
    }
    template <typename Other>
    void read(const Other& /*event*/)
    {}

    ChainFacts& of(ChainId chain) { return m_facts[{m_phase, chain}]; }

    /// The fact about one rule: several steps in a row may tell of it.
    RuleFact& factOf(RuleId rule)
    {
        const std::uint32_t number = m_trace.ruleset->numberOf(rule);
        auto& rules = of(m_trace.ruleset->rule(rule).chain).rules;
        if (rules.empty() || rules.back().first != number || rules.back().last != number)
            rules.push_back({number, number, RowMark::failed, {}, m_step, m_step});
        rules.back().lastStep = m_step;
        return rules.back();
    }

    const Trace& m_trace;
    std::size_t m_step = 0;
    Phase m_phase;
    ChainId m_base = noChain;
    TraceFacts m_facts;
};

}  // namespace

TraceFacts factsOf(const Trace& trace) { return FactReader(trace).all(); }

}  // namespace natwalk
