#include "emulator/walk_comparison.h"

#include <boost/container_hash/hash.hpp>

#include <algorithm>

namespace natwalk {

namespace {

bool areAlike(const RoutingDecision& one, const RoutingDecision& other)
{
    return one.refused == other.refused && one.route.found == other.route.found && one.route.type == other.route.type
           && one.route.dev == other.route.dev && one.route.nextHop == other.route.nextHop
           && one.route.source == other.route.source;
}

/// What rules can change of a connection that is being made; the rest follows from the packet.
bool areAlike(const Flow& one, const Flow& other)
{
    return one.tracked == other.tracked && one.state == other.state && one.direction == other.direction
           && one.doubt == other.doubt && one.own.original == other.own.original && one.own.reply == other.own.reply
           && one.own.status == other.own.status && one.own.mark == other.own.mark
           && one.own.masqueradedBy == other.own.masqueradedBy;
}

template <typename Routed>
bool areAlikeRouted(const Routed& one, const Routed& other)
{
    return one.src == other.src && one.dst == other.dst && one.mark == other.mark && one.tos == other.tos;
}

std::size_t hashOf(const Packet& packet)
{
    std::size_t hash = packet.src.low;
    for (const std::uint64_t value :
         {packet.src.high, packet.dst.low, packet.dst.high, std::uint64_t{packet.mark},
          std::uint64_t{packet.sport} << 16U | packet.dport, std::uint64_t{packet.tos} << 8U | packet.ttl})
        boost::hash_combine(hash, value);
    return hash;
}

}  // namespace

bool WalkComparison::alike(const Walk& one, const Walk& other)
{
    const auto sameCaller = [](const Walk::Caller& a, const Walk::Caller& b) {
        return a.chain == b.chain && a.next == b.next;
    };
    const bool samePlace = one.m_stations.data() == other.m_stations.data() && one.m_station == other.m_station
                           && one.m_hook == other.m_hook && one.m_table == other.m_table
                           && one.m_builtIn == other.m_builtIn && one.m_chain == other.m_chain
                           && one.m_next == other.m_next && one.m_match == other.m_match && one.m_gotos == other.m_gotos
                           && one.m_backEnd == other.m_backEnd
                           && std::ranges::equal(one.m_callers, other.m_callers, sameCaller);
    return samePlace && one.m_tracks == other.m_tracks && one.m_looked == other.m_looked
           && one.m_prepared == other.m_prepared && one.m_zone == other.m_zone && one.m_doubted == other.m_doubted
           && one.m_packet == other.m_packet && one.m_verdict == other.m_verdict && areAlike(one.m_flow, other.m_flow)
           && areAlike(one.m_way, other.m_way) && areAlikeRouted(one.m_routedAs, other.m_routedAs);
}

std::size_t WalkComparison::hash(const Walk& walk)
{
    std::size_t hash = hashOf(walk.m_packet);
    for (const std::uint32_t value :
         {static_cast<std::uint32_t>(walk.m_chain), walk.m_next, std::uint32_t{walk.m_match},
          static_cast<std::uint32_t>(walk.m_station), static_cast<std::uint32_t>(walk.m_hook),
          static_cast<std::uint32_t>(walk.m_callers.size()), walk.m_flow.own.mark})
        boost::hash_combine(hash, value);
    return hash;
}

std::weak_ordering WalkComparison::progress(const Walk& one, const Walk& other)
{
    if (const auto order = one.m_hook <=> other.m_hook; order != 0)
        return order;
    if (const auto order = one.m_station <=> other.m_station; order != 0)
        return order;
    const std::size_t common = std::min(one.m_callers.size(), other.m_callers.size());
    for (std::size_t i = 0; i < common; ++i)
        if (const auto order = one.m_callers[i].next <=> other.m_callers[i].next; order != 0)
            return order;
    // Where one is in a chain that it will come back from to where the other is, it comes first.
    const std::uint32_t next = one.m_callers.size() > common ? one.m_callers[common].next : one.m_next;
    const std::uint32_t otherNext = other.m_callers.size() > common ? other.m_callers[common].next : other.m_next;
    if (const auto order = next <=> otherNext; order != 0)
        return order;
    if (const auto order = other.m_callers.size() <=> one.m_callers.size(); order != 0)
        return order;
    return one.m_match <=> other.m_match;
}

void WalkComparison::join(Walk& walk, const Walk& other) { walk.m_jumps = std::max(walk.m_jumps, other.m_jumps); }

}  // namespace natwalk
