#include "ui/models/service_model.h"

#include "ui/panels/detail_delegate.h"
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

/// Where it is reached: "10.97.35.60:80"
QString detailOf(const Service& service)
{
    const auto way = std::ranges::find_if(service.waysIn, [](const WayIn& each) { return each.address.has_value(); });
    return way == service.waysIn.end() ? QString() : qstring(toText(*way)).section(u' ', -1);
}

/// Ways in, endpoints with their shares, and what was found.
QString tipOf(const ServiceRow& row)
{
    QStringList story = {storyOf(*row.meant)};
    for (const Finding* finding : row.findings)
        story += translated(finding->what);
    return story.join(u'\n');
}

/// The namespace; empty where no comment tells.
QString spaceOf(const ServiceRow& row) { return row.meant->name ? qstring(row.meant->name->space) : QString(); }

/// The title without the namespace: "nginx-basic:http"
QString shortNameOf(const ServiceRow& row)
{
    const QString space = spaceOf(row);
    return space.isEmpty() ? qstring(row.title) : qstring(row.title).mid(space.size() + 1);
}

/// @param text  makes what is shown: not before it is looked at
template <typename Text>
QVariant quietValue(const ServiceRow& row, const Text& text, int role)
{
    switch (role) {
    case Qt::DisplayRole: return text();
    case Qt::ToolTipRole: return tipOf(row);
    case Qt::FontRole: return fontFor(Type::table);
    case Qt::ForegroundRole: return row.hasFault() ? theme().warningText : theme().text3;
    default: return {};
    }
}

QVariant spaceValue(const ServiceRow& row, int role)
{
    return role == Qt::FontRole ? QVariant(fontFor(Type::small))
                                : quietValue(
                                    row, [&] { return spaceOf(row); }, role);
}

QVariant endpointsValue(const ServiceRow& row, int role)
{
    return quietValue(
        row, [&] { return QString::number(row.meant->endpoints.size()); }, role);
}

QVariant sharesValue(const ServiceRow& row, int role)
{
    return quietValue(
        row, [&] { return sharesText(*row.meant); }, role);
}

QVariant marksValue(const ServiceRow& row, int role)
{
    return quietValue(
        row, [&] { return row.hasFault() ? QStringLiteral("!") : QString(); }, role);
}

bool contains(const std::string& text, const QString& word)
{
    return qstring(text).contains(word, Qt::CaseInsensitive);
}

bool hasAddress(const Service& service, const QString& word)
{
    return std::ranges::any_of(service.waysIn,
                               [&](const WayIn& way) { return way.address && contains(toText(*way.address), word); })
           || std::ranges::any_of(service.endpoints, [&](const ServiceEndpoint& endpoint) {
                  return contains(toText(endpoint.address), word);
              });
}

bool fits(const ServiceRow& row, const QString& word)
{
    const qsizetype colon = word.indexOf(u':');
    const QString field = word.left(colon);
    const QString value = word.mid(colon + 1);
    const Service& service = *row.meant;
    if (colon > 0 && field == u"ns")
        return service.name && contains(service.name->space, value);
    if (colon > 0 && field == u"ip")
        return hasAddress(service, value);
    if (colon > 0 && field == u"port")
        return std::ranges::any_of(service.waysIn,
                                   [&](const WayIn& way) { return QString::number(way.port) == value; });
    if (colon > 0 && field == u"type")
        return std::ranges::any_of(service.waysIn,
                                   [&](const WayIn& way) { return contains(std::string(nameOf(way.kind)), value); });
    return contains(row.title, word);
}

}  // namespace

std::vector<ServiceRow> serviceRowsOf(const KubeDocument& kube, const std::vector<Finding>& findings,
                                      const HiddenFindings* hidden)
{
    FindingsByService byService;
    for (const Finding& finding : findings)
        if (!finding.service.empty() && (hidden == nullptr || !hidden->hides(finding)))
            byService[finding.service].push_back(&finding);
    std::vector<ServiceRow> rows;
    for (std::size_t ruleset = 0; ruleset < kube.services.size(); ++ruleset)
        for (std::size_t service = 0; service < kube.services[ruleset].size(); ++service) {
            const Service& meant = kube.services[ruleset][service];
            rows.push_back({ruleset, service, &meant, {}, meant.title()});
            if (const auto found = byService.find(rows.back().title); found != byService.end())
                rows.back().findings = found->second;
        }
    std::ranges::stable_sort(rows, {}, &ServiceRow::title);
    return rows;
}

bool ServiceRow::hasFault() const { return std::ranges::any_of(findings, isFault); }

ServiceModel::ServiceModel(QObject* parent)
    : TableModel({{[] { return ServiceTitles::tr("Namespace"); }, spaceValue},
                  {[] { return ServiceTitles::tr("Service"); },
                   [this](const ServiceRow& row, int role) { return nameValue(row, role); }},
                  {[] { return ServiceTitles::tr("Endpoints"); }, endpointsValue, Qt::AlignRight},
                  {[] { return ServiceTitles::tr("Shares"); }, sharesValue},
                  {[] { return QStringLiteral("!"); }, marksValue, Qt::AlignRight}},
                 parent)
{}

void ServiceModel::setSpacesApart(bool apart)
{
    m_spacesApart = apart;
    refresh();
}

QVariant ServiceModel::nameValue(const ServiceRow& row, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return m_spacesApart ? shortNameOf(row) : qstring(row.title);
    case Qt::ToolTipRole: return tipOf(row);
    case DetailDelegate::detailRole: return detailOf(*row.meant);
    case Qt::FontRole: return fontFor(Type::small);
    case Qt::ForegroundRole: return row.hasFault() ? theme().warningText : theme().text;
    default: return {};
    }
}

bool ServiceFilter::holds(int row, const QString& word) const
{
    const ServiceRow& service = static_cast<const ServiceModel*>(sourceModel())->rows()[static_cast<std::size_t>(row)];
    return word == u"!" ? service.hasFault() : fits(service, word);
}

}  // namespace natwalk
