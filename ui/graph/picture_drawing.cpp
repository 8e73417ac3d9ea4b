#include "ui/graph/picture_drawing.h"

#include <algorithm>
#include <cmath>

namespace natwalk {

namespace {

/// Gaps at their narrowest and widest; between them they take what room there is.
constexpr double narrowColumnGap = 42;
constexpr double fairColumnGap = 52;
constexpr double wideColumnGap = 96;
constexpr double narrowRowGap = 8;
constexpr double wideRowGap = 28;
constexpr double wideMargin = 30;
/// Above and below the picture.
constexpr double verticalMargins = 16;
/// Between the last chains and the gates: more where flows have to change their height there.
constexpr double levelZone = 12;
constexpr double curvedZone = 44;
constexpr double afterFirstGates = 24;
constexpr double beforeEndpoints = 16;
/// Around the chains of a table, where there are several.
constexpr double partSide = 14;
constexpr double partTop = 34;
constexpr double partEntry = 60;
constexpr double betweenParts = 14;

class Drawer
{
public:
    Drawer(const PathPicture& picture, const QSizeF& room)
        : m_picture(picture)
        , m_room(room - QSizeF(0, verticalMargins))
    {
        divide();
    }

    DrawnPicture all()
    {
        chooseRows();
        chooseWords();
        chooseGaps();
        makeInput();
        PartDrawing drawn = drawAll();
        if (!exitsAreLevel(drawn.drawing)) {
            m_zone = curvedZone;
            makeInput();
            drawn = drawAll();
        }
        m_drawn.drawing = std::move(drawn.drawing);
        m_drawn.parts = std::move(drawn.parts);
        m_drawn.tables = m_tables;
        m_drawn.margin = m_margin + m_spare / 2;
        m_drawn.widthBefore = beforeWidth();
        m_drawn.zone = grown(m_zone);
        return std::move(m_drawn);
    }

private:
    /// Each table by itself; no jump leads from one to another.
    void divide()
    {
        for (std::size_t i = 0; i < m_picture.mainBlocks; ++i)
            if (const TableName table = tableOf(i); std::ranges::find(m_tables, table) == m_tables.end())
                m_tables.push_back(table);
        std::ranges::sort(m_tables);
        for (std::size_t i = 0; i < m_picture.mainBlocks; ++i)
            m_partOf.push_back(partOf(tableOf(i)));
        m_partOf.insert(m_partOf.end(), m_picture.endpoints.size(), partOf(m_picture.main.table));
    }

    TableName tableOf(std::size_t block) const { return m_picture.blocks[block].visit.phase.table; }

    std::uint32_t partOf(TableName table) const
    {
        return static_cast<std::uint32_t>(std::ranges::find(m_tables, table) - m_tables.begin());
    }

    PartDrawing drawAll() const
    {
        const PartMargins margins{grown(partSide), grown(partTop), grown(partSide), grown(partEntry),
                                  grown(betweenParts)};
        return drawParts(m_input, m_partOf, margins, m_room);
    }

    double gatesWidth(const std::vector<PictureGate>& gates) const
    {
        double width = 0;
        for (const PictureGate& gate : gates)
            width += widthOf(gate, m_picture, m_drawn.blocks) + grown(measure::betweenGates);
        return width;
    }

    double beforeWidth() const
    {
        return m_picture.before.empty() ? 0
                                        : gatesWidth(m_picture.before) + grown(afterFirstGates - measure::betweenGates);
    }

    /// Rows are lower where the picture would be too high otherwise.
    void chooseRows()
    {
        m_rowGap = narrowRowGap;
        for (const double row : {measure::row, measure::lowRow}) {
            m_row = row;
            m_drawn.blocks = sizedBlocks(m_picture, row);
            makeInput();
            if (drawAll().drawing.size.height <= m_room.height())
                return;
        }
    }

    /// Where there is room, less is cut.
    void chooseWords()
    {
        const double gaps = columnsOf() * grown(fairColumnGap - narrowColumnGap);
        for (const double generous : {1.0, 0.75, 0.5, 0.25, 0.0}) {
            m_drawn.blocks = sizedBlocks(m_picture, m_row, generous);
            makeInput();
            if (drawAll().drawing.size.width + beforeWidth() + 2 * grown(measure::margin) + gaps <= m_room.width())
                return;
        }
    }

    void chooseGaps()
    {
        const Size narrow = drawAll().drawing.size;
        m_rowGap = wideRowGap;
        makeInput();
        const Size high = drawAll().drawing.size;
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
        const std::vector<std::uint32_t> columns = drawAll().drawing.columns;
        return columns.empty() ? 0 : *std::ranges::max_element(columns) + 1;
    }

    void makeInput()
    {
        m_input = {};
        m_input.compact = true;
        for (std::uint32_t i = 0; i < m_picture.mainBlocks; ++i)
            if (i == 0 || (m_tables.size() > 1 && isBuiltIn(i)))
                m_input.roots.push_back(i);
        m_input.columnGap = grown(m_columnGap);
        m_input.rowGap = grown(m_rowGap);
        m_input.lastColumnGap =
            grown(m_zone) + gatesWidth(m_picture.after) + grown(beforeEndpoints - measure::betweenGates);
        for (std::uint32_t i = 0; i < m_picture.mainBlocks; ++i) {
            const QSizeF size = m_drawn.blocks[i].rect.size();
            m_input.boxes.push_back({{size.width(), size.height()}, {}, false});
        }
        for (const auto& [upper, lower] : stacksOf(m_picture))
            m_input.boxes[lower].below = upper;
        const double endpointWidth = endpointWidthOf(m_picture);
        for (std::size_t i = 0; i < m_picture.endpoints.size(); ++i)
            m_input.boxes.push_back({{endpointWidth, grown(measure::endpointHeight)}, {}, true});
        addLinks();
    }

    bool isBuiltIn(std::uint32_t block) const
    {
        return m_picture.trace->ruleset->chain(m_picture.blocks[block].visit.chain).hook.has_value();
    }

    void addLinks()
    {
        m_drawn.leavings = leavingsOf(m_picture);
        const auto firstEndpoint = static_cast<std::uint32_t>(m_picture.mainBlocks);
        for (const Leaving& leaving : m_drawn.leavings) {
            const double toY = leaving.toEndpoint ? grown(measure::endpointHeight) / 2
                                                  : m_drawn.blocks[leaving.to].header.height() / 2;
            m_input.links.push_back({leaving.from, leaving.toEndpoint ? firstEndpoint + leaving.to : leaving.to,
                                     rowCentre(leaving.from, leaving.row), toY, std::max(leaving.flow, 0.02)});
        }
    }

    /// From the top of its block.
    double rowCentre(std::uint32_t block, std::uint32_t row) const
    {
        const BlockGeometry& geometry = m_drawn.blocks[block];
        return row == nowhere ? geometry.header.height() / 2
                              : geometry.rows[row].rect.center().y() - geometry.rect.top();
    }

    bool exitsAreLevel(const Drawing& drawing) const
    {
        for (std::size_t i = 0; i < m_drawn.leavings.size(); ++i) {
            const std::vector<Point>& line = drawing.lines[i];
            if (m_drawn.leavings[i].toEndpoint && std::abs(line[line.size() - 2].y - line.back().y) > 1)
                return false;
        }
        return true;
    }

    const PathPicture& m_picture;
    QSizeF m_room;
    std::vector<TableName> m_tables;
    std::vector<std::uint32_t> m_partOf;  ///< of blocks, then of endpoints
    DrawnPicture m_drawn;
    DrawingInput m_input;
    double m_row = measure::row;
    double m_rowGap = narrowRowGap;
    double m_columnGap = narrowColumnGap;
    double m_zone = levelZone;
    double m_margin = grown(measure::margin);
    double m_spare = 0;
};

}  // namespace

DrawnPicture drawPicture(const PathPicture& picture, const QSizeF& room) { return Drawer(picture, room).all(); }

double widthOf(const PictureGate& gate, const PathPicture& picture, const std::vector<BlockGeometry>& blocks)
{
    if (!gate.open)
        return grown(measure::gate);
    double width = 0;
    for (const std::uint32_t block : gate.blocks)
        width = std::max(width, blocks[block].rect.width() + grown(measure::indentation) * picture.blocks[block].depth);
    return width + 2 * grown(measure::panelPadding);
}

}  // namespace natwalk
