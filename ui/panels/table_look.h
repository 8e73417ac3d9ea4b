// How all tables of the window look: no grid, quiet header, rows of one height.
#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

namespace natwalk {

/// Sets a table up: rows of `rowHeight` (at 100 %), whole rows selected, columns as wide as said later.
void setTableLook(QTableView* table, double rowHeight);

/// Makes a column as wide as what stands in it, but no wider than `most` (at 100 %).
void fitColumn(QTableView* table, int column, int most = 250);

/// A table that wants to be exactly as high as its rows, and takes less where there is no room.
class FittedTable : public QTableView
{
    Q_OBJECT

public:
    explicit FittedTable(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
};

/// Draws cells without focus frames, hairlines between rows, and the current step's row on its own ground.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// The row of the current step; -1: none.
    void setCurrentRow(int row) { m_current = row; }
    int currentRow() const { return m_current; }
    void setHairlines(bool on) { m_hairlines = on; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    /// The ground of a cell; `leading` is the left edge of the row's first column.
    void paintGround(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    /// The cell's text in its font and ink, elided, within a place.
    static void paintText(QPainter* painter, const QRect& place, const QModelIndex& index,
                          Qt::TextElideMode elide = Qt::ElideRight);

    /// Where text stands within a cell: the first column keeps the panel's margin.
    static QRect textPlace(const QRect& cell, const QModelIndex& index);

private:
    int m_current = -1;
    bool m_hairlines = false;
};

}  // namespace natwalk
