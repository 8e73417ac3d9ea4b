// SYNPROXY on a packet's way: its rule, and what it does with the connections that it opened.
// Source: Linux net/netfilter/nf_synproxy_core.c, nf_conntrack_seqadj.c.

#include "emulator/walk.h"

namespace natwalk {

namespace {

/// An answer that goes to the client as part of the connection.
Flow answeringClient(const Flow& flow, const State& state)
{
    Flow answer = answering(flow, state);
    answer.state = TrackState::established;
    answer.direction = Direction::reply;
    return answer;
}

}  // namespace

/// @see synproxy_tg4()
void Walk::act(const GuardHandshake& /*action*/)
{
    if (m_packet.badChecksum)
        return finish(Outcome::dropped, Because::rule, currentRule());
    if (opensHandshake(m_packet)) {
        const auto flow = m_flow.tracked ? std::optional(answeringClient(m_flow, *m_state)) : std::nullopt;
        m_said.push_back({synAckToClient(m_packet, m_state->clock), flow, {}});
        return finish(Outcome::dropped, Because::guarded, currentRule());
    }
    if (!continuesHandshake(m_packet))
        return nextRule();
    finish(Outcome::dropped, takesCookie(m_packet.seq - 1) ? Because::guarded : Because::badCookie, currentRule());
}

/// Opens the other half where the client sends its cookie back. @see synproxy_recv_client_ack()
bool Walk::takesCookie(std::uint32_t firstSeq)
{
    const bool right = returnsCookie(m_packet, firstSeq, m_state->clock);
    if (right)
        m_said.push_back({synToServer(m_packet, firstSeq), guardedTemplate(), {}});
    return right;
}

/// Answers false where the packet ends here. @see ipv4_synproxy_hook()
bool Walk::passesGuard()
{
    Connection* connection = m_flow.connection(*m_state);
    if (connection == nullptr || !connection->segments.guarded || m_packet.in == InterfaceName("lo"))
        return true;
    TcpMemory& memory = connection->segments;
    const bool fromClient = m_flow.direction == Direction::original;
    const bool reopens = connection->tcp == TcpState::close && opensHandshake(m_packet) && fromClient;
    if (connection->tcp == TcpState::synSent || reopens) {
        if (continuesHandshake(m_packet) && fromClient) {
            finish(Outcome::dropped, takesCookie(m_packet.seq) ? Because::guarded : Because::badCookie);
            return false;
        }
        memory.guardSeq = m_packet.ack;
    }
    constexpr std::uint8_t synAck = tcpflag::syn | tcpflag::ack;
    if (connection->tcp != TcpState::synReceived || (m_packet.tcpFlags & synAck) != synAck)
        return true;
    m_said.push_back({ackToServer(m_packet, *connection), {}, {}});
    m_said.push_back({ackToClient(m_packet), answeringClient(m_flow, *m_state), memory.guardSeq - m_packet.seq});
    finish(Outcome::dropped, Because::guarded);
    return false;
}

/// The client knows the server's numbers as SYNPROXY began them. @see nf_ct_seq_adjust()
void Walk::shiftNumbers()
{
    const Connection* connection = m_flow.connection(std::as_const(*m_state));
    if (connection == nullptr || connection->segments.shift == 0 || m_packet.in == InterfaceName("lo"))
        return;
    const std::uint32_t shift = connection->segments.shift;
    change(RewriteBy::connection, noRule, [&](Packet& packet) {
        if (m_flow.direction == Direction::reply)
            packet.seq += shift;
        else if ((packet.tcpFlags & tcpflag::ack) != 0)
            packet.ack -= shift;
    });
}

}  // namespace natwalk
