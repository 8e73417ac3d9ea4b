#include "ui/names.h"

#include "kube/kube_names.h"
#include "syntax/writer.h"
#include "ui/translate.h"

#include <QFontMetricsF>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

/// Chains that kube-proxy makes for a Service's port (endpoints, KUBE-SEP, have names of their own).
constexpr auto servicePrefixes =
    std::to_array<std::string_view>({"KUBE-SVC-", "KUBE-SVL-", "KUBE-EXT-", "KUBE-FW-", "KUBE-XLB-"});

bool standsForService(const Chain& chain)
{
    return std::ranges::any_of(servicePrefixes,
                               [&](std::string_view prefix) { return chain.name.starts_with(prefix); });
}

/// "default/nginx-basic:http" at the beginning of a remark; else empty.
QString serviceIn(const std::string& remark)
{
    static const QRegularExpression service(QStringLiteral(R"(^[\w.-]+/[\w.-]+(:[\w.-]+)?)"));
    return service.match(qstring(remark)).captured();
}

/// The remark of the first rule of kube-proxy's ways in whose target fits.
template <typename Fits>
QString serviceBehind(const Ruleset& ruleset, Fits fits)
{
    for (const char* leader : {"KUBE-SERVICES", "KUBE-NODEPORTS"}) {
        const ChainId from = ruleset.find(TableName::nat, leader);
        if (from == noChain)
            continue;
        for (const Rule& rule : ruleset.rulesOf(from))
            if (fits(rule))
                return serviceIn(commentOf(rule));
    }
    return {};
}

/// In large clusters only the rules that lead to services have remarks: that which leads here, else the first of them
/// whose chain has the letters. (Letters are compared last: for all chains of a cluster that would take seconds.)
QString serviceLedTo(const Ruleset& ruleset, ChainId chain)
{
    const QString led = serviceBehind(ruleset, [&](const Rule& rule) { return rule.destination == chain; });
    if (!led.isEmpty())
        return led;
    const std::string_view letters = kubeChainName(ruleset.chain(chain).name).hash;
    return serviceBehind(ruleset, [&](const Rule& rule) {
        return rule.destination != noChain && kubeChainName(ruleset.chain(rule.destination).name).hash == letters;
    });
}

/// A comment as iptables-save writes it, without option, quotes and escapes.
QString unquoted(QString text)
{
    text.remove(QStringLiteral("--comment "));
    if (!text.startsWith(u'"'))
        return text;
    static const QRegularExpression escape(QStringLiteral(R"(\\(.))"));
    return text.mid(1, text.size() - 2).replace(escape, QStringLiteral("\\1"));
}

}  // namespace

std::string commentOf(const Rule& rule)
{
    for (const Match* match : rule.matches)
        if (match->name() == "comment")
            return unquoted(qstring(match->save())).toStdString();
    return {};
}

QString serviceOf(const Ruleset& ruleset, ChainId chain)
{
    if (!standsForService(ruleset.chain(chain)))
        return {};
    for (const Rule& rule : ruleset.rulesOf(chain))
        if (const QString service = serviceIn(commentOf(rule)); !service.isEmpty())
            return service;
    return serviceLedTo(ruleset, chain);
}

QString tableText(TableName table, BackEnd backEnd)
{
    const QString name = qstring(nameOf(table));
    return backEnd == BackEnd::unknown ? name : QStringLiteral("%1 (%2)").arg(name, qstring(nameOf(backEnd)));
}

QString titleOf(const Ruleset& ruleset, ChainId chain)
{
    const QString service = serviceOf(ruleset, chain);
    const QString title = service.isEmpty() ? qstring(ruleset.chain(chain).name) : service;
    return ruleset.isOfBoth() ? QStringLiteral("%1 (%2)").arg(title, qstring(nameOf(ruleset.backEndOf(chain)))) : title;
}

QString fullTitleOf(const Ruleset& ruleset, ChainId chain)
{
    const QString title = titleOf(ruleset, chain);
    return serviceOf(ruleset, chain).isEmpty() ? title
                                               : title + QStringLiteral(" · ") + qstring(ruleset.chain(chain).name);
}

QString elidedName(const QString& name, qsizetype length)
{
    if (name.size() <= length)
        return name;
    const qsizetype tail = (length - 1) * 2 / 5;
    return name.left(length - 1 - tail) + QChar(0x2026) + name.right(tail);
}

QString fittedName(const QString& name, const QFont& font, double width)
{
    constexpr qsizetype tail = 5;
    const QFontMetricsF metrics(font);
    if (metrics.horizontalAdvance(name) <= width || name.size() <= 2 * tail)
        return name;
    const QString end = QChar(0x2026) + name.right(tail);
    qsizetype head = name.size() - tail - 1;
    while (head > 0 && metrics.horizontalAdvance(name.left(head) + end) > width)
        --head;
    return name.left(head) + end;
}

QString ruleText(const Ruleset& ruleset, RuleId rule)
{
    const QString whole = qstring(writeBody(ruleset, rule));
    static const QRegularExpression comment(QStringLiteral(R"re(-m comment --comment ("(?:[^"\\]|\\.)*"|\S+) ?)re"));
    QString bare = whole;
    bare.remove(comment);
    const bool onlyLeads = bare.startsWith(u"-j") || bare.startsWith(u"-g") || bare.isEmpty();
    return onlyLeads && !standsForService(ruleset.chain(ruleset.rule(rule).chain)) ? whole : bare;
}

}  // namespace natwalk
