#include "probability/measured.h"

#include "packet/address.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>

namespace natwalk {

namespace {

std::string destinationOf(const OutcomeShare& outcome)
{
    return endpointText(outcome.result.dst, outcome.result.dport, outcome.result.protocol);
}

bool isCalled(const OutcomeShare& outcome, const MeasuredCount& measured)
{
    const Outcome end = outcome.verdict.outcome;
    if (end != Outcome::forwarded && end != Outcome::sent && end != Outcome::delivered)
        return false;
    return Address::from(measured.endpoint) == outcome.result.dst || destinationOf(outcome) == measured.endpoint;
}

bool areOneEndpoint(const Distribution& distribution, const std::vector<std::size_t>& outcomes)
{
    return std::ranges::all_of(outcomes, [&](std::size_t i) {
        return destinationOf(distribution.outcomes[i]) == destinationOf(distribution.outcomes[outcomes.front()]);
    });
}

/// The outcomes that a line may mean.
std::vector<std::size_t> meantBy(const Distribution& distribution, const MeasuredCount& measured)
{
    std::vector<std::size_t> meant;
    for (std::size_t i = 0; i < distribution.outcomes.size(); ++i)
        if (isCalled(distribution.outcomes[i], measured))
            meant.push_back(i);
    return meant;
}

void conclude(const Distribution& distribution, const CountUnit& unit, Measured& measured)
{
    std::vector<double> expected;
    for (const OutcomeShare& outcome : distribution.outcomes)
        expected.push_back(outcome.assumed);
    std::vector<std::uint64_t> counts = measured.counts;
    if (measured.elsewhere > 0) {
        expected.push_back(0);
        counts.push_back(measured.elsewhere);
    }
    measured.judgement = distribution.remembers ? judgeDependent(counts) : judge(expected, counts, unit);
}

/// Spreads one count over outcomes that it cannot tell apart: by their shares, rounded so that they sum up to it.
void spread(std::uint64_t count, const std::vector<std::size_t>& outcomes, const Distribution& distribution,
            Measured& measured)
{
    double share = 0;
    for (const std::size_t i : outcomes)
        share += distribution.outcomes[i].assumed;
    std::uint64_t left = count;
    for (const std::size_t i : outcomes) {
        const double part = share > 0 ? distribution.outcomes[i].assumed / share : 0;
        const double wanted = std::round(part * static_cast<double>(count));
        const std::uint64_t portion = wanted < static_cast<double>(left) ? static_cast<std::uint64_t>(wanted) : left;
        measured.counts[i] += portion;
        left -= portion;
    }
    measured.counts[outcomes.back()] += left;
}

}  // namespace

std::uint64_t Measured::total() const { return std::accumulate(counts.begin(), counts.end(), elsewhere); }

Measured measuredBy(const Distribution& distribution, const std::vector<MeasuredCount>& counts, const CountUnit& unit)
{
    Measured measured;
    measured.counts.resize(distribution.outcomes.size());
    for (const MeasuredCount& count : counts) {
        const std::vector<std::size_t> meant = meantBy(distribution, count);
        if (meant.empty()) {
            measured.elsewhere += count.count;
            measured.complaints.push_back(message(MessageId::CountedElsewhere, count.endpoint, count.count));
        } else if (areOneEndpoint(distribution, meant)) {
            spread(count.count, meant, distribution, measured);
        } else {
            measured.complaints.push_back(message(MessageId::EndpointIsAmbiguous, count.endpoint));
        }
    }
    conclude(distribution, unit, measured);
    return measured;
}

std::optional<Measured> measuredByCounters(const Distribution& distribution, const Ruleset& ruleset)
{
    std::map<RuleId, std::vector<std::size_t>> outcomesOf;
    for (std::size_t i = 0; i < distribution.outcomes.size(); ++i)
        if (const RuleId rule = distribution.outcomes[i].verdict.decidingRule;
            rule != noRule && ruleset.rule(rule).hasCounters)
            outcomesOf[rule].push_back(i);
    if (outcomesOf.empty())
        return {};
    Measured measured;
    measured.counts.resize(distribution.outcomes.size());
    for (const auto& [rule, outcomes] : outcomesOf)
        spread(ruleset.rule(rule).counters.packets, outcomes, distribution, measured);
    measured.complaints.push_back(message(MessageId::CountersAreReset));
    conclude(distribution, {}, measured);
    return measured;
}

}  // namespace natwalk
