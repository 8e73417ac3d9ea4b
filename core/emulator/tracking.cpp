#include "emulator/tracking.h"

#include "emulator/tcp_states.h"

namespace natwalk {

namespace {

constexpr double udpSeconds = 30;
constexpr double udpStreamSeconds = 120;
constexpr double udpStreamAfterSeconds = 2;
constexpr double icmpSeconds = 30;
constexpr double genericSeconds = 600;

/// Requests begin a connection; an answer or an error without one is invalid.
bool icmpMayBegin(const Packet& packet)
{
    if (packet.protocol == protocol::icmp6)
        return packet.icmpType == 128;
    switch (packet.icmpType) {
    case 8:
    case 13:
    case 15:
    case 17: return true;
    default: return false;
    }
}

/// A SYN that would begin anew on a connection that is over.
bool beginsAnew(const Connection& connection, Direction direction, const Packet& packet)
{
    const bool over = connection.tcp == TcpState::timeWait || connection.tcp == TcpState::close;
    return packet.protocol == protocol::tcp && over
           && tcpMove(direction, packet.tcpFlags, connection.tcp).next == TcpState::synSent;
}

/// Moves a TCP connection on; answers false when the segment is invalid. A SYN that comes too late passes without
/// effect.
bool moveTcp(Connection& connection, Direction direction, const Packet& packet)
{
    const TcpMove move = tcpMove(direction, packet.tcpFlags, connection.tcp);
    if (move.kind == TcpMove::Kind::to && !beginsAnew(connection, direction, packet)) {
        connection.tcp = move.next;
        connection.finSeen = connection.finSeen || (packet.tcpFlags & tcpflag::fin) != 0;
        connection.resetBy = (packet.tcpFlags & tcpflag::rst) != 0 ? std::optional(direction) : std::nullopt;
    }
    return move.kind != TcpMove::Kind::invalid;
}

Flow begin(const Packet& packet, const Tuple& tuple, double now)
{
    Flow flow;
    if (packet.isIcmp() && !icmpMayBegin(packet))
        return flow;
    Connection& connection = flow.own;
    connection.original = tuple;
    connection.reply = inverse(tuple);
    connection.created = now;
    if (packet.protocol == protocol::tcp && !moveTcp(connection, Direction::original, packet))
        return flow;
    connection.expires = now + timeoutSeconds(connection, now);
    flow.tracked = true;
    flow.state = TrackState::newConnection;
    return flow;
}

/// Such a SYN makes a new connection of the same tuple, unless the other side had just reset the old one.
bool reopens(const Connection& connection, Direction direction, const Packet& packet)
{
    return beginsAnew(connection, direction, packet) && (connection.finSeen || connection.resetBy == direction);
}

/// An ICMP error belongs to the connection of the packet that it quotes.
Flow relate(const Packet& packet, std::uint16_t zone, const State& state)
{
    Flow flow;
    const Tuple quoted{packet.quote.src,   packet.quote.dst,   packet.quote.protocol,
                       packet.quote.sport, packet.quote.dport, zone};
    const auto found = packet.hasQuote ? state.connections.find(inverse(quoted), state.clock) : std::nullopt;
    if (!found)
        return flow;
    const Connection& connection = state.connections[found->index];
    const Tuple& travelling = found->direction == Direction::original ? connection.original : connection.reply;
    if (!(travelling.dst == packet.dst))
        return flow;
    flow.tracked = true;
    flow.state = TrackState::related;
    flow.direction = found->direction;
    flow.entry = found->index;
    return flow;
}

/// A reset as the only reply ends a connection at once; its packet still belongs to it.
bool isRefused(const Connection& connection, const Packet& packet)
{
    return packet.protocol == protocol::tcp && (packet.tcpFlags & tcpflag::rst) && !connection.has(status::seenReply);
}

void takeOut(Flow& flow, State& state)
{
    flow.own = state.connections[flow.entry];
    state.connections.erase(flow.entry);
    flow.entry = Flow::noEntry;
}

/// Whether a packet of an answered connection shows that it is no probe: then it outlives others when the table is
/// full.
bool assures(const Connection& connection, TcpState before, double now)
{
    switch (connection.original.protocol) {
    case protocol::tcp:
        return connection.tcp == TcpState::established
               && (before == TcpState::synReceived || before == TcpState::established);
    case protocol::udp:
    case protocol::udplite: return now > connection.created + udpStreamAfterSeconds;
    case protocol::gre: return true;
    default: return false;
    }
}

Flow goOn(const Packet& packet, Connections::Found found, State& state)
{
    Flow flow;
    Connection& connection = state.connections[found.index];
    const TcpState before = connection.tcp;
    if (packet.protocol == protocol::tcp && !moveTcp(connection, found.direction, packet))
        return flow;
    flow.tracked = true;
    flow.direction = found.direction;
    flow.entry = found.index;
    const bool answered = connection.has(status::seenReply) || found.direction == Direction::reply;
    flow.state = answered                           ? TrackState::established
                 : connection.has(status::expected) ? TrackState::related
                                                    : TrackState::newConnection;
    connection.expires = state.clock + timeoutSeconds(connection, state.clock);
    if (connection.has(status::seenReply) && assures(connection, before, state.clock))
        connection.status |= status::assured;
    if (isRefused(connection, packet)) {
        if (found.direction == Direction::reply)
            connection.status |= status::seenReply;
        takeOut(flow, state);
    } else if (found.direction == Direction::reply) {
        connection.status |= status::seenReply;
    }
    return flow;
}

}  // namespace

double timeoutSeconds(const Connection& connection, double now)
{
    switch (connection.original.protocol) {
    case protocol::tcp: return tcpTimeoutSeconds(connection.tcp);
    case protocol::udp:
    case protocol::udplite:
        return connection.has(status::seenReply) && now > connection.created + udpStreamAfterSeconds ? udpStreamSeconds
                                                                                                     : udpSeconds;
    case protocol::icmp:
    case protocol::icmp6: return icmpSeconds;
    default: return genericSeconds;
    }
}

Flow track(const Packet& packet, std::uint16_t zone, State& state)
{
    const bool checked = packet.isIcmp() || packet.protocol == protocol::tcp || packet.protocol == protocol::udp
                         || packet.protocol == protocol::udplite;
    if (packet.badChecksum && checked && !packet.in.empty())
        return {};
    if (packet.isIcmpError())
        return relate(packet, zone, state);
    if (packet.protocol == protocol::tcp && !tcpFlagsAreValid(packet.tcpFlags))
        return {};
    const Tuple tuple = tupleOf(packet, zone);
    const auto found = state.connections.find(tuple, state.clock);
    if (!found)
        return begin(packet, tuple, state.clock);
    if (reopens(state.connections[found->index], found->direction, packet)) {
        state.connections.erase(found->index);
        return begin(packet, tuple, state.clock);
    }
    return goOn(packet, *found, state);
}

bool confirm(Flow& flow, State& state)
{
    if (!flow.tracked || flow.entry != Flow::noEntry || flow.direction != Direction::original
        || flow.own.has(status::confirmed))
        return true;
    if (state.connections.isTaken(flow.own.original, state.clock)
        || state.connections.isTaken(flow.own.reply, state.clock))
        return false;
    flow.own.status |= status::confirmed;
    flow.entry = state.connections.insert(flow.own);
    return true;
}

Flow answering(const Flow& flow, const State& state)
{
    Flow answer = flow;
    if (!flow.tracked)
        return answer;
    answer.own = *flow.connection(state);
    answer.state = TrackState::related;
    answer.direction = flow.direction == Direction::original ? Direction::reply : Direction::original;
    return answer;
}

}  // namespace natwalk
