#include "emulator/handshake_guard.h"

#include <functional>

namespace natwalk {

namespace {

constexpr double secondsOfCookie = 60;          // TCP_SYNCOOKIE_PERIOD
constexpr std::uint32_t oldestCookie = 2;       // MAX_SYNCOOKIE_AGE
constexpr std::uint8_t bytesOfSegmentSize = 4;  // the one TCP option that the server's SYN always has

std::uint32_t periodOf(double now) { return static_cast<std::uint32_t>(now / secondsOfCookie); }

std::uint32_t mixed(const Packet& packet, std::uint32_t firstSeq, std::uint32_t period)
{
    std::uint64_t hash = 0;
    for (const std::uint64_t value :
         {packet.src.high, packet.src.low, packet.dst.high, packet.dst.low,
          std::uint64_t{packet.sport} << 16U | packet.dport, std::uint64_t{firstSeq}, std::uint64_t{period}})
        hash ^= value + 0x9e3779b97f4a7c15U + (hash << 6U) + (hash >> 2U);
    return static_cast<std::uint32_t>(hash ^ hash >> 32U);
}

/// From here to there, by this host itself.
Packet said(const Packet& about, bool turnedRound, std::uint8_t flags)
{
    Packet made;
    made.src = turnedRound ? about.dst : about.src;
    made.dst = turnedRound ? about.src : about.dst;
    made.sport = turnedRound ? about.dport : about.sport;
    made.dport = turnedRound ? about.sport : about.dport;
    made.protocol = protocol::tcp;
    made.tcpFlags = flags;
    made.madeByKernel = true;
    return made;
}

bool hasOnly(const Packet& packet, std::uint8_t wanted)
{
    constexpr unsigned looked = tcpflag::syn | tcpflag::ack | tcpflag::fin | tcpflag::rst;
    return packet.protocol == protocol::tcp && (packet.tcpFlags & looked) == wanted;
}

}  // namespace

bool opensHandshake(const Packet& packet) { return hasOnly(packet, tcpflag::syn); }

bool continuesHandshake(const Packet& packet) { return hasOnly(packet, tcpflag::ack); }

std::uint32_t cookieFor(const Packet& syn, double now) { return mixed(syn, syn.seq, periodOf(now)); }

bool returnsCookie(const Packet& ack, std::uint32_t firstSeq, double now)
{
    for (std::uint32_t age = 0; age < oldestCookie; ++age)
        if (ack.ack - 1 == mixed(ack, firstSeq, periodOf(now) - age))
            return true;
    return false;
}

Packet synAckToClient(const Packet& syn, double now)
{
    Packet made = said(syn, true, tcpflag::syn | tcpflag::ack);
    made.seq = cookieFor(syn, now);
    made.ack = syn.seq + 1;
    made.window = 0;
    return made;
}

/// The number that the client knows goes along, for conntrack to keep (it acknowledges nothing).
Packet synToServer(const Packet& ack, std::uint32_t firstSeq)
{
    Packet made = said(ack, false, tcpflag::syn);
    made.seq = firstSeq;
    made.ack = ack.ack - 1;
    made.window = ack.window;
    made.tcpOptionBytes = bytesOfSegmentSize;
    return made;
}

Packet ackToServer(const Packet& synAck, const Connection& connection)
{
    Packet made = said(synAck, true, tcpflag::ack);
    made.seq = synAck.ack;
    made.ack = synAck.seq + 1;
    made.window = static_cast<std::uint16_t>(connection.segments.side(Direction::original).maxWindow);
    return made;
}

Packet ackToClient(const Packet& synAck)
{
    Packet made = said(synAck, false, tcpflag::ack);
    made.seq = synAck.seq + 1;
    made.ack = synAck.ack;
    made.window = synAck.window;
    return made;
}

Flow guardedTemplate()
{
    Flow flow;
    flow.tracked = true;
    flow.isTemplate = true;
    flow.state = TrackState::newConnection;
    flow.own.status = status::confirmed;
    return flow;
}

}  // namespace natwalk
