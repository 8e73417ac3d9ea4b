// Outcomes as histories count them: those that are expected, and behind them those that are met.
#pragma once

#include "probability/distribution.h"
#include "probability/fate.h"

#include <cstdint>
#include <vector>

namespace natwalk {

/// By outcome.
using Counts = std::vector<std::uint64_t>;

struct Ledger
{
    FateTable fates;
    Counts counts;
    std::vector<OutcomeShare> unexpected;

    explicit Ledger(const Distribution& expected);

    /// The place of an outcome; a new one gets the next.
    std::uint32_t indexOf(const Verdict& verdict, const Packet& packet);
    /// Where the outcomes of another ledger stand in this one; new ones find their places.
    std::vector<std::uint32_t> placesOf(const Ledger& other);
};

/// Adds counts whose outcomes have other places in the sum.
void addTo(Counts& sum, const Counts& more, const std::vector<std::uint32_t>& places);

}  // namespace natwalk
