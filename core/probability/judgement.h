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

/// @param count  of `total` (total > 0, else 0 to 1)
Interval wilson(std::uint64_t count, std::uint64_t total);

struct Judgement
{
    std::vector<Interval> intervals;
    double chiSquare = 0;  ///< infinite where something was counted that cannot be
    unsigned degrees = 0;
    std::optional<double>
        pValue;  ///< chance of a chi-square at least this large if the exact shares hold; nothing: no such judgement
    Message sentence;
    Message caution;  ///< Nothing, or why the p-value is rough
};

/// Compares counts with expected shares (same order, which sum to 1). Cells that expect nothing and have nothing are
/// left out.
Judgement judge(std::span<const double> expected, std::span<const std::uint64_t> counts);

/// The judgement of connections that hang on each other: shares without intervals, no p-value, and the reason.
Judgement judgeDependent(std::span<const std::uint64_t> counts);

}  // namespace natwalk
