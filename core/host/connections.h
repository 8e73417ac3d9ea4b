// Connection tracking: entries, their two tuples, their states and time-outs.
//
// Source: Linux net/netfilter/nf_conntrack_core.c, nf_conntrack_proto_tcp.c, nf_nat_core.c.
#pragma once

#include "host/hash_chains.h"
#include "host/slot_table.h"
#include "host/tcp_memory.h"
#include "packet/interface_name.h"
#include "packet/packet.h"

#include <boost/container/small_vector.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace natwalk {

/// What -m conntrack --ctstate sees. NEW, ESTABLISHED, RELATED, INVALID and UNTRACKED exclude each other.
enum class TrackState : std::uint8_t { invalid, newConnection, established, related, untracked };

/// The addresses and ports that name one direction of a connection.
struct Tuple
{
    Address src;
    Address dst;
    std::uint8_t protocol = 0;
    std::uint16_t sport = 0;  ///< for ICMP: the id
    std::uint16_t dport = 0;  ///< for ICMP: type << 8 | code
    std::uint16_t zone = 0;

    bool operator==(const Tuple&) const = default;
};

/// How `Tuple::dport` holds an ICMP message.
constexpr std::uint16_t typeAndCode(std::uint8_t type, std::uint8_t code)
{
    return static_cast<std::uint16_t>(type << 8 | code);
}

/// Whether ports are part of a protocol's tuples. (Those of DCCP are not, since Linux 6.17.)
inline bool isTrackedByPorts(std::uint8_t protocol) { return protocol != protocol::dccp && hasPorts(protocol); }

/// The tuple of a packet as it stands; later fragments have none.
inline Tuple tupleOf(const Packet& packet, std::uint16_t zone = 0)
{
    if (packet.isLaterFragment())
        return {};
    if (packet.isIcmp())
        return {packet.src, packet.dst, packet.protocol, packet.icmpId, typeAndCode(packet.icmpType, packet.icmpCode),
                zone};
    const bool named = isTrackedByPorts(packet.protocol);
    return {packet.src,
            packet.dst,
            packet.protocol,
            named ? packet.sport : std::uint16_t{0},
            named ? packet.dport : std::uint16_t{0},
            zone};
}
/// For ICMP's `dport`: echo request becomes echo reply, and so on, and back.
std::uint16_t turnedRound(std::uint16_t message, std::uint8_t protocol);
/// The tuple that an answer would have.
inline Tuple inverse(const Tuple& tuple)
{
    if (tuple.protocol == protocol::icmp || tuple.protocol == protocol::icmp6)
        return {tuple.dst, tuple.src, tuple.protocol, tuple.sport, turnedRound(tuple.dport, tuple.protocol),
                tuple.zone};
    return {tuple.dst, tuple.src, tuple.protocol, tuple.dport, tuple.sport, tuple.zone};
}

/// Bits of `Connection::status`, numbered as in the kernel (enum ip_conntrack_status).
namespace status {
inline constexpr std::uint32_t expected = 1U << 0;
inline constexpr std::uint32_t seenReply = 1U << 1;
inline constexpr std::uint32_t assured = 1U << 2;
inline constexpr std::uint32_t confirmed = 1U << 3;
inline constexpr std::uint32_t sourceNat = 1U << 4;
inline constexpr std::uint32_t destinationNat = 1U << 5;
inline constexpr std::uint32_t sequenceAdjust = 1U << 6;
inline constexpr std::uint32_t sourceNatDone = 1U << 7;
inline constexpr std::uint32_t destinationNatDone = 1U << 8;
inline constexpr std::uint32_t helper = 1U << 13;
}  // namespace status

/// What went by in one direction, IP headers and all.
struct Traffic
{
    std::uint64_t packets = 0;
    std::uint64_t bytes = 0;

    bool operator==(const Traffic&) const = default;
};

/// The 128 labels of a connection (connlabel), and whether they are known: what `conntrack -L` lists does not tell
/// them.
struct ConnectionLabels
{
    static constexpr std::uint8_t count = 128;

    std::array<std::uint64_t, 2> bits{};
    bool known = true;

    bool has(std::uint8_t label) const { return (bits[label / 64U] >> label % 64U & 1U) != 0; }
    void set(std::uint8_t label) { bits[label / 64U] |= std::uint64_t{1} << label % 64U; }
    bool operator==(const ConnectionLabels&) const = default;
};

struct Connection
{
    Tuple original;
    Tuple reply;  ///< what an answer looks like on the wire: differs from inverse(original) where NAT is done
    std::uint32_t status = 0;
    std::uint32_t mark = 0;
    ConnectionLabels labels{};
    TcpState tcp = TcpState::none;
    TcpMemory segments{};
    InterfaceName masqueradedBy;  ///< the device whose address MASQUERADE took; empty: none
    double created = 0;           ///< on the scenario's clock, in seconds
    double expires = 0;
    std::array<Traffic, 2> traffic{};  ///< by direction; nothing at all where it was not counted

    bool has(std::uint32_t bits) const { return (status & bits) != 0; }
    bool operator==(const Connection&) const = default;
};

/// The connection tracking table.
class Connections
{
public:
    struct Found
    {
        std::size_t index;
        Direction direction;
    };
    struct Tuples
    {
        Tuple original;
        Tuple reply;
    };
    /// Of the three places where an entry can be found.
    struct Hashes
    {
        std::uint32_t original;
        std::uint32_t reply;
        std::uint32_t source;
    };

    /// The live entry that one of its tuples equals; an entry past its time-out is not found.
    std::optional<Found> find(const Tuple& tuple, double now) const;
    /// Whether a new connection could not have this reply tuple (nf_nat_used_tuple).
    bool isTaken(const Tuple& reply, double now) const;
    /// Whether a helper (ftp, sip...) looks after another connection between the same hosts, and may expect this one.
    bool mayBeExpected(const Tuple& tuple, double now) const;
    /// Calls `use` with each live connection that was opened from this source (address, port and protocol of the
    /// tuple), towards whichever destination.
    template <typename Use>
    void forEachFrom(const Tuple& source, double now, const Use& use) const;
    /// The index of the new entry, which is the last.
    std::size_t insert(const Connection& connection);
    /// The same; nothing, and no entry, where another live one has one of its tuples.
    std::optional<std::size_t> insertUnlessTaken(const Connection& connection, double now)
    {
        const Tuples tuples{connection.original, connection.reply};
        return insertUnlessTaken(connection, tuples, fetch(tuples), now);
    }
    /// Has memory bring the places of a new entry, which lie far apart in a large table, while other things are done.
    Hashes fetch(const Tuples& tuples) const;
    /// A connection like another, but for its tuples.
    /// @param hashes  as fetch() answered, no entry having come or gone since
    std::optional<std::size_t> insertUnlessTaken(const Connection& like, const Tuples& tuples, const Hashes& hashes,
                                                 double now);
    /// Forgets an entry; the last one takes its index.
    void erase(std::size_t index);
    /// Forgets all that are past their time-out, from the last to the first.
    void eraseExpired(double now);
    void reserve(std::size_t entries) { m_entries.reserve(entries); }
    void clear();

    /// The tuples of an entry stay as they were inserted; the rest may change.
    Connection& operator[](std::size_t index) { return m_entries[index]; }
    const Connection& operator[](std::size_t index) const { return m_entries[index]; }
    std::size_t size() const { return m_entries.size(); }
    auto begin() { return m_entries.begin(); }
    auto end() { return m_entries.end(); }
    auto begin() const { return m_entries.begin(); }
    auto end() const { return m_entries.end(); }

private:
    static Hashes hashesOf(const Tuple& original, const Tuple& reply);
    static Hashes hashesOf(const Connection& connection) { return hashesOf(connection.original, connection.reply); }
    static std::uint32_t sourceHash(const Tuple& tuple);
    static bool isFrom(const Tuple& opened, const Tuple& source);

    std::optional<Found> findHashed(std::uint32_t hash, const Tuple& tuple, double now) const;
    std::optional<Found> findByLooking(const Tuple& tuple, double now) const;
    std::size_t indexLast(const Hashes& hashes);
    void index(std::size_t entry, const Hashes& hashes);
    void indexAll();
    void unindex(std::size_t entry);
    void moveLastTo(std::size_t index);

    boost::container::small_vector<Connection, 2> m_entries;
    // Both have no room while there are few entries.
    SlotTable m_tuples;     ///< both directions: twice the entry, and 1 for the reply
    HashChains m_sources;   ///< entries by whom they were opened
    bool m_helped = false;  ///< an entry with a helper was inserted
};

template <typename Use>
void Connections::forEachFrom(const Tuple& source, double now, const Use& use) const
{
    const auto consider = [&](const Connection& each) {
        if (isFrom(each.original, source) && each.expires > now)
            use(each);
    };
    if (!m_sources.isMade())
        for (const Connection& each : m_entries)
            consider(each);
    else
        m_sources.forEach(sourceHash(source), [&](std::uint32_t entry) { consider(m_entries[entry]); });
}

}  // namespace natwalk
