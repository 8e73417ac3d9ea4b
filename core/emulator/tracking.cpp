#include "emulator/tracking.h"

#include "emulator/tcp_states.h"
#include "emulator/tcp_tracking.h"
#include "emulator/tcp_window.h"
#include "packet/extension_headers.h"

namespace natwalk {

namespace {

constexpr double udpSeconds = 30;
constexpr double udpStreamSeconds = 120;
constexpr double udpStreamAfterSeconds = 2;
constexpr double icmpSeconds = 30;
constexpr double greSeconds = 30;
constexpr double greStreamSeconds = 180;
constexpr double genericSeconds = 600;
/// An SCTP connection ends after 3 to 210 seconds of silence, as its handshake goes, which packets here do not tell.
constexpr double sctpSeconds = 210;
constexpr double sctpShortestSeconds = 3;

/// Requests begin a connection; an answer or an error without one is invalid.
bool icmpMayBegin(const Packet& packet)
{
    if (packet.protocol == protocol::icmp6)
        return packet.icmpType == 128 || packet.icmpType == 139;
    switch (packet.icmpType) {
    case 8:
    case 13:
    case 15:
    case 17: return true;
    default: return false;
    }
}

/// What neighbours and routers tell each other (NDP, MLD) is never tracked. @see nf_conntrack_icmpv6_error()
bool isOfNeighbours(const Packet& packet)
{
    return packet.protocol == protocol::icmp6
           && ((packet.icmpType >= 130 && packet.icmpType <= 136) || packet.icmpType == 143 || packet.icmpType == 151);
}

/// @see Linux net/netfilter/nf_conntrack_core.c, nf_ct_acct_update()
void count(Connection& connection, Direction direction, const Packet& packet)
{
    Traffic& traffic = connection.traffic[static_cast<std::size_t>(direction)];
    ++traffic.packets;
    traffic.bytes += packet.length();
}

/// `flow.own` has its original tuple already.
void begin(const Packet& packet, const State& state, Flow& flow)
{
    const double now = state.clock;
    Connection& connection = flow.own;
    if (state.connections.mayBeExpected(connection.original, now))
        flow.doubt = MessageId::DoubtExpected;
    if (packet.isIcmp() && !icmpMayBegin(packet))
        return;
    connection.reply = inverse(connection.original);
    connection.created = now;
    if (packet.protocol == protocol::tcp) {
        beginWindow(connection, packet);
        if (followTcp(connection, Direction::original, packet, now) != TcpProgress::moved)
            return;
    } else {
        connection.expires = now + timeoutSeconds(connection, now);
    }
    count(connection, Direction::original, packet);
    flow.tracked = true;
    flow.state = TrackState::newConnection;
}

bool mayHaveEnded(const Connection& connection, double now)
{
    return connection.original.protocol == protocol::sctp
           && now - (connection.expires - sctpSeconds) > sctpShortestSeconds;
}

/// An ICMP error belongs to the connection of the packet that it quotes.
void relate(const Packet& packet, std::uint16_t zone, const State& state, Flow& flow)
{
    const Tuple quoted{packet.quote.src,   packet.quote.dst,   packet.quote.protocol,
                       packet.quote.sport, packet.quote.dport, zone};
    const auto found = packet.hasQuote ? state.connections.find(inverse(quoted), state.clock) : std::nullopt;
    if (!found)
        return;
    const Connection& connection = state.connections[found->index];
    const Tuple& travelling = found->direction == Direction::original ? connection.original : connection.reply;
    if (!(travelling.dst == packet.dst))
        return;
    flow.tracked = true;
    flow.state = TrackState::related;
    flow.direction = found->direction;
    flow.entry = found->index;
}

/// Whether a packet of an answered connection shows that it is no probe: then it outlives others when the table is
/// full. (TCP tells by its states.)
bool assures(const Connection& connection, double now)
{
    switch (connection.original.protocol) {
    case protocol::udp:
    case protocol::udplite: return now > connection.created + udpStreamAfterSeconds;
    case protocol::gre: return true;
    default: return false;
    }
}

TcpProgress follow(Connection& connection, Direction direction, const Packet& packet, double now)
{
    if (packet.protocol == protocol::tcp)
        return followTcp(connection, direction, packet, now);
    connection.expires = now + timeoutSeconds(connection, now);
    if (connection.has(status::seenReply) && assures(connection, now))
        connection.status |= status::assured;
    return TcpProgress::moved;
}

TrackState stateOf(const Connection& connection, Direction direction)
{
    if (connection.has(status::seenReply) || direction == Direction::reply)
        return TrackState::established;
    return connection.has(status::expected) ? TrackState::related : TrackState::newConnection;
}

void goOn(const Packet& packet, Connections::Found found, State& state, Flow& flow)
{
    Connection& connection = state.connections[found.index];
    const bool uncertain = mayHaveEnded(connection, state.clock);
    const TcpProgress progress = follow(connection, found.direction, packet, state.clock);
    if (progress == TcpProgress::invalid)
        return;
    if (progress == TcpProgress::reopens) {
        state.connections.erase(found.index);
        return begin(packet, state, flow);
    }
    const bool wasCounted = connection.traffic.front().packets != 0;
    if (wasCounted && progress != TcpProgress::ignored)
        count(connection, found.direction, packet);
    flow.tracked = true;
    flow.state = stateOf(connection, found.direction);
    flow.direction = found.direction;
    flow.entry = found.index;
    flow.doubt = uncertain ? MessageId::DoubtSctpTimeOut : MessageId::Nothing;
    if (found.direction == Direction::reply)
        connection.status |= status::seenReply;
    if (progress == TcpProgress::refused)
        takeOut(flow, state);
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
    case protocol::gre: return connection.has(status::seenReply) ? greStreamSeconds : greSeconds;
    case protocol::sctp: return sctpSeconds;
    default: return genericSeconds;
    }
}

void track(const Packet& packet, std::uint16_t zone, State& state, Flow& flow)
{
    const bool checked = packet.isIcmp() || packet.protocol == protocol::tcp || packet.protocol == protocol::udp
                         || packet.protocol == protocol::udplite;
    if (packet.badChecksum && checked && !packet.in.empty())
        return;
    // Linux sums UDP-Lite up as if it were UDP, so that what is right looks wrong. @see udplite_error()
    if (packet.protocol == protocol::udplite && !packet.in.empty())
        return;
    if (endsInNothing(packet))
        return;
    if (isOfNeighbours(packet)) {
        flow.state = TrackState::untracked;
        return;
    }
    if (packet.isIcmpError())
        return relate(packet, zone, state, flow);
    if (packet.protocol == protocol::tcp && !tcpFlagsAreValid(packet.tcpFlags))
        return;
    flow.own.original = tupleOf(packet, zone);
    if (const auto found = state.connections.find(flow.own.original, state.clock))
        goOn(packet, *found, state, flow);
    else
        begin(packet, state, flow);
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

void takeOut(Flow& flow, State& state)
{
    if (flow.entry == Flow::noEntry)
        return;
    flow.own = state.connections[flow.entry];
    state.connections.erase(flow.entry);
    flow.entry = Flow::noEntry;
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
