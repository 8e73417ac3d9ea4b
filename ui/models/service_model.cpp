#include "ui/models/service_model.h"

#include "ui/theme.h"
#include "ui/translate.h"
#include "ui/words/service_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace natwalk {

namespace {

struct ServiceTitles
{
    Q_DECLARE_TR_FUNCTIONS(ServiceTitles)
};

using FindingsByService = std::map<std::string, std::vector<const Finding*>>;

bool isFault(const Finding* finding) { return finding->severity != Severity::note; }

ServiceRow rowOf(const Service& service, const std::vector<const Finding*>& findings)
{
    ServiceRow row;
    row.title = qstring(service.title());
    row.space = service.name ? qstring(service.name->space) : QString();
    row.endpoints = service.endpoints.size();
    row.hasFault = std::ranges::any_of(findings, isFault);
    for (const WayIn& way : service.waysIn) {
        row.types += qstring(nameOf(way.kind));
        row.ports += QString::number(way.port);
        if (way.address)
            row.addresses += qstring(toText(*way.address));
        if (way.address && row.detail.isEmpty())
            row.detail = qstring(toText(way)).section(u' ', -1);
    }
    for (const ServiceEndpoint& endpoint : service.endpoints)
        row.addresses += qstring(toText(endpoint.address));
    QStringList story = {storyOf(service)};
    for (const Finding* finding : findings)
        story += translated(finding->what);
    row.story = story.join(u'\n');
    return row;
}

QVariant nameValue(const ServiceRow& row, int role)
{
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::ToolTipRole: return row.story;
    case ServiceModel::detailRole: return row.detail;
    case Qt::FontRole: return fontFor(Type::small);
    case Qt::ForegroundRole: return row.hasFault ? theme().warningText : theme().text;
    default: return {};
    }
}

QVariant endpointsValue(const ServiceRow& row, int role)
{
    switch (role) {
    case Qt::DisplayRole: return QString::number(row.endpoints) + (row.hasFault ? QStringLiteral(" !") : QString());
    case Qt::FontRole: return fontFor(Type::table);
    case Qt::ForegroundRole: return row.hasFault ? theme().warningText : theme().text3;
    default: return {};
    }
}

bool anyContains(const QStringList& texts, const QString& word)
{
    return std::ranges::any_of(texts, [&](const QString& text) { return text.contains(word, Qt::CaseInsensitive); });
}

bool fits(const ServiceRow& row, const QString& word)
{
    const qsizetype colon = word.indexOf(u':');
    const QString field = word.left(colon);
    const QString value = word.mid(colon + 1);
    if (colon > 0 && field == u"ns")
        return row.space.contains(value, Qt::CaseInsensitive);
    if (colon > 0 && field == u"ip")
        return anyContains(row.addresses, value);
    if (colon > 0 && field == u"port")
        return row.ports.contains(value);
    if (colon > 0 && field == u"type")
        return anyContains(row.types, value);
    return row.title.contains(word, Qt::CaseInsensitive);
}

}  // namespace

std::vector<ServiceRow> serviceRowsOf(const KubeDocument& kube, const std::vector<Finding>& findings)
{
    FindingsByService byService;
    for (const Finding& finding : findings)
        if (!finding.service.empty())
            byService[finding.service].push_back(&finding);
    std::vector<ServiceRow> rows;
    for (std::size_t ruleset = 0; ruleset < kube.services.size(); ++ruleset)
        for (std::size_t service = 0; service < kube.services[ruleset].size(); ++service) {
            const Service& meant = kube.services[ruleset][service];
            rows.push_back(rowOf(meant, byService[meant.title()]));
            rows.back().ruleset = ruleset;
            rows.back().service = service;
        }
    std::ranges::stable_sort(rows, {}, &ServiceRow::title);
    return rows;
}

ServiceModel::ServiceModel(QObject* parent)
    : TableModel({{[] { return ServiceTitles::tr("Service"); }, nameValue},
                  {[] { return ServiceTitles::tr("Endpoints"); }, endpointsValue, Qt::AlignRight}},
                 parent)
{}

bool ServiceFilter::holds(int row, const QString& word) const
{
    const ServiceRow& service = static_cast<const ServiceModel*>(sourceModel())->rows()[static_cast<std::size_t>(row)];
    return word == u"!" ? service.hasFault : fits(service, word);
}

}  // namespace natwalk
