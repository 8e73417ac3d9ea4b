// What stands beside the exact shares: what trials counted, or what somebody measured.
#pragma once

#include "probability/measured.h"
#include "probability/trials.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace natwalk {

/// What somebody measured on the cluster, as it was given.
struct MeasuredInput
{
    QString text;               ///< as it was pasted
    bool fromCounters = false;  ///< instead: the counters of the rules
    CountUnit unit{};

    bool isEmpty() const { return !fromCounters && text.trimmed().isEmpty(); }
};

/// A measured input with what follows from it.
struct Measurement
{
    MeasuredInput input;
    Measured found;
    std::vector<std::uint32_t> wrongLines;  ///< of the text, from 1: they hold no count
};

Measurement measurementOf(const MeasuredInput& input, const Distribution& distribution, const Ruleset& ruleset);

struct Observed
{
    std::vector<std::uint64_t> counts;  ///< in the order of the distribution's outcomes; there may be more of them
    std::uint64_t total = 0;
    std::uint64_t elsewhere = 0;  ///< measured where this packet never ends
    CountUnit unit{};
    bool dependent = false;  ///< connections that hang on each other have no intervals

    std::uint64_t countOf(std::size_t outcome) const { return outcome < counts.size() ? counts[outcome] : 0; }
    Interval intervalOf(std::uint64_t count) const;
};

Observed observedBy(const Trials& trials);
Observed observedBy(const Measurement& measurement, const Distribution& distribution);

}  // namespace natwalk
