#include "emulator/tcp_tracking.h"

#include "emulator/tcp_states.h"
#include "emulator/tcp_window.h"

#include <algorithm>

namespace natwalk {

namespace {

// nf_conntrack_tcp_timeout_unacknowledged and _max_retrans, the kernel's defaults
constexpr double unansweredSeconds = 300;
constexpr std::uint8_t mostRepetitions = 3;
/// What is left to live must be more than this for a segment that does not fit to shorten it.
constexpr double shortSeconds = 120;

/// One segment of a connection.
class Follower
{
public:
    Follower(Connection& connection, Direction direction, const Packet& packet, double now)
        : m_connection(connection)
        , m_memory(connection.segments)
        , m_direction(direction)
        , m_packet(packet)
        , m_now(now)
        , m_segment(segmentOf(packet.tcpFlags))
        , m_before(connection.tcp)
    {}

    TcpProgress follow()
    {
        const TcpMove move = tcpMove(m_direction, m_segment, m_before);
        switch (move.kind) {
        case TcpMove::Kind::invalid: return keepsHandshakeAlive() ? TcpProgress::ignored : TcpProgress::invalid;
        case TcpMove::Kind::ignored: return passBy();
        case TcpMove::Kind::to: break;
        }
        switch (move.next) {
        case TcpState::synSent: return m_before < TcpState::timeWait ? enter(move.next) : openAgain();
        case TcpState::timeWait: return endsByChallenge() ? TcpProgress::ignored : enter(move.next);
        case TcpState::synSent2: m_memory.bothOpen = true; return enter(move.next);
        case TcpState::synReceived: return enter(completesCrossing() ? TcpState::established : move.next);
        case TcpState::close: return m_segment == Segment::rst ? reset() : enter(move.next);
        default: return enter(move.next);
        }
    }

private:
    bool isEstablished() const { return m_before == TcpState::established && m_connection.has(status::assured); }

    /// A SYN on a connection that is over: it makes a new one when the old one was closed, or reset by the same side.
    TcpProgress openAgain()
    {
        const bool closed = m_memory.sides[0].closes || m_memory.sides[1].closes;
        const bool resetBefore = m_memory.lastDirection == m_direction && m_memory.last == Segment::rst;
        return closed || resetBefore ? TcpProgress::reopens : passBy();
    }

    /// Whoever opened a connection through SYNPROXY takes it for open, while the server has not answered yet.
    bool keepsHandshakeAlive() const
    {
        return m_memory.guarded && m_before == TcpState::synSent && m_segment == Segment::ack
               && m_direction == Direction::original && m_memory.lastDirection == Direction::original
               && m_packet.seq == m_memory.side(Direction::original).end - 1;
    }

    /// Then others may use the ports already, and what is remembered of numbers is outdated.
    /// @see Linux net/netfilter/nf_conntrack_proto_tcp.c, tcp_can_early_drop()
    bool isClosing() const
    {
        switch (m_before) {
        case TcpState::finWait:
        case TcpState::closeWait:
        case TcpState::lastAck:
        case TcpState::timeWait:
        case TcpState::close: return true;
        default: return false;
        }
    }

    bool completesCrossing() const
    {
        return m_direction == Direction::reply && m_segment == Segment::ack && m_memory.bothOpen;
    }

    /// The ACK by which a host answers a SYN that it did not expect (RFC 5961) acknowledges no FIN.
    bool endsByChallenge()
    {
        const bool challenge = m_before == TcpState::lastAck && m_segment == Segment::ack
                               && m_memory.lastDirection != m_direction && m_memory.last == Segment::syn
                               && m_memory.expectsChallenge;
        m_memory.expectsChallenge = m_memory.expectsChallenge && !challenge;
        return challenge;
    }

    /// What may belong to a connection that conntrack did not see whole is let pass and noted.
    TcpProgress passBy()
    {
        if (answersUnexpectedSyn())
            return getInStep();
        m_memory.last = m_segment;
        m_memory.lastDirection = m_direction;
        m_memory.lastSeq = m_packet.seq;
        m_memory.lastEnd = m_packet.sequenceEnd();
        m_memory.lastWindow = m_packet.window;
        if (m_segment == Segment::syn && m_direction == Direction::original) {
            m_memory.bothOpen = false;
            m_memory.expectsChallenge = m_before == TcpState::lastAck;
        }
        if (m_before == TcpState::synSent && m_segment == Segment::ack && m_direction == Direction::reply)
            m_memory.lastAck = m_packet.ack;
        return TcpProgress::ignored;
    }

    bool answersUnexpectedSyn() const
    {
        return m_segment == Segment::synAck && m_memory.last == Segment::syn && m_memory.lastDirection != m_direction
               && m_packet.ack == m_memory.lastEnd;
    }

    /// Both ends began anew, unnoticed: they were right.
    TcpProgress getInStep()
    {
        TcpSide& opener = m_memory.side(m_memory.lastDirection);
        opener = {};
        opener.end = opener.maxEnd = m_memory.lastEnd;
        opener.maxWindow = std::max<std::uint32_t>(m_memory.lastWindow, 1);
        m_memory.side(m_direction) = {};
        m_memory.expectsChallenge = false;
        m_before = TcpState::synSent;
        return enter(TcpState::synReceived);
    }

    /// A reset counts when its number is what the other side waits for; else the other side might answer that it lives.
    TcpProgress reset()
    {
        if (isClosing())
            return accept(TcpState::close);
        TcpState next = TcpState::close;
        const TcpSide& other = m_memory.side(opposite(m_direction));
        if (other.acknowledges && m_memory.last != Segment::syn) {
            if (m_packet.seq == 0 && !isEstablished())
                return enter(next);
            if (comesBefore(m_packet.seq, other.maxAck))
                return TcpProgress::invalid;
            if (!isEstablished() || m_packet.seq == other.maxAck || followsItsData())
                return enter(next);
            next = m_before;
        }
        return answersIgnored() ? accept(next) : enter(next);
    }

    bool followsItsData() const
    {
        return m_memory.last == Segment::ack && m_memory.lastDirection == m_direction
               && m_packet.seq == m_memory.lastEnd;
    }

    /// The reset speaks of a segment that was let pass: it need not fit.
    bool answersIgnored() const
    {
        const bool lateSyn = m_connection.has(status::seenReply) && m_memory.last == Segment::syn;
        const bool halfOpen = !m_connection.has(status::assured) && m_memory.last == Segment::ack;
        if ((lateSyn || halfOpen) && m_packet.ack == m_memory.lastEnd)
            return true;
        return m_before == TcpState::synSent && m_memory.last == Segment::ack
               && m_memory.lastDirection == Direction::reply && m_packet.seq == m_memory.lastAck;
    }

    TcpProgress enter(TcpState next)
    {
        switch (fitIntoWindow(m_connection, m_direction, m_packet)) {
        case WindowFit::fits: return accept(next);
        case WindowFit::ignored: return TcpProgress::ignored;
        case WindowFit::invalid: noteMisfit(); return TcpProgress::invalid;
        }
        return TcpProgress::invalid;
    }

    /// A connection that somebody tries to end with wrong numbers does not live on for days.
    void noteMisfit()
    {
        const auto ends = [](Segment segment) { return segment == Segment::rst || segment == Segment::fin; };
        if (!m_connection.has(status::assured) || !ends(m_segment))
            return;
        if (m_memory.lastDirection != m_direction && ends(m_memory.last)) {
            if (m_connection.expires - m_now >= shortSeconds)
                m_connection.expires = std::min(m_connection.expires, m_now + unansweredSeconds);
            return;
        }
        m_memory.last = m_segment;
        m_memory.lastDirection = m_direction;
    }

    TcpProgress accept(TcpState next)
    {
        m_memory.last = m_segment;
        m_memory.lastDirection = m_direction;
        m_connection.tcp = next;
        if (next == TcpState::finWait && m_before != next)
            m_memory.side(m_direction).closes = true;
        return m_connection.has(status::seenReply) ? acceptAnswered(next) : acceptUnanswered(next);
    }

    /// ASSURED comes with the ACK that completes the handshake, or with one that answers in a picked up connection.
    TcpProgress acceptAnswered(TcpState next)
    {
        const bool wasOpen = m_before == TcpState::synReceived || m_before == TcpState::established;
        if (wasOpen && next == TcpState::established)
            m_connection.status |= status::assured;
        m_connection.expires = m_now + timeoutSeconds(next);
        return TcpProgress::moved;
    }

    TcpProgress acceptUnanswered(TcpState next)
    {
        if (m_segment == Segment::rst)
            return TcpProgress::refused;
        if (m_segment == Segment::syn && m_before == TcpState::synSent)
            return TcpProgress::ignored;  // sent again: the entry does not live longer for it
        const double seconds = timeoutSeconds(next);
        m_connection.expires = m_now + (next == TcpState::established ? std::min(seconds, unansweredSeconds) : seconds);
        return TcpProgress::moved;
    }

    double timeoutSeconds(TcpState next) const
    {
        const double usual = tcpTimeoutSeconds(next);
        const double shortened = std::min(usual, unansweredSeconds);
        if (m_memory.repeated >= mostRepetitions && usual > unansweredSeconds)
            return shortened;
        if (m_segment == Segment::rst)
            return tcpTimeoutSeconds(TcpState::close);
        const bool waits = m_memory.sides[0].unacknowledged || m_memory.sides[1].unacknowledged;
        return waits || m_memory.lastWindow == 0 ? shortened : usual;
    }

    Connection& m_connection;
    TcpMemory& m_memory;
    Direction m_direction;
    const Packet& m_packet;
    double m_now;
    Segment m_segment;
    TcpState m_before;
};

}  // namespace

TcpProgress followTcp(Connection& connection, Direction direction, const Packet& packet, double now)
{
    return Follower(connection, direction, packet, now).follow();
}

}  // namespace natwalk
