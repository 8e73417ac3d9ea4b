#include "ui/models/chain_model.h"

#include "kube/owners.h"
#include "ui/names.h"
#include "ui/theme.h"
#include "ui/translate.h"

#include <QCoreApplication>

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
    const auto owner = ownerOf(row.name.toStdString());
    return owner ? ChainTitles::tr("%1\n%2: %3").arg(row.name, qstring(owner->name), translated(owner->purpose))
                 : row.name;
}

QVariant nameValue(const ChainRow& row, int role)
{
    const bool heading = row.chain == noChain;
    QFont font = fontFor(heading ? Type::strong : row.title == row.name ? Type::ruleSecond : Type::small);
    font.setWeight(row.visited || heading ? QFont::DemiBold : QFont::Normal);
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::ToolTipRole: return tipOf(row);
    case Qt::FontRole: return font;
    case Qt::ForegroundRole: return row.visited ? theme().text : theme().text2;
    default: return {};
    }
}

QVariant countValue(const ChainRow& row, int role)
{
    switch (role) {
    case Qt::DisplayRole: return QVariant::fromValue(row.count);
    case Qt::FontRole: return fontFor(Type::table);
    case Qt::ForegroundRole: return theme().text3;
    default: return {};
    }
}

}  // namespace

std::vector<ChainRow> chainRowsOf(const Ruleset& ruleset)
{
    std::vector<ChainRow> rows;
    for (const TableName table : allTables) {
        const auto& chains = ruleset.table(table).chains;
        if (!chains.empty())
            rows.push_back({noChain, qstring(nameOf(table)), {}, chains.size(), false});
        for (const ChainId id : chains) {
            const Chain& chain = ruleset.chain(id);
            rows.push_back({id, titleOf(ruleset, id), qstring(chain.name), chain.ruleCount, false});
        }
    }
    return rows;
}

ChainModel::ChainModel(QObject* parent)
    : TableModel({{[] { return ChainTitles::tr("Chain"); }, nameValue},
                  {[] { return ChainTitles::tr("Rules"); }, countValue, Qt::AlignRight}},
                 parent)
{}

void ChainModel::showChains(const RulesetPtr& ruleset, const TracePtr& trace)
{
    if (ruleset != m_ruleset) {
        m_ruleset = ruleset;
        show(ruleset ? chainRowsOf(*ruleset) : std::vector<ChainRow>());
    }
    const std::set<ChainId> visited = visitedBy(trace);
    for (ChainRow& row : rowsToChange())
        row.visited = visited.contains(row.chain);
    refresh({Qt::FontRole, Qt::ForegroundRole});
}

}  // namespace natwalk
