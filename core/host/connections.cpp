#include "host/connections.h"

#include <algorithm>
#include <array>
#include <bit>

namespace natwalk {

namespace {

/// From this many entries on, tuples are found by hash: below, looking at each is faster.
constexpr std::size_t hashedFrom = 16;
/// More than one in so many entries are not few.
constexpr std::size_t fewOf = 8;

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

// Odd numbers without a pattern, one for each part of a tuple, whose products are summed up: no product waits for
// another.
constexpr std::uint64_t factors[] = {0x9e3779b97f4a7c15U, 0xd1b54a32d192ed03U, 0xaef17502108ef2d9U, 0xdb4f0b9175ae2165U,
                                     0xa0761d6478bd642fU};

std::uint32_t stirred(std::uint64_t hash)
{
    // the finaliser of SplitMix64
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9U;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebU;
    return static_cast<std::uint32_t>(hash >> 32);
}

std::uint32_t hashOf(const Tuple& tuple)
{
    const std::uint64_t rest = std::uint64_t{tuple.sport} << 48 | std::uint64_t{tuple.dport} << 32
                               | std::uint64_t{tuple.zone} << 16 | tuple.protocol;
    return stirred(tuple.src.high * factors[0] + tuple.src.low * factors[1] + tuple.dst.high * factors[2]
                   + tuple.dst.low * factors[3] + rest * factors[4]);
}

// What the table of tuples holds: an entry and one of its two tuples.
std::uint32_t nameOf(std::size_t entry, Direction direction)
{
    return static_cast<std::uint32_t>(entry) << 1 | static_cast<std::uint32_t>(direction);
}

std::size_t entryOf(std::uint32_t name) { return name >> 1; }

Direction directionOf(std::uint32_t name) { return static_cast<Direction>(name & 1); }

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

Connections::Hashes Connections::hashesOf(const Tuple& original, const Tuple& reply)
{
    return {hashOf(original), hashOf(reply), sourceHash(original)};
}

std::uint32_t Connections::sourceHash(const Tuple& tuple)
{
    const std::uint64_t rest = std::uint64_t{tuple.sport} << 48 | tuple.protocol;
    return stirred(tuple.src.high * factors[0] + tuple.src.low * factors[1] + rest * factors[4]);
}

/// @see Linux net/netfilter/nf_nat_core.c, same_src()
bool Connections::isFrom(const Tuple& opened, const Tuple& source)
{
    return opened.protocol == source.protocol && opened.src == source.src && opened.sport == source.sport;
}

std::optional<Connections::Found> Connections::find(const Tuple& tuple, double now) const
{
    return m_tuples.isMade() ? findHashed(hashOf(tuple), tuple, now) : findByLooking(tuple, now);
}

std::optional<Connections::Found> Connections::findHashed(std::uint32_t hash, const Tuple& tuple, double now) const
{
    const auto found = m_tuples.find(hash, [&](std::uint32_t name) {
        const Connection& connection = m_entries[entryOf(name)];
        return connection.expires > now && tupleOf(connection, directionOf(name)) == tuple;
    });
    return found ? std::optional(Found{entryOf(*found), directionOf(*found)}) : std::nullopt;
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
    m_entries.push_back(connection);
    return indexLast(m_tuples.isMade() ? hashesOf(connection) : Hashes());
}

std::optional<std::size_t> Connections::insertUnlessTaken(const Connection& like, const Tuples& tuples,
                                                          const Hashes& hashes, double now)
{
    const auto isTaken = [&](std::uint32_t hash, const Tuple& tuple) {
        return (m_tuples.isMade() ? findHashed(hash, tuple, now) : findByLooking(tuple, now)).has_value();
    };
    if (isTaken(hashes.original, tuples.original) || isTaken(hashes.reply, tuples.reply))
        return {};
    m_entries.push_back(like);
    m_entries.back().original = tuples.original;
    m_entries.back().reply = tuples.reply;
    return indexLast(hashes);
}

Connections::Hashes Connections::fetch(const Tuples& tuples) const
{
    if (!m_tuples.isMade())
        return {};
    const Hashes hashes = hashesOf(tuples.original, tuples.reply);
    m_tuples.fetch(hashes.original);
    m_tuples.fetch(hashes.reply);
    m_sources.fetch(hashes.source);
    return hashes;
}

std::size_t Connections::indexLast(const Hashes& hashes)
{
    m_helped |= m_entries.back().has(status::helper);
    const std::size_t entry = m_entries.size() - 1;
    if (m_tuples.isMade() && m_tuples.hasRoomFor(2))
        index(entry, hashes);
    else
        indexAll();
    return entry;
}

void Connections::index(std::size_t entry, const Hashes& hashes)
{
    // Where both tuples are equal, the reply is found first, as in the kernel.
    m_tuples.insert(hashes.reply, nameOf(entry, Direction::reply));
    m_tuples.insert(hashes.original, nameOf(entry, Direction::original));
    m_sources.append(hashes.source);
}

/// With room for half as many again and more, where there are more than few.
void Connections::indexAll()
{
    m_tuples.clear();
    m_sources.clear();
    if (m_entries.size() < hashedFrom)
        return;
    m_tuples.reset(2 * m_entries.size());
    m_sources.reset(m_entries.size());
    for (std::size_t entry = 0; entry < m_entries.size(); ++entry)
        index(entry, hashesOf(m_entries[entry]));
}

/// Takes an entry out of the index; the last one is found in its place.
void Connections::unindex(std::size_t entry)
{
    const std::size_t last = m_entries.size() - 1;
    const Hashes hashes = hashesOf(m_entries[entry]);
    const Hashes lastHashes = entry == last ? hashes : hashesOf(m_entries[last]);
    m_tuples.erase(hashes.original, nameOf(entry, Direction::original));
    m_tuples.erase(hashes.reply, nameOf(entry, Direction::reply));
    m_sources.erase(hashes.source, static_cast<std::uint32_t>(entry), lastHashes.source);
    if (entry == last)
        return;
    m_tuples.rename(lastHashes.original, nameOf(last, Direction::original), nameOf(entry, Direction::original));
    m_tuples.rename(lastHashes.reply, nameOf(last, Direction::reply), nameOf(entry, Direction::reply));
}

void Connections::erase(std::size_t index)
{
    if (m_tuples.isMade())
        unindex(index);
    moveLastTo(index);
}

void Connections::moveLastTo(std::size_t index)
{
    if (index != m_entries.size() - 1)
        m_entries[index] = m_entries.back();
    m_entries.pop_back();
}

void Connections::eraseExpired(double now)
{
    const auto isExpired = [now](const Connection& each) { return each.expires <= now; };
    const auto expired = static_cast<std::size_t>(std::ranges::count_if(m_entries, isExpired));
    // Where many go, the index is made anew, which costs less than taking each of them out.
    const bool makesIndex = m_tuples.isMade() && expired * fewOf > m_entries.size();
    for (std::size_t entry = expired > 0 ? m_entries.size() : 0; entry-- > 0;)
        if (isExpired(m_entries[entry]))
            makesIndex ? moveLastTo(entry) : erase(entry);
    if (makesIndex)
        indexAll();
}

void Connections::clear()
{
    m_entries.clear();
    m_tuples.clear();
    m_sources.clear();
}

}  // namespace natwalk
