// Moments of histories, kept so that any trial can be looked at without running all that came before it.
#pragma once

#include "probability/history.h"

#include <cstdint>
#include <vector>

namespace natwalk {

/// Moments of one history, about evenly apart; every other is let go when they grow too big together.
class KeptMoments
{
public:
    explicit KeptMoments(std::size_t mostBytes) : m_mostBytes(mostBytes) {}

    /// Called before each trial.
    void offer(const History::Moment& moment)
    {
        if (moment.done >= m_next)
            keep(moment);
    }
    /// The latest that was kept before a trial of this history (from 0); null: there is none.
    const History::Moment* before(std::uint64_t trial) const;

private:
    static constexpr std::uint64_t closest = 1024;
    /// A moment costs as much as some connections for each entry of its table: it is kept where that is little beside
    /// those since the last one.
    static constexpr std::uint64_t connectionsAnEntry = 8;

    void keep(const History::Moment& moment);
    void letGo();

    std::size_t m_mostBytes;
    std::size_t m_bytes = 0;
    std::uint64_t m_apart = closest;
    std::uint64_t m_next = closest;
    std::vector<History::Moment> m_moments;
};

/// Of all replicas.
class TrialSnapshots
{
public:
    /// Of all replicas together.
    static constexpr std::size_t mostBytes = std::size_t{64} << 20U;

    std::vector<KeptMoments> replicas;
};

}  // namespace natwalk
