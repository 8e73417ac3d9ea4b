// Whether a service spreads connections as its rules pretend to.
#include "extensions/saved_options.h"
#include "kube/balancing.h"
#include "kube/finding_list.h"
#include "kube/rule_facts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <optional>
#include <vector>

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

/// The probability below 1 that two rules in a row have: somebody divided all connections instead of the rest.
std::optional<Probability> repeatedIn(const Balancing& balancing)
{
    const auto repeats = [](const BalancingTurn& one, const BalancingTurn& next) {
        return one.chance == next.chance && !one.chance.isCertain();
    };
    const auto found = std::ranges::adjacent_find(balancing.turns, repeats);
    return found == balancing.turns.end() ? std::nullopt : std::optional(found->chance);
}

/// Who gets the most and who the least, and why.
FindingWords unequalWords(const Service& service, const Balancing& balancing, const BalancingTurn& most,
                          const BalancingTurn& least)
{
    const double even = 1.0 / static_cast<double>(balancing.turns.size());
    const std::string winner = endpointOf(service, most);
    const std::string loser = endpointOf(service, least);
    Message means = message(MessageId::SharesUnequalMeans, hundredth(most.share), winner, hundredth(even));
    if (const auto repeated = repeatedIn(balancing))
        return {message(MessageId::SharesRepeated, service.title(), savedShare(*repeated), winner, percent(most.share),
                        loser, percent(least.share)),
                std::move(means), message(MessageId::SharesRepeatedCause)};
    return {
        message(MessageId::SharesUnequal, service.title(), winner, percent(most.share), loser, percent(least.share)),
        std::move(means), message(MessageId::SharesUnequalCause)};
}

/// Turns with the same endpoint added up: some texts hold a rule twice.
std::vector<BalancingTurn> byEndpoint(const Balancing& balancing)
{
    std::vector<BalancingTurn> sums;
    for (const BalancingTurn& turn : balancing.turns) {
        const auto same = std::ranges::find(sums, turn.endpoint, &BalancingTurn::endpoint);
        if (same == sums.end())
            sums.push_back(turn);
        else
            same->share += turn.share;
    }
    return sums;
}

void findUnequal(const Service& service, const Balancing& balancing, FindingList& list)
{
    const std::vector<BalancingTurn> sums = byEndpoint(balancing);
    const auto [least, most] = std::ranges::minmax_element(sums, {}, &BalancingTurn::share);
    if (most->share - least->share < tolerance || least->share == 0)
        return;
    list.atRule(Severity::warning, most->rule, unequalWords(service, balancing, *most, *least), service.title());
}

void findLeftOver(const Service& service, const Balancing& balancing, FindingList& list)
{
    const bool goesOn =
        std::ranges::any_of(list.ruleset().rulesOf(list.ruleset().rule(balancing.turns.back().rule).chain),
                            [&](const Rule& rule) { return leadsOn(rule) && matchesAll(rule); });
    const Chain& chain = list.ruleset().chain(list.ruleset().rule(balancing.turns.back().rule).chain);
    if (balancing.left < tolerance || goesOn || !chain.declared)
        return;  // of a chain without its ":NAME" line only some rules may have been copied
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
