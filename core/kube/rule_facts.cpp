#include "kube/rule_facts.h"

#include "text/number.h"

#include <algorithm>

namespace natwalk {

namespace {

const Match* matchNamedIn(const Rule& rule, std::string_view name)
{
    const auto found = std::ranges::find_if(rule.matches, [name](const Match* match) { return match->name() == name; });
    return found == rule.matches.end() ? nullptr : *found;
}

/// Whether its -m addrtype says exactly this of LOCAL.
bool saysLocal(const Rule& rule, MessageId what)
{
    return std::ranges::any_of(rule.matches, [what](const Match* match) {
        return match->name() == "addrtype" && match->describe() == message(what, "LOCAL");
    });
}

Probability diceOf(const Match& match)
{
    static const Host host;
    static const State state;
    static const Packet packet;
    return match.ask({.packet = packet, .host = host, .state = state}).probability;
}

}  // namespace

std::string remarkOf(const Rule& rule)
{
    const Match* comment = matchNamedIn(rule, "comment");
    if (comment == nullptr)
        return {};
    const Message remark = comment->describe();
    return remark.arguments.empty() ? std::string() : remark.arguments.front();
}

std::optional<Probability> chanceOf(const Rule& rule)
{
    const Match* statistic = matchNamedIn(rule, "statistic");
    if (statistic == nullptr)
        return certain;
    return statistic->remembers() ? std::nullopt : std::optional(diceOf(*statistic));
}

std::optional<RecentUse> recentUseOf(const Rule& rule)
{
    const Match* recent = matchNamedIn(rule, "recent");
    if (recent == nullptr)
        return {};
    const Message says = recent->describe();
    if (says.arguments.empty())
        return {};
    RecentUse use;
    use.kind = says.id == MessageId::RecentRemembers ? RecentUse::Kind::sets : RecentUse::Kind::asks;
    use.list = says.arguments.front();
    if (says.arguments.size() > 2)
        use.seconds = static_cast<std::uint32_t>(wholeNumber(says.arguments[2], UINT32_MAX).value_or(0));
    return use;
}

bool demandsLocalDestination(const Rule& rule) { return saysLocal(rule, MessageId::DestinationTypeIs); }

bool demandsLocalSource(const Rule& rule) { return saysLocal(rule, MessageId::SourceTypeIs); }

std::uint16_t demandedPort(const Rule& rule)
{
    for (const Match* match : rule.matches)
        if (const std::uint16_t port = match->pins().dport; port != 0)
            return port;
    return 0;
}

bool leadsOn(const Rule& rule) { return rule.action == RuleAction::jump || rule.action == RuleAction::go; }

bool matchesAll(const Rule& rule)
{
    const Conditions& conditions = rule.conditions;
    return conditions.src.isAny() && conditions.dst.isAny() && conditions.in.isAny() && conditions.out.isAny()
           && conditions.protocol == protocol::any && !conditions.fragment && !conditions.srcInverted
           && !conditions.dstInverted
           && std::ranges::all_of(rule.matches, [](const Match* match) { return match->isRemark(); });
}

}  // namespace natwalk
