#include "ruleset/rule_index.h"

#include <algorithm>
#include <bit>
#include <optional>

namespace natwalk {

namespace {

// Two demands with the same key share a bucket, which costs time but never an answer: a candidate is asked anyway.
constexpr std::uint64_t spread(std::uint64_t value)
{
    value *= 0x9e3779b97f4a7c15U;
    return value ^ value >> 32;
}

constexpr std::uint64_t keyOf(const Address& destination) { return spread(spread(destination.high) + destination.low); }

constexpr std::uint64_t keyOf(std::uint8_t protocol, std::uint16_t dport)
{
    return spread(~(std::uint64_t{protocol} << 16 | dport));
}

/// The port that a packet must have to reach the end of the rule's matches without any of them having remembered it.
Pins pinnedPort(const Rule& rule)
{
    for (const Match* match : rule.matches) {
        if (match->remembers())
            break;
        if (const Pins pins = match->pins(); pins.dport != 0 && pins.protocol != protocol::any)
            return pins;
    }
    return {};
}

std::optional<std::uint64_t> demandOf(const Rule& rule)
{
    const Conditions& conditions = rule.conditions;
    if (!conditions.dstInverted && conditions.dst.isSingle())
        return keyOf(conditions.dst.base);
    if (const Pins pins = pinnedPort(rule); pins.dport != 0)
        return keyOf(pins.protocol, pins.dport);
    return {};
}

}  // namespace

RuleIndex::RuleIndex(std::span<const Rule> rules) : m_size(static_cast<std::uint32_t>(rules.size()))
{
    std::vector<std::pair<std::uint64_t, std::uint32_t>> demands;
    m_rest.assign(rules.size() + 1, m_size);
    for (std::uint32_t i = 0; i < m_size; ++i) {
        if (const auto demand = demandOf(rules[i]))
            demands.emplace_back(*demand, i);
        else
            m_rest[i] = i;
    }
    for (std::uint32_t i = m_size; i-- > 0;)
        m_rest[i] = std::min(m_rest[i], m_rest[i + 1]);
    std::ranges::sort(demands);
    m_slots.resize(std::bit_ceil(2 * demands.size() + 1));
    m_places.reserve(demands.size());
    for (const auto& [key, place] : demands) {
        Bucket& bucket = m_slots[slotOf(key)];
        if (bucket.count == 0)
            bucket = {key, static_cast<std::uint32_t>(m_places.size()), 0};
        ++bucket.count;
        m_places.push_back(place);
    }
}

std::size_t RuleIndex::slotOf(std::uint64_t key) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = key & mask;
    while (m_slots[slot].count != 0 && m_slots[slot].key != key)
        slot = (slot + 1) & mask;
    return slot;
}

std::uint32_t RuleIndex::firstIn(std::uint64_t key, std::uint32_t from) const
{
    const Bucket& bucket = m_slots[slotOf(key)];
    const auto begin = m_places.begin() + bucket.first;
    const auto end = begin + bucket.count;
    const auto found = std::lower_bound(begin, end, from);
    return found == end ? m_size : *found;
}

std::uint32_t RuleIndex::nextCandidate(std::uint32_t from, const Packet& packet) const
{
    const std::uint32_t byDestination = firstIn(keyOf(packet.dst), from);
    const std::uint32_t byPort = firstIn(keyOf(packet.protocol, packet.dport), from);
    return std::min({m_rest[from], byDestination, byPort});
}

}  // namespace natwalk
