// Rules that no packet reaches, or that do what rules before them have done.
#include "kube/finding_list.h"
#include "kube/owners.h"
#include "kube/rule_facts.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
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

/// Rules behind others that take all their packets. A run behind one that takes every packet is told once; so are all
/// those of a chain which would do the same as the rules before them.
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
                shadow(number, before);
            else if (endsEveryWay(m_ruleset, rule) && hasOnlyConditions(rule))
                remember(number, rule);
            if (number < count && !m_covers.empty() && m_covers.back() == number && matchesAll(rule)) {
                tellUnreachable(number + 1, count, number);
                break;
            }
        }
        tellRedundant();
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
    void shadow(std::uint32_t number, std::uint32_t by)
    {
        if (targetOf(number) != targetOf(by))
            tellUnreachable(number, number, by);
        else if (m_redundant++ == 0)
            m_firstRedundant = {number, by};
    }

    /// Programs that write rules know what they do: of their chains it is only worth a note.
    void tellUnreachable(std::uint32_t first, std::uint32_t last, std::uint32_t by)
    {
        const std::string_view chain = m_ruleset.chain(m_chain).name;
        const Message what = first == last ? message(MessageId::RuleUnreachable, first, chain, by)
                                           : message(MessageId::RulesUnreachable, first, last, chain, by);
        m_list.atRule(ownerOf(chain) ? Severity::note : Severity::warning, m_ruleset.ruleAt(m_chain, first),
                      {what, message(MessageId::RuleUnreachableMeans), message(MessageId::RuleUnreachableCause)});
    }

    void tellRedundant()
    {
        if (m_redundant == 0)
            return;
        const std::string_view chain = m_ruleset.chain(m_chain).name;
        const auto [first, by] = m_firstRedundant;
        const Message what = m_redundant == 1 ? message(MessageId::RuleRedundant, first, chain, by)
                                              : message(MessageId::RulesRedundant, m_redundant, chain, first, by);
        m_list.atRule(Severity::note, m_ruleset.ruleAt(m_chain, first),
                      {what, message(MessageId::RuleRedundantMeans), message(MessageId::RuleRedundantCause)});
    }

    std::string_view targetOf(std::uint32_t number) const
    {
        return m_ruleset.targetName(m_ruleset.rule(m_ruleset.ruleAt(m_chain, number)));
    }

    ChainId m_chain;
    FindingList& m_list;
    const Ruleset& m_ruleset;
    std::vector<std::uint32_t> m_covers;
    std::size_t m_redundant = 0;
    std::pair<std::uint32_t, std::uint32_t> m_firstRedundant;  ///< and the rule that does the same
};

}  // namespace

void findInShadows(FindingList& list)
{
    for (std::uint32_t i = 0; i < list.ruleset().chainCount(); ++i)
        Shadows(ChainId{i}, list).find();
}

}  // namespace natwalk
