#include "probability/witness.h"

#include <algorithm>
#include <array>
#include <variant>

namespace natwalk {

namespace {

/// These look at addresses, devices, marks, the state of the connection: what is the same for all connections that go
/// one way.
constexpr std::array<std::string_view, 21> matchesOfTheWay = {
    "addrtype", "comment", "connmark", "conntrack", "devgroup", "dscp", "ecn",
    "hl",       "icmp",    "icmp6",    "iprange",   "length",   "mac",  "mark",
    "owner",    "physdev", "pkttype",  "policy",    "state",    "tos",  "ttl"};
/// These look at ports, too.
constexpr std::array<std::string_view, 6> matchesOfPorts = {"tcp", "udp", "multiport", "sctp", "udplite", "set"};

template <std::size_t count>
bool isAmong(const std::array<std::string_view, count>& names, std::string_view name)
{
    return std::ranges::find(names, name) != names.end();
}

/// Of conntrack's options those of ports and of the time left differ from connection to connection.
bool looksAtOneConnection(const Match& match)
{
    if (match.name() != "conntrack")
        return false;
    const std::string options = match.save();
    return options.find("port") != options.npos || options.find("--ctexpire") != options.npos;
}

bool isOfTheWay(const Match& match) { return isAmong(matchesOfTheWay, match.name()) && !looksAtOneConnection(match); }

/// A draw by dice, whose share is always the same.
bool isDraw(const Match& match) { return match.name() == "statistic" && !match.remembers(); }

/// Whether nat has no choice: one address, and the port that the packet has or one that is given.
bool leavesNoChoice(ManipType manip, const NatRange& range)
{
    const bool anyPort = manip == ManipType::source ? !range.ports : !range.ports || range.ports->isSingle();
    return anyPort && range.first == range.last && !range.random && !range.randomFully && !range.shifted
           && !range.netmap;
}

/// Whether an action does the same to all connections that come to it.
struct IsPlainAction
{
    bool operator()(const Translate& action) const { return leavesNoChoice(action.manip, *action.range); }
    bool operator()(const Masquerade& action) const { return leavesNoChoice(ManipType::source, *action.range); }
    bool operator()(const Redirect& action) const { return leavesNoChoice(ManipType::destination, *action.range); }
    bool operator()(const SetZone& action) const { return !action.helped; }
    bool operator()(const ChangeSets& /*action*/) const { return false; }
    bool operator()(const GuardHandshake& /*action*/) const { return false; }
    bool operator()(const HandToSocket& /*action*/) const { return false; }
    bool operator()(const DoubtfulAction& /*action*/) const { return false; }
    template <typename Other>
    bool operator()(const Other& /*action*/) const
    {
        return true;
    }
};

}  // namespace

std::uint16_t clientPortOf(const Packet& packet, Speaker speaker)
{
    if (packet.isIcmp())
        return packet.icmpId;
    return speaker == Speaker::client ? packet.sport : packet.dport;
}

void setClientPort(Packet& packet, Speaker speaker, std::uint16_t port)
{
    if (packet.isIcmp())
        packet.icmpId = port;
    else
        (speaker == Speaker::client ? packet.sport : packet.dport) = port;
}

bool PortQuestion::isAnsweredAlike(const Host& host, const State& state, std::uint16_t clientPort) const
{
    Packet other = packet;
    setClientPort(other, speaker, clientPort);
    return match->ask({other, host, state, hook, tracking, direction, nullptr, {}}).isCertainly(yes);
}

void Witness::follow(const Walk& walk, Speaker speaker)
{
    m_walk = &walk;
    m_speaker = speaker;
}

void Witness::hear(const Event& event)
{
    if (const auto* entered = std::get_if<HookEntered>(&event)) {
        m_hook = entered->hook;
    } else if (const auto* passed = std::get_if<RulesPassed>(&event)) {
        for (const Rule& rule :
             m_ruleset.rulesOf(passed->chain).subspan(passed->first - 1, passed->last + 1 - passed->first))
            look(rule);
    } else if (const auto* matched = std::get_if<RuleMatched>(&event)) {
        const Rule& rule = m_ruleset.rule(matched->rule);
        look(rule);
        if (rule.action == RuleAction::target)
            lookAtTarget(*rule.target);
    } else if (const auto* drawn = std::get_if<Drawn>(&event)) {
        look(m_ruleset.rule(drawn->rule));
    } else if (const auto* doubted = std::get_if<Doubted>(&event)) {
        m_plain = m_plain && doubted->rule == noRule;
    }
}

MatchContext Witness::context() const
{
    const Flow& flow = m_walk->flow();
    return {m_walk->packet(), m_host, m_state, m_hook, flow.state, flow.direction, flow.connection(m_state), {}};
}

/// Asks again what the walk asked; beyond a draw also what it would have asked.
void Witness::look(const Rule& rule)
{
    if (rule.hasConditions && !rule.conditions.holdFor(m_walk->packet()))
        return;
    for (const Match* match : rule.matches)
        if (!match->isRemark() && !isDraw(*match) && !ask(*match))
            return;
}

/// @return whether the match behind it was asked, too
bool Witness::ask(const Match& match)
{
    const bool ofPorts = isAmong(matchesOfPorts, match.name());
    if (!ofPorts && !isOfTheWay(match)) {
        m_plain = false;
        return true;
    }
    const MatchContext asked = context();
    const Answer answer = match.ask(asked);
    m_plain = m_plain && !answer.doubtful;
    const bool yes = answer.isCertainly(true);
    const PortQuestion question{&match, asked.packet, m_speaker, asked.hook, asked.tracking, asked.direction, yes};
    if (ofPorts && std::ranges::find(m_questions, question) == m_questions.end())
        m_questions.push_back(question);
    return yes;
}

void Witness::lookAtTarget(const Target& target)
{
    m_plain = m_plain && std::visit(IsPlainAction(), target.act(context()));
}

}  // namespace natwalk
