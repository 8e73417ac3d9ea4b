#include "ui/graph/picture_geometry.h"

#include "graph/drawing.h"
#include "probability/distribution.h"
#include "ui/graph/block_sizes.h"
#include "ui/graph/flow_paths.h"
#include "ui/graph/grid_painter.h"
#include "ui/theme.h"
#include "ui/translate.h"
#include "ui/words/rule_words.h"
#include "ui/words/share_words.h"
#include "ui/words/verdict_words.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>

namespace natwalk {

namespace {

struct PictureGeometryWords
{
    Q_DECLARE_TR_FUNCTIONS(PictureGeometryWords)
};

/// Gaps at their narrowest and widest; between them they take what room there is.
constexpr double narrowColumnGap = 42;
constexpr double wideColumnGap = 96;
constexpr double narrowRowGap = 8;
constexpr double wideRowGap = 28;
constexpr double wideMargin = 30;
/// Between the last chains and the gates: more where flows have to change their height there.
constexpr double levelZone = 12;
constexpr double curvedZone = 44;
constexpr double betweenGates = 4;
constexpr double afterFirstGates = 24;
constexpr double beforeEndpoints = 16;
constexpr double panelPadding = 12;
constexpr double panelGap = 12;
constexpr double indentation = 16;

double widthOfPanel(const PictureGate& gate, const PathPicture& picture, const std::vector<BlockGeometry>& blocks)
{
    double width = 0;
    for (const std::uint32_t block : gate.blocks)
        width = std::max(width, blocks[block].rect.width() + grown(indentation) * picture.blocks[block].depth);
    return width + 2 * grown(panelPadding);
}

class Layout
{
public:
    Layout(const PathPicture& picture, const QSizeF& room) : m_picture(picture), m_room(room - QSizeF(0, 16)) {}

    PictureGeometry all()
    {
        chooseRows();
        chooseGaps();
        arrange();
        return std::move(m_geometry);
    }

private:
    double gatesWidth(const std::vector<PictureGate>& gates) const
    {
        double width = 0;
        for (const PictureGate& gate : gates)
            width += gateWidth(gate) + grown(betweenGates);
        return width;
    }

    double gateWidth(const PictureGate& gate) const
    {
        return gate.open ? widthOfPanel(gate, m_picture, m_geometry.blocks) : grown(measure::gate);
    }

    double beforeWidth() const
    {
        return m_picture.before.empty() ? 0 : gatesWidth(m_picture.before) + grown(afterFirstGates - betweenGates);
    }

    /// Rows are lower where the picture would be too high otherwise.
    void chooseRows()
    {
        m_rowGap = narrowRowGap;
        for (const double row : {measure::row, measure::lowRow}) {
            m_geometry.blocks = sizedBlocks(m_picture, row);
            makeInput();
            if (draw(m_input).size.height <= m_room.height())
                return;
        }
    }

    void chooseGaps()
    {
        const Size narrow = draw(m_input).size;
        m_rowGap = wideRowGap;
        makeInput();
        const Size high = draw(m_input).size;
        if (high.height > narrow.height) {
            const double share = (m_room.height() - narrow.height) / (high.height - narrow.height);
            m_rowGap = std::floor(std::lerp(narrowRowGap, wideRowGap, std::clamp(share, 0.0, 1.0)));
        }
        chooseWidths(narrow.width);
    }

    /// What is left of the width goes to the gaps between columns, and a little to the margins.
    void chooseWidths(double narrow)
    {
        const double margins = 2 * grown(measure::margin);
        const double left = m_room.width() - narrow - beforeWidth() - margins;
        if (left <= 0)
            return;
        m_margin = std::min(grown(wideMargin), grown(measure::margin) + left / 8);
        const auto gaps = static_cast<double>(std::max(1U, columnsOf() - 2));
        const double each = (left - 2 * (m_margin - grown(measure::margin))) / gaps;
        m_columnGap = std::floor(std::min(wideColumnGap, narrowColumnGap + each / grown(1)));
        m_spare = std::max(0.0, left - (m_columnGap - narrowColumnGap) * grown(1) * gaps
                                    - 2 * (m_margin - grown(measure::margin)));
    }

    std::uint32_t columnsOf() const
    {
        const std::vector<std::uint32_t> columns = draw(m_input).columns;
        return columns.empty() ? 0 : *std::ranges::max_element(columns) + 1;
    }

    void makeInput()
    {
        m_input = {};
        m_input.compact = true;
        m_input.roots = {0};
        m_input.columnGap = grown(m_columnGap);
        m_input.rowGap = grown(m_rowGap);
        m_input.lastColumnGap = grown(m_zone) + gatesWidth(m_picture.after) + grown(beforeEndpoints - betweenGates);
        for (std::uint32_t i = 0; i < m_picture.mainBlocks; ++i) {
            const QSizeF size = m_geometry.blocks[i].rect.size();
            m_input.boxes.push_back({{size.width(), size.height()}, {}, false});
        }
        for (const auto& [upper, lower] : stacksOf(m_picture))
            m_input.boxes[lower].below = upper;
        for (std::size_t i = 0; i < m_picture.endpoints.size(); ++i)
            m_input.boxes.push_back({{grown(measure::endpointWidth), grown(measure::endpointHeight)}, {}, true});
        addLinks();
    }

    void addLinks()
    {
        m_leavings = leavingsOf(m_picture);
        const auto firstEndpoint = static_cast<std::uint32_t>(m_picture.mainBlocks);
        for (const Leaving& leaving : m_leavings) {
            const double toY = leaving.toEndpoint ? grown(measure::endpointHeight) / 2
                                                  : m_geometry.blocks[leaving.to].header.height() / 2;
            m_input.links.push_back({leaving.from, leaving.toEndpoint ? firstEndpoint + leaving.to : leaving.to,
                                     rowCentre(leaving.from, leaving.row), toY, std::max(leaving.flow, 0.02)});
        }
    }

    /// From the top of its block.
    double rowCentre(std::uint32_t block, std::uint32_t row) const
    {
        const BlockGeometry& geometry = m_geometry.blocks[block];
        return row == nowhere ? geometry.header.height() / 2
                              : geometry.rows[row].rect.center().y() - geometry.rect.top();
    }

    void arrange()
    {
        makeInput();
        Drawing drawing = draw(m_input);
        if (!exitsAreLevel(drawing)) {
            m_zone = curvedZone;
            makeInput();
            drawing = draw(m_input);
        }
        const QPointF origin(m_margin + m_spare / 2 + beforeWidth(), grown(measure::margin));
        placeBlocks(drawing, origin);
        placeEndpoints(drawing, origin);
        placeGates(origin);
        placeEmptyChains(origin);
        placeFlows(drawing, origin);
        measureBounds();
    }

    bool exitsAreLevel(const Drawing& drawing) const
    {
        for (std::size_t i = 0; i < m_leavings.size(); ++i) {
            const std::vector<Point>& line = drawing.lines[i];
            if (m_leavings[i].toEndpoint && std::abs(line[line.size() - 2].y - line.back().y) > 1)
                return false;
        }
        return true;
    }

    void placeBlocks(const Drawing& drawing, const QPointF& origin)
    {
        for (std::uint32_t i = 0; i < m_picture.mainBlocks; ++i)
            moveBlock(m_geometry.blocks[i], origin + QPointF(drawing.places[i].x, std::round(drawing.places[i].y)));
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

    void placeEndpoints(const Drawing& drawing, const QPointF& origin)
    {
        for (std::size_t i = 0; i < m_picture.endpoints.size(); ++i) {
            const Point place = drawing.places[m_picture.mainBlocks + i];
            const PictureEndpoint& endpoint = m_picture.endpoints[i];
            EndpointGeometry geometry;
            geometry.rect = QRectF(origin + QPointF(place.x, std::round(place.y)),
                                   QSizeF(grown(measure::endpointWidth), grown(measure::endpointHeight)));
            geometry.label = labelOf(endpoint);
            geometry.shortLabel = geometry.label.mid(geometry.label.lastIndexOf(u'.')).section(u':', 0, 0);
            m_geometry.endpoints.push_back(geometry);
        }
    }

    static QString labelOf(const PictureEndpoint& endpoint)
    {
        if (endpoint.group != 0)
            return PictureGeometryWords::tr("+ %n other end(s)", nullptr, static_cast<int>(endpoint.group));
        return outcomeTitle(outcomeWithoutShare(endpoint.verdict, endpoint.out));
    }

    /// From the top of the first to the bottom of the last of those that flows come from or go to.
    QRectF spanOfExits() const
    {
        QRectF span;
        for (const EndpointGeometry& endpoint : m_geometry.endpoints)
            span |= endpoint.rect;
        for (const Leaving& leaving : m_leavings)
            if (leaving.toEndpoint)
                span |= m_geometry.blocks[leaving.from].rect;
        return span;
    }

    double right() const
    {
        double right = 0;
        for (std::uint32_t i = 0; i < m_picture.mainBlocks; ++i)
            right = std::max(right, m_geometry.blocks[i].rect.right());
        return right;
    }

    void placeGates(const QPointF& origin)
    {
        m_gatesLeft = right() + grown(m_zone);
        double x = m_gatesLeft;
        for (const PictureGate& gate : m_picture.after)
            x = placeGate(gate, x, spanOfExits());
        x = origin.x() - beforeWidth();
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
        geometry.rect = QRectF(x, top, gateWidth(gate), height);
        if (gate.open)
            placePanel(gate, geometry.rect);
        m_geometry.gates.push_back(geometry);
        return geometry.rect.right() + grown(betweenGates);
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
        double height = 2 * grown(panelPadding) - grown(panelGap);
        for (const std::uint32_t block : gate.blocks)
            height += m_geometry.blocks[block].rect.height() + grown(panelGap);
        return height;
    }

    void placePanel(const PictureGate& gate, const QRectF& rect)
    {
        double y = std::round(rect.center().y() - panelHeight(gate) / 2) + grown(panelPadding);
        for (const std::uint32_t block : gate.blocks) {
            BlockGeometry& geometry = m_geometry.blocks[block];
            const double x = rect.left() + grown(panelPadding) + grown(indentation) * m_picture.blocks[block].depth;
            moveBlock(geometry, {x, y});
            y += geometry.rect.height() + grown(panelGap);
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
        QPointF place(origin.x(), bottom + grown(wideRowGap));
        for (std::uint32_t i = static_cast<std::uint32_t>(m_picture.mainBlocks); i < m_geometry.blocks.size(); ++i) {
            BlockGeometry& block = m_geometry.blocks[i];
            if (place.x() + block.rect.width() > right() && place.x() > origin.x())
                place = {origin.x(), place.y() + block.rect.height() + grown(panelGap)};
            moveBlock(block, place);
            place.rx() += block.rect.width() + grown(panelGap);
        }
    }

    void placeFlows(const Drawing& drawing, const QPointF& origin)
    {
        FlowPaths paths(m_picture, m_geometry.blocks, m_gatesLeft);
        for (std::size_t i = 0; i < m_leavings.size(); ++i) {
            std::vector<QPointF> line;
            for (const Point& point : drawing.lines[i])
                line.push_back(origin + QPointF(point.x, std::round(point.y)));
            m_geometry.flows.push_back(paths.flowOf(m_leavings[i], line));
        }
        for (const PictureJump& jump : m_picture.jumps)
            if (jump.from >= m_picture.mainBlocks)
                m_geometry.flows.push_back(paths.callInPanel(jump));
        std::ranges::stable_partition(m_geometry.flows, [](const FlowGeometry& flow) { return !flow.onCourse; });
        if (!m_geometry.blocks.empty())
            m_geometry.entry = {rootRect().left(), m_geometry.blocks.front().header.center().y()};
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
        for (const FlowGeometry& flow : m_geometry.flows)
            bounds |= flow.beyond.boundingRect() | flow.labelRect;
        const double right = m_margin + m_spare / 2;
        m_geometry.bounds = QRectF(QPointF(0, bounds.top() - 4), QPointF(bounds.right() + right, bounds.bottom() + 4));
    }

    const PathPicture& m_picture;
    QSizeF m_room;
    PictureGeometry m_geometry;
    DrawingInput m_input;
    std::vector<Leaving> m_leavings;
    double m_rowGap = narrowRowGap;
    double m_columnGap = narrowColumnGap;
    double m_zone = levelZone;
    double m_margin = grown(measure::margin);
    double m_spare = 0;
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
    return picture.blocks.empty() ? PictureGeometry{} : Layout(picture, room).all();
}

}  // namespace natwalk
