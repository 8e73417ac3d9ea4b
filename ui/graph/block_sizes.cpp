#include "ui/graph/block_sizes.h"

#include "ui/graph/flow_paths.h"
#include "ui/theme.h"
#include "ui/translate.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace natwalk {

namespace {

/// Widths by what a chain is for, from their least to their most.
struct Widths
{
    double least;
    double most;
};
constexpr Widths ordinary{196, 300};
constexpr Widths drawing{260, 320};
constexpr Widths leaf{188, 232};
constexpr Widths folded{260, 300};
constexpr Widths empty{120, 320};
/// How much wider a block becomes where there is room, so that nothing in it is cut.
constexpr double mostGrowth = 160;

constexpr double beforeNumber = 14;
constexpr double afterText = 6;
constexpr double markWidth = 23;
constexpr double tagPadding = 18;
constexpr double narrowestGutter = 8;
constexpr double beforeEndpointText = 12;
constexpr double widestEndpoint = 260;

double gridded(double pixels) { return std::ceil(pixels / 4) * 4; }

class Sizing
{
public:
    Sizing(const PathPicture& picture, double rowHeight, double generous)
        : m_picture(picture)
        , m_rowHeight(grown(rowHeight))
        , m_generous(generous)
        , m_first(fontFor(Type::rule))
        , m_second(fontFor(Type::ruleSecond))
        , m_side(fontFor(Type::small))
        , m_title(fontFor(Type::blockTitle))
    {}

    std::vector<BlockGeometry> all()
    {
        std::vector<BlockGeometry> blocks;
        for (std::uint32_t i = 0; i < m_picture.blocks.size(); ++i)
            blocks.push_back(sized(i));
        for (const auto& [upper, lower] : stacksOf(m_picture)) {
            const double width = std::max(blocks[upper].rect.width(), blocks[lower].rect.width());
            setWidth(blocks[upper], width);
            setWidth(blocks[lower], width);
        }
        return blocks;
    }

private:
    BlockGeometry sized(std::uint32_t index)
    {
        const PictureBlock& block = m_picture.blocks[index];
        BlockGeometry geometry;
        geometry.title = titleOf(m_picture, block);
        geometry.leaf = isLeaf(m_picture, index);
        const bool isEmpty = block.rows.empty() && block.group == 0;
        if (isEmpty)
            geometry.title += QStringLiteral(" · ") + qstring(nameOf(block.visit.phase.table));
        geometry.subtitle = geometry.leaf || isEmpty ? QString() : subtitleOf(m_picture, block);
        geometry.shortTitle = shortTitleOf(m_picture, block);
        geometry.gutter = std::max(grown(narrowestGutter), bandWidth(block.flow) + grown(measure::gutter));
        const double header = grown(geometry.leaf || isEmpty ? measure::leafHeader : measure::header);
        double y = header;
        for (const PictureRow& row : block.rows) {
            RowGeometry rowGeometry{QRectF(), wordsOf(m_picture, block, row)};
            const double height = heightOf(row, rowGeometry.words, geometry.leaf);
            rowGeometry.rect = QRectF(0, y, 0, height);
            y += height;
            geometry.rows.push_back(std::move(rowGeometry));
            if (!row.isRun())
                geometry.numberWidth =
                    std::max(geometry.numberWidth, m_first.horizontalAdvance(geometry.rows.back().words.numbers));
        }
        geometry.header.setHeight(header);
        geometry.rect.setHeight(y);
        setWidth(geometry, widthOf(block, geometry));
        return geometry;
    }

    /// Rules of an endpoint's chain by which nobody leaves are told in one line: what matters there is the translation.
    double heightOf(const PictureRow& row, const RowWords& words, bool isLeaf) const
    {
        const bool oneLine = row.kind != RowKind::rule || words.conditions.empty() || words.action.isEmpty();
        return oneLine || (isLeaf && row.flow <= 0) ? grown(measure::flatRow) : m_rowHeight;
    }

    Widths widthsOf(const PictureBlock& block, const BlockGeometry& geometry) const
    {
        if (block.rows.empty() && block.group == 0)
            return empty;
        if (geometry.leaf)
            return leaf;
        const auto hasDraw = [](const PictureRow& row) { return row.goesOn > 0 || row.drawn; };
        const auto isRun = [](const PictureRow& row) { return row.isRun(); };
        if (std::ranges::any_of(block.rows, hasDraw))
            return drawing;
        return std::ranges::any_of(block.rows, isRun) ? folded : ordinary;
    }

    double widthOf(const PictureBlock& block, const BlockGeometry& geometry) const
    {
        const Widths widths = widthsOf(block, geometry);
        double wanted = geometry.leaf ? 0 : m_title.horizontalAdvance(geometry.title) + grown(2 * beforeNumber);
        for (const RowGeometry& row : geometry.rows)
            wanted = std::max(wanted, wantedBy(row.words, geometry));
        const double narrow = std::clamp(wanted, grown(widths.least), grown(widths.most));
        const double whole = std::clamp(wholeOf(geometry), narrow, narrow + grown(mostGrowth));
        return gridded(std::lerp(narrow, whole, m_generous));
    }

    /// Wide enough for all that the block says.
    double wholeOf(const BlockGeometry& geometry) const
    {
        const QFontMetricsF& title = geometry.leaf ? m_first : m_title;
        double whole = title.horizontalAdvance(geometry.title) + grown(2 * beforeNumber);
        for (const RowGeometry& row : geometry.rows)
            whole = std::max({whole, wantedBy(row.words, geometry) + otherConditions(row.words),
                              beforeText(geometry) + secondLineOf(row.words)});
        return whole;
    }

    double otherConditions(const RowWords& words) const
    {
        double width = words.value.isEmpty() ? 0 : m_side.horizontalAdvance(words.value) + grown(afterText);
        for (std::size_t i = 1; i < words.conditions.size(); ++i)
            width += m_first.horizontalAdvance(u' ' + words.conditions[i]);
        return width;
    }

    double secondLineOf(const RowWords& words) const
    {
        return m_second.horizontalAdvance(words.action) + m_side.horizontalAdvance(words.side)
               + (words.side.isEmpty() ? 0 : grown(2 * afterText));
    }

    double beforeText(const BlockGeometry& geometry) const
    {
        return grown(beforeNumber + markWidth + afterText) + geometry.gutter + geometry.numberWidth;
    }

    /// The first condition and the tag beside it; what follows may stand in the second line or be cut.
    double wantedBy(const RowWords& words, const BlockGeometry& geometry) const
    {
        if (words.conditions.empty())
            return 0;
        const double tag = words.tag.isEmpty() ? 0 : m_second.horizontalAdvance(words.tag) + grown(tagPadding);
        return beforeText(geometry) + m_first.horizontalAdvance(words.conditions.front()) + tag;
    }

    void setWidth(BlockGeometry& geometry, double width) const
    {
        geometry.rect.setWidth(width);
        geometry.header.setWidth(width);
        geometry.textRight = width - geometry.gutter;
        for (RowGeometry& row : geometry.rows)
            row.rect.setWidth(width);
    }

    const PathPicture& m_picture;
    double m_rowHeight;
    double m_generous;
    QFontMetricsF m_first;
    QFontMetricsF m_second;
    QFontMetricsF m_side;
    QFontMetricsF m_title;
};

/// What leaves each block for good, and how many lead to it.
struct Degrees
{
    std::vector<std::uint32_t> leaving;
    std::vector<std::uint32_t> callers;
};

Degrees degreesOf(const PathPicture& picture)
{
    Degrees degrees{std::vector<std::uint32_t>(picture.blocks.size()),
                    std::vector<std::uint32_t>(picture.blocks.size())};
    for (const Leaving& leaving : leavingsOf(picture)) {
        if (leaving.flow > 0)
            ++degrees.leaving[leaving.from];
        if (!leaving.toEndpoint)
            ++degrees.callers[leaving.to];
    }
    return degrees;
}

}  // namespace

std::vector<BlockGeometry> sizedBlocks(const PathPicture& picture, double rowHeight, double generous)
{
    return Sizing(picture, rowHeight, generous).all();
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> stacksOf(const PathPicture& picture)
{
    const Degrees degrees = degreesOf(picture);
    std::vector<bool> stacked(picture.blocks.size());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (const Leaving& leaving : leavingsOf(picture)) {
        if (leaving.toEndpoint || leaving.flow <= 0 || stacked[leaving.from])
            continue;
        const bool oneCourse = degrees.leaving[leaving.from] == 1 && degrees.leaving[leaving.to] == 1;
        if (!oneCourse || degrees.callers[leaving.to] != 1 || isLeaf(picture, leaving.to))
            continue;
        stacked[leaving.from] = stacked[leaving.to] = true;
        pairs.emplace_back(leaving.from, leaving.to);
    }
    return pairs;
}

double endpointWidthOf(const PathPicture& picture)
{
    const QFontMetricsF metrics(fontFor(Type::rule));
    double width = grown(measure::endpointWidth);
    for (const PictureEndpoint& endpoint : picture.endpoints)
        width = std::max(width, metrics.horizontalAdvance(titleOf(endpoint)) + grown(beforeEndpointText));
    return std::min(std::ceil(width), grown(widestEndpoint));
}

std::vector<Leaving> leavingsOf(const PathPicture& picture)
{
    std::vector<Leaving> leavings;
    for (const PictureJump& jump : picture.jumps)
        if (jump.from < picture.mainBlocks)
            leavings.push_back({jump.from, jump.row, jump.to, false, jump.flow, jump.onCourse, jump.step});
    for (const PictureExit& exit : picture.exits) {
        const std::vector<PictureRow>& rows = picture.blocks[exit.from].rows;
        const std::size_t step = exit.row < rows.size() ? rows[exit.row].step : noStep;
        leavings.push_back({exit.from, exit.row, exit.to, true, exit.flow, exit.onCourse, step});
    }
    std::ranges::stable_sort(leavings, [](const Leaving& a, const Leaving& b) {
        return std::pair(a.from, a.row) < std::pair(b.from, b.row);
    });
    return leavings;
}

}  // namespace natwalk
