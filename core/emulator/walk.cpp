#include "emulator/walk.h"

#include "emulator/nat.h"
#include "emulator/needs_tracking.h"
#include "emulator/refusal.h"
#include "emulator/routing_ipv6.h"
#include "host/ipv6_addresses.h"

#include <memory>

namespace natwalk {

namespace {

const InterfaceName loopback = "lo";
const Address allHosts = Address::v4(0xe0000001U);  // 224.0.0.1: every host is a member

/// What the kernel makes speaks for the address that was spoken to, but for an ICMP error about a packet that went by:
/// that has its source from its route, in IPv6 before it has one.
bool hasChosenSource(const Packet& packet)
{
    const bool ofIpv6 = packet.src.family == Family::ipv6;
    return packet.madeByKernel && (!packet.hasQuote || packet.src == packet.quote.dst || ofIpv6);
}

/// What a host sends to all comes round to itself, too. @see net/ipv4/ip_output.c, ip_mc_output()
bool comesRoundToo(const Host& host, const RouteAnswer& route, const Packet& packet)
{
    return route.type == RouteType::broadcast || packet.dst == allHosts
           || (packet.dst.isMulticast() && hears(host, packet.dst, route.dev));
}

/// @see net/netfilter/nf_nat_proto.c, gre_manip_pkt()
bool lacksHeader(const Packet& packet)
{
    constexpr std::uint16_t greHeader = 8;
    return packet.protocol == protocol::gre && packet.payloadLength < greHeader;
}

std::span<const Station> stationsToThisHost(const Ruleset& ruleset)
{
    if (ruleset.isOfBoth())
        return stations::toThisHostByBoth;
    return ruleset.backEnd() == BackEnd::nft ? std::span<const Station>(stations::toThisHostByNft)
                                             : stations::toThisHost;
}

std::span<const Station> stationsBehind(const RoutingDecision& way, const Ruleset& ruleset)
{
    return way.toThisHost() ? stationsToThisHost(ruleset) : stations::forwarded;
}

/// Whether conntrack makes a connection of a TCP packet that did not open it.
bool picksUp(const Flow& flow)
{
    return flow.isNew() && flow.entry == Flow::noEntry && flow.own.original.protocol == protocol::tcp
           && flow.own.tcp != TcpState::synSent;
}

/// Whose rules come first; unknown where there is only one back end.
BackEnd firstBackEnd(const Ruleset& ruleset, const Host& host)
{
    if (!ruleset.isOfBoth())
        return BackEnd::unknown;
    return host.firstBackEnd == BackEnd::unknown ? ruleset.backEnd() : host.firstBackEnd;
}

}  // namespace

Walk::Walk(const Ruleset& ruleset, const Host& host, State& state, const Packet& packet)
    : m_ruleset(&ruleset)
    , m_host(&host)
    , m_state(&state)
    , m_packet(packet)
    , m_sent{packet.src, packet.dst, packet.sport, packet.dport, packet.icmpId, packet.in.empty()}
    , m_tracks(host.tracksAlways || needsTracking(ruleset))
    , m_firstBackEnd(firstBackEnd(ruleset, host))
    , m_stations(packet.in.empty() ? std::span<const Station>(stations::fromThisHost) : stations::fromOutside)
{}

Walk::Walk(const Ruleset& ruleset, const Host& host, State& state, const Packet& packet, const Flow& attached)
    : Walk(ruleset, host, state, packet)
{
    m_flow = attached;
    m_looked = attached.tracked && !attached.isTemplate;
    m_prepared = attached.isTemplate;
}

const Fork* Walk::run(Chance& chance, Recorder& recorder)
{
    m_chance = &chance;
    m_recorder = &recorder;
    m_listened = recorder.listens();
    if (m_station == 0 && m_packet.isFragment())
        beginFragment();
    if (m_station == 0 && m_packet.src.family == Family::ipv6)
        enterIpv6();
    while (!m_done) {
        if (m_chain == noChain)
            visit(nextStation());
        else if (readRules())
            return &m_fork;
    }
    return nullptr;
}

/// conntrack holds fragments back until all are there; without it rules meet each by itself.
void Walk::beginFragment()
{
    if (m_tracks) {
        m_verdict.reachedRules = false;
        if (!m_packet.moreFragments)
            doubt(MessageId::DoubtLastFragment);
        finish(Outcome::dropped, Because::waitsForFragments);
    } else if (m_packet.isLaterFragment() && m_ruleset->backEnd() == BackEnd::nft) {
        doubt(MessageId::DoubtFragmentPorts);
    }
}

/// Some addresses of IPv6 stop a packet before any rule; conntrack takes off the header of a fragment that is whole.
void Walk::enterIpv6()
{
    if (m_tracks && !m_packet.isFragment())
        m_packet.headers &= static_cast<std::uint8_t>(~header::fragment);
    const bool fromOutside = !m_packet.in.empty() && m_packet.in != loopback;
    const Because because = fromOutside ? refusedAtEntry(m_packet) : Because::nothing;
    if (because == Because::nothing || m_done)
        return;
    m_verdict.reachedRules = false;
    finish(Outcome::dropped, because);
}

/// Tables that the ruleset does not have are passed by.
const Station& Walk::nextStation()
{
    while (m_stations[m_station].kind == Station::Kind::table && !m_ruleset->hasTable(m_stations[m_station].table))
        ++m_station;
    return m_stations[m_station++];
}

WalkEnd Walk::end() const
{
    WalkEnd end{m_verdict, m_doubted, {}};
    if (m_flow.tracked && m_flow.entry != Flow::noEntry)
        end.connection = m_flow.entry;
    return end;
}

void Walk::visit(const Station& station)
{
    m_hook = station.hook;
    switch (station.kind) {
    case Station::Kind::table:
        if (station.only == BackEnd::unknown)
            enterTable(station.hook, station.table);
        else
            enterTable(station.hook, station.table, station.only);
        break;
    case Station::Kind::track: lookUpConnection(); break;
    case Station::Kind::nat: visitNat(); break;
    case Station::Kind::routeInput: routeIn(); break;
    case Station::Kind::routeRound: routeRound(); break;
    case Station::Kind::routeOutput: routeOut(); break;
    case Station::Kind::reroute: routeAgain(station.table); break;
    case Station::Kind::forward: forward(); break;
    case Station::Kind::leaveHook: setDevices({}, m_way.route.dev); break;
    case Station::Kind::confirm:
        if (!passesGuard())
            break;
        if (!confirm(m_flow, *m_state))
            finish(Outcome::dropped, Because::natClash, m_deciding);
        else
            shiftNumbers();
        break;
    case Station::Kind::deliver: finish(Outcome::delivered, Because::nothing, m_deciding); break;
    case Station::Kind::leave: leave(); break;
    }
}

void Walk::lookUpConnection()
{
    if (!m_tracks)
        return;
    if (m_looked && m_packet.in == loopback)
        return;  // known from its first round
    if (!m_looked) {
        const std::uint32_t helper = m_flow.own.status & status::helper;
        const bool guarded = m_flow.isTemplate;
        std::construct_at(&m_flow);  // a template's, or that of a packet which had no connection
        track(m_packet, m_zone, *m_state, m_flow);
        m_flow.own.status |= helper;
        m_flow.own.segments.guarded = guarded;
        if (picksUp(m_flow) && m_host->sysctl("net.netfilter.nf_conntrack_tcp_loose", 1) == 0)
            m_flow = {};
    }
    m_looked = true;
    note(Tracked{m_flow.state, m_flow.direction});
    if (m_flow.doubt != MessageId::Nothing)
        doubt(m_flow.doubt);
}

/// nat is asked for the packet that makes the connection, once for each half. @see nf_nat_inet_fn()
void Walk::visitNat()
{
    m_boundBy = noRule;
    if (leavesItsMasquerade()) {
        takeOut(m_flow, *m_state);
        return finish(Outcome::dropped, Because::masqueradedElsewhere);
    }
    const bool mayAsk =
        m_flow.isNew() || (m_flow.tracked && m_flow.state == TrackState::related && !m_packet.isIcmpError());
    const bool asks = mayAsk && !isBound(*m_flow.connection(*m_state), manipAt(m_hook));
    if (!asks || !enterTable(m_hook, TableName::nat))
        finishNat(asks);
}

/// Routes changed, and the packet would leave by another device than the one whose address its connection took.
/// @see nf_nat_oif_changed()
bool Walk::leavesItsMasquerade() const
{
    const Connection* connection = m_flow.connection(std::as_const(*m_state));
    return connection && m_hook == Hook::postrouting && m_flow.direction == Direction::original
           && !m_packet.isIcmpError() && !connection->masqueradedBy.empty()
           && !(connection->masqueradedBy == m_packet.out);
}

void Walk::finishNat(bool asked)
{
    if (!m_flow.tracked)
        return;
    Connection& connection = *m_flow.connection(*m_state);
    const ManipType manip = manipAt(m_hook);
    if (asked && !isBound(connection, manip))
        bindAsItIs(connection, manip, *m_state, *m_chance);
    translateHere(m_boundBy);
}

void Walk::translateHere(RuleId rule)
{
    if (lacksHeader(m_packet) && translates(m_flow, *m_state, m_hook))
        return finish(Outcome::dropped, Because::headerTooShort);
    const RewriteBy by = rule == noRule ? RewriteBy::connection : RewriteBy::target;
    change(by, rule, [this](Packet& packet) { translate(packet, m_flow, *m_state, m_hook); });
}

void Walk::routeIn()
{
    m_way = natwalk::routeInput(*m_host, m_packet);
    note(Routed{m_way.route, false});
    if (m_way.refused != Because::nothing)
        refuse(m_way.refused);
    else
        follow(stationsBehind(m_way, *m_ruleset));
}

/// What came round by lo keeps its route until nat changes its destination. @see nf_nat_ipv4_pre_routing()
void Walk::routeRound()
{
    if (m_packet.dst == m_routedAs.dst)
        follow(stationsToThisHost(*m_ruleset));
    else
        routeIn();
}

void Walk::routeOut()
{
    const bool bound = m_packet.madeByKernel && !m_packet.out.empty();
    m_way = bound                       ? routeOnItsLink(*m_host, m_packet)
            : hasChosenSource(m_packet) ? routeOutputAgain(*m_host, m_packet)
                                        : natwalk::routeOutput(*m_host, m_packet);
    m_routedAs = {m_packet.src, m_packet.dst, m_packet.mark, m_packet.tos, m_packet.ttl};
    note(Routed{m_way.route, false});
    if (m_way.refused == Because::nothing) {
        if (comesRoundToo(*m_host, m_way.route, m_packet))
            doubt(MessageId::DoubtOwnBroadcast);
        setDevices({}, m_way.route.dev);
        return;
    }
    m_verdict.reachedRules = false;
    finish(Outcome::dropped, m_way.refused);
}

/// mangle asks again when addresses, mark or tos changed, nat in connections whose destination it translates; rules of
/// OUTPUT keep the old device.
/// @see ipt_mangle_out(), ip6t_mangle_out() (which looks at the hop limit, too), nf_nat_ipv4_local_fn()
bool Walk::mustRouteAgain(TableName after) const
{
    const RoutedAs& was = m_routedAs;
    if (after == TableName::mangle)
        return was.mark != m_packet.mark || was.tos != m_packet.tos || !(was.src == m_packet.src)
               || !(was.dst == m_packet.dst) || (was.ttl != m_packet.ttl && was.dst.family == Family::ipv6);
    const Connection* connection = m_flow.connection(*m_state);
    if (connection == nullptr)
        return false;
    return m_flow.direction == Direction::original ? !(connection->original.dst == connection->reply.src)
                                                   : !(connection->reply.dst == connection->original.src);
}

void Walk::routeAgain(TableName after)
{
    if (!mustRouteAgain(after))
        return;
    m_way = routeOutputAgain(*m_host, m_packet);
    m_routedAs = {m_packet.src, m_packet.dst, m_packet.mark, m_packet.tos, m_packet.ttl};
    note(Routed{m_way.route, true});
    if (m_way.refused != Because::nothing)
        finish(Outcome::dropped, m_way.refused);
}

/// What has a socket is not sent on. @see Linux net/ipv4/ip_forward.c, ip_forward()
void Walk::forward()
{
    if (m_handedBy != noRule)
        return finish(Outcome::dropped, Because::rule, m_handedBy);
    if (m_packet.ttl <= 1)
        return refuse(Because::ttlExceeded);
    const bool ipv6 = m_packet.src.family == Family::ipv6;
    const Because scope = ipv6 ? refusedForScope(m_packet, m_way.route.dev) : Because::nothing;
    if (scope != Because::nothing)
        return refuse(scope);
    if (m_packet.length() > m_host->mtuOf(m_way.route.dev)) {
        if (m_packet.dontFragment || ipv6)
            return refuse(Because::fragmentationNeeded);
        doubt(MessageId::DoubtFragmented);
    }
    change(RewriteBy::routing, noRule, [this](Packet& packet) {
        packet.ttl = static_cast<std::uint8_t>(packet.ttl - 1);
        packet.out = m_way.route.dev;
    });
}

void Walk::leave()
{
    if (m_packet.in.empty() && m_packet.out == loopback)
        comeRoundByLo();
    else
        finish(m_sent.fromHere ? Outcome::sent : Outcome::forwarded, Because::nothing, m_deciding);
}

void Walk::comeRoundByLo()
{
    setDevices(loopback, {});
    m_looked = m_flow.tracked || m_flow.state != TrackState::invalid;  // what was invalid is looked at again
    m_prepared = m_looked;
    m_zone = m_looked ? m_zone : std::uint16_t{0};
    follow(stations::roundByLo);
}

void Walk::follow(std::span<const Station> stations)
{
    m_stations = stations;
    m_station = 0;
}

void Walk::setDevices(const InterfaceName& in, const InterfaceName& out)
{
    if (m_packet.in == in && m_packet.out == out)
        return;
    change(RewriteBy::routing, noRule, [&](Packet& packet) {
        packet.in = in;
        packet.out = out;
    });
}

void Walk::refuse(Because because)
{
    m_reply = routingError(*m_host, m_packet, because);
    finish(m_reply ? Outcome::icmpError : Outcome::dropped, because);
}

void Walk::doubt(MessageId what)
{
    m_doubted = true;
    note(Doubted{noRule, notBegun, false, what});
}

void Walk::finish(Outcome outcome, Because because, RuleId rule)
{
    m_verdict.outcome = outcome;
    m_verdict.because = because;
    m_verdict.decidingRule = rule;
    m_verdict.sourceNat =
        !(m_packet.src == m_sent.src) || m_packet.sport != m_sent.sport || m_packet.icmpId != m_sent.icmpId;
    m_verdict.destinationNat = !(m_packet.dst == m_sent.dst) || m_packet.dport != m_sent.dport;
    m_done = true;
    m_chain = noChain;
    note(Decided{m_verdict});
}

WalkEnd walk(const Ruleset& ruleset, const Host& host, State& state, Packet& packet, Chance& chance, Recorder& recorder)
{
    Walk walk(ruleset, host, state, packet);
    while (const Fork* fork = walk.run(chance, recorder))
        walk.answer(chance.decide(*fork));
    packet = walk.packet();
    return walk.end();
}

}  // namespace natwalk
