#include "host/ipset_key.h"
#include "host/ipset_lookup.h"
#include "host/ipset_now.h"

#include <algorithm>

namespace natwalk {

namespace {

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

IpSetChanges changeSets(const IpSetOrder& order, const IpSets& sets, IpSetMemory& memory, const Packet& packet,
                        double now)
{
    return Changing(order, sets, memory, packet, now).run();
}

}  // namespace natwalk
