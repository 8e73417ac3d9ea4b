#include "probability/share_series.h"

#include <algorithm>
#include <cmath>

namespace natwalk {

namespace {

constexpr double growth = 1.12;
/// Above so many outcomes each power of ten gets three or four marks.
constexpr std::size_t manyOutcomes = 10'000;
constexpr double quickGrowth = 2;

}  // namespace

std::vector<std::uint64_t> seriesMarks(std::uint64_t count, std::size_t outcomes)
{
    const double factor = outcomes > manyOutcomes ? quickGrowth : growth;
    std::vector<std::uint64_t> marks;
    for (std::uint64_t mark = 1; mark < count;
         mark = std::max(mark + 1, static_cast<std::uint64_t>(std::ceil(static_cast<double>(mark) * factor))))
        marks.push_back(mark);
    if (count > 0)
        marks.push_back(count);
    return marks;
}

}  // namespace natwalk
