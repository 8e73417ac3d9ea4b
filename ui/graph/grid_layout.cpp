#include "ui/graph/grid_layout.h"

#include "ui/translate.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace natwalk {

namespace {

constexpr double margin = 16;
constexpr double dispatcherWidth = 20;
constexpr double afterDispatcher = 44;
constexpr double titleHeight = 22;
constexpr double betweenGroups = 12;
constexpr double narrowestGroup = 180;
constexpr double leastWidth = 600;
/// A cell is seen this wide at most: enough for a service's name.
constexpr double closest = 140;

/// From the top left of a cell to that of the next.
constexpr QSizeF pitches[] = {{40, 16}, {32, 14}, {27, 12}, {22, 10}, {18, 9},    {14, 8},   {11, 7},
                              {8, 6},   {6, 5},   {5, 4},   {4, 3},   {3.4, 2.6}, {2.8, 2.2}};

/// Sets groups one after the other, like words in lines.
class GridSetter
{
public:
    GridSetter(const PathPicture& picture, double width, const QSizeF& pitch)
        : m_picture(picture)
        , m_pitch(pitch)
        , m_left(margin + dispatcherWidth + afterDispatcher)
        , m_width(std::max(width, leastWidth) - m_left - margin)
    {}

    PictureGeometry all()
    {
        for (const PictureGroup& group : m_picture.groups)
            set(group);
        closeLine();
        const double bottom = m_y - betweenGroups;
        m_geometry.dispatcher = QRectF(margin, margin, dispatcherWidth, bottom - margin);
        m_geometry.dispatcherTitle = qstring(m_picture.groupsFrom);
        m_geometry.bounds = QRectF(0, 0, m_left + m_width + margin, bottom + margin);
        m_geometry.mostZoom = closest / m_pitch.width();
        return std::move(m_geometry);
    }

private:
    /// Groups beside each other share a width, so that they stand in columns.
    double columnWidth() const
    {
        const double columns = std::max(1.0, std::floor((m_width + betweenGroups) / (narrowestGroup + betweenGroups)));
        return (m_width + betweenGroups) / columns - betweenGroups;
    }

    double widthOf(const PictureGroup& group) const
    {
        constexpr double manyRows = 12;
        const double inColumn = std::floor(columnWidth() / m_pitch.width());
        return static_cast<double>(group.cells.size()) > manyRows * inColumn ? m_width : columnWidth();
    }

    void set(const PictureGroup& group)
    {
        const double width = widthOf(group);
        if (m_x > 0 && m_x + width > m_width + 1)
            closeLine();
        GroupGeometry placed;
        placed.name = qstring(group.title);
        placed.count = QLocale().toString(static_cast<qulonglong>(group.cells.size()));
        placed.title = QRectF(m_left + m_x, m_y, width, titleHeight - 4);
        const auto columns = static_cast<std::size_t>(std::max(1.0, std::floor(width / m_pitch.width())));
        const QSizeF cell(m_pitch.width() * 0.8, m_pitch.height() * 2 / 3);
        for (std::size_t i = 0; i < group.cells.size(); ++i) {
            const std::size_t column = i % columns;
            const std::size_t row = i / columns;
            const QPointF at(placed.title.left() + static_cast<double>(column) * m_pitch.width(),
                             m_y + titleHeight + static_cast<double>(row) * m_pitch.height());
            placed.cells.emplace_back(at, cell);
        }
        const std::size_t rows = (group.cells.size() + columns - 1) / columns;
        placed.rect =
            QRectF(placed.title.left(), m_y, width, titleHeight + static_cast<double>(rows) * m_pitch.height());
        m_x += width + betweenGroups;
        m_lineHeight = std::max(m_lineHeight, placed.rect.height());
        m_geometry.groups.push_back(std::move(placed));
    }

    void closeLine()
    {
        if (m_x > 0)
            m_y += m_lineHeight + betweenGroups;
        m_x = m_lineHeight = 0;
    }

    const PathPicture& m_picture;
    QSizeF m_pitch;
    double m_left;
    double m_width;
    double m_x = 0;
    double m_y = margin;
    double m_lineHeight = 0;
    PictureGeometry m_geometry;
};

}  // namespace

PictureGeometry layOutGrid(const PathPicture& picture, const QSizeF& room)
{
    PictureGeometry geometry;
    for (const QSizeF& pitch : pitches) {
        geometry = GridSetter(picture, room.width(), pitch).all();
        if (geometry.bounds.height() <= room.height())
            break;
    }
    return geometry;
}

}  // namespace natwalk
