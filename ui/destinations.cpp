#include "ui/destinations.h"

#include "ui/names.h"
#include "ui/translate.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <set>
#include <tuple>

namespace natwalk {

namespace {

QString serviceIn(const std::string& comment)
{
    static const QRegularExpression service(QStringLiteral(R"(^[\w.-]+/[\w.-]+(:[\w.-]+)?)"));
    return service.match(qstring(comment)).captured();
}

std::uint16_t pinnedPort(const Rule& rule)
{
    for (const Match* match : rule.matches)
        if (const Pins pins = match->pins(); pins.dport != 0)
            return pins.dport;
    return 0;
}

bool namesDestination(const Ruleset& ruleset, const Rule& rule)
{
    const Conditions& conditions = rule.conditions;
    return ruleset.chain(rule.chain).table == TableName::nat && !conditions.dstInverted && !conditions.dst.isAny()
           && conditions.dst.isSingle();
}

std::optional<TypedDestination> readAddress(const QString& text)
{
    if (const auto address = Address::from(text.toStdString()))
        return TypedDestination{*address, {}, {}};
    static const QRegularExpression withPort(QStringLiteral(R"(^\[?([^\[\]]+?)\]?:(\d{1,5})$)"));
    const auto match = withPort.match(text);
    const auto address = Address::from(match.captured(1).toStdString());
    bool fits = false;
    const std::uint16_t port = match.captured(2).toUShort(&fits);
    if (!address || !fits)
        return {};
    return TypedDestination{*address, port, {}};
}

}  // namespace

QString Destination::text() const
{
    QStringList parts;
    if (!service.isEmpty())
        parts += service;
    parts += qstring(endpointText(address, port, port == 0 ? protocol::icmp : protocol::tcp));
    if (protocol != 0)
        parts += qstring(protocolName(protocol));
    return parts.join(QStringLiteral("  "));
}

std::vector<Destination> destinationsOf(const Document& document)
{
    std::vector<Destination> destinations;
    std::set<std::tuple<Address, std::uint16_t, std::uint8_t>> seen;
    for (const RulesetPtr& ruleset : document.rulesets)
        for (const Rule& rule : ruleset->rules()) {
            if (!namesDestination(*ruleset, rule))
                continue;
            Destination found{rule.conditions.dst.base, pinnedPort(rule), rule.conditions.protocol,
                              serviceIn(commentOf(rule))};
            if (seen.emplace(found.address, found.port, found.protocol).second)
                destinations.push_back(std::move(found));
        }
    return destinations;
}

const Destination* destinationAt(const std::vector<Destination>& destinations, const Address& address,
                                 std::uint16_t port)
{
    const Destination* same = nullptr;
    for (const Destination& destination : destinations) {
        if (destination.address != address)
            continue;
        if (destination.port == port)
            return &destination;
        same = same == nullptr ? &destination : same;
    }
    return same;
}

std::optional<TypedDestination> readDestination(const QString& text, const std::vector<Destination>& known)
{
    const QString trimmed = text.simplified();
    for (const QString& word : trimmed.split(u' '))
        if (const auto address = readAddress(word))
            return address;
    const auto named = std::ranges::find_if(known, [&trimmed](const Destination& destination) {
        return !destination.service.isEmpty()
               && (destination.service == trimmed || destination.service.startsWith(trimmed + u':'));
    });
    if (named == known.end())
        return {};
    TypedDestination typed{named->address, {}, {}};
    if (named->port != 0)
        typed.port = named->port;
    if (named->protocol != 0)
        typed.protocol = named->protocol;
    return typed;
}

}  // namespace natwalk
