#include "host/memory.h"

#include <algorithm>

namespace natwalk {

namespace {

template <typename Value>
auto placeOf(std::vector<std::pair<MemoryKey, Value>>& sorted, MemoryKey key)
{
    return std::lower_bound(sorted.begin(), sorted.end(), key,
                            [](const auto& entry, MemoryKey wanted) { return entry.first < wanted; });
}

template <typename Value>
const Value* valueOf(const std::vector<std::pair<MemoryKey, Value>>& sorted, MemoryKey key)
{
    const auto place = std::lower_bound(sorted.begin(), sorted.end(), key,
                                        [](const auto& entry, MemoryKey wanted) { return entry.first < wanted; });
    return place != sorted.end() && place->first == key ? &place->second : nullptr;
}

template <typename Value>
Value& valueMade(std::vector<std::pair<MemoryKey, Value>>& sorted, MemoryKey key)
{
    auto place = placeOf(sorted, key);
    if (place == sorted.end() || place->first != key)
        place = sorted.insert(place, {key, Value{}});
    return place->second;
}

auto entryOf(RecentList& list, const Address& address)
{
    return std::find_if(list.entries.begin(), list.entries.end(),
                        [&](const RecentEntry& entry) { return entry.address == address; });
}

/// Linux net/netfilter/xt_recent.c, recent_entry_reap()
void reap(RecentList& list, double olderThan, double now)
{
    if (!list.entries.empty() && list.entries.front().seen.back() < now - olderThan)
        list.entries.erase(list.entries.begin());
}

/// Linux net/netfilter/xt_recent.c, recent_entry_init() and recent_entry_update(): touched entries go to the end.
void stamp(RecentList& list, const RecentStamp& change, double now)
{
    if (change.reapOlderThan && !list.entries.empty() && list.entries.front().address != change.address)
        reap(list, *change.reapOlderThan, now);
    auto entry = entryOf(list, change.address);
    if (entry != list.entries.end()) {
        std::rotate(entry, entry + 1, list.entries.end());
    } else {
        if (list.entries.size() >= recentAddresses)
            list.entries.erase(list.entries.begin());
        list.entries.push_back({change.address, {}, change.ttl});
    }
    list.entries.back().ttl = change.ttl;
    std::vector<double>& seen = list.entries.back().seen;
    if (seen.size() >= std::max(change.keepStamps, 1U))
        seen.erase(seen.begin());
    seen.push_back(now);
}

void forget(RecentList& list, const Address& address)
{
    const auto entry = entryOf(list, address);
    if (entry != list.entries.end())
        list.entries.erase(entry);
}

std::vector<FlowBucket>& bucketsOf(std::vector<std::pair<std::string, std::vector<FlowBucket>>>& tables,
                                   std::string_view name)
{
    const auto found = std::ranges::find(tables, name, &std::pair<std::string, std::vector<FlowBucket>>::first);
    return found != tables.end() ? found->second : tables.emplace_back(name, std::vector<FlowBucket>()).second;
}

void set(std::vector<FlowBucket>& buckets, const FlowBucket& bucket)
{
    const auto found = std::ranges::find(buckets, bucket.flow, &FlowBucket::flow);
    if (found != buckets.end())
        *found = bucket;
    else
        buckets.push_back(bucket);
}

void count(std::vector<ConnectionGroup>& groups, MemoryKey key, const ConnectionCounted& change, double now)
{
    auto group = std::ranges::find_if(groups, [&](const ConnectionGroup& each) {
        return each.key == key && each.address == change.address && each.zone == change.zone;
    });
    if (group == groups.end())
        group = groups.insert(group, {key, change.address, change.zone, {}, now});
    for (std::size_t i = change.endedCount; i-- > 0;)
        group->connections.erase(group->connections.begin() + change.ended[i]);
    if (change.lookedThrough) {
        group->lookedThrough = now;
        group->leftThen = group->connections.size();
    }
    if (change.connection)
        group->connections.push_back(*change.connection);
}

}  // namespace

const RecentEntry* RecentList::find(const Address& address, std::uint8_t ttl) const
{
    const auto entry = std::find_if(entries.begin(), entries.end(), [&](const RecentEntry& each) {
        return each.address == address && (ttl == 0 || each.ttl == 0 || each.ttl == ttl);
    });
    return entry == entries.end() ? nullptr : &*entry;
}

std::uint64_t Memory::timesAsked(MemoryKey key) const
{
    const std::uint64_t* count = valueOf(m_counts, key);
    return count == nullptr ? 0 : *count;
}

const Bucket* Memory::bucket(MemoryKey key) const { return valueOf(m_buckets, key); }

const RecentList* Memory::recent(std::string_view list) const
{
    const auto found =
        std::find_if(m_recent.begin(), m_recent.end(), [&](const RecentList& each) { return each.name == list; });
    return found == m_recent.end() ? nullptr : &*found;
}

RecentList& Memory::recentList(std::string_view list)
{
    const auto found =
        std::find_if(m_recent.begin(), m_recent.end(), [&](const RecentList& each) { return each.name == list; });
    if (found != m_recent.end())
        return *found;
    m_recent.push_back({std::string(list), {}});
    return m_recent.back();
}

const FlowBucket* Memory::flowBucket(std::string_view table, const Tuple& flow, double now) const
{
    for (const auto& [name, buckets] : m_flowBuckets)
        if (name == table)
            for (const FlowBucket& bucket : buckets)
                if (bucket.flow == flow)
                    return bucket.expires >= now ? &bucket : nullptr;
    return nullptr;
}

std::size_t Memory::flowBucketsAfter(std::string_view table, double time) const
{
    for (const auto& [name, buckets] : m_flowBuckets)
        if (name == table)
            return static_cast<std::size_t>(
                std::ranges::count_if(buckets, [&](const FlowBucket& bucket) { return bucket.expires >= time; }));
    return 0;
}

const ConnectionGroup* Memory::connectionGroup(MemoryKey key, const Address& address, std::uint16_t zone) const
{
    const auto found = std::ranges::find_if(m_connectionGroups, [&](const ConnectionGroup& each) {
        return each.key == key && each.address == address && each.zone == zone;
    });
    return found == m_connectionGroups.end() ? nullptr : &*found;
}

void Memory::setCount(MemoryKey key, std::uint64_t count) { valueMade(m_counts, key) = count; }

Bucket& Memory::errorsTo(const Address& receiver)
{
    const auto found = std::ranges::find(m_errors, receiver, &std::pair<Address, Bucket>::first);
    return found != m_errors.end() ? found->second : m_errors.emplace_back(receiver, untouchedBucket).second;
}

void Memory::apply(MemoryKey key, const MemoryChange& change, double now)
{
    m_changes += std::holds_alternative<std::monostate>(change) ? 0 : 1;
    if (std::holds_alternative<CountOneMore>(change))
        ++valueMade(m_counts, key);
    else if (const auto* bucket = std::get_if<BucketSet>(&change))
        valueMade(m_buckets, key) = bucket->bucket;
    else if (const auto* stamped = std::get_if<RecentStamp>(&change))
        stamp(recentList(stamped->list), *stamped, now);
    else if (const auto* forgotten = std::get_if<RecentForget>(&change))
        forget(recentList(forgotten->list), forgotten->address);
    else if (const auto* reaped = std::get_if<RecentReap>(&change))
        reap(recentList(reaped->list), reaped->olderThan, now);
    else if (const auto* more = std::get_if<CountMore>(&change))
        valueMade(m_counts, key) += more->amount;
    else if (const auto* flow = std::get_if<FlowBucketSet>(&change))
        set(bucketsOf(m_flowBuckets, flow->table), flow->bucket);
    else if (const auto* counted = std::get_if<ConnectionCounted>(&change))
        count(m_connectionGroups, key, *counted, now);
    else if (const auto* held = std::get_if<IpSetCounted>(&change))
        countIn(m_sets, *held);
}

}  // namespace natwalk
