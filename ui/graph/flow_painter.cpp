#include "ui/graph/flow_painter.h"

#include "ui/graph/flow_paths.h"
#include "ui/theme.h"

#include <algorithm>

namespace natwalk {

namespace {

constexpr double lineWidth = 2.2;
constexpr double dash = 3;
constexpr double linkWidth = 1.4;
constexpr double betweenHalf = 6;
constexpr double arrowLength = 10;
constexpr double arrowHalf = 5;
constexpr double dimmed = 0.3;
constexpr double fade = 28;

/// A colour that grows out of nothing from x on.
QBrush fadingIn(const QColor& colour, double x)
{
    QColor nothing = colour;
    nothing.setAlpha(0);
    QLinearGradient gradient(x, 0, x + grown(fade), 0);
    gradient.setColorAt(0, nothing);
    gradient.setColorAt(1, colour);
    return gradient;
}

QPen linePen(bool solid)
{
    QPen pen(theme().path, grown(lineWidth), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (!solid)
        pen.setDashPattern({dash, dash});
    return pen;
}

}  // namespace

void FlowPainter::bandsBeyond() const
{
    paintEntryBand();
    for (const FlowGeometry& flow : m_what.geometry.flows)
        if (flow.width > 0)
            stroke(flow, flow.beyond);
}

void FlowPainter::bandsWithin(std::uint32_t block) const
{
    for (const FlowGeometry& flow : m_what.geometry.flows)
        if (flow.from == block && flow.width > 0)
            stroke(flow, flow.within);
}

void FlowPainter::linesBeyond() const
{
    paintEntryLine();
    for (const FlowGeometry& flow : m_what.geometry.flows) {
        if (flow.onCourse)
            lineBeyond(flow);
        else if (flow.returns)
            m_painter.strokePath(flow.beyond, QPen(theme().border, grown(linkWidth)));
    }
}

void FlowPainter::linesWithin(std::uint32_t block) const
{
    if (m_what.detail() != Detail::full)
        return;
    for (const FlowGeometry& flow : m_what.geometry.flows)
        if (flow.from == block && flow.onCourse && !flow.within.isEmpty())
            strokeLine(flow.within, hasCome(flow.step));
}

void FlowPainter::labels() const
{
    for (const FlowGeometry& flow : m_what.geometry.flows)
        if (!flow.label.isEmpty())
            paintLabel(flow);
}

/// The current step is this one or a later one.
bool FlowPainter::hasCome(std::size_t step) const { return step != noStep && m_what.state.position >= step; }

/// The packet is past everything that a row tells of.
bool FlowPainter::isPast(const FlowGeometry& flow) const
{
    const std::vector<PictureRow>& rows = m_what.picture.blocks[flow.from].rows;
    return flow.row < rows.size() && rows[flow.row].lastStep < m_what.state.position;
}

bool FlowPainter::isLit(const FlowGeometry& flow) const
{
    const auto& lit = m_what.state.lit;
    return !lit || (lit->contains(flow.from) && (flow.toEndpoint || lit->contains(flow.to)));
}

void FlowPainter::stroke(const FlowGeometry& flow, const QPainterPath& path) const
{
    const bool ownBand = flow.onCourse && flow.share < 0.999;
    QPen pen(ownBand ? theme().course : theme().flow, flow.width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    m_painter.setOpacity(isLit(flow) ? 1 : dimmed);
    m_painter.strokePath(path, pen);
    m_painter.setOpacity(1);
}

void FlowPainter::strokeLine(const QPainterPath& path, bool solid) const { m_painter.strokePath(path, linePen(solid)); }

void FlowPainter::lineBeyond(const FlowGeometry& flow) const
{
    if (flow.toEndpoint) {
        lineToEndpoint(flow);
        return;
    }
    const bool solid = isPast(flow);
    strokeLine(flow.beyond, solid);
    paintArrow(flow.end, flow.endAngle, solid);
}

/// Solid as far as the packet has come through the gates.
void FlowPainter::lineToEndpoint(const FlowGeometry& flow) const
{
    const double split = isPast(flow) ? reachedX(flow.end.x()) : flow.beyond.elementAt(0).x;
    clippedLine(flow.beyond, split, true);
    clippedLine(flow.beyond, split, false);
    paintArrow(flow.end, 0, split >= flow.end.x());
}

double FlowPainter::reachedX(double end) const
{
    double x = end;
    for (const GateGeometry& gate : m_what.geometry.gates)
        if (gate.gate.onCourse && gate.gate.first != noStep && gate.gate.last >= m_what.state.position)
            x = std::min(x, gate.rect.left());
    return m_what.state.betweenTables && x == end ? end - grown(arrowLength) : x;
}

void FlowPainter::clippedLine(const QPainterPath& path, double split, bool solid) const
{
    const QRectF all = path.boundingRect().adjusted(-4, -4, 4, 4);
    QRectF part = all;
    if (solid)
        part.setRight(split);
    else
        part.setLeft(split);
    if (part.width() <= 0)
        return;
    m_painter.save();
    m_painter.setClipRect(part, Qt::IntersectClip);
    strokeLine(path, solid);
    m_painter.restore();
}

void FlowPainter::paintArrow(const QPointF& tip, double angle, bool solid) const
{
    if (m_what.detail() != Detail::full)
        return;
    m_painter.save();
    m_painter.translate(tip);
    m_painter.rotate(angle);
    const QPolygonF triangle({QPointF(-0.5, 0), QPointF(-grown(arrowLength), -grown(arrowHalf)),
                              QPointF(-grown(arrowLength), grown(arrowHalf))});
    m_painter.setPen(QPen(theme().path, 1.4, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    m_painter.setBrush(solid ? theme().path : theme().canvas);
    m_painter.drawPolygon(triangle);
    m_painter.restore();
}

/// Out of nothing: what lies before is not on the picture.
void FlowPainter::paintEntryBand() const
{
    const QPointF& from = m_what.geometry.entryFrom;
    m_painter.setPen(QPen(fadingIn(theme().flow, from.x()), bandWidth(1), Qt::SolidLine, Qt::FlatCap));
    m_painter.drawLine(from, m_what.geometry.entry);
}

void FlowPainter::paintEntryLine() const
{
    const bool solid = hasCome(m_what.picture.blocks.front().step);
    QPen pen = linePen(solid);
    pen.setBrush(fadingIn(theme().path, m_what.geometry.entryFrom.x()));
    m_painter.setPen(pen);
    m_painter.drawLine(m_what.geometry.entryFrom, m_what.geometry.entry);
    paintArrow(m_what.geometry.entry, 0, solid);
}

/// Where the packet is while no table reads it: before the first one, or where a routing decision is made.
void FlowPainter::markBetween() const
{
    if (!m_what.state.betweenTables || m_what.detail() == Detail::shapes)
        return;
    const double half = grown(betweenHalf);
    QPointF at(std::max(m_what.left, m_what.geometry.entryFrom.x() + grown(fade)) + half + 1,
               m_what.geometry.entry.y());
    for (const FlowGeometry& flow : m_what.geometry.flows)
        if (flow.onCourse && flow.toEndpoint && isPast(flow))
            at = {std::min(reachedX(flow.end.x()), flow.end.x()) - half - 1, flow.end.y()};
    m_painter.setBrush(theme().currentGround);
    m_painter.setPen(QPen(theme().current, 2));
    m_painter.drawPolygon(
        QPolygonF({at - QPointF(half, 0), at - QPointF(0, half), at + QPointF(half, 0), at + QPointF(0, half)}));
}

void FlowPainter::paintLabel(const FlowGeometry& flow) const
{
    QFont font = fontFor(Type::small);
    font.setWeight(QFont::DemiBold);
    m_painter.setFont(font);
    m_painter.setOpacity(isLit(flow) ? 1 : dimmed);
    QColor ground = theme().canvas;
    ground.setAlphaF(0.8F);
    m_painter.fillRect(flow.labelRect, ground);
    m_painter.setPen(flow.onCourse ? theme().path : theme().text2);
    m_painter.drawText(flow.labelRect, Qt::AlignRight | Qt::AlignVCenter, flow.label);
    m_painter.setOpacity(1);
}

}  // namespace natwalk
