// How often chance alone deviates so far: by chi-square, or, where cells are small, by weighing or drawing results.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace natwalk {

/// Pearson's sum over the cells that expect something.
double chiSquareOf(std::span<const double> expected, std::span<const std::uint64_t> counts);

/// The chance of a chi-square at least as large as that of `counts`: the chances of all possible results that deviate
/// as far are summed up. Right for any cells, however small.
///
/// @param expected  shares of the cells, each above 0, which sum to 1
/// @return nothing where the results are too many (above some 300,000)
std::optional<double> exactPValue(std::span<const double> expected, std::span<const std::uint64_t> counts);

/// The same by drawing results of as many connections, seeded: (1 + those that deviate as far) / (1 + draws).
struct DrawnPValue
{
    double value = 1;
    std::uint64_t draws = 0;
    std::uint64_t asFar = 0;  ///< how many of them deviate as far
};

DrawnPValue drawnPValue(std::span<const double> expected, std::span<const std::uint64_t> counts, std::uint64_t seed);

}  // namespace natwalk
