#include "ui/panels/table_look.h"

#include "ui/theme.h"

#include <QHeaderView>
#include <QPainter>

#include <algorithm>

namespace natwalk {

void setTableLook(QTableView* table, double rowHeight)
{
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setWordWrap(false);
    table->setCornerButtonEnabled(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setMinimumSectionSize(1);
    table->verticalHeader()->setDefaultSectionSize(scaled(rowHeight));
    QHeaderView* header = table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setFont(fontFor(Type::small));
    header->setFixedHeight(scaled(rowHeight + 2));
    header->setMinimumSectionSize(scaled(20));
}

void setRowsShown(QTableView* table, int rows)
{
    const int header = table->horizontalHeader()->isHidden() ? 0 : table->horizontalHeader()->height();
    const int height = header + rows * table->verticalHeader()->defaultSectionSize() + 2;
    table->setMaximumHeight(height);
    table->setMinimumHeight(std::min(height, header + 3 * table->verticalHeader()->defaultSectionSize()));
    table->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    table->updateGeometry();
}

void RowDelegate::paintGround(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QRect& cell = option.rect;
    if (index.row() == m_current) {
        painter->fillRect(cell, theme().currentGround);
        if (index.column() == 0)
            painter->fillRect(QRect(cell.left(), cell.top(), scaled(3), cell.height()), theme().current);
    } else if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(cell, theme().header);
    }
    if (m_hairlines)
        painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), theme().hairline);
}

void RowDelegate::paintText(QPainter* painter, const QRect& place, const QModelIndex& index, Qt::TextElideMode elide)
{
    const QVariant font = index.data(Qt::FontRole);
    const QVariant ink = index.data(Qt::ForegroundRole);
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    painter->setFont(font.isValid() ? font.value<QFont>() : fontFor(Type::small));
    painter->setPen(ink.isValid() ? ink.value<QColor>() : theme().text);
    const int where = alignment.isValid() ? alignment.toInt() : static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    painter->drawText(place, where, painter->fontMetrics().elidedText(index.data().toString(), elide, place.width()));
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    paintGround(painter, option, index);
    paintText(painter, option.rect.adjusted(scaled(padding), 0, -scaled(padding) / 2, 0), index);
    painter->restore();
}

} // namespace natwalk
