// Chance or fault? Intervals, chi-square, and one sentence.
#pragma once

#include "text/message.h"

#include <cstdint>
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
    double chiSquare = 0;
    unsigned degrees = 0;
    double pValue = 1;  ///< chance of a chi-square at least this large if the exact shares hold
    Message sentence;
};

/// Compares counts with expected shares (same order). Cells that expect nothing and have nothing are left out.
Judgement judge(std::span<const double> expected, std::span<const std::uint64_t> counts);

} // namespace natwalk
