// What is remembered from packet to packet: by matches (counters of nth, token buckets of limit, recent lists), and by
// the host of the errors that it sent.
#pragma once

#include "host/connections.h"
#include "host/ipset_lookup.h"
#include "packet/address.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace natwalk {

/// One match of one rule: what a counter or a bucket belongs to.
struct MemoryKey
{
    std::uint32_t rule = 0;
    std::uint32_t match = 0;

    auto operator<=>(const MemoryKey&) const = default;
};

/// How many addresses a recent list keeps (ip_list_tot), and how many sightings of each (ip_pkt_list_tot).
inline constexpr std::size_t recentAddresses = 100;
inline constexpr std::uint32_t recentStamps = 20;

/// An address of a recent list, and when it was seen (most recent last), in seconds of the scenario's clock.
struct RecentEntry
{
    Address address;
    std::vector<double> seen;
    std::uint8_t ttl = 0;  ///< of the packet seen last; 0: not known
};

/// A recent list; entries in the order in which they were last touched, the oldest first.
struct RecentList
{
    std::string name;
    std::vector<RecentEntry> entries;

    /// @param ttl  where both this and the entry's are known (not 0), they must be the same (--rttl)
    const RecentEntry* find(const Address& address, std::uint8_t ttl = 0) const;
};

/// A token bucket (limit): credit left, and when it was last filled up.
struct Bucket
{
    double credit = 0;
    double filledAt = 0;
};

/// A bucket of a table of hashlimit, which all rules that name the table share.
struct FlowBucket
{
    Tuple flow;  ///< what counts of the packet; the rest is as in an empty tuple
    Bucket bucket;
    std::uint32_t refills = 0;  ///< of a rate in bytes: how often it may still be filled up at once
    double expires = 0;         ///< unless used before
};

/// Connections that connlimit counted together, in the order in which they came.
struct ConnectionGroup
{
    MemoryKey key;
    Address address;  ///< the part of it that counts
    std::uint16_t zone = 0;
    std::vector<Tuple> connections;
    double lookedThrough = 0;  ///< when those that ended were looked for last
    std::size_t leftThen = 0;  ///< how many were left then
};

/// Before anybody used it, a bucket of errors is full: it was filled up long ago.
inline constexpr Bucket untouchedBucket{0, -3600};

/// Changes that a match asks for; `walk` applies them in the kernel's order.
struct CountOneMore
{};
/// Creates or refreshes an entry; before that, drops the list's oldest entry, unless it is this one, if it was last
/// seen more than `reapOlderThan` seconds ago.
struct RecentStamp
{
    std::string_view list;
    Address address;
    std::uint32_t keepStamps = recentStamps;
    std::uint8_t ttl = 0;
    std::optional<double> reapOlderThan = {};
};
struct RecentForget
{
    std::string_view list;
    Address address;
};
/// Drops the list's oldest entry if it was last seen more than `olderThan` seconds ago, whoever it is.
struct RecentReap
{
    std::string_view list;
    double olderThan;
};
struct BucketSet
{
    Bucket bucket;
};
/// Adds to a counter (the bytes of quota).
struct CountMore
{
    std::uint64_t amount;
};
struct FlowBucketSet
{
    std::string_view table;
    FlowBucket bucket;
};
/// Counts a connection in its group, after those that ended were taken out.
struct ConnectionCounted
{
    /// How many at most are taken out at a time. @see Linux net/netfilter/nf_conncount.c, CONNCOUNT_GC_MAX_COLLECT
    static constexpr std::size_t mostEnded = 65;

    Address address;
    std::uint16_t zone = 0;
    std::array<std::uint16_t, mostEnded> ended{};  ///< places in the group, ascending
    std::uint16_t endedCount = 0;
    bool lookedThrough = false;       ///< for others that ended, up to the last one
    std::optional<Tuple> connection;  ///< nothing: it is in the group already
};
/// Sets a label of the packet's connection, which is not among what is remembered here.
struct ConnectionLabelled
{
    std::uint8_t label;
};
using MemoryChange = std::variant<std::monostate, CountOneMore, RecentStamp, RecentForget, RecentReap, BucketSet,
                                  CountMore, FlowBucketSet, ConnectionCounted, ConnectionLabelled, IpSetCounted>;

class Memory
{
public:
    /// How often a counting match was asked already.
    std::uint64_t timesAsked(MemoryKey key) const;
    /// The bucket of a match; nullptr before its first packet.
    const Bucket* bucket(MemoryKey key) const;
    const RecentList* recent(std::string_view list) const;
    /// The bucket of a flow; nullptr before its first packet, and after it was not used for long.
    const FlowBucket* flowBucket(std::string_view table, const Tuple& flow, double now) const;
    /// How many buckets of a table are not due to be thrown away before that time.
    std::size_t flowBucketsAfter(std::string_view table, double time) const;
    /// Connections that were counted together; nullptr before the first.
    const ConnectionGroup* connectionGroup(MemoryKey key, const Address& address, std::uint16_t zone) const;

    /// How many errors this host may still send to an address, in seconds of waiting (inet_peer's rate_tokens).
    Bucket& errorsTo(const Address& receiver);
    /// The least that this host may still send to all together, in errors (icmp_global_credit).
    Bucket& errorsToAll() { return m_allErrors; }

    /// @param now  the scenario's clock
    void apply(MemoryKey key, const MemoryChange& change, double now);
    /// The list with this name, made when missing (for the state before).
    RecentList& recentList(std::string_view list);

    const std::vector<RecentList>& recentLists() const { return m_recent; }
    const std::vector<std::pair<MemoryKey, std::uint64_t>>& counts() const { return m_counts; }
    void setCount(MemoryKey key, std::uint64_t count);

    /// What became of the host's sets.
    const IpSetMemory& sets() const { return m_sets; }
    IpSetMemory& setsToChange()
    {
        ++m_changes;
        return m_sets;
    }
    void setSavedAt(double now) { m_sets.setSavedAt(now); }

    /// How many changes were applied so far: equal before and after a packet that nothing remembers.
    std::uint64_t changes() const { return m_changes; }

private:
    std::vector<std::pair<MemoryKey, std::uint64_t>> m_counts;
    std::vector<std::pair<MemoryKey, Bucket>> m_buckets;
    std::vector<std::pair<Address, Bucket>> m_errors;
    Bucket m_allErrors = untouchedBucket;
    std::vector<RecentList> m_recent;
    std::vector<std::pair<std::string, std::vector<FlowBucket>>> m_flowBuckets;  ///< by table
    std::vector<ConnectionGroup> m_connectionGroups;
    IpSetMemory m_sets;
    std::uint64_t m_changes = 0;
};

}  // namespace natwalk
