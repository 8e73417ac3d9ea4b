#include "probability/snapshots.h"

#include <algorithm>

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
}

/// Twice as far apart.
void KeptMoments::letGo()
{
    m_apart *= 2;
    std::erase_if(m_moments, [this](const History::Moment& moment) { return moment.done % m_apart != 0; });
    m_bytes = 0;
    for (const History::Moment& moment : m_moments)
        m_bytes += moment.bytes();
}

}  // namespace natwalk
