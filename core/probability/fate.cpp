#include "probability/fate.h"

#include "emulator/other_end.h"

#include <boost/container_hash/hash.hpp>

namespace natwalk {

namespace {

std::size_t hashOf(const Fate& fate)
{
    const std::uint64_t kind = static_cast<std::uint64_t>(fate.outcome) << 24
                               | static_cast<std::uint64_t>(fate.because) << 16
                               | static_cast<std::uint64_t>(fate.reject) << 8 | (fate.masqueraded ? 2U : 0U)
                               | (fate.reachesEndpoint ? 1U : 0U);
    std::size_t hash = 0;
    boost::hash_combine(hash, kind << 16 | fate.port);
    boost::hash_combine(hash, fate.endpoint.high);
    boost::hash_combine(hash, fate.endpoint.low);
    return hash;
}

}  // namespace

Fate fateOf(const Verdict& verdict, const Packet& out)
{
    Fate fate;
    fate.outcome = verdict.outcome;
    fate.because = verdict.because;
    fate.masqueraded = verdict.sourceNat;
    fate.reachesEndpoint = verdict.destinationNat && hasArrived(verdict.outcome);
    if (verdict.outcome == Outcome::rejected)
        fate.reject = verdict.reject;
    if (fate.reachesEndpoint) {
        fate.endpoint = out.dst;
        fate.port = out.dport;
    }
    return fate;
}

std::size_t FateTable::add(const Fate& fate)
{
    std::size_t place = placeOf(fate);
    if (m_slots[place] == 0) {
        if (2 * (m_fates.size() + 1) > m_slots.size()) {
            grow();
            place = placeOf(fate);
        }
        m_fates.push_back(fate);
        m_slots[place] = static_cast<std::uint32_t>(m_fates.size());
    }
    return m_slots[place] - 1;
}

std::optional<std::size_t> FateTable::find(const Fate& fate) const
{
    const std::uint32_t slot = m_slots[placeOf(fate)];
    return slot == 0 ? std::nullopt : std::optional<std::size_t>(slot - 1);
}

/// Where the fate stands, or the empty slot where it would.
std::size_t FateTable::placeOf(const Fate& fate) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t place = hashOf(fate) & mask;
    while (m_slots[place] != 0 && m_fates[m_slots[place] - 1] != fate)
        place = (place + 1) & mask;
    return place;
}

void FateTable::grow()
{
    m_slots.assign(2 * m_slots.size(), 0);
    for (std::uint32_t number = 0; number < m_fates.size(); ++number)
        m_slots[placeOf(m_fates[number])] = number + 1;
}

}  // namespace natwalk
