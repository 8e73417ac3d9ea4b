#include "graph/lines.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace natwalk {

namespace {

/// Lines that pass more columns than this go round below everything.
constexpr std::uint32_t mostPassed = 12;

/// Neighbouring lines in one gap keep apart; after so many they share a lane again.
constexpr std::array<double, 3> lanes = {0, -0.25, 0.25};
constexpr std::uint32_t lanesBelow = 8;

class Router
{
public:
    Router(const DrawingInput& input, const Stacks& stacks, const Layers& layers, const Placed& placed)
        : m_input(input)
        , m_stacks(stacks)
        , m_layers(layers)
        , m_placed(placed)
        , m_inColumn(columnsOf(layers, placed))
        , m_linesInGap(stacks.sizes.size() + layers.columnCount)
    {}

    std::vector<Point> lineOf(const Link& link)
    {
        const std::uint32_t from = m_layers.column[m_stacks.of[link.from]];
        const std::uint32_t to = m_layers.column[m_stacks.of[link.to]];
        if (m_input.boxes[link.to].below == link.from)
            return straightDown(link);
        std::vector<Point> line;
        const Point start = startOf(link);
        line.push_back(start);
        if (start.x < m_placed.columnRight[from])
            line.push_back({m_placed.columnRight[from], start.y});
        if (from < to)
            goRight(line, from, to, endOf(link));
        else
            goBack(line, from, to, endOf(link));
        line.push_back(endOf(link));
        return line;
    }

private:
    struct Columns
    {
        std::vector<std::uint32_t> stacks;  ///< by column, from top to bottom
        std::vector<std::uint32_t> first;   ///< of each column in `stacks`
    };

    static Columns columnsOf(const Layers& layers, const Placed& placed)
    {
        Columns columns;
        columns.stacks = layers.order;
        const auto byPlace = [&](std::uint32_t a, std::uint32_t b) {
            return std::pair(layers.column[a], placed.tops[a]) < std::pair(layers.column[b], placed.tops[b]);
        };
        std::stable_sort(columns.stacks.begin(), columns.stacks.end(), byPlace);
        columns.first.resize(layers.columnCount + 1);
        for (const std::uint32_t column : layers.column)
            ++columns.first[column + 1];
        for (std::size_t i = 0; i < layers.columnCount; ++i)
            columns.first[i + 1] += columns.first[i];
        return columns;
    }

    double topOf(std::uint32_t box) const { return m_placed.tops[m_stacks.of[box]] + m_stacks.offsets[box]; }
    double leftOf(std::uint32_t box) const { return m_placed.columnLeft[m_layers.column[m_stacks.of[box]]]; }
    Point startOf(const Link& link) const
    {
        return {leftOf(link.from) + m_input.boxes[link.from].size.width, topOf(link.from) + link.fromY};
    }
    Point endOf(const Link& link) const { return {leftOf(link.to), topOf(link.to) + link.toY}; }

    std::vector<Point> straightDown(const Link& link) const
    {
        const Size& from = m_input.boxes[link.from].size;
        const double x = leftOf(link.from) + std::min(from.width, m_input.boxes[link.to].size.width) / 2;
        return {{x, topOf(link.from) + from.height}, {x, topOf(link.to)}};
    }

    void goRight(std::vector<Point>& line, std::uint32_t from, std::uint32_t to, Point end)
    {
        const double start = line.back().y;
        if (to - from > mostPassed) {
            const double y = nextBelow();
            line.push_back({m_placed.columnLeft[from + 1], y});
            line.push_back({m_placed.columnRight[to - 1], y});
            return;
        }
        for (std::uint32_t column = from + 1; column < to; ++column) {
            const double along = static_cast<double>(column - from) / (to - from);
            pass(line, column, passage(column, std::lerp(start, end.y, along)), true);
        }
    }

    /// Out of a box to the right, back between the boxes of its own column and of those before, round to a box's left.
    void goBack(std::vector<Point>& line, std::uint32_t from, std::uint32_t to, Point end)
    {
        const double turn = m_input.columnGap / 3;
        const double outside = m_placed.columnRight[from] + turn;
        const bool far = from - to > mostPassed;
        const double first = far ? nextBelow() : passage(from, line.back().y);
        line.push_back({outside, line.back().y});
        line.push_back({outside, first});
        if (!far) {
            pass(line, from, first, false);
            for (std::uint32_t column = from; column-- > to;)
                pass(line, column, passage(column, line.back().y), false);
        }
        line.push_back({end.x - turn, line.back().y});
        line.push_back({end.x - turn, end.y});
    }

    /// Through a column at a height; a height that stays needs no new corner.
    void pass(std::vector<Point>& line, std::uint32_t column, double y, bool rightwards)
    {
        Point enter{m_placed.columnLeft[column], y};
        Point leave{m_placed.columnRight[column], y};
        if (!rightwards)
            std::swap(enter, leave);
        const std::size_t count = line.size();
        if (count >= 2 && line[count - 1].y == y && line[count - 2].y == y)
            line.back() = enter;
        else
            line.push_back(enter);
        line.push_back(leave);
    }

    double nextBelow() { return m_placed.bottom + m_input.rowGap * (1 + 0.25 * (m_below++ % lanesBelow)); }

    /// The height nearest to the wanted one at which no stack of the column is in the way.
    double passage(std::uint32_t column, double wanted)
    {
        const double room = m_input.rowGap / 4;
        const auto begin = m_inColumn.stacks.begin() + m_inColumn.first[column];
        const auto end = m_inColumn.stacks.begin() + m_inColumn.first[column + 1];
        const auto next =
            std::partition_point(begin, end, [&](std::uint32_t stack) { return bottomOf(stack) + room <= wanted; });
        if (next == end || wanted <= m_placed.tops[*next] - room)
            return wanted;
        const bool above = wanted < m_placed.tops[*next] + m_stacks.sizes[*next].height / 2;
        // Column c has one gap more than stacks, so that its gaps begin at first[c] + c.
        const auto gap = static_cast<std::size_t>(next - m_inColumn.stacks.begin()) + column + (above ? 0 : 1);
        const double middle = above ? m_placed.tops[*next] - m_input.rowGap / 2 : bottomOf(*next) + m_input.rowGap / 2;
        return middle + m_input.rowGap * lanes[m_linesInGap[gap]++ % lanes.size()];
    }

    double bottomOf(std::uint32_t stack) const { return m_placed.tops[stack] + m_stacks.sizes[stack].height; }

    const DrawingInput& m_input;
    const Stacks& m_stacks;
    const Layers& m_layers;
    const Placed& m_placed;
    Columns m_inColumn;
    std::vector<std::uint32_t> m_linesInGap;
    std::uint32_t m_below = 0;
};

}  // namespace

std::vector<std::vector<Point>> linesOf(const DrawingInput& input, const Stacks& stacks, const Layers& layers,
                                        const Placed& placed, const Checkpoint& goOn)
{
    constexpr std::size_t linesBetweenQuestions = 4096;
    std::vector<std::vector<Point>> lines;
    lines.reserve(input.links.size());
    Router router(input, stacks, layers, placed);
    for (const Link& link : input.links) {
        if (lines.size() % linesBetweenQuestions == 0
            && !goOn(0.5 + 0.5 * static_cast<double>(lines.size()) / static_cast<double>(input.links.size())))
            break;
        lines.push_back(router.lineOf(link));
    }
    return lines;
}

}  // namespace natwalk
