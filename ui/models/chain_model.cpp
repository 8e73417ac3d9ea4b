#include "ui/models/chain_model.h"

#include "kube/owners.h"
#include "ui/names.h"
#include "ui/theme.h"
#include "ui/translate.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace natwalk {

namespace {

struct ChainTitles
{
    Q_DECLARE_TR_FUNCTIONS(ChainTitles)
};

std::set<ChainId> visitedBy(const TracePtr& trace)
{
    std::set<ChainId> visited;
    if (trace != nullptr)
        for (const Step& step : trace->steps)
            if (const auto* entered = std::get_if<ChainEntered>(&step.event))
                visited.insert(entered->chain);
    return visited;
}

/// The chain's own name, whose it is and what it is for; empty for a table.
QString tipOf(const ChainRow& row)
{
    const QString name = row.name();
    const auto owner = ownerOf(name.toStdString());
    return owner ? ChainTitles::tr("%1\n%2: %3").arg(name, qstring(owner->name), translated(owner->purpose)) : name;
}

QFont nameFont(const ChainRow& row)
{
    const bool ownName = !row.isHeading() && row.title() == row.name();
    QFont font = fontFor(row.isHeading() ? Type::strong : ownName ? Type::ruleSecond : Type::small);
    font.setWeight(row.visited || row.isHeading() ? QFont::DemiBold : QFont::Normal);
    return font;
}

QVariant nameValue(const ChainRow& row, int role)
{
    switch (role) {
    case Qt::DisplayRole: return row.title();
    case Qt::ToolTipRole: return tipOf(row);
    case Qt::FontRole: return nameFont(row);
    case Qt::ForegroundRole: return row.visited ? theme().text : theme().text2;
    default: return {};
    }
}

QVariant countValue(const ChainRow& row, int role)
{
    switch (role) {
    case Qt::DisplayRole: return QVariant::fromValue(row.count());
    case Qt::FontRole: return fontFor(Type::table);
    case Qt::ForegroundRole: return theme().text3;
    default: return {};
    }
}

}  // namespace

/// Chains of each table under its name; where both back ends have it, of each of them.
std::vector<ChainRow> chainRowsOf(const Ruleset& ruleset)
{
    std::vector<ChainRow> rows;
    for (const TableName table : allTables) {
        const auto& chains = ruleset.table(table).chains;
        for (const ChainId id : chains) {
            const BackEnd whose = ruleset.isOfBoth() ? ruleset.backEndOf(id) : BackEnd::unknown;
            if (id == chains.front() || rows.back().backEnd != whose)
                rows.push_back({&ruleset, table, noChain, false, whose});
            rows.push_back({&ruleset, table, id, false, whose});
        }
    }
    return rows;
}

QString ChainRow::title() const { return isHeading() ? tableText(table, backEnd) : titleOf(*ruleset, chain); }

QString ChainRow::name() const { return isHeading() ? QString() : qstring(ruleset->chain(chain).name); }

std::size_t ChainRow::count() const
{
    if (!isHeading())
        return ruleset->chain(chain).ruleCount;
    const auto& chains = ruleset->table(table).chains;
    return static_cast<std::size_t>(std::ranges::count_if(
        chains, [this](ChainId id) { return backEnd == BackEnd::unknown || ruleset->backEndOf(id) == backEnd; }));
}

ChainModel::ChainModel(QObject* parent)
    : TableModel({{[] { return ChainTitles::tr("Chain"); }, nameValue},
                  {[] { return ChainTitles::tr("Rules"); }, countValue, Qt::AlignRight}},
                 parent)
{}

void ChainModel::showChains(const RulesetPtr& ruleset, const TracePtr& trace)
{
    if (ruleset != m_ruleset) {
        show(ruleset ? chainRowsOf(*ruleset) : std::vector<ChainRow>());
        m_ruleset = ruleset;
    }
    const std::set<ChainId> visited = visitedBy(trace);
    for (ChainRow& row : rowsToChange())
        row.visited = visited.contains(row.chain);
    refresh({Qt::FontRole, Qt::ForegroundRole});
}

}  // namespace natwalk
