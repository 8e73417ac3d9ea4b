// Sources: E. B. Wilson, Probable inference (1927); K. Pearson's chi-square; W. G. Cochran's rule that cells should
// expect five.
#include "probability/judgement.h"

#include "probability/p_value.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/students_t.hpp>
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

Interval wilsonOf(double count, double total)
{
    if (total <= 0)
        return {0, 0, 1};
    const double share = count / total;
    const double z2n = deviations * deviations / total;
    const double middle = (share + z2n / 2) / (1 + z2n);
    const double half = deviations / (1 + z2n) * std::sqrt(share * (1 - share) / total + z2n / (4 * total));
    // The ends are exact there; rounding must not leave the share outside of its own interval.
    return {share, count <= 0 ? 0 : std::max(0.0, middle - half), count >= total ? 1 : std::min(1.0, middle + half)};
}

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

/// Of a deviation that is as large as this many deviations, four in five lie beyond the first quantile.
constexpr double deviationsSeen = deviations + 0.8416212335729143;
constexpr std::uint64_t seedOfDraws = 1;

/// "0.47": a number that is read, with two digits that count.
std::string rounded(double number)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2g", number);
    return text.data();
}

/// The cells where connections may end, and how many were counted where none may.
struct Cells
{
    std::vector<double> expected;
    std::vector<std::uint64_t> counts;
    std::uint64_t impossible = 0;
    unsigned small = 0;

    Cells(std::span<const double> shares, std::span<const std::uint64_t> all, double total)
    {
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (shares[i] <= 0) {
                impossible += all[i];
                continue;
            }
            expected.push_back(shares[i]);
            counts.push_back(all[i]);
            small += shares[i] * total < smallestFairCell ? 1 : 0;
        }
    }
};

/// Any outcome would show a skew so large: the one that scatters most decides.
double smallestSkewOf(const Cells& cells, double total)
{
    double widest = 0;
    for (const double share : cells.expected)
        widest = std::max(widest, share * (1 - share));
    return std::min(1.0, deviationsSeen * std::sqrt(widest / total));
}

void weighSmallCells(const Cells& cells, Judgement& judgement)
{
    if (const auto exact = exactPValue(cells.expected, cells.counts)) {
        judgement.pValue = *exact;
        judgement.caution = message(MessageId::WeighedExactly, cells.small);
        return;
    }
    const DrawnPValue drawn = drawnPValue(cells.expected, cells.counts, seedOfDraws);
    const Interval interval = wilson(drawn.asFar, drawn.draws);
    judgement.pValue = drawn.value;
    judgement.caution =
        message(MessageId::WeighedByDraws, cells.small, drawn.draws, percent(interval.low), percent(interval.high));
}

/// Requests on one connection move together: chi-square grows as many times.
void explainByKeepAlive(std::uint64_t total, const CountUnit& unit, Judgement& judgement)
{
    const double worth = static_cast<double>(total) / unit.requestsEach;
    if (unit.requestsEach > 1) {
        judgement.keepAlive = message(MessageId::WorthConnections, total, rounded(unit.requestsEach),
                                      static_cast<std::uint64_t>(std::llround(worth)));
    } else if (judgement.pValue && *judgement.pValue < unusual) {
        const double ordinary = quantile(boost::math::chi_squared(judgement.degrees), 1 - unusual);
        const double needed = std::ceil(judgement.chiSquare / ordinary);
        if (needed > 1 && needed <= static_cast<double>(total) / 2)
            judgement.keepAlive = message(MessageId::KeepAliveExplains, static_cast<std::uint64_t>(needed));
    }
}

void findPValue(const Cells& cells, const CountUnit& unit, Judgement& judgement)
{
    judgement.pValue = boost::math::gamma_q(judgement.degrees / 2.0, judgement.chiSquare / unit.requestsEach / 2);
    if (cells.small > 0 && unit.requestsEach > 1)
        judgement.caution = message(MessageId::SmallCells, cells.small);
    else if (cells.small > 0)
        weighSmallCells(cells, judgement);
    judgement.sentence = sentenceFor(*judgement.pValue);
}

void conclude(const Cells& cells, std::uint64_t total, const CountUnit& unit, Judgement& judgement)
{
    judgement.chiSquare = chiSquareOf(cells.expected, cells.counts);
    judgement.degrees = cells.expected.empty() ? 0 : static_cast<unsigned>(cells.expected.size() - 1);
    if (total == 0) {
        judgement.sentence = message(MessageId::NothingToJudge);
    } else if (cells.impossible > 0) {
        judgement.chiSquare = std::numeric_limits<double>::infinity();
        judgement.pValue = 0;
        judgement.sentence = message(MessageId::CannotBeChance, cells.impossible);
    } else if (judgement.degrees == 0) {
        judgement.sentence = message(MessageId::OnlyOneOutcome);
    } else {
        findPValue(cells, unit, judgement);
        judgement.smallestSkew = smallestSkewOf(cells, static_cast<double>(total) / unit.requestsEach);
        explainByKeepAlive(total, unit, judgement);
    }
}

std::uint64_t sum(std::span<const std::uint64_t> counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

}  // namespace

Interval wilson(std::uint64_t count, std::uint64_t total, const CountUnit& unit)
{
    return wilsonOf(static_cast<double>(count) / unit.requestsEach, static_cast<double>(total) / unit.requestsEach);
}

Judgement judge(std::span<const double> expected, std::span<const std::uint64_t> counts, const CountUnit& unit)
{
    const std::uint64_t total = sum(counts);
    const double worth = static_cast<double>(total) / unit.requestsEach;
    Judgement judgement;
    for (const std::uint64_t count : counts)
        judgement.intervals.push_back(wilson(count, total, unit));
    conclude(Cells(expected, counts, worth), total, unit, judgement);
    return judgement;
}

void Scatter::add(double share)
{
    // Welford, "Note on a method for calculating corrected sums of squares and products" (1962)
    ++m_runs;
    const double distance = share - m_mean;
    m_mean += distance / m_runs;
    m_squares += distance * (share - m_mean);
}

std::optional<Interval> Scatter::interval() const
{
    if (m_runs < 2)
        return {};
    const double deviation = std::sqrt(std::max(0.0, m_squares) / (m_runs - 1) / m_runs);
    const double reach = quantile(boost::math::students_t(m_runs - 1), 1 - unusual / 2) * deviation;
    return Interval{m_mean, std::max(0.0, m_mean - reach), std::min(1.0, m_mean + reach)};
}

Judgement judgeDependent(std::span<const std::uint64_t> counts, std::span<const Scatter> scatter)
{
    const std::uint64_t total = sum(counts);
    Judgement judgement;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double share = total == 0 ? 0 : static_cast<double>(counts[i]) / static_cast<double>(total);
        const auto interval = i < scatter.size() ? scatter[i].interval() : std::nullopt;
        judgement.intervals.push_back({share, interval ? interval->low : share, interval ? interval->high : share});
        judgement.hasIntervals = interval.has_value();
    }
    judgement.sentence = message(MessageId::TrialsHangTogether);
    if (judgement.hasIntervals)
        judgement.caution = message(MessageId::IntervalsOfHistories, scatter.front().runs());
    return judgement;
}

}  // namespace natwalk
