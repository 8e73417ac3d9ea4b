#include "ui/graph/paint_marks.h"

#include <QFontMetricsF>

#include <algorithm>

namespace natwalk {

namespace {

constexpr double tagHeight = 18;
constexpr double tagPadding = 6;

struct Ink
{
    QColor ground;
    QColor text;
};

Ink inkOf(TagKind kind)
{
    const Theme& colours = theme();
    switch (kind) {
    case TagKind::nat: return {colours.natGround, colours.natText};
    case TagKind::pass: return {colours.passGround, colours.passText};
    case TagKind::fail: return {colours.failGround, colours.failText};
    case TagKind::drop: return {colours.dropGround, colours.dropText};
    case TagKind::plain: break;
    }
    return {colours.unreached, colours.text2};
}

QFont tagFont() { return withWeight(fontFor(Type::ruleSecond), QFont::Medium); }

}  // namespace

void paintMark(QPainter& painter, const QPointF& centre, RowMark mark)
{
    const double s = grown(1);
    if (mark == RowMark::none) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().border);
        painter.drawEllipse(centre, 2 * s, 2 * s);
        return;
    }
    painter.setBrush(Qt::NoBrush);
    const QColor colour = mark == RowMark::matched ? theme().pass : theme().failText;
    painter.setPen(QPen(colour, 2 * s, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (mark == RowMark::matched) {
        painter.drawPolyline(
            QPolygonF({centre + QPointF(-5, 0.5) * s, centre + QPointF(-1.5, 4) * s, centre + QPointF(5, -4) * s}));
        return;
    }
    painter.drawLine(centre + QPointF(-4, -4) * s, centre + QPointF(4, 4) * s);
    painter.drawLine(centre + QPointF(-4, 4) * s, centre + QPointF(4, -4) * s);
}

double tagWidth(const QString& text)
{
    return QFontMetricsF(tagFont()).horizontalAdvance(text) + 2 * grown(tagPadding);
}

double paintTag(QPainter& painter, const QPointF& leftCentre, const QString& text, TagKind kind, double room)
{
    const Ink ink = inkOf(kind);
    const double width = std::min(tagWidth(text), room);
    const QRectF rect(leftCentre.x(), leftCentre.y() - grown(tagHeight) / 2, width, grown(tagHeight));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink.ground);
    painter.drawRoundedRect(rect, grown(4), grown(4));
    const QRectF inside = rect.adjusted(grown(tagPadding), 0, -grown(tagPadding), 0);
    paintText(painter, inside, text, tagFont(), ink.text);
    return width;
}

double paintText(QPainter& painter, const QRectF& rect, const QString& text, const QFont& font, const QColor& colour,
                 Qt::TextElideMode elide, Qt::Alignment alignment)
{
    const QFontMetricsF metrics(font);
    const QString fitting = metrics.elidedText(text, elide, rect.width() + 0.5);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(rect, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, fitting);
    return metrics.horizontalAdvance(fitting);
}

void paintFoldMark(QPainter& painter, const QPointF& centre)
{
    const double s = grown(1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().text3);
    painter.drawPolygon(
        QPolygonF({centre + QPointF(-2.5, -4) * s, centre + QPointF(3, 0) * s, centre + QPointF(-2.5, 4) * s}));
}

QFont unzoomed(QFont font, double zoom)
{
    font.setPointSizeF(font.pointSizeF() / zoom);
    return font;
}

QFont withWeight(QFont font, QFont::Weight weight)
{
    font.setWeight(weight);
    return font;
}

}  // namespace natwalk
