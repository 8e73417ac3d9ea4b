#include "probability/ledger.h"

#include <numeric>

namespace natwalk {

Ledger::Ledger(const Distribution& expected)
{
    for (const OutcomeShare& outcome : expected.outcomes)
        fates.add(fateOf(outcome.verdict, outcome.result));
    counts.resize(fates.size());
}

std::uint32_t Ledger::indexOf(const Verdict& verdict, const Packet& packet)
{
    const std::size_t index = fates.add(fateOf(verdict, packet));
    if (index == counts.size()) {
        unexpected.push_back(outcomeWithoutShare(verdict, packet));
        counts.push_back(0);
    }
    return static_cast<std::uint32_t>(index);
}

std::vector<std::uint32_t> Ledger::placesOf(const Ledger& other)
{
    std::vector<std::uint32_t> places(other.counts.size() - other.unexpected.size());
    std::iota(places.begin(), places.end(), 0U);
    for (const OutcomeShare& outcome : other.unexpected)
        places.push_back(indexOf(outcome.verdict, outcome.result));
    return places;
}

void addTo(Counts& sum, const Counts& more, const std::vector<std::uint32_t>& places)
{
    for (std::size_t i = 0; i < more.size(); ++i) {
        if (sum.size() <= places[i])
            sum.resize(places[i] + 1);
        sum[places[i]] += more[i];
    }
}

}  // namespace natwalk
