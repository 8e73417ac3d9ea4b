#include "ui/models/way_model.h"

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

QVariant text(const QString& shown, int role, Type type = Type::table)
{
    if (role == Qt::FontRole)
        return fontFor(type);
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(shown) : QVariant();
}

QVariant wayValue(const WayRow& row, int role) { return text(qstring(toText(row.way)), role); }

QVariant clientValue(const WayRow& row, int role) { return text(clientText(row.cell.client), role, Type::small); }

QVariant endsValue(const WayRow& row, int role)
{
    if (role == Qt::ForegroundRole)
        return fails(row.cell) ? theme().dropText : theme().text;
    return text(endsText(row.cell), role);
}

QVariant seenValue(const WayRow& row, int role) { return text(seenText(row.cell), role); }

}  // namespace

WayModel::WayModel(QObject* parent)
    : TableModel({{[] { return WayTitles::tr("Way in"); }, wayValue},
                  {[] { return WayTitles::tr("Client"); }, clientValue},
                  {[] { return WayTitles::tr("Where connections end"); }, endsValue},
                  {[] { return WayTitles::tr("Source that is seen there"); }, seenValue}},
                 parent)
{}

}  // namespace natwalk
