#include "ui/words/service_words.h"

#include "ui/translate.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <vector>

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

/// "by nat:KUBE-SERVICES:rule:3, icmp-port-unreachable"
QString culpritText(const Verdict& verdict, const Ruleset& ruleset)
{
    const QString answer =
        verdict.outcome == Outcome::rejected ? QStringLiteral(", ") + qstring(nameOf(verdict.reject)) : QString();
    if (verdict.decidingRule != noRule)
        return ServiceWords::tr("by %1").arg(qstring(ruleset.kernelName(verdict.decidingRule))) + answer;
    if (verdict.decidingChain != noChain)
        return ServiceWords::tr("by the policy of %1").arg(qstring(ruleset.chain(verdict.decidingChain).name));
    return qstring(codeOf(verdict));
}

/// "33.33 % each", "25.00 % to 75.00 %"
QString spanText(const std::vector<double>& shares)
{
    constexpr double tolerance = 1e-4;
    const auto [least, most] = std::ranges::minmax(shares);
    return most - least > tolerance ? ServiceWords::tr("%1 to %2").arg(percentText(least), percentText(most))
                                    : ServiceWords::tr("%1 each").arg(percentText(most));
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

QString briefEndsText(const WayCell& cell)
{
    std::vector<double> shares;
    QStringList others;
    for (const WayOutcome& outcome : cell.outcomes)
        if (outcome.endpoint)
            shares.push_back(outcome.share);
        else
            others += endText(outcome, cell.packet.protocol) + u' ' + percentText(outcome.share);
    if (shares.size() < 2)
        return endsText(cell);
    others.prepend(
        ServiceWords::tr("%n endpoint(s), %1", nullptr, static_cast<int>(shares.size())).arg(spanText(shares)));
    return others.join(QStringLiteral(", "));
}

QString detailText(const WayCell& cell, const Ruleset& ruleset)
{
    QStringList seen;
    for (const WayOutcome& outcome : cell.outcomes) {
        const QString source = qstring(toText(outcome.source));
        const QString text = outcome.verdict.sourceNat ? ServiceWords::tr("%1, masqueraded").arg(source) : source;
        if (outcome.endpoint && !seen.contains(text))
            seen += text;
    }
    if (!seen.isEmpty())
        return ServiceWords::tr("sees %1").arg(seen.join(ServiceWords::tr(" or ")));
    return cell.outcomes.empty() ? QString() : culpritText(cell.outcomes.front().verdict, ruleset);
}

QString sharesText(const Service& service)
{
    std::vector<double> shares;
    for (const ServiceEndpoint& endpoint : service.endpoints)
        shares.push_back(endpoint.share.value_or(endpoint.localShare.value_or(0)));
    if (shares.size() < 2)
        return shares.empty() ? QString() : percentText(shares.front());
    return spanText(shares);
}

}  // namespace natwalk
