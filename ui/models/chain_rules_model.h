// All rules of one chain, however many: each row is made when it is looked at.
#pragma once

#include "trace/trace.h"
#include "ui/models/path_model.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace natwalk {

class ChainRulesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Columns { numberColumn, ruleColumn, comparedColumn, resultColumn, lineColumn };

    using QAbstractTableModel::QAbstractTableModel;

    /// A chain as the packet met it in the visit that step `position` belongs to, else in its last one before.
    void show(TracePtr trace, ChainId chain, std::size_t position);

    const TracePtr& trace() const { return m_trace; }
    ChainId chain() const { return m_chain; }
    RuleId ruleAt(int row) const;
    /// What became of a rule.
    PathRow::State stateAt(int row) const;
    /// The step that tells of a rule; nothing where the packet did not come to it.
    std::optional<std::size_t> stepAt(int row) const;
    /// The row that a step tells of; -1 where it tells of none.
    int rowOf(std::size_t step) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : lineColumn + 1; }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    /// Rules that one step tells of.
    struct Told
    {
        std::uint32_t first = 0;  ///< numbers, from 1
        std::uint32_t last = 0;
        std::size_t step = 0;
        bool matched = false;
    };

    void readVisit(std::size_t position);
    void tell(std::size_t step);
    const Told* toldOf(int row) const;
    QString textOf(int row, int column) const;
    QString comparedAt(int row) const;
    QString resultAt(int row) const;

    TracePtr m_trace;
    ChainId m_chain = noChain;
    std::vector<Told> m_told;  ///< ascending by first
};

}  // namespace natwalk
