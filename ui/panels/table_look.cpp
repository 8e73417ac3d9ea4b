#include "ui/panels/table_look.h"

#include "ui/theme.h"

#include <QHeaderView>
#include <QPainter>

#include <algorithm>

namespace natwalk {

namespace {

constexpr double margin = 14;  ///< of the first column's text, as the header's
constexpr double padding = 8;

}  // namespace

void fitColumn(QTableView* table, int column, int most)
{
    table->resizeColumnToContents(column);
    table->setColumnWidth(column, std::min(table->columnWidth(column), scaled(most)));
}

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

FittedTable::FittedTable(QWidget* parent) : QTableView(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QSize FittedTable::sizeHint() const
{
    const int header = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->height();
    const int rows = model() == nullptr ? 0 : model()->rowCount();
    return {scaled(200), header + rows * verticalHeader()->defaultSectionSize()};
}

QSize FittedTable::minimumSizeHint() const
{
    constexpr int fewestRows = 3;
    return {0, std::min(sizeHint().height(), fewestRows * verticalHeader()->defaultSectionSize())};
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

QRect RowDelegate::textPlace(const QRect& cell, const QModelIndex& index)
{
    return cell.adjusted(scaled(index.column() == 0 ? margin : padding), 0, -scaled(padding), 0);
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    paintGround(painter, option, index);
    paintText(painter, textPlace(option.rect, index), index);
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const
{
    const QVariant font = index.data(Qt::FontRole);
    const QFontMetrics metrics(font.isValid() ? font.value<QFont>() : fontFor(Type::small));
    const double around = (index.column() == 0 ? margin : padding) + padding;
    return {metrics.horizontalAdvance(index.data().toString()) + scaled(around) + 2, metrics.height()};
}

}  // namespace natwalk
