#include "ui/models/way_model.h"

#include "ui/panels/detail_delegate.h"
#include "ui/theme.h"
#include "ui/translate.h"
#include "ui/words/service_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace natwalk {

namespace {

struct WayTitles
{
    Q_DECLARE_TR_FUNCTIONS(WayTitles)
};

/// Nothing of it arrives.
bool fails(const WayCell& cell)
{
    return std::ranges::none_of(cell.outcomes, [](const WayOutcome& outcome) { return outcome.endpoint.has_value(); });
}

QVariant wayValue(const WayRow& row, int role)
{
    switch (role) {
    case Qt::DisplayRole: return qstring(toText(row.way)).section(u' ', 1);
    case DetailDelegate::detailRole: return qstring(nameOf(row.way.kind));
    case Qt::ToolTipRole: return qstring(toText(row.way));
    case Qt::FontRole: return fontFor(Type::table);
    default: return {};
    }
}

QVariant endValue(const std::optional<WayEnd>& end, int role)
{
    if (!end)
        return role == Qt::ForegroundRole ? QVariant(theme().text3) : QVariant();
    switch (role) {
    case Qt::DisplayRole: return end->brief;
    case DetailDelegate::detailRole: return end->detail;
    case DetailDelegate::currentRole: return end->current;
    case Qt::ToolTipRole: return end->detail.isEmpty() ? end->ends : end->ends + u'\n' + end->detail;
    case Qt::FontRole: return fontFor(Type::table);
    case Qt::ForegroundRole: return end->fails ? theme().dropText : theme().text;
    default: return {};
    }
}

/// In few letters: columns are narrow.
QString titleOf(Client client)
{
    return client == Client::localhost ? WayTitles::tr("from localhost") : clientText(client);
}

std::vector<WayModel::Column> columns()
{
    std::vector<WayModel::Column> list = {{[] { return WayTitles::tr("Way in"); }, wayValue}};
    for (const Client client : allClients)
        list.push_back({[client] { return titleOf(client); },
                        [client](const WayRow& row, int role) {
                            return endValue(row.ends.at(static_cast<std::size_t>(client)), role);
                        }});
    return list;
}

bool isSamePacket(const Packet& one, const Packet& other)
{
    return one.in == other.in && one.dst == other.dst && one.dport == other.dport
           && one.src.isLoopback() == other.src.isLoopback();
}

}  // namespace

std::vector<WayRow> wayRowsOf(const Service& service, const std::vector<WayCell>& cells, const Ruleset& ruleset)
{
    std::vector<WayRow> rows;
    for (const WayIn& way : service.waysIn)
        rows.push_back({way, {}});
    for (const WayCell& cell : cells)
        rows[cell.way].ends.at(static_cast<std::size_t>(cell.client)) =
            WayEnd{cell.packet, briefEndsText(cell), endsText(cell), detailText(cell, ruleset), fails(cell), false};
    return rows;
}

WayModel::WayModel(QObject* parent) : TableModel(columns(), parent) {}

const WayEnd* WayModel::endAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.column() < firstClientColumn)
        return nullptr;
    const auto& end = at(index).ends.at(static_cast<std::size_t>(index.column() - firstClientColumn));
    return end ? &*end : nullptr;
}

void WayModel::markCurrent(const Packet& packet)
{
    for (WayRow& row : rowsToChange())
        for (std::optional<WayEnd>& end : row.ends)
            if (end)
                end->current = isSamePacket(end->packet, packet);
    refresh();
}

}  // namespace natwalk
