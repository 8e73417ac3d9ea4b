#include "ruleset/ruleset.h"

#include <algorithm>
#include <cassert>
#include <deque>

namespace natwalk {

namespace {

std::uint32_t remarksIn(const Rule& rule)
{
    std::uint32_t remarks = 0;
    for (std::size_t match = 0; match < std::min<std::size_t>(rule.matches.size(), 32); ++match)
        remarks |= std::uint32_t{rule.matches[match]->isRemark()} << match;
    return remarks;
}

}  // namespace

std::size_t Ruleset::tableCount() const
{
    return static_cast<std::size_t>(std::ranges::count_if(m_tables, &Table::present));
}

RulePlace Ruleset::placeOf(RuleId id) const
{
    const Chain& home = chain(rule(id).chain);
    return {home.table, home.name, numberOf(id)};
}

ChainId Ruleset::find(TableName table, std::string_view chain) const
{
    return ChainId{m_names.find(table, chain, m_chains)};
}

ChainId Ruleset::find(TableName table, std::string_view chain, BackEnd backEnd) const
{
    if (!isOfBoth() || backEnd != otherThan(m_backEnd))
        return find(table, chain);
    const ChainId found = m_parts[1]->find(table, chain);
    return found == noChain
               ? noChain
               : ChainId{static_cast<std::uint32_t>(found) + static_cast<std::uint32_t>(m_parts[0]->chainCount())};
}

std::string Ruleset::kernelName(RuleId id) const
{
    const RulePlace place = placeOf(id);
    std::string name(nameOf(place.table));
    name += ':';
    name += place.chain;
    name += ":rule:";
    return name += std::to_string(place.number);
}

std::string_view Ruleset::targetName(const Rule& rule) const
{
    switch (rule.action) {
    case RuleAction::none: return {};
    case RuleAction::accept: return "ACCEPT";
    case RuleAction::drop: return "DROP";
    case RuleAction::returnToCaller: return "RETURN";
    case RuleAction::jump:
    case RuleAction::go: return chain(rule.destination).name;
    case RuleAction::target: return rule.target->name();
    }
    return {};
}

RulesetBuilder::RulesetBuilder(Family family, std::shared_ptr<const std::string> text)
    : m_ruleset(std::make_shared<Ruleset>())
{
    m_ruleset->m_family = family;
    m_ruleset->m_text = std::move(text);
    m_ruleset->m_arena = std::make_shared<Arena>();
}

void RulesetBuilder::setBackEnd(BackEnd backEnd) { m_ruleset->m_backEnd = backEnd; }

void RulesetBuilder::addTable(TableName table)
{
    Table& added = m_ruleset->m_tables[static_cast<std::size_t>(table)];
    if (added.present)
        return;
    added.present = true;
    added.order = m_tableCount++;
}

ChainId RulesetBuilder::chain(TableName table, std::string_view name)
{
    std::vector<Chain>& chains = m_ruleset->m_chains;
    if (const ChainId known = m_ruleset->find(table, name); known != noChain)
        return known;
    addTable(table);
    const ChainId id{static_cast<std::uint32_t>(chains.size())};
    Chain& made = chains.emplace_back();
    made.name = arena().keep(name);
    made.table = table;
    if (const auto hook = builtInHook(table, name)) {
        made.hook = hook;
        tableOf(made).builtIn[static_cast<std::size_t>(*hook)] = id;
    }
    m_ruleset->m_names.addLast(chains);
    return id;
}

Chain& RulesetBuilder::declare(TableName table, std::string_view name)
{
    const ChainId id = chain(table, name);
    Chain& declared = at(id);
    if (!declared.declared)
        tableOf(declared).chains.push_back(id);
    declared.declared = true;
    return declared;
}

Chain& RulesetBuilder::at(ChainId id) { return m_ruleset->m_chains[static_cast<std::size_t>(id)]; }

void RulesetBuilder::append(Rule rule)
{
    rule.remarks = remarksIn(rule);
    rule.hasConditions = !rule.conditions.areNone();
    ++at(rule.chain).ruleCount;
    m_ruleset->m_rules.push_back(rule);
    if (!m_insertedAt.empty())
        m_insertedAt.push_back(0);
}

void RulesetBuilder::insert(Rule rule, std::uint32_t number)
{
    assert(number > 0);
    append(rule);
    m_insertedAt.resize(m_ruleset->m_rules.size());
    m_insertedAt.back() = number;
}

RulesetPtr RulesetBuilder::finish(std::size_t indexFrom)
{
    completeChains();
    sortRules();
    noteBuiltIn();
    prepareReading(indexFrom);
    return m_ruleset;
}

/// Every chain gets its place in its table: built-in ones that no line declared first, others that none declared last.
void RulesetBuilder::completeChains()
{
    for (const TableName name : allTables) {
        Table& table = m_ruleset->m_tables[static_cast<std::size_t>(name)];
        std::vector<ChainId> order;
        for (const Hook hook : allHooks) {
            if (!table.present || !tableHasHook(name, hook))
                continue;
            const ChainId id = chain(name, nameOf(hook));
            if (!at(id).declared)
                order.push_back(id);
            at(id).declared = true;
        }
        table.chains.insert(table.chains.begin(), order.begin(), order.end());
    }
    for (std::uint32_t i = 0; i < m_ruleset->m_chains.size(); ++i)
        if (const Chain& made = m_ruleset->m_chains[i]; !made.declared)
            tableOf(made).chains.push_back(ChainId{i});
}

/// Where each rule belongs when the rules of a chain lie side by side, chains in the order of their ids.
std::vector<std::uint32_t> RulesetBuilder::finalPlaces()
{
    std::uint32_t first = 0;
    std::vector<std::uint32_t> next;
    next.reserve(m_ruleset->m_chains.size());
    for (Chain& chain : m_ruleset->m_chains) {
        chain.firstRule = first;
        next.push_back(first);
        first += chain.ruleCount;
    }
    std::vector<std::uint32_t> places;
    places.reserve(m_ruleset->m_rules.size());
    for (const Rule& rule : m_ruleset->m_rules)
        places.push_back(next[static_cast<std::size_t>(rule.chain)]++);
    return places;
}

/// Repeats, chain by chain, what -A and -I did.
void RulesetBuilder::placeInserted(std::vector<std::uint32_t>& places) const
{
    std::vector<std::deque<std::uint32_t>> orders(m_ruleset->m_chains.size());
    for (std::uint32_t i = 0; i < m_insertedAt.size(); ++i) {
        auto& order = orders[static_cast<std::size_t>(m_ruleset->m_rules[i].chain)];
        const std::size_t before = m_insertedAt[i] == 0 ? order.size() : m_insertedAt[i] - 1;
        order.insert(order.begin() + static_cast<std::ptrdiff_t>(std::min(before, order.size())), i);
    }
    for (std::size_t chain = 0; chain < orders.size(); ++chain) {
        std::uint32_t place = m_ruleset->m_chains[chain].firstRule;
        for (const std::uint32_t rule : orders[chain])
            places[rule] = place++;
    }
}

void RulesetBuilder::sortRules()
{
    std::vector<std::uint32_t> places = finalPlaces();
    if (!m_insertedAt.empty())
        placeInserted(places);
    std::vector<Rule>& rules = m_ruleset->m_rules;
    for (std::uint32_t i = 0; i < rules.size(); ++i) {
        while (places[i] != i) {  // each swap brings one rule home
            const std::uint32_t home = places[i];
            std::swap(rules[i], rules[home]);
            std::swap(places[i], places[home]);
        }
    }
}

/// What every packet would ask of the built-in chains.
void RulesetBuilder::noteBuiltIn()
{
    for (Chain& chain : m_ruleset->m_chains) {
        const bool isNamed = chain.line != 0 || chain.ruleCount != 0;
        chain.existsInKernel = m_ruleset->m_backEnd != BackEnd::nft || isNamed;
        chain.letsAllPass = chain.hook && chain.ruleCount == 0 && chain.policy == Policy::accept;
    }
}

void RulesetBuilder::prepareReading(std::size_t indexFrom)
{
    m_ruleset->m_reading.reserve(m_ruleset->m_chains.size());
    for (const Chain& chain : m_ruleset->m_chains) {
        ChainRules& reading = m_ruleset->m_reading.emplace_back();
        reading.rules = m_ruleset->rules().subspan(chain.firstRule, chain.ruleCount);
        if (reading.rules.size() >= indexFrom) {
            m_ruleset->m_indexes.push_back(std::make_shared<RuleIndex>(reading.rules));
            reading.index = m_ruleset->m_indexes.back().get();
        }
    }
}

}  // namespace natwalk
