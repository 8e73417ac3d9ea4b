#include "ruleset/both_back_ends.h"

#include <algorithm>
#include <iterator>

namespace natwalk {

/// Puts rulesets behind one another, their ids moved up.
class BackEndJoiner
{
public:
    BackEndJoiner(const RulesetPtr& first, const RulesetPtr& second) : m_both(std::make_shared<Ruleset>())
    {
        m_both->m_family = first->family();
        m_both->m_backEnd = first->backEnd();
        m_both->m_text = first->m_text;
        m_both->m_chains.reserve(first->chainCount() + second->chainCount());
        m_both->m_rules.reserve(first->ruleCount() + second->ruleCount());
        add(*first, &Table::builtIn);
        add(*second, &Table::builtInOfOther);
        m_both->m_parts = {first, second};
    }

    RulesetPtr all() const { return m_both; }

private:
    void add(const Ruleset& part, std::array<ChainId, 5> Table::*builtIn)
    {
        m_chainsBefore = static_cast<std::uint32_t>(m_both->m_chains.size());
        addTables(part, builtIn);
        const auto rulesBefore = static_cast<std::uint32_t>(m_both->m_rules.size());
        for (Chain chain : part.m_chains) {
            chain.firstRule += rulesBefore;
            addChain(chain);
        }
        for (Rule rule : part.m_rules) {
            rule.chain = moved(rule.chain);
            rule.destination = moved(rule.destination);
            m_both->m_rules.push_back(rule);
        }
        const std::span<const Rule> rules = m_both->rules().subspan(rulesBefore);
        for (std::size_t i = 0; i < part.m_chains.size(); ++i) {
            const Chain& chain = part.m_chains[i];
            m_both->m_reading.push_back({rules.subspan(chain.firstRule, chain.ruleCount), part.m_reading[i].index});
        }
    }

    void addTables(const Ruleset& part, std::array<ChainId, 5> Table::*builtIn)
    {
        for (const TableName name : allTables) {
            const Table& from = part.table(name);
            Table& table = m_both->m_tables[static_cast<std::size_t>(name)];
            table.order = table.present ? table.order : m_order + from.order;
            table.present = table.present || from.present;
            std::ranges::transform(from.chains, std::back_inserter(table.chains),
                                   [this](ChainId id) { return moved(id); });
            std::ranges::transform(from.builtIn, (table.*builtIn).begin(), [this](ChainId id) { return moved(id); });
        }
        m_order += static_cast<std::uint32_t>(part.tableCount());
    }

    /// A name that both have stays the first one's.
    void addChain(const Chain& chain)
    {
        const bool isNew = m_both->find(chain.table, chain.name) == noChain;
        m_both->m_chains.push_back(chain);
        if (isNew)
            m_both->m_names.addLast(m_both->m_chains);
    }

    ChainId moved(ChainId id) const
    {
        return id == noChain ? noChain : ChainId{static_cast<std::uint32_t>(id) + m_chainsBefore};
    }

    std::shared_ptr<Ruleset> m_both;
    std::uint32_t m_chainsBefore = 0;
    std::uint32_t m_order = 0;
};

RulesetPtr bothBackEnds(const RulesetPtr& first, const RulesetPtr& second)
{
    return BackEndJoiner(first, second).all();
}

}  // namespace natwalk
