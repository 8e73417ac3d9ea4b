#include "ui/first_packet.h"

#include <algorithm>

namespace natwalk {

namespace {

constexpr std::uint16_t firstSourcePort = 40'000;

std::uint16_t portPinnedBy(const Rule& rule)
{
    for (const Match* match : rule.matches)
        if (const Pins pins = match->pins(); pins.dport != 0)
            return pins.dport;
    return 0;
}

/// A rule of nat that leads on packets to one address and one port: a way into a service.
bool isWayIn(const Ruleset& ruleset, const Rule& rule)
{
    const bool leadsOn =
        rule.action == RuleAction::jump || rule.action == RuleAction::go || rule.action == RuleAction::target;
    return ruleset.chain(rule.chain).table == TableName::nat && leadsOn && !rule.conditions.dstInverted
           && rule.conditions.dst.isSingle() && !rule.conditions.dst.isAny() && portPinnedBy(rule) != 0;
}

void aimAt(Packet& packet, const Rule& rule)
{
    packet.dst = rule.conditions.dst.base;
    packet.dport = portPinnedBy(rule);
    if (rule.conditions.protocol != protocol::any && !rule.conditions.protocolInverted)
        packet.protocol = rule.conditions.protocol;
}

Address ownAddress(const Host& host, const InterfaceName& device, Family family)
{
    return host.primaryAddress(device, family).value_or(outsideAddress(family).plus(1));
}

}  // namespace

InterfaceName outsideInterface(const Host& host)
{
    for (const Route& route : host.routes)
        if (route.to.isAny() && !route.dev.empty())
            return route.dev;
    const auto found =
        std::ranges::find_if(host.interfaces, [](const Interface& device) { return device.name.view() != "lo"; });
    return found == host.interfaces.end() ? InterfaceName("eth0") : found->name;
}

Address outsideAddress(Family family)
{
    return Address::from(family == Family::ipv4 ? "203.0.113.9" : "2001:db8::9").value();
}

Packet firstPacketFor(const Document& document)
{
    const Ruleset& ruleset = *document.rulesets.front();
    Packet packet;
    packet.in = outsideInterface(*document.host);
    packet.src = outsideAddress(ruleset.family());
    packet.sport = firstSourcePort;
    packet.dst = ownAddress(*document.host, packet.in, ruleset.family());
    packet.dport = 80;
    const auto wayIn = std::ranges::find_if(ruleset.rules(), [&](const Rule& rule) { return isWayIn(ruleset, rule); });
    if (wayIn != ruleset.rules().end())
        aimAt(packet, *wayIn);
    return packet;
}

}  // namespace natwalk
