// Whether a service spreads connections as its rules pretend to.
#include "kube/balancing.h"
#include "kube/finding_list.h"
#include "kube/rule_facts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace natwalk {

namespace {

/// Shares that differ by less are equal: kube-proxy up to 1.16 wrote five digits only.
constexpr double tolerance = 1e-4;

std::string percent(double share)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f %%", share * 100);
    return text.data();
}

std::string hundredth(double share)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.0f", share * 100);
    return text.data();
}

std::string endpointOf(const Service& service, const BalancingTurn& turn)
{
    const auto found = std::ranges::find(service.endpoints, turn.endpoint, &ServiceEndpoint::chain);
    return natwalk::endpointText(found->address, found->port, service.protocol);
}

/// Two rules with a probability below 1 have the same one: somebody divided all connections instead of the rest.
bool repeatsProbability(const Balancing& balancing)
{
    const auto repeats = [](const BalancingTurn& one, const BalancingTurn& next) {
        return one.chance == next.chance && !one.chance.isCertain();
    };
    return std::ranges::adjacent_find(balancing.turns, repeats) != balancing.turns.end();
}

void findUnequal(const Service& service, const Balancing& balancing, FindingList& list)
{
    const auto [least, most] = std::ranges::minmax_element(balancing.turns, {}, &BalancingTurn::share);
    if (most->share - least->share < tolerance || least->share == 0)
        return;
    const MessageId cause =
        repeatsProbability(balancing) ? MessageId::SharesRepeatedCause : MessageId::SharesUnequalCause;
    const double even = 1.0 / static_cast<double>(balancing.turns.size());
    list.atRule(
        Severity::warning, most->rule,
        {message(MessageId::SharesUnequal, service.title(), endpointOf(service, *most), percent(most->share),
                 endpointOf(service, *least), percent(least->share)),
         message(MessageId::SharesUnequalMeans, hundredth(most->share), endpointOf(service, *most), hundredth(even)),
         message(cause)},
        service.title());
}

void findLeftOver(const Service& service, const Balancing& balancing, FindingList& list)
{
    const bool goesOn =
        std::ranges::any_of(list.ruleset().rulesOf(list.ruleset().rule(balancing.turns.back().rule).chain),
                            [&](const Rule& rule) { return leadsOn(rule) && matchesAll(rule); });
    if (balancing.left < tolerance || goesOn)
        return;
    list.atRule(Severity::error, balancing.turns.back().rule,
                {message(MessageId::SharesLeftOver, service.title(), percent(balancing.left)),
                 message(MessageId::SharesLeftOverMeans, static_cast<long>(std::lround(1 / balancing.left))),
                 message(MessageId::SharesLeftOverCause)},
                service.title());
}

void findNeverChosen(const Service& service, const Balancing& balancing, FindingList& list)
{
    for (const BalancingTurn& turn : balancing.turns)
        if (turn.share == 0)
            list.atRule(Severity::warning, turn.rule,
                        {message(MessageId::EndpointNeverChosen, service.title(), endpointOf(service, turn)),
                         message(MessageId::EndpointNeverChosenMeans), message(MessageId::SharesUnequalCause)},
                        service.title());
}

}  // namespace

void findInShares(const Service& service, FindingList& list)
{
    for (const ChainId chain : {service.cluster, service.local}) {
        if (chain == noChain)
            continue;
        const Balancing balancing = balancingOf(list.ruleset(), chain);
        if (balancing.turns.empty())
            continue;
        findUnequal(service, balancing, list);
        findLeftOver(service, balancing, list);
        findNeverChosen(service, balancing, list);
    }
}

}  // namespace natwalk
