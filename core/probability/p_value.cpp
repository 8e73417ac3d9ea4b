// Sources: the exact multinomial test; A. C. A. Hope, A simplified Monte Carlo significance test (1968).
#include "probability/p_value.h"

#include <Random123/conventional/Engine.hpp>
#include <Random123/philox.h>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/random/binomial_distribution.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace natwalk {

namespace {

constexpr double mostResults = 300'000;
constexpr std::uint64_t mostDraws = 10'000;
constexpr std::uint64_t fewestDraws = 200;
/// Draws times cells stay below this, so that a judgement is there at once.
constexpr std::uint64_t mostCells = 2'000'000;
/// Results that deviate equally must count as such, though their sums were rounded on other ways.
constexpr double rounding = 1e-9;

std::uint64_t sum(std::span<const std::uint64_t> counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

double pearson(double expected, std::uint64_t count)
{
    const double difference = static_cast<double>(count) - expected;
    return difference * difference / expected;
}

/// How many ways there are to spread n connections over so many cells: n + cells - 1 over cells - 1.
double resultsOf(std::uint64_t total, std::size_t cells)
{
    double results = 1;
    for (std::size_t i = 1; i < cells && results <= mostResults; ++i)
        results *= static_cast<double>(total + i) / static_cast<double>(i);
    return results;
}

/// Goes through all results, cell by cell.
class Weighing
{
public:
    Weighing(std::span<const double> expected, std::uint64_t total, double least)
        : m_expected(expected)
        , m_total(static_cast<double>(total))
        , m_least(least)
    {}

    double weigh(std::size_t cell, std::uint64_t left, double chiSquare, double logChance) const
    {
        if (cell + 1 == m_expected.size())
            return ending(cell, left, chiSquare, logChance);
        double sum = 0;
        for (std::uint64_t count = 0; count <= left; ++count)
            sum +=
                weigh(cell + 1, left - count, chiSquare + deviation(cell, count), logChance + logWeight(cell, count));
        return sum;
    }

private:
    double ending(std::size_t cell, std::uint64_t count, double chiSquare, double logChance) const
    {
        return chiSquare + deviation(cell, count) < m_least ? 0 : std::exp(logChance + logWeight(cell, count));
    }
    double deviation(std::size_t cell, std::uint64_t count) const { return pearson(m_expected[cell] * m_total, count); }
    double logWeight(std::size_t cell, std::uint64_t count) const
    {
        const auto n = static_cast<double>(count);
        return n * std::log(m_expected[cell]) - boost::math::lgamma(n + 1);
    }

    std::span<const double> m_expected;
    double m_total;
    double m_least;
};

using Bits = r123::Engine<r123::Philox4x32>;

/// Spreads connections over the cells as chance does: each cell takes a binomial share of what those before left.
double drawnChiSquare(std::span<const double> expected, std::uint64_t total, Bits& bits)
{
    double chiSquare = 0;
    double shareLeft = 1;
    std::uint64_t left = total;
    for (std::size_t cell = 0; cell < expected.size(); ++cell) {
        const double chance = std::clamp(expected[cell] / std::max(shareLeft, expected[cell]), 0.0, 1.0);
        const bool last = cell + 1 == expected.size();
        const auto count = last || left == 0
                               ? left
                               : static_cast<std::uint64_t>(boost::random::binomial_distribution<std::int64_t>(
                                   static_cast<std::int64_t>(left), chance)(bits));
        chiSquare += pearson(expected[cell] * static_cast<double>(total), count);
        left -= count;
        shareLeft -= expected[cell];
    }
    return chiSquare;
}

}  // namespace

double chiSquareOf(std::span<const double> expected, std::span<const std::uint64_t> counts)
{
    const auto total = static_cast<double>(sum(counts));
    double chiSquare = 0;
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (expected[i] > 0)
            chiSquare += pearson(expected[i] * total, counts[i]);
    return chiSquare;
}

std::optional<double> exactPValue(std::span<const double> expected, std::span<const std::uint64_t> counts)
{
    const std::uint64_t total = sum(counts);
    if (resultsOf(total, expected.size()) > mostResults)
        return {};
    const double least = chiSquareOf(expected, counts) * (1 - rounding) - rounding;
    const double all = boost::math::lgamma(static_cast<double>(total) + 1);
    return std::min(1.0, Weighing(expected, total, least).weigh(0, total, 0, all));
}

DrawnPValue drawnPValue(std::span<const double> expected, std::span<const std::uint64_t> counts, std::uint64_t seed)
{
    const std::uint64_t total = sum(counts);
    const double least = chiSquareOf(expected, counts) * (1 - rounding) - rounding;
    constexpr std::uint32_t stream = 0x70766c75U;  // other bits than those of trials with the same seed
    const r123::Philox4x32::key_type key{
        {static_cast<std::uint32_t>(seed) ^ stream, static_cast<std::uint32_t>(seed >> 32)}};
    Bits bits(key);
    DrawnPValue drawn;
    drawn.draws = std::clamp(mostCells / std::max<std::uint64_t>(expected.size(), 1), fewestDraws, mostDraws);
    for (std::uint64_t draw = 0; draw < drawn.draws; ++draw)
        drawn.asFar += drawnChiSquare(expected, total, bits) >= least ? 1 : 0;
    drawn.value = static_cast<double>(drawn.asFar + 1) / static_cast<double>(drawn.draws + 1);
    return drawn;
}

}  // namespace natwalk
