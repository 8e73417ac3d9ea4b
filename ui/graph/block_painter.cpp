#include "ui/graph/block_painter.h"

#include "ui/graph/paint_marks.h"
#include "ui/graph/row_painter.h"
#include "ui/names.h"

#include <QFontMetricsF>
#include <QPainterPath>
#include <QRegularExpression>

#include <utility>

namespace natwalk {

namespace {

constexpr double padding = 12;
constexpr double barWidth = 4;

class BlockPainter
{
public:
    BlockPainter(QPainter& painter, const PicturePaint& what, std::uint32_t index)
        : m_painter(painter)
        , m_what(what)
        , m_index(index)
        , m_block(what.picture.blocks[index])
        , m_geometry(what.geometry.blocks[index])
    {
        const double radius = grown(measure::radius);
        m_outline.addRoundedRect(m_geometry.rect, radius, radius);
    }

    void paint(const FlowPainter& flows)
    {
        if (m_what.detail() == Detail::shapes) {
            paintShape();
            return;
        }
        paintGrounds();
        if (m_what.detail() == Detail::full)
            flows.bandsWithin(m_index);
        paintBorders();
        if (m_what.detail() == Detail::full)
            paintWords();
        else
            paintStrokes();
        if (m_what.state.selected.isIn(m_index))
            paintSelection(m_painter, selectedRect(), m_what.state.focused);
    }

private:
    void paintShape() const
    {
        const bool isCurrent = m_what.state.current.isIn(m_index);
        m_painter.setPen(m_block.onCourse ? QPen(theme().path, 1.5 / m_what.zoom) : QPen(Qt::NoPen));
        m_painter.setBrush(isCurrent ? theme().current : m_block.onCourse ? theme().header : theme().border);
        m_painter.drawRect(m_geometry.rect);
    }

    void paintGrounds() const
    {
        m_painter.save();
        m_painter.setPen(Qt::NoPen);
        m_painter.fillPath(m_outline, theme().surface);
        m_painter.setClipPath(m_outline, Qt::IntersectClip);
        m_painter.fillRect(m_geometry.header, m_block.onCourse ? theme().header : theme().unreached);
        for (std::uint32_t i = 0; i < m_geometry.rows.size(); ++i)
            paintRowGround(i);
        m_painter.restore();
    }

    void paintRowGround(std::uint32_t i) const
    {
        const QRectF& rect = m_geometry.rows[i].rect;
        if (isCurrent(i))
            m_painter.fillRect(rect, theme().currentGround);
        else if (m_block.rows[i].isRun())
            m_painter.fillRect(rect, theme().unreached);
        if (i > 0)
            m_painter.fillRect(QRectF(rect.left(), rect.top() - 0.5, rect.width(), 1), theme().hairline);
    }

    bool isCurrent(std::uint32_t row) const
    {
        const PictureRow& told = m_block.rows[row];
        const PictureSpot& spot = m_what.state.current;
        return spot.kind == PictureSpot::Kind::row && spot.index == m_index && told.step != noStep
               && told.step <= m_what.state.position && m_what.state.position <= told.lastStep;
    }

    void paintBorders() const
    {
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(m_block.onCourse ? QPen(theme().path, 1.5) : QPen(theme().border, 1.2));
        m_painter.drawPath(m_outline);
        if (const QRectF rect = currentRect(); !rect.isEmpty())
            paintCurrent(rect);
    }

    QRectF currentRect() const
    {
        const PictureSpot& spot = m_what.state.current;
        if (spot == PictureSpot{PictureSpot::Kind::block, m_index, 0})
            return m_geometry.header;
        QRectF rect;
        for (std::uint32_t i = 0; i < m_geometry.rows.size(); ++i)
            if (isCurrent(i))
                rect |= m_geometry.rows[i].rect;
        return rect;
    }

    void paintCurrent(const QRectF& rect) const
    {
        QPainterPath part;
        part.addRect(rect);
        const QPainterPath frame = m_outline.intersected(part);
        m_painter.save();
        m_painter.setClipPath(frame, Qt::IntersectClip);
        m_painter.fillRect(QRectF(rect.left(), rect.top(), grown(barWidth), rect.height()), theme().current);
        m_painter.restore();
        m_painter.setPen(QPen(theme().current, 2));
        m_painter.drawPath(frame);
    }

    void paintWords() const
    {
        paintTitle();
        for (std::uint32_t i = 0; i < m_geometry.rows.size(); ++i)
            paintRow(m_painter, {m_block, m_geometry, i, isCurrent(i)});
    }

    void paintTitle() const
    {
        const QRectF header = m_geometry.header.adjusted(grown(padding), 0, -grown(padding), 0);
        const QColor ink = m_block.onCourse ? theme().text : theme().text2;
        if (m_geometry.leaf) {
            const QFont font = withWeight(fontFor(Type::rule), m_block.onCourse ? QFont::DemiBold : QFont::Normal);
            paintText(m_painter, header, fittedName(m_geometry.title, font, header.width()), font, ink);
            return;
        }
        const QFont font = fontFor(Type::blockTitle);
        if (m_geometry.subtitle.isEmpty()) {
            paintText(m_painter, header, m_geometry.title, font, ink, Qt::ElideMiddle);
            return;
        }
        const QRectF upper(header.left(), header.top() + grown(5), header.width(), grown(18));
        paintText(m_painter, upper, m_geometry.title, font, ink, Qt::ElideMiddle);
        const QRectF lower(header.left(), header.top() + grown(22), header.width(), grown(15));
        paintText(m_painter, lower, m_geometry.subtitle, fontFor(Type::ruleSecond), theme().text2, Qt::ElideMiddle);
    }

    /// Far away: the title keeps its size, rules become strokes in their colours.
    void paintStrokes() const
    {
        const double zoom = m_what.zoom;
        const QRectF header = m_geometry.header.adjusted(6 / zoom, 0, -3 / zoom, 0);
        const auto [title, font] = fittingTitle(header.width());
        paintText(m_painter, header, title, font, m_block.onCourse ? theme().text : theme().text2, Qt::ElideMiddle);
        for (std::uint32_t i = 0; i < m_geometry.rows.size(); ++i)
            paintStroke(i);
    }

    /// The first of the title's forms that has room: whole, smaller, without the word that many begin with.
    std::pair<QString, QFont> fittingTitle(double room) const
    {
        const QString& whole = m_geometry.shortTitle;
        static const QRegularExpression afterWord(QStringLiteral("(?<=[-_])."));
        const QString rest = whole.mid(std::max(qsizetype(0), whole.indexOf(afterWord)));
        QFont font;
        for (const QString& title : {whole, rest})
            for (const Type type : {Type::small, Type::tiny}) {
                font = withWeight(unzoomed(fontFor(type), m_what.zoom), QFont::DemiBold);
                if (QFontMetricsF(font).horizontalAdvance(title) <= room)
                    return {title, font};
            }
        return {rest, font};
    }

    void paintStroke(std::uint32_t i) const
    {
        const double pixel = 1 / m_what.zoom;
        const QRectF& rect = m_geometry.rows[i].rect;
        const PictureRow& row = m_block.rows[i];
        const QPointF left(rect.left() + 8 * pixel, rect.center().y());
        const QColor mark = row.mark == RowMark::matched  ? theme().pass
                            : row.mark == RowMark::failed ? theme().failText
                                                          : theme().border;
        m_painter.fillRect(QRectF(left + QPointF(0, -1.5 * pixel), QSizeF(4 * pixel, 3 * pixel)), mark);
        const double length = std::min(0.6, 0.2 + 0.05 * static_cast<double>(row.first % 8)) * rect.width();
        const QColor stroke = row.mark == RowMark::none ? theme().hairline : theme().border;
        m_painter.fillRect(QRectF(left + QPointF(8 * pixel, -1.5 * pixel), QSizeF(length, 3 * pixel)), stroke);
    }

    QRectF selectedRect() const
    {
        const PictureSpot& spot = m_what.state.selected;
        return spot.kind == PictureSpot::Kind::row ? m_geometry.rows[spot.row].rect : m_geometry.rect;
    }

    QPainter& m_painter;
    const PicturePaint& m_what;
    std::uint32_t m_index;
    const PictureBlock& m_block;
    const BlockGeometry& m_geometry;
    QPainterPath m_outline;
};

}  // namespace

void paintBlock(QPainter& painter, const PicturePaint& what, const FlowPainter& flows, std::uint32_t index)
{
    BlockPainter(painter, what, index).paint(flows);
}

void paintSelection(QPainter& painter, const QRectF& rect, bool focused)
{
    QColor colour = theme().path;
    colour.setAlphaF(focused ? 1.0F : 0.5F);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 2, Qt::DashLine));
    painter.drawRoundedRect(rect.adjusted(-4, -4, 4, 4), grown(measure::radius) + 2, grown(measure::radius) + 2);
}

}  // namespace natwalk
