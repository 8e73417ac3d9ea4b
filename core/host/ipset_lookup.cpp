#include "host/ipset_lookup.h"

#include "host/ipset_key.h"

#include <algorithm>

namespace natwalk {

namespace {

/// Lists do not hold lists; this is for made-up input.
constexpr int deepestList = 4;

/// An entry as it is now.
struct Live
{
    const IpSetEntry* entry;
    double expires;  ///< 0: it stays

    bool isAliveAt(double now) const { return expires == 0 || expires > now; }
};

using Lives = boost::container::small_vector<Live, 4>;

/// Whether packets of this family, with so many sides told, can be in the set at all.
bool fits(const IpSet& set, const Packet& packet, const IpSetSides& sides)
{
    return sides.count >= std::max<std::size_t>(set.kinds.size(), 1)
           && (!set.family || *set.family == packet.src.family);
}

double expiryOf(double secondsLeft, double since) { return secondsLeft == 0 ? 0 : since + secondsLeft; }

/// A set with what became of it.
class SetNow
{
public:
    SetNow(const IpSet& set, const IpSetMemory& memory, double now)
        : m_set(set)
        , m_memory(memory)
        , m_changed(memory.find(set.name))
        , m_now(now)
    {}

    /// The entries that hold a key, as the kernel finds them; those that timed out are left out.
    Lives holding(std::span<const IpSetPart> key) const
    {
        Lives found;
        for (const IpSetEntry* entry : m_set.holding(key))
            addSaved(*entry, key, found);
        if (m_changed != nullptr)
            for (const ChangedEntry& each : m_changed->entries)
                if (!each.gone && holds(m_set, each.entry, key))
                    found.push_back({&each.entry, each.expires});
        found.erase(
            std::remove_if(found.begin(), found.end(), [this](const Live& each) { return !each.isAliveAt(m_now); }),
            found.end());
        if (m_changed != nullptr)
            std::ranges::stable_sort(found,
                                     [](const Live& a, const Live& b) { return isNarrower(*a.entry, *b.entry); });
        return found;
    }

    /// The entry with just these parts.
    std::optional<Live> find(std::span<const IpSetPart> parts) const
    {
        std::optional<Live> found;
        if (const ChangedEntry* changed = m_memory.find(m_set.name, parts))
            found = changed->gone ? std::nullopt : std::optional(Live{&changed->entry, changed->expires});
        else if (const IpSetEntry* saved = m_set.find(parts))
            found = Live{saved, expiryOf(saved->secondsLeft, m_memory.savedAt())};
        return found && found->isAliveAt(m_now) ? found : std::nullopt;
    }

    /// Adding takes the longest prefix that the set has.
    int longestPrefix(std::size_t part, int otherwise) const
    {
        std::optional<int> longest = somethingIsGone() ? longestOfKept(part) : m_set.longestPrefix(part);
        if (m_changed != nullptr)
            for (const ChangedEntry& each : m_changed->entries)
                if (!each.gone)
                    longest = std::max(longest.value_or(0), prefixOf(each.entry, part));
        return longest.value_or(otherwise);
    }

    bool isFull() const
    {
        const std::size_t changed = m_changed == nullptr ? 0 : m_changed->entries.size();
        return !m_set.isBitmap && m_set.entries.size() + changed >= m_set.most && count() >= m_set.most;
    }

private:
    void addSaved(const IpSetEntry& entry, std::span<const IpSetPart> key, Lives& found) const
    {
        const bool changed = m_changed != nullptr
                             && (m_memory.find(m_set.name, entry.parts) != nullptr
                                 || (!m_set.hasNets() && m_memory.find(m_set.name, key) != nullptr));
        if (!changed)
            found.push_back({&entry, expiryOf(entry.secondsLeft, m_memory.savedAt())});
    }

    static int prefixOf(const IpSetEntry& entry, std::size_t part)
    {
        return entry.parts[part].addresses.prefixLength().value_or(0);
    }

    bool somethingIsGone() const
    {
        return m_changed != nullptr && std::ranges::any_of(m_changed->entries, &ChangedEntry::gone);
    }

    bool isKept(const IpSetEntry& saved) const
    {
        return m_memory.find(m_set.name, saved.parts) == nullptr
               && Live{&saved, expiryOf(saved.secondsLeft, m_memory.savedAt())}.isAliveAt(m_now);
    }

    std::optional<int> longestOfKept(std::size_t part) const
    {
        std::optional<int> longest;
        for (const IpSetEntry& saved : m_set.entries)
            if (isKept(saved))
                longest = std::max(longest.value_or(0), prefixOf(saved, part));
        return longest;
    }

    std::size_t count() const
    {
        auto all = std::ranges::count_if(m_set.entries, [this](const IpSetEntry& saved) { return isKept(saved); });
        if (m_changed != nullptr)
            all += std::ranges::count_if(m_changed->entries, [this](const ChangedEntry& each) {
                return !each.gone && Live{&each.entry, each.expires}.isAliveAt(m_now);
            });
        return static_cast<std::size_t>(all);
    }

    const IpSet& m_set;
    const IpSetMemory& m_memory;
    const IpSetMemory::ChangedSet* m_changed;
    double m_now;
};

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

/// Changes one set after the other as a rule says.
class Changing
{
public:
    Changing(const IpSetOrder& order, const IpSets& sets, IpSetMemory& memory, const Packet& packet, double now)
        : m_order(order)
        , m_sets(sets)
        , m_memory(memory)
        , m_packet(packet)
        , m_now(now)
    {}

    IpSetChanges run()
    {
        if (m_order.add)
            change(*m_order.add, true);
        if (m_order.remove)
            change(*m_order.remove, false);
        if (m_order.map)
            map(*m_order.map);
        return std::move(m_done);
    }

private:
    void change(const IpSetOrder::Of& of, bool adds)
    {
        const IpSet* set = m_sets.find(of.set);
        if (set != nullptr && set->isList())
            return changeList(*set, of.sides, adds);
        m_done.all.push_back(changed(of.set, set, of.sides, adds));
    }

    /// The first member where it works is the only one that changes.
    void changeList(const IpSet& list, const IpSetSides& sides, bool adds)
    {
        IpSetChange last{list.name, {}, IpSetOutcome::unfit, 0};
        for (const IpSetMember& member : list.members) {
            last = changed(member.name, m_sets.find(member.name), sides, adds);
            if (worked(last.outcome) || last.outcome == IpSetOutcome::unknown)
                break;
        }
        m_done.all.push_back(std::move(last));
    }

    static bool worked(IpSetOutcome outcome)
    {
        return outcome == IpSetOutcome::added || outcome == IpSetOutcome::refreshed || outcome == IpSetOutcome::removed;
    }

    IpSetChange changed(std::string_view name, const IpSet* set, const IpSetSides& sides, bool adds)
    {
        IpSetChange done{std::string(name), {}, IpSetOutcome::unknown, 0};
        if (set == nullptr || !set->isDecidable())
            return done;
        IpSetKey key;
        const KeyFound found = fits(*set, m_packet, sides) ? keyOf(*set, m_packet, sides, key) : KeyFound::no;
        if (found != KeyFound::yes) {
            done.outcome = found == KeyFound::no ? IpSetOutcome::unfit : IpSetOutcome::unknown;
            return done;
        }
        widen(*set, key);
        done.entry = toText(*set, key.parts());
        if (adds)
            add(*set, key, done);
        else
            remove(*set, key, done);
        return done;
    }

    /// What a packet adds to a set of nets is a net.
    void widen(const IpSet& set, IpSetKey& key) const
    {
        const SetNow now(set, m_memory, m_now);
        for (std::size_t i = 0; i < key.count; ++i)
            if (set.kinds[i] == IpSetPartKind::net) {
                Network& net = key.all.at(i).addresses;
                net = Network::of(net.base, now.longestPrefix(i, net.prefixLength().value_or(0)));
            }
    }

    void add(const IpSet& set, const IpSetKey& key, IpSetChange& done)
    {
        const SetNow now(set, m_memory, m_now);
        const bool isThere = now.find(key.parts()).has_value();
        if (isThere && !m_order.refreshes) {
            done.outcome = IpSetOutcome::alreadyThere;
            return;
        }
        // (With "forceadd" the kernel makes room sometimes, as its hash falls.)
        if (!isThere && now.isFull()) {
            done.outcome = IpSetOutcome::full;
            return;
        }
        done.outcome = isThere ? IpSetOutcome::refreshed : IpSetOutcome::added;
        done.secondsLeft = set.timeoutSeconds ? m_order.timeoutSeconds.value_or(*set.timeoutSeconds) : 0;
        ChangedEntry made;
        made.entry.parts.assign(key.parts().begin(), key.parts().end());
        made.entry.packets = 1;
        made.entry.bytes = m_packet.length();
        made.expires = expiryOf(done.secondsLeft, m_now);
        m_memory.put(set.name, std::move(made));
    }

    void remove(const IpSet& set, const IpSetKey& key, IpSetChange& done)
    {
        const bool isThere = SetNow(set, m_memory, m_now).find(key.parts()).has_value();
        done.outcome = isThere ? IpSetOutcome::removed : IpSetOutcome::notThere;
        if (!isThere)
            return;
        ChangedEntry gone;
        gone.entry.parts.assign(key.parts().begin(), key.parts().end());
        gone.gone = true;
        m_memory.put(set.name, std::move(gone));
    }

    void map(const IpSetOrder::Of& of)
    {
        const IpSetAnswer answer = lookUp(m_sets, m_memory, of.set, m_packet, {of.sides}, m_now);
        if (answer.counted.any())
            countIn(m_memory, answer.counted);
        if (!answer.holds)
            m_done.all.push_back({std::string(of.set), {}, IpSetOutcome::unknown, 0});
        else if (*answer.holds && m_order.mapsMark)
            m_done.mark = answer.mark;
    }

    const IpSetOrder& m_order;
    const IpSets& m_sets;
    IpSetMemory& m_memory;
    const Packet& m_packet;
    double m_now;
    IpSetChanges m_done;
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

IpSetChanges changeSets(const IpSetOrder& order, const IpSets& sets, IpSetMemory& memory, const Packet& packet,
                        double now)
{
    return Changing(order, sets, memory, packet, now).run();
}

}  // namespace natwalk
