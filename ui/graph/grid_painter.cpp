#include "ui/graph/grid_painter.h"

#include "ui/graph/block_painter.h"
#include "ui/graph/paint_marks.h"
#include "ui/translate.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace natwalk {

namespace {

/// All in the measure of a picture at 100 %; seen as a whole it is about an eighth of that.
constexpr double cellPitch = 224;
constexpr double cellHeight = 52;
constexpr double rowPitch = 84;
constexpr double serviceWidth = 84;
constexpr double partWidth = 32;
constexpr double partGap = 8;
constexpr std::uint32_t mostParts = 3;
constexpr double titleHeight = 160;
constexpr double betweenGroups = 60;
constexpr double dispatcherWidth = 90;
constexpr double afterDispatcher = 420;
constexpr double margin = 100;
/// From here on a service's name stands above its shape.
constexpr double namesFrom = 0.5;

/// As many columns as give the whole the shape of the room.
std::size_t columnsFor(const PathPicture& picture, const QSizeF& room)
{
    std::size_t cells = 0;
    for (const PictureGroup& group : picture.groups)
        cells += group.cells.size();
    const double shape = room.height() > 0 ? room.width() / room.height() : 2;
    const double groups = static_cast<double>(picture.groups.size()) * (titleHeight + betweenGroups);
    std::size_t columns = 1;
    const auto heightOf = [&](std::size_t count) {
        return groups + static_cast<double>(cells) / static_cast<double>(count) * rowPitch;
    };
    while (static_cast<double>(columns) * cellPitch + afterDispatcher < heightOf(columns) * shape)
        ++columns;
    return columns;
}

class GridPainter
{
public:
    GridPainter(QPainter& painter, const PicturePaint& what) : m_painter(painter), m_what(what), m_pixel(1 / what.zoom)
    {}

    void paint()
    {
        paintWay();
        paintDispatcher();
        for (std::size_t i = 0; i < m_what.geometry.groups.size(); ++i)
            paintGroup(i);
    }

private:
    static bool isCurrent(const PictureSpot& spot, std::size_t group, std::size_t cell)
    {
        return spot.kind == PictureSpot::Kind::cell && spot.index == group && spot.row == cell;
    }

    void paintDispatcher() const
    {
        const QRectF& rect = m_what.geometry.dispatcher;
        m_painter.setBrush(theme().header);
        m_painter.setPen(QPen(theme().path, 1.4 * m_pixel));
        m_painter.drawRoundedRect(rect, 3 * m_pixel, 3 * m_pixel);
    }

    /// From the chains that stand for no service to the one that the packet comes to.
    void paintWay() const
    {
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(theme().path, 2.2 * m_pixel));
        for (std::size_t group = 0; group < m_what.picture.groups.size(); ++group)
            for (std::size_t cell = 0; cell < m_what.picture.groups[group].cells.size(); ++cell)
                if (m_what.picture.groups[group].cells[cell].onCourse && !m_what.picture.groups[group].isOther)
                    m_painter.drawPath(wayTo(m_what.geometry.groups[group].cells[cell]));
    }

    QPainterPath wayTo(const QRectF& cell) const
    {
        const QRectF& bar = m_what.geometry.dispatcher;
        const QPointF end(cell.left() + serviceWidth / 2, cell.bottom());
        const double below = cell.bottom() + (rowPitch - cellHeight) / 2;
        const double start = std::clamp(below - cellPitch, bar.top(), bar.bottom());
        QPainterPath path(QPointF(bar.right(), start));
        const double middle = (bar.right() + m_what.geometry.groups.front().rect.left()) / 2;
        path.cubicTo(middle, start, middle, below, m_what.geometry.groups.front().rect.left(), below);
        path.lineTo(end.x(), below);
        path.lineTo(end);
        return path;
    }

    void paintGroup(std::size_t index) const
    {
        const GroupGeometry& group = m_what.geometry.groups[index];
        paintTitle(group);
        const std::vector<PictureCell>& cells = m_what.picture.groups[index].cells;
        for (std::size_t i = 0; i < cells.size(); ++i)
            paintCell(index, i, cells[i], group.cells[i]);
    }

    void paintTitle(const GroupGeometry& group) const
    {
        const double height = 16 * m_pixel;
        const QRectF line(group.rect.left(), group.rect.top() + titleHeight - height - 2 * m_pixel, group.rect.width(),
                          height);
        const QFont title = withWeight(unzoomed(fontFor(Type::body), m_what.zoom), QFont::DemiBold);
        paintText(m_painter, line, group.title, title, theme().text2);
        paintText(m_painter, line, group.count, unzoomed(fontFor(Type::small), m_what.zoom), theme().text3,
                  Qt::ElideRight, Qt::AlignRight);
    }

    void paintCell(std::size_t group, std::size_t index, const PictureCell& cell, const QRectF& rect) const
    {
        const bool current = isCurrent(m_what.state.current, group, index);
        const QColor service = cell.onCourse ? theme().path : theme().border;
        const QColor part = cell.onCourse ? theme().course : theme().hairline;
        if (cell.onCourse) {
            m_painter.setBrush(theme().header);
            m_painter.setPen(QPen(current ? theme().current : theme().path, 1.4 * m_pixel));
            m_painter.drawRoundedRect(rect.adjusted(-16, -16, 0, 16), 2 * m_pixel, 2 * m_pixel);
        }
        QRectF shape(rect.topLeft(), QSizeF(serviceWidth, cellHeight));
        m_painter.fillRect(shape, service);
        for (std::uint32_t i = 0; i < std::min(cell.parts, mostParts); ++i) {
            shape = QRectF(rect.left() + serviceWidth + partGap + i * (partWidth + partGap), rect.top(), partWidth,
                           cellHeight);
            m_painter.fillRect(shape, current && i == 0 ? theme().current : part);
        }
        if (m_what.zoom >= namesFrom)
            paintText(m_painter, rect.translated(0, -24), qstring(cell.name),
                      unzoomed(fontFor(Type::tiny), m_what.zoom), theme().text2);
        if (isCurrent(m_what.state.selected, group, index))
            paintSelection(m_painter, rect, m_what.state.focused);
    }

    QPainter& m_painter;
    const PicturePaint& m_what;
    double m_pixel;
};

}  // namespace

PictureGeometry layOutGrid(const PathPicture& picture, const QSizeF& room)
{
    PictureGeometry geometry;
    const std::size_t columns = columnsFor(picture, room);
    const double left = margin + dispatcherWidth + afterDispatcher;
    double y = margin;
    for (const PictureGroup& group : picture.groups) {
        GroupGeometry placed;
        placed.title = qstring(group.title);
        placed.count = QLocale().toString(static_cast<qulonglong>(group.cells.size()));
        for (std::size_t i = 0; i < group.cells.size(); ++i) {
            const std::size_t column = i % columns;
            const std::size_t row = i / columns;
            const QPointF at(left + static_cast<double>(column) * cellPitch,
                             y + titleHeight + static_cast<double>(row) * rowPitch);
            placed.cells.emplace_back(at, QSizeF(cellPitch - 2 * partGap, cellHeight));
        }
        const double rows = std::ceil(static_cast<double>(group.cells.size()) / static_cast<double>(columns));
        placed.rect = QRectF(left, y, static_cast<double>(columns) * cellPitch, titleHeight + rows * rowPitch);
        y = placed.rect.bottom() + betweenGroups;
        geometry.groups.push_back(std::move(placed));
    }
    geometry.dispatcher = QRectF(margin, margin, dispatcherWidth, y - betweenGroups - margin);
    geometry.bounds =
        QRectF(0, 0, left + static_cast<double>(columns) * cellPitch + margin, y - betweenGroups + margin);
    return geometry;
}

void paintGrid(QPainter& painter, const PicturePaint& what) { GridPainter(painter, what).paint(); }

}  // namespace natwalk
