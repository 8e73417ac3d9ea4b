// Chains that lead nowhere, that nobody calls, or that are missing.
#include "kube/balancing.h"
#include "kube/finding_list.h"
#include "kube/rule_facts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace natwalk {

namespace {

/// Whether some rule leads to a chain, by chain.
std::vector<bool> calledChains(const Ruleset& ruleset)
{
    std::vector<bool> called(ruleset.chainCount(), false);
    for (const Rule& rule : ruleset.rules())
        if (leadsOn(rule))
            called[static_cast<std::size_t>(rule.destination)] = true;
    return called;
}

/// Chains of services and endpoints: empty, they are a fault; uncalled, they are left over.
bool belongsToService(std::string_view chain) { return kubeChainName(chain).kind != KubeChain::none; }

/// The table is the last one, and its text ends before the COMMIT that others have or should have.
bool isCutOff(const Ruleset& ruleset, TableName table)
{
    constexpr std::size_t tail = 4096;
    const std::string_view text = ruleset.text();
    const bool isLast = ruleset.table(table).order + 1 == ruleset.tableCount();
    const bool commits =
        text.substr(text.size() - std::min(tail, text.size())).find("COMMIT") != std::string_view::npos;
    return isLast && !commits && (text.starts_with('*') || text.find("\n*") != std::string_view::npos);
}

/// The text holds what would call the table's chains: it is no piece that begins or ends in its middle.
bool isWhole(const Ruleset& ruleset, TableName table)
{
    if (isCutOff(ruleset, table))
        return false;
    const auto hasRules = [&](ChainId id) { return id != noChain && ruleset.chain(id).ruleCount > 0; };
    const ChainId services = ruleset.find(table, "KUBE-SERVICES");
    if (table == TableName::nat && services != noChain && !hasRules(services))
        return false;
    return std::ranges::any_of(ruleset.table(table).builtIn, hasRules)
           || std::ranges::any_of(ruleset.table(table).builtInOfOther, hasRules);
}

/// Chains with rules that nobody calls, of one table.
struct Uncalled
{
    std::size_t count = 0;
    ChainId first = noChain;

    void add(ChainId chain)
    {
        if (count++ == 0)
            first = chain;
    }
};

void tellUncalled(const Uncalled& others, FindingList& list)
{
    if (others.count == 0)
        return;
    const Chain& first = list.ruleset().chain(others.first);
    const Message what = others.count == 1
                             ? message(MessageId::ChainUncalled, first.name)
                             : message(MessageId::ChainsUncalled, others.count, nameOf(first.table), first.name);
    list.atChain(Severity::note, others.first,
                 {what, message(MessageId::ChainUncalledMeans), message(MessageId::ChainUncalledCause)});
}

void tellLeftOver(const Uncalled& ofKube, FindingList& list)
{
    if (ofKube.count > 0)
        list.atChain(Severity::note, ofKube.first,
                     {message(MessageId::ChainsNeverCalled, ofKube.count, list.ruleset().chain(ofKube.first).name),
                      message(MessageId::ChainsNeverCalledMeans), message(MessageId::ChainsNeverCalledCause)});
}

void findUncalled(TableName table, const std::vector<bool>& called, FindingList& list)
{
    const Ruleset& ruleset = list.ruleset();
    Uncalled ofKube;
    Uncalled others;
    for (const ChainId id : ruleset.table(table).chains) {
        const Chain& chain = ruleset.chain(id);
        if (called[static_cast<std::size_t>(id)] || chain.hook || chain.ruleCount == 0)
            continue;
        if (belongsToService(chain.name))
            ofKube.add(id);
        else if (!chain.name.starts_with("KUBE-"))
            others.add(id);
    }
    tellUncalled(others, list);
    tellLeftOver(ofKube, list);
}

/// What becomes of connections that a rule sends to an empty chain: they come back and go on behind it.
Message emptyMeans(const Ruleset& ruleset, const Rule& rule)
{
    constexpr double nothing = 1e-4;
    const Balancing balancing = balancingOf(ruleset, rule.chain);
    if (balancing.turns.empty())
        return message(MessageId::EmptyChainAlwaysMeans);
    if (balancing.left < nothing)
        return message(MessageId::EmptyChainPassesOn);
    return message(MessageId::EmptyChainCalledMeans, static_cast<long>(std::lround(1 / balancing.left)));
}

void tellEmpty(RuleId id, FindingList& list)
{
    const Ruleset& ruleset = list.ruleset();
    const Rule& rule = ruleset.rule(id);
    Message means = emptyMeans(ruleset, rule);
    const Severity severity = means.id == MessageId::EmptyChainPassesOn ? Severity::warning : Severity::error;
    list.atRule(
        severity, id,
        {message(MessageId::EmptyChainCalled, ruleset.chain(rule.chain).name, ruleset.chain(rule.destination).name),
         std::move(means), message(MessageId::EmptyChainCalledCause)});
}

/// Where the table is whole and the calling chain declared, this one was cut out of it.
void tellMissing(RuleId id, FindingList& list)
{
    const Ruleset& ruleset = list.ruleset();
    const Rule& rule = ruleset.rule(id);
    if (!ruleset.chain(rule.chain).declared || !isWhole(ruleset, ruleset.chain(rule.chain).table))
        return;
    list.atRule(
        Severity::error, id,
        {message(MessageId::MissingChainCalled, ruleset.chain(rule.chain).name, ruleset.chain(rule.destination).name),
         message(MessageId::MissingChainCalledMeans), message(MessageId::MissingChainCalledCause)});
}

/// Up to 1.8 kube-proxy kept empty KUBE-SVC chains for services without endpoints: findInService tells of those.
void findEmptyOrMissing(FindingList& list)
{
    const Ruleset& ruleset = list.ruleset();
    for (std::uint32_t i = 0; i < ruleset.ruleCount(); ++i) {
        const Rule& rule = ruleset.rule(RuleId{i});
        if (!leadsOn(rule))
            continue;
        const Chain& to = ruleset.chain(rule.destination);
        const KubeChain kind = kubeChainName(to.name).kind;
        if (kind == KubeChain::none || to.ruleCount > 0 || recentUseOf(rule))
            continue;
        if (!to.declared)
            tellMissing(RuleId{i}, list);
        else if (kind != KubeChain::service)
            tellEmpty(RuleId{i}, list);
    }
}

}  // namespace

void findInChains(FindingList& list)
{
    findEmptyOrMissing(list);
    const std::vector<bool> called = calledChains(list.ruleset());
    for (const TableName table : allTables)
        if (isWhole(list.ruleset(), table))
            findUncalled(table, called, list);
}

}  // namespace natwalk
