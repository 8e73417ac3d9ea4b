#include "host/connections.h"

#include <algorithm>
#include <array>
#include <bit>

namespace natwalk {

namespace {

/// From this many entries on, tuples are found by hash: below, looking at each is faster.
constexpr std::size_t hashedFrom = 16;

struct TypePair
{
    std::uint8_t request;
    std::uint8_t reply;
};

// Linux net/netfilter/nf_conntrack_proto_icmp.c and nf_conntrack_proto_icmpv6.c, invmap
constexpr std::array icmpPairs = {TypePair{8, 0}, TypePair{13, 14}, TypePair{15, 16}, TypePair{17, 18}};
constexpr std::array icmp6Pairs = {TypePair{128, 129}, TypePair{139, 140}};

template <std::size_t size>
std::uint8_t turnedRound(std::uint8_t type, const std::array<TypePair, size>& pairs)
{
    for (const TypePair& pair : pairs) {
        if (type == pair.request)
            return pair.reply;
        if (type == pair.reply)
            return pair.request;
    }
    return type;
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value)
{
    // the finaliser of SplitMix64
    hash = (hash ^ value) + 0x9e3779b97f4a7c15U;
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9U;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebU;
    return hash ^ (hash >> 31);
}

std::uint64_t hashOf(const Tuple& tuple)
{
    std::uint64_t hash = mixed(tuple.src.high, tuple.src.low);
    hash = mixed(hash, tuple.dst.high);
    hash = mixed(hash, tuple.dst.low);
    const std::uint64_t rest = std::uint64_t{tuple.sport} << 48 | std::uint64_t{tuple.dport} << 32
                               | std::uint64_t{tuple.zone} << 16 | tuple.protocol;
    return mixed(hash, rest);
}

// A slot names an entry and one of its two tuples; 0 is an empty slot.
std::uint32_t slotOf(std::size_t entry, Direction direction)
{
    return (static_cast<std::uint32_t>(entry) << 1 | static_cast<std::uint32_t>(direction)) + 1;
}

std::size_t entryOf(std::uint32_t slot) { return (slot - 1) >> 1; }

Direction directionOf(std::uint32_t slot) { return static_cast<Direction>((slot - 1) & 1); }

const Tuple& tupleOf(const Connection& connection, Direction direction)
{
    return direction == Direction::original ? connection.original : connection.reply;
}

}  // namespace

std::uint16_t turnedRound(std::uint16_t message, std::uint8_t protocol)
{
    const auto type = static_cast<std::uint8_t>(message >> 8);
    const auto code = static_cast<std::uint8_t>(message);
    const std::uint8_t turned =
        protocol == protocol::icmp ? turnedRound(type, icmpPairs) : turnedRound(type, icmp6Pairs);
    return typeAndCode(turned, code);
}

std::optional<Connections::Found> Connections::find(const Tuple& tuple, double now) const
{
    if (m_slots.empty())
        return findByLooking(tuple, now);
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t place = hashOf(tuple) & mask; m_slots[place] != 0; place = (place + 1) & mask) {
        const std::size_t entry = entryOf(m_slots[place]);
        const Direction direction = directionOf(m_slots[place]);
        if (m_entries[entry].expires > now && tupleOf(m_entries[entry], direction) == tuple)
            return Found{entry, direction};
    }
    return {};
}

std::optional<Connections::Found> Connections::findByLooking(const Tuple& tuple, double now) const
{
    for (std::size_t entry = 0; entry < m_entries.size(); ++entry) {
        const Connection& connection = m_entries[entry];
        if (connection.expires <= now)
            continue;
        // Where both are equal (a host that talks to its own port), the kernel's hash holds the reply first.
        if (connection.reply == tuple)
            return Found{entry, Direction::reply};
        if (connection.original == tuple)
            return Found{entry, Direction::original};
    }
    return {};
}

bool Connections::isTaken(const Tuple& reply, double now) const { return find(reply, now).has_value(); }

bool Connections::mayBeExpected(const Tuple& tuple, double now) const
{
    const auto knows = [](const Connection& each, const Address& address) {
        return each.original.src == address || each.original.dst == address || each.reply.src == address
               || each.reply.dst == address;
    };
    return m_helped && std::ranges::any_of(m_entries, [&](const Connection& each) {
               return each.has(status::helper) && each.expires > now && knows(each, tuple.src)
                      && knows(each, tuple.dst);
           });
}

std::size_t Connections::insert(const Connection& connection)
{
    m_helped |= connection.has(status::helper);
    m_entries.push_back(connection);
    const std::size_t entry = m_entries.size() - 1;
    if (m_entries.size() < hashedFrom)
        return entry;
    if (m_entries.size() * 4 > m_slots.size()) {
        // two slots an entry, at most half of the slots in use
        m_slots.assign(std::bit_ceil(m_entries.size() * 8), 0);
        for (std::size_t each = 0; each < m_entries.size(); ++each)
            index(each);
    } else {
        index(entry);
    }
    return entry;
}

void Connections::index(std::size_t entry)
{
    const std::size_t mask = m_slots.size() - 1;
    for (const Direction direction : {Direction::reply, Direction::original}) {
        std::size_t place = hashOf(tupleOf(m_entries[entry], direction)) & mask;
        while (m_slots[place] != 0)
            place = (place + 1) & mask;
        m_slots[place] = slotOf(entry, direction);
    }
}

void Connections::unindex(std::size_t entry)
{
    for (const Direction direction : {Direction::original, Direction::reply})
        freeSlot(placeOf(entry, direction));
}

std::size_t Connections::placeOf(std::size_t entry, Direction direction) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t place = hashOf(tupleOf(m_entries[entry], direction)) & mask;
    while (m_slots[place] != slotOf(entry, direction))
        place = (place + 1) & mask;
    return place;
}

void Connections::freeSlot(std::size_t place)
{
    // Those behind move up where they may, so that no search ends before its time (Knuth, 6.4, algorithm R).
    const std::size_t mask = m_slots.size() - 1;
    m_slots[place] = 0;
    for (std::size_t next = (place + 1) & mask; m_slots[next] != 0; next = (next + 1) & mask) {
        const std::uint32_t slot = m_slots[next];
        const std::size_t home = hashOf(tupleOf(m_entries[entryOf(slot)], directionOf(slot))) & mask;
        if (((next - home) & mask) < ((next - place) & mask))
            continue;
        m_slots[place] = slot;
        m_slots[next] = 0;
        place = next;
    }
}

void Connections::erase(std::size_t index)
{
    const std::size_t last = m_entries.size() - 1;
    if (!m_slots.empty()) {
        unindex(index);
        if (index != last)
            for (const Direction direction : {Direction::original, Direction::reply})
                m_slots[placeOf(last, direction)] = slotOf(index, direction);
    }
    if (index != last)
        m_entries[index] = m_entries[last];
    m_entries.pop_back();
}

void Connections::clear()
{
    m_entries.clear();
    m_slots.clear();
}

}  // namespace natwalk
