#include "probability/snapshots.h"

#include <algorithm>
#include <utility>

namespace natwalk {

const History::Moment* KeptMoments::before(std::uint64_t trial) const
{
    const auto after = std::ranges::upper_bound(m_moments, trial, {}, &History::Moment::done);
    return after == m_moments.begin() ? nullptr : &*(after - 1);
}

void KeptMoments::keep(const History::Moment& moment)
{
    m_bytes += moment.bytes();
    m_moments.push_back(moment);
    while (m_bytes > m_mostBytes && !m_moments.empty())
        letGo();
    m_next = moment.done + std::max<std::uint64_t>(m_apart, connectionsAnEntry * moment.state.connections.size());
}

/// Twice as far apart: the second stays, the fourth, and so on.
void KeptMoments::letGo()
{
    m_apart *= 2;
    std::size_t kept = 0;
    for (std::size_t i = 1; i < m_moments.size(); i += 2)
        m_moments[kept++] = std::move(m_moments[i]);
    m_moments.resize(kept);
    m_bytes = 0;
    for (const History::Moment& moment : m_moments)
        m_bytes += moment.bytes();
}

}  // namespace natwalk
