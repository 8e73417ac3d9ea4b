// The picture with sizes and places: what is painted, and what a click falls on. Measures as in the design, a grid
// of 4.
#pragma once

#include "ui/graph/path_picture.h"
#include "ui/graph/row_words.h"

#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <vector>

namespace natwalk {

struct RowGeometry
{
    QRectF rect;
    RowWords words;
};

struct BlockGeometry
{
    QRectF rect;
    QRectF header;
    QString title;
    QString subtitle;
    QString shortTitle;
    bool leaf = false;     ///< its title is a chain's own name, in fixed width
    double gutter = 0;     ///< room for the bands that leave, at the right
    double textRight = 0;  ///< where it begins
    double numberWidth = 0;
    std::vector<RowGeometry> rows;
};

/// A band of flow: down the gutter of its block to the row, then on to a header or an endpoint.
struct FlowGeometry
{
    std::uint32_t from = 0;
    std::uint32_t row = nowhere;
    std::uint32_t to = 0;
    bool toEndpoint = false;
    bool returns = false;  ///< the packet comes back: a line without a band
    bool onCourse = false;
    std::size_t step = noStep;  ///< of the row that sends the packet on
    double share = 0;
    double width = 0;
    QPainterPath within;  ///< in the gutter; empty for calls that return
    QPainterPath beyond;
    QPointF end;
    double endAngle = 0;  ///< of the arrow: 0 to the right, 90 down
    QString label;        ///< the share, where the flow arrives
    QRectF labelRect;
};

/// The chains of a table, where several are shown.
struct PartGeometry
{
    QString title;
    QRectF rect;
};

struct GateGeometry
{
    PictureGate gate;
    QRectF rect;
    QString title;
    QString subtitle;
};

struct EndpointGeometry
{
    QRectF rect;
    QString label;
    QString shortLabel;  ///< without what all endpoints share
};

/// Services of a namespace, side by side.
struct GroupGeometry
{
    QString name;
    QString count;
    QRectF title;
    QRectF rect;
    std::vector<QRectF> cells;
};

struct PictureGeometry
{
    std::vector<BlockGeometry> blocks;
    std::vector<FlowGeometry> flows;  ///< bands of other courses first
    std::vector<GateGeometry> gates;
    std::vector<PartGeometry> parts;
    std::vector<EndpointGeometry> endpoints;
    std::vector<GroupGeometry> groups;
    QRectF dispatcher;  ///< of groups: the chain that leads to them all
    QString dispatcherTitle;
    QPointF entry;      ///< where the packet comes in, on the left side of the first thing it meets
    QPointF entryFrom;  ///< where its way there begins to be seen
    QRectF bounds;      ///< with margins
    double mostZoom = 4;
};

/// Places a picture; gaps grow with the room there is.
/// @param room  of the canvas, in pixels at 100 %
PictureGeometry layOut(const PathPicture& picture, const QSizeF& room);

/// Measures in pixels at 100 % and an ordinary font.
namespace measure {
inline constexpr double margin = 16;
inline constexpr double header = 40;
inline constexpr double leafHeader = 30;
inline constexpr double row = 44;
inline constexpr double lowRow = 40;
inline constexpr double flatRow = 28;
inline constexpr double gutter = 4;  ///< beside the bands that leave a block
inline constexpr double whole = 24;  ///< width of probability 1
inline constexpr double gate = 20;
inline constexpr double endpointWidth = 142;
inline constexpr double endpointHeight = 60;
inline constexpr double radius = 8;
inline constexpr double betweenGates = 4;
inline constexpr double panelPadding = 12;  ///< of an open gate
inline constexpr double panelGap = 12;
inline constexpr double indentation = 16;  ///< of a chain below the one that calls it, in an open gate
}  // namespace measure

/// A measure that grows with the desktop's font, as scaled(), without rounding.
double grown(double pixels);

}  // namespace natwalk
