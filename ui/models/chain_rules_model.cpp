#include "ui/models/chain_rules_model.h"

#include "trace/step_chains.h"
#include "ui/names.h"
#include "ui/steps/stops.h"
#include "ui/theme.h"
#include "ui/translate.h"
#include "ui/words/rule_words.h"

#include <algorithm>

namespace natwalk {

void ChainRulesModel::show(TracePtr trace, ChainId chain, std::size_t position)
{
    beginResetModel();
    m_trace = std::move(trace);
    m_chain = m_trace ? chain : noChain;
    m_told.clear();
    if (m_chain != noChain)
        readVisit(position);
    endResetModel();
}

/// The steps of the visit around `position`; where it lies outside, of the last visit before it, else of the first.
void ChainRulesModel::readVisit(std::size_t position)
{
    const std::vector<ChainId> chains = chainsOf(*m_trace);
    bool done = false;
    for (std::size_t step = 0; step < m_trace->steps.size(); ++step) {
        const auto* entered = std::get_if<ChainEntered>(&m_trace->steps[step].event);
        if (entered != nullptr && entered->chain == m_chain) {
            done |= step > position && !m_told.empty();
            if (!done)
                m_told.clear();
        }
        if (!done && chains[step] == m_chain)
            tell(step);
    }
}

void ChainRulesModel::tell(std::size_t step)
{
    const Event& event = m_trace->steps[step].event;
    if (const auto* passed = std::get_if<RulesPassed>(&event)) {
        m_told.push_back({passed->first, passed->last, step, false});
        return;
    }
    const RuleId rule = m_trace->ruleAt(step);
    if (rule == noRule || m_trace->ruleset->rule(rule).chain != m_chain)
        return;
    const std::uint32_t number = m_trace->ruleset->numberOf(rule);
    const bool matched = std::holds_alternative<RuleMatched>(event);
    if (!m_told.empty() && m_told.back().last == number)
        m_told.back() = {number, number, matched ? step : m_told.back().step, m_told.back().matched || matched};
    else if (m_told.empty() || m_told.back().last < number)
        m_told.push_back({number, number, step, matched});
}

const ChainRulesModel::Told* ChainRulesModel::toldOf(int row) const
{
    const auto number = static_cast<std::uint32_t>(row) + 1;
    const auto told = std::ranges::lower_bound(m_told, number, {}, &Told::last);
    return told == m_told.end() || number < told->first ? nullptr : &*told;
}

RuleId ChainRulesModel::ruleAt(int row) const
{
    return m_trace->ruleset->ruleAt(m_chain, static_cast<std::uint32_t>(row) + 1);
}

PathRow::State ChainRulesModel::stateAt(int row) const
{
    const Told* told = toldOf(row);
    if (told == nullptr)
        return PathRow::State::notReached;
    return told->matched ? PathRow::State::matched : PathRow::State::failed;
}

std::optional<std::size_t> ChainRulesModel::stepAt(int row) const
{
    const Told* told = toldOf(row);
    return told == nullptr ? std::nullopt : std::optional(stopOf(*m_trace, told->step));
}

int ChainRulesModel::rowOf(std::size_t step) const
{
    const auto told =
        std::ranges::find_if(m_told, [&](const Told& each) { return stopOf(*m_trace, each.step) == step; });
    return told == m_told.end() ? -1 : static_cast<int>(told->first) - 1;
}

int ChainRulesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_chain == noChain ? 0 : static_cast<int>(m_trace->ruleset->chain(m_chain).ruleCount);
}

QString ChainRulesModel::comparedAt(int row) const
{
    const Told* told = toldOf(row);
    if (told == nullptr)
        return QStringLiteral("–");
    if (told->matched)
        return comparedText(*m_trace, told->step, ruleAt(row));
    if (const auto* drawn = std::get_if<Drawn>(&m_trace->steps[told->step].event); drawn != nullptr && drawn->random)
        return drawText(*drawn);
    return translated(whyNot(*m_trace, told->step, ruleAt(row)));
}

QString ChainRulesModel::resultAt(int row) const
{
    switch (stateAt(row)) {
    case PathRow::State::matched: return resultText(*m_trace->ruleset, m_trace->ruleset->rule(ruleAt(row)));
    case PathRow::State::failed: return tr("next rule");
    default: return tr("not reached");
    }
}

QString ChainRulesModel::textOf(int row, int column) const
{
    switch (column) {
    case numberColumn: return QString::number(row + 1);
    case ruleColumn: return ruleText(*m_trace->ruleset, ruleAt(row));
    case comparedColumn: return comparedAt(row);
    case resultColumn: return resultAt(row);
    default: return QString::number(m_trace->ruleset->rule(ruleAt(row)).line);
    }
}

QVariant ChainRulesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isWords = index.column() == resultColumn;
    const bool isNumber = index.column() == numberColumn || index.column() == lineColumn;
    switch (role) {
    case Qt::DisplayRole: return textOf(index.row(), index.column());
    case Qt::ToolTipRole: return isNumber || isWords ? QString() : textOf(index.row(), index.column());
    case Qt::FontRole: return fontFor(isWords ? Type::small : Type::table);
    case Qt::TextAlignmentRole: return QVariant((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        if (isNumber || stateAt(index.row()) == PathRow::State::notReached)
            return theme().text3;
        return index.column() == comparedColumn && stateAt(index.row()) == PathRow::State::failed ? theme().failText
                                                                                                  : theme().text;
    default: return {};
    }
}

QVariant ChainRulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QStringList titles = {tr("#"), tr("Rule as saved"), tr("Compared, or why not"), tr("Result"), tr("Line")};
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= titles.size())
        return {};
    return titles[section];
}

}  // namespace natwalk
