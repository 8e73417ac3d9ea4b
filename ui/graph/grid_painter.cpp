#include "ui/graph/grid_painter.h"

#include "ui/graph/block_painter.h"
#include "ui/graph/paint_marks.h"
#include "ui/translate.h"

#include <QFontMetricsF>

#include <algorithm>

namespace natwalk {

namespace {

/// From this width of a cell on (in pixels of the screen) a service's name stands above its shape.
constexpr double namesFrom = 80;
constexpr double nameHeight = 14;
constexpr double titleHeight = 16;
constexpr double serviceShare = 0.42;  ///< of a cell's width
constexpr std::uint32_t mostParts = 3;

class GridPainter
{
public:
    GridPainter(QPainter& painter, const PicturePaint& what) : m_painter(painter), m_what(what), m_pixel(1 / what.zoom)
    {}

    void paint()
    {
        paintDispatcher();
        for (std::size_t i = 0; i < m_what.geometry.groups.size(); ++i)
            paintGroup(i);
        paintWays();
    }

private:
    static bool isAt(const PictureSpot& spot, std::size_t group, std::size_t cell)
    {
        return spot.kind == PictureSpot::Kind::cell && spot.index == group && spot.row == cell;
    }

    void paintDispatcher() const
    {
        const QRectF& rect = m_what.geometry.dispatcher;
        m_painter.setBrush(theme().header);
        m_painter.setPen(QPen(theme().path, 1.4 * m_pixel));
        m_painter.drawRoundedRect(rect, 4 * m_pixel, 4 * m_pixel);
        const QFont font = withWeight(unzoomed(fontFor(Type::small), m_what.zoom), QFont::DemiBold);
        if (rect.width() < QFontMetricsF(font).height())
            return;
        m_painter.save();
        m_painter.translate(rect.center());
        m_painter.rotate(-90);
        const QRectF line(-rect.height() / 2, -rect.width() / 2, rect.height(), rect.width());
        paintText(m_painter, line, m_what.geometry.dispatcherTitle, font, theme().text, Qt::ElideRight,
                  Qt::AlignHCenter);
        m_painter.restore();
    }

    /// From the chain that leads to all to the services that the packet comes to.
    void paintWays() const
    {
        for (std::size_t group = 0; group < m_what.picture.groups.size(); ++group)
            for (std::size_t cell = 0; cell < m_what.picture.groups[group].cells.size(); ++cell)
                if (m_what.picture.groups[group].cells[cell].onCourse && !m_what.picture.groups[group].isOther) {
                    m_painter.setBrush(Qt::NoBrush);
                    m_painter.setPen(QPen(theme().path, 2.2 * m_pixel));
                    m_painter.drawPath(wayTo(m_what.geometry.groups[group].cells[cell]));
                    paintName(m_what.picture.groups[group].cells[cell], m_what.geometry.groups[group].cells[cell]);
                }
    }

    /// In the lane below the cell's row.
    QPainterPath wayTo(const QRectF& cell) const
    {
        const QRectF& bar = m_what.geometry.dispatcher;
        const double below = cell.bottom() + cell.height() / 4;
        const double left = m_what.geometry.groups.front().rect.left() - cell.height() / 2;
        const double start = std::clamp(below - bar.width(), bar.top(), bar.bottom());
        QPainterPath path(QPointF(bar.right(), start));
        const double middle = (bar.right() + left) / 2;
        path.cubicTo(middle, start, middle, below, left, below);
        path.lineTo(cell.center().x(), below);
        path.lineTo(cell.center().x(), cell.bottom());
        return path;
    }

    /// Beside the cell, on a ground of its own: of all names this one is asked for.
    void paintName(const PictureCell& cell, const QRectF& rect) const
    {
        const QFont font = withWeight(unzoomed(fontFor(Type::small), m_what.zoom), QFont::DemiBold);
        const QString name = qstring(cell.name);
        const double width = QFontMetricsF(font).horizontalAdvance(name) + 12 * m_pixel;
        QRectF tag(rect.right() + 6 * m_pixel, rect.top() - 3 * m_pixel, width, 18 * m_pixel);
        if (tag.right() > m_what.geometry.bounds.right())
            tag.moveRight(rect.left() - 6 * m_pixel);
        m_painter.setBrush(theme().surface);
        m_painter.setPen(QPen(theme().path, 1.2 * m_pixel));
        m_painter.drawRoundedRect(tag, 4 * m_pixel, 4 * m_pixel);
        paintText(m_painter, tag, name, font, theme().text, Qt::ElideMiddle, Qt::AlignHCenter);
    }

    void paintGroup(std::size_t index) const
    {
        const PictureGroup& group = m_what.picture.groups[index];
        paintTitle(m_what.geometry.groups[index], std::ranges::any_of(group.cells, &PictureCell::onCourse));
        for (std::size_t i = 0; i < group.cells.size(); ++i)
            paintCell(index, i);
    }

    void paintTitle(const GroupGeometry& group, bool onCourse) const
    {
        const double height = std::min(titleHeight * m_pixel, group.title.height());
        if (height < 0.8 * titleHeight * m_pixel)
            return;
        const QRectF line(group.rect.left(), group.title.bottom() - height, group.title.width(), height);
        const QFont font = withWeight(unzoomed(fontFor(Type::small), m_what.zoom), QFont::DemiBold);
        const QFont counting = unzoomed(fontFor(Type::tiny), m_what.zoom);
        const double count = QFontMetricsF(counting).horizontalAdvance(group.count) + 8 * m_pixel;
        paintText(m_painter, line.adjusted(0, 0, -count, 0), group.name, font, onCourse ? theme().text : theme().text2);
        paintText(m_painter, line, group.count, counting, theme().text3, Qt::ElideRight, Qt::AlignRight);
    }

    void paintCell(std::size_t group, std::size_t index) const
    {
        const PictureCell& cell = m_what.picture.groups[group].cells[index];
        const QRectF& rect = m_what.geometry.groups[group].cells[index];
        const bool current = isAt(m_what.state.current, group, index);
        if (cell.onCourse)
            paintOutline(rect, current);
        QRectF shapes = rect;
        if (rect.width() * m_what.zoom >= namesFrom) {
            shapes.setTop(rect.top() + nameHeight * m_pixel);
            const QRectF line(rect.left(), rect.top(), rect.width(), nameHeight * m_pixel);
            paintText(m_painter, line, qstring(cell.name), unzoomed(fontFor(Type::tiny), m_what.zoom), theme().text2,
                      Qt::ElideMiddle);
        }
        paintShapes(cell, shapes, current);
        if (isAt(m_what.state.selected, group, index))
            paintSelection(m_painter, rect, m_what.state.focused);
    }

    void paintOutline(const QRectF& rect, bool current) const
    {
        const double around = 3 * m_pixel;
        m_painter.setBrush(current ? theme().currentGround : theme().header);
        m_painter.setPen(QPen(current ? theme().current : theme().path, 1.4 * m_pixel));
        m_painter.drawRoundedRect(rect.adjusted(-around, -around, around, around), 2 * m_pixel, 2 * m_pixel);
    }

    /// The service, and its endpoints beside it.
    void paintShapes(const PictureCell& cell, const QRectF& rect, bool current) const
    {
        const double part = rect.width() * (1 - serviceShare) / mostParts;
        const QSizeF size(rect.width() * serviceShare, rect.height());
        m_painter.fillRect(QRectF(rect.topLeft(), size), cell.onCourse ? theme().path : inkOfServices());
        for (std::uint32_t i = 0; i < std::min(cell.parts, mostParts); ++i) {
            const QColor ink = current && i == 0 ? theme().current : cell.onCourse ? theme().course : theme().border;
            m_painter.fillRect(
                QRectF(rect.left() + size.width() + part * i + part / 4, rect.top(), part * 3 / 4, rect.height()), ink);
        }
    }

    static QColor inkOfServices()
    {
        QColor ink = theme().text3;
        ink.setAlphaF(0.55F);
        return ink;
    }

    QPainter& m_painter;
    const PicturePaint& m_what;
    double m_pixel;
};

}  // namespace

void paintGrid(QPainter& painter, const PicturePaint& what) { GridPainter(painter, what).paint(); }

}  // namespace natwalk
