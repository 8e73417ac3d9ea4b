#include "ui/observed.h"

namespace natwalk {

namespace {

Measurement measureCounters(const Distribution& distribution, const Ruleset& ruleset)
{
    Measurement measurement;
    if (auto counters = measuredByCounters(distribution, ruleset)) {
        measurement.found = *std::move(counters);
        return measurement;
    }
    measurement.found = measuredBy(distribution, {});
    measurement.found.complaints = {message(MessageId::NoCounters)};
    return measurement;
}

Measurement measureText(const MeasuredInput& input, const Distribution& distribution)
{
    MeasuredText read = readCounts(input.text.toStdString());
    Measurement measurement;
    measurement.found = measuredBy(distribution, read.counts, input.unit);
    auto& complaints = measurement.found.complaints;
    complaints.insert(complaints.begin(), read.complaints.begin(), read.complaints.end());
    measurement.wrongLines = std::move(read.wrongLines);
    return measurement;
}

}  // namespace

Measurement measurementOf(const MeasuredInput& input, const Distribution& distribution, const Ruleset& ruleset)
{
    Measurement measurement =
        input.fromCounters ? measureCounters(distribution, ruleset) : measureText(input, distribution);
    measurement.input = input;
    return measurement;
}

Interval Observed::intervalOf(std::uint64_t count) const
{
    const double share = total == 0 ? 0 : static_cast<double>(count) / static_cast<double>(total);
    return dependent ? Interval{share, share, share} : wilson(count, total, unit);
}

Observed observedBy(const Trials& trials)
{
    return {.counts = trials.counts, .total = trials.done, .dependent = trials.dependent};
}

Observed observedBy(const Measurement& measurement, const Distribution& distribution)
{
    return {.counts = measurement.found.counts,
            .total = measurement.found.total(),
            .elsewhere = measurement.found.elsewhere,
            .unit = measurement.input.fromCounters ? CountUnit{} : measurement.input.unit,
            .dependent = distribution.remembers};
}

}  // namespace natwalk
