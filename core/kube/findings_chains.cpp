// Chains that lead nowhere or that nobody calls, and rules that no packet reaches.
#include "kube/finding_list.h"
#include "kube/rule_facts.h"

#include <algorithm>
#include <array>
#include <vector>

namespace natwalk {

namespace {

/// Nothing behind a rule that ends every packet's way in its chain.
bool endsEveryWay(const Ruleset& ruleset, const Rule& rule)
{
    switch (rule.action) {
    case RuleAction::accept:
    case RuleAction::drop:
    case RuleAction::returnToCaller:
    case RuleAction::go: return true;
    case RuleAction::target: {
        constexpr auto endings = std::to_array<std::string_view>(
            {"REJECT", "DNAT", "SNAT", "MASQUERADE", "REDIRECT", "NETMAP", "TPROXY", "NFQUEUE"});
        return std::ranges::find(endings, ruleset.targetName(rule)) != endings.end();
    }
    case RuleAction::none:
    case RuleAction::jump: break;
    }
    return false;
}

bool hasOnlyConditions(const Rule& rule)
{
    return std::ranges::all_of(rule.matches, [](const Match* match) { return match->isRemark(); });
}

bool netCovers(const Network& wide, bool wideInverted, const Network& narrow, bool narrowInverted)
{
    if (wide.isAny() && !wideInverted)
        return true;
    if (wideInverted || narrowInverted)
        return wide == narrow && wideInverted == narrowInverted;
    return (wide.maskHigh & ~narrow.maskHigh) == 0 && (wide.maskLow & ~narrow.maskLow) == 0
           && wide.contains(narrow.base);
}

bool deviceCovers(const InterfacePattern& wide, bool wideInverted, const InterfacePattern& narrow, bool narrowInverted)
{
    return wide.isAny() || (wide == narrow && wideInverted == narrowInverted);
}

/// Every packet that meets the narrow conditions meets the wide ones, too.
bool covers(const Conditions& wide, const Conditions& narrow)
{
    const bool sameProtocol = wide.protocol == narrow.protocol && wide.protocolInverted == narrow.protocolInverted;
    return netCovers(wide.src, wide.srcInverted, narrow.src, narrow.srcInverted)
           && netCovers(wide.dst, wide.dstInverted, narrow.dst, narrow.dstInverted)
           && deviceCovers(wide.in, wide.inInverted, narrow.in, narrow.inInverted)
           && deviceCovers(wide.out, wide.outInverted, narrow.out, narrow.outInverted)
           && (wide.protocol == protocol::any || sameProtocol) && !wide.fragment;
}

/// Rules behind others that take all their packets; a run behind one that takes every packet is told once.
class Shadows
{
public:
    Shadows(ChainId chain, FindingList& list) : m_chain(chain), m_list(list), m_ruleset(list.ruleset()) {}

    void find()
    {
        const std::uint32_t count = m_ruleset.chain(m_chain).ruleCount;
        for (std::uint32_t number = 1; number <= count; ++number) {
            const Rule& rule = m_ruleset.rule(m_ruleset.ruleAt(m_chain, number));
            if (const std::uint32_t before = coverOf(rule); before != 0)
                tell(number, number, before);
            else if (endsEveryWay(m_ruleset, rule) && hasOnlyConditions(rule))
                remember(number, rule);
            if (number < count && !m_covers.empty() && m_covers.back() == number && matchesAll(rule))
                return tell(number + 1, count, number);
        }
    }

private:
    /// More are not compared with every rule that follows.
    static constexpr std::size_t mostCovers = 64;

    std::uint32_t coverOf(const Rule& rule) const
    {
        for (const std::uint32_t number : m_covers)
            if (covers(m_ruleset.rule(m_ruleset.ruleAt(m_chain, number)).conditions, rule.conditions))
                return number;
        return 0;
    }

    void remember(std::uint32_t number, const Rule& rule)
    {
        if (m_covers.size() < mostCovers || matchesAll(rule))
            m_covers.push_back(number);
    }

    /// Where both rules would do the same, nothing is lost.
    void tell(std::uint32_t first, std::uint32_t last, std::uint32_t by)
    {
        const std::string_view chain = m_ruleset.chain(m_chain).name;
        const RuleId rule = m_ruleset.ruleAt(m_chain, first);
        const Message what = first == last ? message(MessageId::RuleUnreachable, first, chain, by)
                                           : message(MessageId::RulesUnreachable, first, last, chain, by);
        const bool same = first == last && targetOf(first) == targetOf(by);
        m_list.atRule(same ? Severity::note : Severity::warning, rule,
                      {what, message(MessageId::RuleUnreachableMeans), message(MessageId::RuleUnreachableCause)});
    }

    std::string_view targetOf(std::uint32_t number) const
    {
        return m_ruleset.targetName(m_ruleset.rule(m_ruleset.ruleAt(m_chain, number)));
    }

    ChainId m_chain;
    FindingList& m_list;
    const Ruleset& m_ruleset;
    std::vector<std::uint32_t> m_covers;
};

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

/// The text holds what would call the table's chains: it is no piece that begins in its middle.
bool isWhole(const Ruleset& ruleset, TableName table)
{
    const auto hasRules = [&](ChainId id) { return id != noChain && ruleset.chain(id).ruleCount > 0; };
    const ChainId services = ruleset.find(table, "KUBE-SERVICES");
    if (table == TableName::nat && services != noChain && !hasRules(services))
        return false;
    return std::ranges::any_of(ruleset.table(table).builtIn, hasRules)
           || std::ranges::any_of(ruleset.table(table).builtInOfOther, hasRules);
}

void findUncalled(FindingList& list)
{
    const Ruleset& ruleset = list.ruleset();
    const std::vector<bool> called = calledChains(ruleset);
    ChainId firstOfKube = noChain;
    std::size_t ofKube = 0;
    for (std::size_t i = 0; i < called.size(); ++i) {
        const Chain& chain = ruleset.chain(ChainId{static_cast<std::uint32_t>(i)});
        if (called[i] || chain.hook || chain.ruleCount == 0 || !isWhole(ruleset, chain.table))
            continue;
        const ChainId id{static_cast<std::uint32_t>(i)};
        if (!belongsToService(chain.name) && !chain.name.starts_with("KUBE-"))
            list.atChain(Severity::note, id,
                         {message(MessageId::ChainUncalled, chain.name), message(MessageId::ChainUncalledMeans)});
        else if (belongsToService(chain.name) && ofKube++ == 0)
            firstOfKube = id;
    }
    if (ofKube > 0)
        list.atChain(Severity::note, firstOfKube,
                     {message(MessageId::ChainsNeverCalled, ofKube, ruleset.chain(firstOfKube).name),
                      message(MessageId::ChainsNeverCalledMeans), message(MessageId::ChainsNeverCalledCause)});
}

/// Up to 1.8 kube-proxy kept empty KUBE-SVC chains for services without endpoints: findInService tells of those.
void findEmptyCalled(FindingList& list)
{
    const Ruleset& ruleset = list.ruleset();
    for (std::uint32_t i = 0; i < ruleset.ruleCount(); ++i) {
        const Rule& rule = ruleset.rule(RuleId{i});
        if (!leadsOn(rule))
            continue;
        const Chain& to = ruleset.chain(rule.destination);
        const KubeChain kind = kubeChainName(to.name).kind;
        if (kind == KubeChain::none || kind == KubeChain::service || to.ruleCount > 0 || !to.declared)
            continue;
        list.atRule(Severity::error, RuleId{i},
                    {message(MessageId::EmptyChainCalled, ruleset.chain(rule.chain).name, to.name),
                     message(MessageId::EmptyChainCalledMeans), message(MessageId::EmptyChainCalledCause)});
    }
}

}  // namespace

void findInChains(FindingList& list)
{
    findEmptyCalled(list);
    findUncalled(list);
    for (std::uint32_t i = 0; i < list.ruleset().chainCount(); ++i)
        Shadows(ChainId{i}, list).find();
}

}  // namespace natwalk
