#include "ui/graph/picture_geometry.h"

#include "ui/graph/flow_paths.h"
#include "ui/graph/grid_layout.h"
#include "ui/graph/picture_drawing.h"
#include "ui/theme.h"
#include "ui/translate.h"
#include "ui/words/rule_words.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>

namespace natwalk {

namespace {

struct PictureGeometryWords
{
    Q_DECLARE_TR_FUNCTIONS(PictureGeometryWords)
};

/// Below everything stand the chains without rules.
constexpr double beforeEmptyChains = 28;
/// Of the packet's way before the first thing it meets.
constexpr double entryLength = 52;

class Layout
{
public:
    Layout(const PathPicture& picture, DrawnPicture drawn) : m_picture(picture), m_drawn(std::move(drawn))
    {
        m_geometry.blocks = std::move(m_drawn.blocks);
    }

    PictureGeometry all()
    {
        const QPointF origin(m_drawn.margin + m_drawn.widthBefore, grown(measure::margin));
        placeBlocks(origin);
        placeParts(origin);
        placeEndpoints(origin);
        placeGates(origin);
        placeEmptyChains(origin);
        placeFlows(origin);
        measureBounds();
        return std::move(m_geometry);
    }

private:
    void placeBlocks(const QPointF& origin)
    {
        for (std::uint32_t i = 0; i < m_picture.mainBlocks; ++i)
            moveBlock(m_geometry.blocks[i],
                      origin + QPointF(m_drawn.drawing.places[i].x, std::round(m_drawn.drawing.places[i].y)));
    }

    void placeParts(const QPointF& origin)
    {
        for (std::size_t i = 0; i < m_drawn.parts.size(); ++i)
            m_geometry.parts.push_back({qstring(nameOf(m_drawn.tables[i])), m_drawn.parts[i].translated(origin)});
    }

    static void moveBlock(BlockGeometry& block, const QPointF& to)
    {
        const QPointF by = to - block.rect.topLeft();
        block.rect.translate(by);
        block.header.translate(by);
        block.textRight += by.x();
        for (RowGeometry& row : block.rows)
            row.rect.translate(by);
    }

    void placeEndpoints(const QPointF& origin)
    {
        for (std::size_t i = 0; i < m_picture.endpoints.size(); ++i) {
            const Point place = m_drawn.drawing.places[m_picture.mainBlocks + i];
            const PictureEndpoint& endpoint = m_picture.endpoints[i];
            EndpointGeometry geometry;
            geometry.rect = QRectF(origin + QPointF(place.x, std::round(place.y)),
                                   QSizeF(endpointWidthOf(m_picture), grown(measure::endpointHeight)));
            geometry.label = titleOf(endpoint);
            geometry.shortLabel = shortTitleOf(endpoint);
            m_geometry.endpoints.push_back(geometry);
        }
    }

    /// From the top of the first to the bottom of the last of those that flows come from or go to.
    QRectF spanOfExits() const
    {
        QRectF span;
        for (const EndpointGeometry& endpoint : m_geometry.endpoints)
            span |= endpoint.rect;
        for (const Leaving& leaving : m_drawn.leavings)
            if (leaving.toEndpoint)
                span |= m_geometry.blocks[leaving.from].rect;
        return span;
    }

    double right() const
    {
        double right = 0;
        for (std::uint32_t i = 0; i < m_picture.mainBlocks; ++i)
            right = std::max(right, m_geometry.blocks[i].rect.right());
        for (const PartGeometry& part : m_geometry.parts)
            right = std::max(right, part.rect.right());
        return right;
    }

    void placeGates(const QPointF& origin)
    {
        m_gatesLeft = right() + m_drawn.zone;
        double x = m_gatesLeft;
        for (const PictureGate& gate : m_picture.after)
            x = placeGate(gate, x, spanOfExits());
        x = origin.x() - m_drawn.widthBefore;
        const QRectF root = m_geometry.blocks.empty() ? QRectF() : m_geometry.blocks.front().rect;
        for (const PictureGate& gate : m_picture.before)
            x = placeGate(gate, x, root);
    }

    double placeGate(const PictureGate& gate, double x, const QRectF& span)
    {
        GateGeometry geometry;
        geometry.gate = gate;
        geometry.title = qstring(nameOf(gate.phase.hook));
        geometry.subtitle = subtitleOf(gate);
        const double height = std::max(span.height(), gate.open ? panelHeight(gate) : closedHeight(geometry));
        const double top = span == rootRect() ? span.top() : std::round(span.center().y() - height / 2);
        geometry.rect = QRectF(x, top, widthOf(gate, m_picture, m_geometry.blocks), height);
        if (gate.open)
            placePanel(gate, geometry.rect);
        m_geometry.gates.push_back(geometry);
        return geometry.rect.right() + grown(measure::betweenGates);
    }

    QRectF rootRect() const { return m_geometry.blocks.empty() ? QRectF() : m_geometry.blocks.front().rect; }

    QString subtitleOf(const PictureGate& gate) const
    {
        const Chain& chain = m_picture.trace->ruleset->chain(gate.chain);
        if (chain.ruleCount == 0)
            return policyText(chain);
        return PictureGeometryWords::tr("%1 · %n rule(s)", nullptr, static_cast<int>(chain.ruleCount))
            .arg(qstring(nameOf(chain.table)));
    }

    static double closedHeight(const GateGeometry& gate)
    {
        return QFontMetricsF(fontFor(Type::small)).horizontalAdvance(gate.title + gate.subtitle) + grown(36);
    }

    double panelHeight(const PictureGate& gate) const
    {
        double height = 2 * grown(measure::panelPadding) - grown(measure::panelGap);
        for (const std::uint32_t block : gate.blocks)
            height += m_geometry.blocks[block].rect.height() + grown(measure::panelGap);
        return height;
    }

    void placePanel(const PictureGate& gate, const QRectF& rect)
    {
        double y = std::round(rect.center().y() - panelHeight(gate) / 2) + grown(measure::panelPadding);
        for (const std::uint32_t block : gate.blocks) {
            BlockGeometry& geometry = m_geometry.blocks[block];
            const double x = rect.left() + grown(measure::panelPadding)
                             + grown(measure::indentation) * m_picture.blocks[block].depth;
            moveBlock(geometry, {x, y});
            y += geometry.rect.height() + grown(measure::panelGap);
        }
    }

    /// Chains without rules stand side by side below everything, where they are blocks at all.
    void placeEmptyChains(const QPointF& origin)
    {
        if (!m_picture.after.empty() || !m_picture.before.empty())
            return;
        double bottom = 0;
        for (std::uint32_t i = 0; i < m_picture.mainBlocks; ++i)
            bottom = std::max(bottom, m_geometry.blocks[i].rect.bottom());
        for (const PartGeometry& part : m_geometry.parts)
            bottom = std::max(bottom, part.rect.bottom());
        QPointF place(origin.x(), bottom + grown(beforeEmptyChains));
        for (auto i = static_cast<std::uint32_t>(m_picture.mainBlocks); i < m_geometry.blocks.size(); ++i) {
            BlockGeometry& block = m_geometry.blocks[i];
            if (place.x() + block.rect.width() > right() && place.x() > origin.x())
                place = {origin.x(), place.y() + block.rect.height() + grown(measure::panelGap)};
            moveBlock(block, place);
            place.rx() += block.rect.width() + grown(measure::panelGap);
        }
    }

    void placeFlows(const QPointF& origin)
    {
        FlowPaths paths(m_picture, m_geometry.blocks, m_gatesLeft);
        for (std::size_t i = 0; i < m_drawn.leavings.size(); ++i) {
            std::vector<QPointF> line;
            for (const Point& point : m_drawn.drawing.lines[i])
                line.push_back(origin + QPointF(point.x, std::round(point.y)));
            m_geometry.flows.push_back(paths.flowOf(m_drawn.leavings[i], line));
        }
        for (const PictureJump& jump : m_picture.jumps)
            if (jump.from >= m_picture.mainBlocks)
                m_geometry.flows.push_back(paths.callInPanel(jump));
        std::stable_partition(m_geometry.flows.begin(), m_geometry.flows.end(),
                              [](const FlowGeometry& flow) { return !flow.onCourse; });
        placeEntry();
    }

    void placeEntry()
    {
        if (m_geometry.blocks.empty())
            return;
        m_geometry.entry = {rootRect().left(), m_geometry.blocks.front().header.center().y()};
        double left = m_geometry.entry.x();
        for (const GateGeometry& gate : m_geometry.gates)
            left = std::min(left, gate.rect.left());
        m_geometry.entryFrom = {left - grown(entryLength), m_geometry.entry.y()};
    }

    void measureBounds()
    {
        QRectF bounds;
        for (const BlockGeometry& block : m_geometry.blocks)
            bounds |= block.rect;
        for (const EndpointGeometry& endpoint : m_geometry.endpoints)
            bounds |= endpoint.rect;
        for (const GateGeometry& gate : m_geometry.gates)
            bounds |= gate.rect;
        for (const PartGeometry& part : m_geometry.parts)
            bounds |= part.rect;
        for (const FlowGeometry& flow : m_geometry.flows)
            bounds |= flow.beyond.boundingRect() | flow.labelRect;
        m_geometry.bounds =
            QRectF(QPointF(0, bounds.top() - 4), QPointF(bounds.right() + m_drawn.margin, bounds.bottom() + 4));
    }

    const PathPicture& m_picture;
    DrawnPicture m_drawn;
    PictureGeometry m_geometry;
    double m_gatesLeft = 0;
};

}  // namespace

double grown(double pixels)
{
    static const double scale = scaled(1000) / 1000.0;
    return pixels * scale;
}

PictureGeometry layOut(const PathPicture& picture, const QSizeF& room)
{
    if (!picture.groups.empty())
        return layOutGrid(picture, room);
    return picture.blocks.empty() ? PictureGeometry{} : Layout(picture, drawPicture(picture, room)).all();
}

}  // namespace natwalk
