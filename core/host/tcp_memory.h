// What conntrack remembers of a TCP connection: its state, and the sequence numbers that each side may use.
//
// Source: Linux include/linux/netfilter/nf_conntrack_tcp.h, struct ip_ct_tcp.
#pragma once

#include <array>
#include <cstdint>

namespace natwalk {

enum class Direction : std::uint8_t { original, reply };

constexpr Direction opposite(Direction direction)
{
    return direction == Direction::original ? Direction::reply : Direction::original;
}

enum class TcpState : std::uint8_t {
    none,
    synSent,
    synReceived,
    established,
    finWait,
    closeWait,
    lastAck,
    timeWait,
    close,
    synSent2
};

/// A segment as conntrack classes it, by its flags.
enum class Segment : std::uint8_t { syn, synAck, fin, ack, rst, none };

/// What one side sent. Sequence numbers go round at 2^32: they are compared by their distance.
struct TcpSide
{
    std::uint32_t end = 0;        ///< behind the last byte that was sent
    std::uint32_t maxEnd = 0;     ///< as far as the other side lets it send
    std::uint32_t maxWindow = 0;  ///< the largest window that it offered; 0: nothing came from it yet
    std::uint32_t maxAck = 0;     ///< the highest number that it acknowledged
    bool acknowledges = false;    ///< maxAck is known
    bool closes = false;          ///< it was the first to close
    bool unacknowledged = false;  ///< what it sent last was not acknowledged
    bool liberal = false;         ///< its numbers are taken as they come: the connection's beginning was not seen

    bool operator==(const TcpSide&) const = default;
};

struct TcpMemory
{
    std::array<TcpSide, 2> sides{};
    Segment last = Segment::none;
    Direction lastDirection = Direction::original;
    std::uint32_t lastSeq = 0;
    std::uint32_t lastAck = 0;
    std::uint32_t lastEnd = 0;
    std::uint16_t lastWindow = 0;
    std::uint8_t repeated = 0;      ///< how often the latest acknowledgement came again
    bool bothOpen = false;          ///< SYNs crossed each other
    bool expectsChallenge = false;  ///< a SYN came late: the ACK that answers it is not the end
    bool guarded = false;           ///< SYNPROXY opened it
    std::uint32_t guardSeq = 0;     ///< the number that SYNPROXY began with in the server's place
    std::uint32_t shift = 0;        ///< what the server's numbers grow by on their way to the client

    TcpSide& side(Direction direction) { return sides[static_cast<std::size_t>(direction)]; }
    const TcpSide& side(Direction direction) const { return sides[static_cast<std::size_t>(direction)]; }
    bool operator==(const TcpMemory&) const = default;
};

}  // namespace natwalk
