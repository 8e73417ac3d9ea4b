#include "probability/alias_table.h"

#include <cmath>
#include <numeric>

namespace natwalk {

AliasTable::AliasTable(std::span<const double> shares) : m_columns(shares.size())
{
    constexpr double whole = 4294967296.0;
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    std::vector<double> heights;
    std::vector<std::uint32_t> low;
    std::vector<std::uint32_t> high;
    for (std::uint32_t i = 0; i < shares.size(); ++i) {
        heights.push_back(shares[i] / sum * static_cast<double>(shares.size()));
        m_columns[i].index = {i, i};
        (heights[i] < 1 ? low : high).push_back(i);
    }
    while (!low.empty() && !high.empty()) {
        const std::uint32_t poor = low.back();
        const std::uint32_t rich = high.back();
        low.pop_back();
        m_columns[poor] = {static_cast<std::uint32_t>(std::floor(heights[poor] * whole)), {poor, rich}};
        heights[rich] -= 1 - heights[poor];
        if (heights[rich] < 1) {
            high.pop_back();
            low.push_back(rich);
        }
    }
}

}  // namespace natwalk
