#include "ui/panels/detail_delegate.h"

#include "ui/theme.h"

#include <QPainter>

namespace natwalk {

namespace {

constexpr double margin = 12;
constexpr double padding = 6;

void paintDetail(QPainter* painter, const QRect& place, const QString& detail)
{
    painter->setFont(fontFor(Type::ruleSecond));
    painter->setPen(theme().text2);
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(detail, Qt::ElideRight, place.width()));
}

}  // namespace

void DetailDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QString detail = index.data(detailRole).toString();
    const bool leads = option.rect.left() <= 0;  // columns before it may be hidden
    const QRect cell = option.rect.adjusted(scaled(leads ? margin : padding), scaled(4), -scaled(padding), 0);
    const int middle = option.rect.height() / 2;
    const QRect upper = cell.adjusted(0, 0, 0, -middle);
    painter->save();
    paintGround(painter, option, index);
    if (index.data(currentRole).toBool())
        painter->fillRect(option.rect.adjusted(0, 0, 0, -1), theme().currentGround);
    paintText(painter, upper, index, Qt::ElideMiddle);
    if (!detail.isEmpty())
        paintDetail(painter, upper.translated(0, middle - scaled(4)), detail);
    painter->restore();
}

}  // namespace natwalk
