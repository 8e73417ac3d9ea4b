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

/// How an outcome's share scatters over runs that are independent of each other.
class Scatter
{
public:
    /// @param before  so many runs had nothing of it
    explicit Scatter(std::uint32_t before = 0) : m_runs(before) {}

    void add(double share);
    std::uint32_t runs() const { return m_runs; }
    /// Where their mean lies, at 95 % (Student's t); nothing of fewer than two runs.
    std::optional<Interval> interval() const;

private:
    std::uint32_t m_runs;
    double m_mean = 0;
    double m_squares = 0;  ///< of the distances from the mean
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
    bool hasIntervals = true;  ///< false: only shares are known, and intervals begin and end there
    double chiSquare = 0;      ///< infinite where something was counted that cannot be
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

/// The judgement of connections that hang on each other: no p-value, and the reason. Intervals are those of several
/// histories, where there are some; else the shares alone.
///
/// @param scatter  in the order of the counts; empty: one history
Judgement judgeDependent(std::span<const std::uint64_t> counts, std::span<const Scatter> scatter = {});

}  // namespace natwalk
