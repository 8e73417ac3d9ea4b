#include "host/ipset_lookup.h"

#include "host/ipset_key.h"
#include "host/ipset_now.h"

#include <algorithm>

namespace natwalk {

namespace {

/// Lists do not hold lists; this is for made-up input.
constexpr int deepestList = 4;

class LookUp
{
public:
    LookUp(const IpSets& sets, const IpSetMemory& memory, const Packet& packet, double now)
        : m_sets(sets)
        , m_memory(memory)
        , m_packet(packet)
        , m_now(now)
    {
        m_answer.counted.bytes = packet.length();
    }

    IpSetAnswer of(std::string_view name, const IpSetTest& test)
    {
        m_answer.holds = holds(name, test, 0);
        return m_answer;
    }

private:
    std::optional<bool> holds(std::string_view name, const IpSetTest& test, int depth)
    {
        const IpSet* set = m_sets.find(name);
        if (set == nullptr || depth > deepestList)
            return {};
        if (!fits(*set, m_packet, test.sides))
            return false;
        return set->isList() ? listHolds(*set, test, depth) : setHolds(*set, test);
    }

    std::optional<bool> listHolds(const IpSet& list, const IpSetTest& test, int depth)
    {
        if (test.packets || test.bytes)
            return {};  // what a list's own members counted is not kept
        IpSetTest inMembers = test;
        inMembers.countsNot = test.countsNot || test.countsNotInMembers;
        bool known = true;
        for (const IpSetMember& member : list.members) {
            if (!Live{nullptr, expiryOf(member.secondsLeft, m_memory.savedAt())}.isAliveAt(m_now))
                continue;
            const auto inMember = holds(member.name, inMembers, depth + 1);
            if (inMember == true)
                return true;
            known = known && inMember.has_value();
        }
        return known ? std::optional(false) : std::nullopt;
    }

    std::optional<bool> setHolds(const IpSet& set, const IpSetTest& test)
    {
        IpSetKey key;
        const KeyFound found = keyOf(set, m_packet, test.sides, key);
        if (found != KeyFound::yes)
            return found == KeyFound::no ? std::optional(false) : std::nullopt;
        for (const Live& live : SetNow(set, m_memory, m_now).holding(key.parts())) {
            if (set.counts && !counts(set, *live.entry, test))
                continue;
            m_answer.mark = live.entry->mark;
            return live.entry->excluded == (test.returnsExcluded && set.hasNets());
        }
        return false;
    }

    /// Counts the packet in an entry, then compares.
    bool counts(const IpSet& set, const IpSetEntry& entry, const IpSetTest& test)
    {
        const std::uint64_t one = test.countsNot ? 0 : 1;
        const auto free = std::ranges::find(m_answer.counted.in, nullptr, &IpSetCounted::In::entry);
        if (one != 0 && free != m_answer.counted.in.end())
            *free = {&set, &entry};
        return (!test.packets || test.packets->holdsFor(entry.packets + one))
               && (!test.bytes || test.bytes->holdsFor(entry.bytes + one * m_packet.length()));
    }

    const IpSets& m_sets;
    const IpSetMemory& m_memory;
    const Packet& m_packet;
    double m_now;
    IpSetAnswer m_answer;
};

}  // namespace

bool CounterTest::holdsFor(std::uint64_t counted) const
{
    switch (is) {
    case Is::equal: return counted == value;
    case Is::unequal: return counted != value;
    case Is::below: return counted < value;
    case Is::above: return counted > value;
    }
    return false;
}

IpSetAnswer lookUp(const IpSets& sets, const IpSetMemory& memory, std::string_view set, const Packet& packet,
                   const IpSetTest& test, double now)
{
    return LookUp(sets, memory, packet, now).of(set, test);
}

void countIn(IpSetMemory& memory, const IpSetCounted& counted)
{
    for (const IpSetCounted::In& in : counted.in) {
        if (in.entry == nullptr)
            return;
        const ChangedEntry* before = memory.find(in.set->name, in.entry->parts);
        ChangedEntry after = before != nullptr
                                 ? *before
                                 : ChangedEntry{*in.entry, false, expiryOf(in.entry->secondsLeft, memory.savedAt())};
        ++after.entry.packets;
        after.entry.bytes += counted.bytes;
        memory.put(in.set->name, std::move(after));
    }
}

}  // namespace natwalk
