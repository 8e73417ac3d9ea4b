#include "ui/rules/rule_marks.h"

#include "ui/icons.h"
#include "ui/theme.h"

namespace natwalk {

void paintPlaceMark(QPainter* painter, const QRect& cell, bool breakpoint, bool current)
{
    painter->setPen(Qt::NoPen);
    const double y = cell.center().y() + 0.5;
    if (breakpoint) {
        painter->setBrush(theme().drop);
        painter->drawEllipse(QPointF(cell.left() + scaled(9), y), scaled(3.5), scaled(3.5));
    } else if (current) {
        painter->setBrush(theme().current);
        const double x = cell.left() + scaled(6);
        painter->drawPolygon(
            QPolygonF({QPointF(x, y - scaled(4)), QPointF(x + scaled(6), y), QPointF(x, y + scaled(4))}));
    }
}

int paintStateMark(QPainter* painter, const QRect& cell, PathRow::State state)
{
    const int size = scaled(12);
    const bool matched = state == PathRow::State::matched;
    if (matched || state == PathRow::State::failed) {
        const QPixmap mark =
            matched ? symbol(QStringLiteral("check"), theme().pass, size, painter->device()->devicePixelRatioF())
                    : symbol(QStringLiteral("cross"), theme().failText, size, painter->device()->devicePixelRatioF());
        painter->drawPixmap(cell.left(), cell.center().y() - size / 2 + 1, mark);
    }
    return size + scaled(6);
}

}  // namespace natwalk
