#include "ui/models/path_model.h"

#include "ui/names.h"
#include "ui/theme.h"
#include "ui/translate.h"

#include <QCoreApplication>

#include <algorithm>

namespace natwalk {

namespace {

struct PathTitles
{
    Q_DECLARE_TR_FUNCTIONS(PathTitles)
};

QVariant textValue(const QString& text, int role)
{
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(text) : QVariant();
}

QColor inkOf(const PathRow& row)
{
    switch (row.state) {
    case PathRow::State::notReached: return theme().text3;
    case PathRow::State::failed: return theme().failText;
    default: return theme().text;
    }
}

QVariant numberValue(const PathRow& row, int role)
{
    switch (role) {
    case Qt::DisplayRole: return row.numbers;
    case Qt::ForegroundRole: return theme().text3;
    case Qt::FontRole: return fontFor(Type::table);
    default: return {};
    }
}

/// The service's name first, the chain's own second: in the row below, where the chain has one.
QString chainText(const Ruleset& ruleset, const PathRow& row, bool forService)
{
    if (row.opensChain)
        return row.namesChain ? fullTitleOf(ruleset, row.chain) : titleOf(ruleset, row.chain);
    return row.namesChain && forService ? qstring(ruleset.chain(row.chain).name) : QString();
}

QVariant comparedValue(const PathRow& row, int role)
{
    if (role == Qt::FontRole)
        return fontFor(Type::table);
    if (role == Qt::ForegroundRole)
        return inkOf(row);
    if (role == Qt::ToolTipRole && !row.why.isEmpty())
        return row.why;
    return textValue(row.compared.isEmpty() ? QStringLiteral("–") : row.compared, role);
}

QVariant resultValue(const PathRow& row, int role)
{
    if (role == Qt::ForegroundRole)
        return row.state == PathRow::State::notReached ? theme().text3 : theme().text2;
    return textValue(row.result, role);
}

QVariant lineValue(const PathRow& row, int role)
{
    if (role == Qt::DisplayRole && row.line == 0)
        return {};
    switch (role) {
    case Qt::DisplayRole: return row.line;
    case Qt::ForegroundRole: return theme().text3;
    case Qt::FontRole: return fontFor(Type::table);
    default: return {};
    }
}

}  // namespace

PathModel::PathModel(QObject* parent)
    : TableModel({{[] { return PathTitles::tr("Chain"); },
                   [this](const PathRow& row, int role) { return chainValue(row, role); }},
                  {[] { return PathTitles::tr("#"); }, numberValue, Qt::AlignRight},
                  {[this] { return m_brief ? PathTitles::tr("Rule") : PathTitles::tr("Rule as saved"); },
                   [this](const PathRow& row, int role) { return ruleValue(row, role); }},
                  {[] { return PathTitles::tr("Compared"); }, comparedValue},
                  {[] { return PathTitles::tr("Result"); }, resultValue},
                  {[] { return PathTitles::tr("Line"); }, lineValue, Qt::AlignRight}},
                 parent)
{}

void PathModel::showTrace(TracePtr trace)
{
    m_trace = std::move(trace);
    show(m_trace ? pathRowsOf(*m_trace) : std::vector<PathRow>());
}

int PathModel::rowOf(std::size_t step) const
{
    const auto found = std::ranges::find_if(rows(), [step](const PathRow& row) { return row.tellsOf(step); });
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

void PathModel::setBrief(bool brief)
{
    if (brief == m_brief)
        return;
    m_brief = brief;
    refresh();
    emit headerDataChanged(Qt::Horizontal, ruleColumn, ruleColumn);
}

QVariant PathModel::ruleValue(const PathRow& row, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return m_brief && !row.brief.isEmpty() ? row.brief : row.text;
    case Qt::ToolTipRole: return row.text;
    case Qt::FontRole: return fontFor(Type::table);
    case Qt::ForegroundRole: return row.state == PathRow::State::notReached ? theme().text3 : theme().text;
    default: return {};
    }
}

QVariant PathModel::chainValue(const PathRow& row, int role) const
{
    if (row.chain == noChain)
        return textValue(row.opensChain ? PathTitles::tr("connection") : QString(), role);
    const Ruleset& ruleset = *m_trace->ruleset;
    const bool forService = !serviceOf(ruleset, row.chain).isEmpty();
    switch (role) {
    case Qt::DisplayRole: return chainText(ruleset, row, forService);
    case Qt::ToolTipRole: return fullTitleOf(ruleset, row.chain);
    case Qt::FontRole: return fontFor(forService && row.opensChain ? Type::strong : Type::table);
    case Qt::ForegroundRole: return row.opensChain ? QVariant() : QVariant(theme().text3);
    default: return {};
    }
}

}  // namespace natwalk
