// Sources: E. B. Wilson, Probable inference (1927); K. Pearson's chi-square; W. G. Cochran's rule that cells should
// expect five.
#include "probability/judgement.h"

#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <numeric>

namespace natwalk {

namespace {

/// The normal distribution's quantile for 97.5 %: 95 % lie within this many deviations.
constexpr double deviations = 1.959963984540054;

constexpr double unusual = 0.05;
constexpr double tooLarge = 0.001;
constexpr double smallestFairCell = 5;

/// "61 %", "3.4 %", "0.02 %", "less than 0.01 %"
std::string percent(double share)
{
    const double value = 100 * share;
    if (value < 0.01)
        return "less than 0.01 %";
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.*f %%", value >= 10 ? 0 : value >= 1 ? 1 : 2, value);
    return text.data();
}

Message sentenceFor(double pValue)
{
    if (pValue < tooLarge)
        return message(MessageId::TooLargeForChance, percent(pValue));
    return message(pValue < unusual ? MessageId::UnusualForChance : MessageId::ConsistentWithChance, percent(pValue));
}

/// What is summed up over the cells.
struct Cells
{
    double chiSquare = 0;
    unsigned possible = 0;
    unsigned small = 0;
    std::uint64_t impossible = 0;  ///< connections counted where none can be

    void add(double expected, std::uint64_t count)
    {
        if (expected <= 0) {
            impossible += count;
            return;
        }
        const double difference = static_cast<double>(count) - expected;
        chiSquare += difference * difference / expected;
        ++possible;
        small += expected < smallestFairCell ? 1 : 0;
    }
};

void conclude(const Cells& cells, std::uint64_t total, Judgement& judgement)
{
    judgement.chiSquare = cells.chiSquare;
    judgement.degrees = cells.possible > 0 ? cells.possible - 1 : 0;
    if (total == 0) {
        judgement.sentence = message(MessageId::NothingToJudge);
    } else if (cells.impossible > 0) {
        judgement.chiSquare = std::numeric_limits<double>::infinity();
        judgement.pValue = 0;
        judgement.sentence = message(MessageId::CannotBeChance, cells.impossible);
    } else if (judgement.degrees == 0) {
        judgement.sentence = message(MessageId::OnlyOneOutcome);
    } else {
        judgement.pValue = boost::math::gamma_q(judgement.degrees / 2.0, judgement.chiSquare / 2);
        judgement.sentence = sentenceFor(*judgement.pValue);
        if (cells.small > 0)
            judgement.caution = message(MessageId::SmallCells, cells.small);
    }
}

std::uint64_t sum(std::span<const std::uint64_t> counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

}  // namespace

Interval wilson(std::uint64_t count, std::uint64_t total)
{
    if (total == 0)
        return {0, 0, 1};
    const auto n = static_cast<double>(total);
    const double share = static_cast<double>(count) / n;
    const double z2n = deviations * deviations / n;
    const double middle = (share + z2n / 2) / (1 + z2n);
    const double half = deviations / (1 + z2n) * std::sqrt(share * (1 - share) / n + z2n / (4 * n));
    // The ends are exact there; rounding must not leave the share outside of its own interval.
    return {share, count == 0 ? 0 : std::max(0.0, middle - half), count == total ? 1 : std::min(1.0, middle + half)};
}

Judgement judge(std::span<const double> expected, std::span<const std::uint64_t> counts)
{
    const std::uint64_t total = sum(counts);
    Judgement judgement;
    Cells cells;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        judgement.intervals.push_back(wilson(counts[i], total));
        cells.add(expected[i] * static_cast<double>(total), counts[i]);
    }
    conclude(cells, total, judgement);
    return judgement;
}

Judgement judgeDependent(std::span<const std::uint64_t> counts)
{
    const std::uint64_t total = sum(counts);
    Judgement judgement;
    for (const std::uint64_t count : counts) {
        const double share = total == 0 ? 0 : static_cast<double>(count) / static_cast<double>(total);
        judgement.intervals.push_back({share, share, share});
    }
    judgement.sentence = message(MessageId::TrialsHangTogether);
    return judgement;
}

}  // namespace natwalk
