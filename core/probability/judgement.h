// Chance or fault? Intervals, chi-square, and one sentence.
#pragma once

#include "text/message.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace natwalk {

/// A share with its 95 % interval (Wilson).
struct Interval
{
    double share = 0;
    double low = 0;
    double high = 0;
};

/// What was counted: connections, or requests of which several went over one connection.
struct CountUnit
{
    double requestsEach = 1;  ///< on one connection, at least 1; what goes over one connection ends at one endpoint
};

/// @param count  of `total` (total > 0, else 0 to 1)
Interval wilson(std::uint64_t count, std::uint64_t total, const CountUnit& unit = {});

struct Judgement
{
    std::vector<Interval> intervals;
    double chiSquare = 0;  ///< infinite where something was counted that cannot be
    unsigned degrees = 0;
    std::optional<double>
        pValue;  ///< chance of a chi-square at least this large if the exact shares hold; nothing: no such judgement
    std::optional<double> smallestSkew;  ///< a share wrong by so much would be noticed four times in five
    Message sentence;
    Message caution;    ///< Nothing, or how the p-value was found where chi-square is no good
    Message keepAlive;  ///< Nothing, or what follows if requests were counted; what they are worth if they were
};

/// Compares counts with expected shares (same order, which sum to 1). Cells that expect nothing and have nothing are
/// left out. Where cells expect fewer than 5, the p-value comes from all possible results, or from seeded draws.
Judgement judge(std::span<const double> expected, std::span<const std::uint64_t> counts, const CountUnit& unit = {});

/// The judgement of connections that hang on each other: shares without intervals, no p-value, and the reason.
Judgement judgeDependent(std::span<const std::uint64_t> counts);

}  // namespace natwalk
