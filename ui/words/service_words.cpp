#include "ui/words/service_words.h"

#include "ui/translate.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace natwalk {

namespace {

struct ServiceWords
{
    Q_DECLARE_TR_FUNCTIONS(ServiceWords)
};

QString percentText(double share) { return QLocale().toString(share * 100, 'f', 2) + QStringLiteral(" %"); }

QString endpointLine(const ServiceEndpoint& endpoint, std::uint8_t protocol)
{
    QString line = qstring(endpointText(endpoint.address, endpoint.port, protocol));
    if (endpoint.share)
        line += u' ' + percentText(*endpoint.share);
    return endpoint.localShare ? ServiceWords::tr("%1 (on this node)").arg(line) : line;
}

QString endText(const WayOutcome& outcome, std::uint8_t protocol)
{
    if (outcome.endpoint)
        return qstring(endpointText(*outcome.endpoint, outcome.port, protocol));
    switch (outcome.verdict.outcome) {
    case Outcome::rejected: return ServiceWords::tr("refused");
    case Outcome::dropped: return ServiceWords::tr("dropped");
    case Outcome::icmpError: return ServiceWords::tr("answered by this host");
    default: return ServiceWords::tr("not translated");
    }
}

}  // namespace

QString storyOf(const Service& service)
{
    QStringList lines;
    for (const WayIn& way : service.waysIn)
        lines += qstring(toText(way));
    for (const ServiceEndpoint& endpoint : service.endpoints)
        lines += endpointLine(endpoint, service.protocol);
    if (!service.hasEndpoints())
        lines += ServiceWords::tr("no endpoints");
    if (service.affinitySeconds)
        lines += ServiceWords::tr("session affinity for %1 s").arg(*service.affinitySeconds);
    if (service.externalPolicy)
        lines += ServiceWords::tr("external traffic policy %1").arg(qstring(nameOf(*service.externalPolicy)));
    return lines.join(u'\n');
}

QString clientText(Client client)
{
    switch (client) {
    case Client::outside: return ServiceWords::tr("from outside");
    case Client::pod: return ServiceWords::tr("from a pod");
    case Client::node: return ServiceWords::tr("from the node");
    case Client::localhost: break;
    }
    return ServiceWords::tr("from the node, to localhost");
}

QString endsText(const WayCell& cell)
{
    constexpr std::size_t most = 4;
    QStringList ends;
    for (const WayOutcome& outcome : cell.outcomes) {
        if (ends.size() == most)
            break;
        const QString end = endText(outcome, cell.packet.protocol);
        ends += cell.outcomes.size() == 1 ? end : end + u' ' + percentText(outcome.share);
    }
    if (cell.outcomes.size() > most)
        ends += ServiceWords::tr("%n more", nullptr, static_cast<int>(cell.outcomes.size() - most));
    return ends.join(QStringLiteral(", "));
}

QString seenText(const WayCell& cell)
{
    const auto arrives =
        std::ranges::find_if(cell.outcomes, [](const WayOutcome& each) { return each.endpoint.has_value(); });
    if (arrives == cell.outcomes.end())
        return {};
    const QString source = qstring(toText(arrives->source));
    return arrives->verdict.sourceNat ? ServiceWords::tr("%1, masqueraded").arg(source) : source;
}

}  // namespace natwalk
