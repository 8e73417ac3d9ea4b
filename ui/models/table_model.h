// A table of const rows: index arithmetic once, columns as a list of "title and value".
#pragma once

#include <QAbstractTableModel>

#include <functional>
#include <utility>
#include <vector>

namespace natwalk {

/// Rows of one kind. A model of its own lists its columns in the constructor and calls `show` when its data is new.
template <typename Row>
class TableModel : public QAbstractTableModel
{
public:
    struct Column
    {
        std::function<QString()> title;                       ///< asked each time: the language may change
        std::function<QVariant(const Row&, int role)> value;  ///< empty where there is nothing for a role
        Qt::Alignment alignment = Qt::AlignLeft;              ///< of title and cells
    };

    explicit TableModel(std::vector<Column> columns, QObject* parent = nullptr)
        : QAbstractTableModel(parent)
        , m_columns(std::move(columns))
    {}

    void show(std::vector<Row> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }

    /// Tells the views that rows look different (in these roles; all when none is named), without losing their place.
    void refresh(const QList<int>& roles = {})
    {
        if (!m_rows.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), roles);
    }

    const std::vector<Row>& rows() const { return m_rows; }
    const Row& at(const QModelIndex& index) const { return m_rows.at(static_cast<std::size_t>(index.row())); }

    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const Column& column = m_columns[static_cast<std::size_t>(index.column())];
        return role == Qt::TextAlignmentRole ? centred(column) : column.value(at(index), role);
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        const Column& column = m_columns[static_cast<std::size_t>(section)];
        if (role == Qt::TextAlignmentRole)
            return centred(column);
        return role == Qt::DisplayRole ? QVariant(column.title()) : QVariant();
    }

protected:
    /// For changes of how rows look; refresh() after them.
    std::vector<Row>& rowsToChange() { return m_rows; }

private:
    static QVariant centred(const Column& column) { return QVariant(column.alignment | Qt::AlignVCenter); }

    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
};

}  // namespace natwalk
