#include "ui/graph/flow_paths.h"

#include "ui/theme.h"
#include "ui/words/share_words.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace natwalk {

namespace {

constexpr double gutterMargin = 2;
constexpr double thinnestBand = 1.5;
constexpr double corner = 12;
constexpr double labelGap = 3;
constexpr double beforeBlock = 8;

/// On to a point: straight where it lies level, else by an S.
void goTo(QPainterPath& path, const QPointF& to)
{
    const QPointF from = path.currentPosition();
    if (std::abs(from.y() - to.y()) < 0.5 || std::abs(from.x() - to.x()) < 0.5) {
        path.lineTo(to);
        return;
    }
    const double bend = (to.x() - from.x()) / 2;
    path.cubicTo(from + QPointF(bend, 0), to - QPointF(bend, 0), to);
}

}  // namespace

double bandWidth(double share) { return std::max(grown(thinnestBand), grown(measure::whole) * share); }

FlowPaths::FlowPaths(const PathPicture& picture, const std::vector<BlockGeometry>& blocks, double gatesLeft)
    : m_picture(picture)
    , m_blocks(blocks)
    , m_gatesLeft(gatesLeft)
    , m_used(blocks.size(), grown(gutterMargin))
{}

double FlowPaths::centreOfStrip(const Leaving& leaving, double width)
{
    double& used = m_used[leaving.from];
    const double centre = m_blocks[leaving.from].rect.right() - used - width / 2;
    used += width;
    return centre;
}

FlowGeometry FlowPaths::flowOf(const Leaving& leaving, std::vector<QPointF> line)
{
    FlowGeometry flow;
    flow.from = leaving.from;
    flow.row = leaving.row;
    flow.to = leaving.to;
    flow.toEndpoint = leaving.toEndpoint;
    flow.returns = leaving.flow <= 0;
    flow.onCourse = leaving.onCourse;
    flow.step = leaving.step;
    flow.share = leaving.flow;
    flow.width = flow.returns ? 0 : bandWidth(leaving.flow);
    flow.end = line.back();
    const bool isDown = line.size() == 2 && line[0].x() == line[1].x();
    if (isDown)
        leadDown(flow, leaving);
    else
        leadRight(flow, leaving, std::move(line));
    return flow;
}

/// Straight into the block below.
void FlowPaths::leadDown(FlowGeometry& flow, const Leaving& leaving)
{
    const BlockGeometry& block = m_blocks[leaving.from];
    const double x = centreOfStrip(leaving, flow.width);
    flow.within.moveTo(x, block.header.bottom());
    flow.within.lineTo(x, block.rect.bottom());
    flow.end.setX(x);
    flow.endAngle = 90;
    flow.beyond.moveTo(x, block.rect.bottom());
    flow.beyond.lineTo(flow.end);
}

void FlowPaths::leadRight(FlowGeometry& flow, const Leaving& leaving, std::vector<QPointF> line)
{
    if (!flow.returns && leaving.row != nowhere)
        flow.within = throughGutter(leaving, flow.width, line.front().y());
    flow.beyond.moveTo(flow.within.isEmpty() ? line.front() : flow.within.currentPosition());
    if (flow.toEndpoint && m_gatesLeft < flow.end.x())
        line.insert(line.end() - 1, QPointF(m_gatesLeft, flow.end.y()));
    for (const QPointF& point : line)
        if (point.x() > flow.beyond.currentPosition().x())
            goTo(flow.beyond, point);
    if (!flow.toEndpoint && !flow.returns)
        setLabel(flow, line.front().y());
}

/// From the header down to the row, and round the corner to the block's right side.
QPainterPath FlowPaths::throughGutter(const Leaving& leaving, double width, double y)
{
    const BlockGeometry& block = m_blocks[leaving.from];
    const double x = centreOfStrip(leaving, width);
    const double radius = std::min(grown(corner), y - block.header.bottom());
    QPainterPath path(QPointF(x, block.header.bottom()));
    path.lineTo(x, y - radius);
    path.quadTo(x, y, x + radius, y);
    if (x + radius < block.rect.right())
        path.lineTo(block.rect.right(), y);
    return path;
}

void FlowPaths::setLabel(FlowGeometry& flow, double comesFrom) const
{
    const QFontMetricsF metrics(fontFor(Type::small));
    flow.label = fractionText(flow.share);
    const QSizeF size(metrics.horizontalAdvance(flow.label) + 2, metrics.ascent());
    const double away = flow.width / 2 + grown(labelGap);
    const bool fromAbove = comesFrom < flow.end.y() - 1;
    const double top = fromAbove ? flow.end.y() + away : flow.end.y() - away - size.height();
    flow.labelRect = QRectF(QPointF(flow.end.x() - grown(beforeBlock) - size.width(), top), size);
}

FlowGeometry FlowPaths::callInPanel(const PictureJump& jump) const
{
    FlowGeometry flow;
    flow.from = jump.from;
    flow.row = jump.row;
    flow.to = jump.to;
    flow.returns = true;
    flow.onCourse = jump.onCourse;
    flow.step = jump.step;
    const QRectF& upper = m_blocks[jump.from].rect;
    const QRectF& header = m_blocks[jump.to].header;
    const double x = upper.left() + grown(6);
    flow.end = {header.left(), header.center().y()};
    flow.beyond.moveTo(x, upper.bottom());
    flow.beyond.lineTo(x, flow.end.y());
    flow.beyond.lineTo(flow.end);
    return flow;
}

}  // namespace natwalk
