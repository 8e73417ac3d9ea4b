// A layered layout without Sugiyama's crossing minimisation: the order of rules is the order of children, and must
// stay.
#include "graph/drawing.h"

#include "graph/compact.h"
#include "graph/layers.h"
#include "graph/lines.h"
#include "graph/tidy.h"

#include <algorithm>

namespace natwalk {

namespace {

void placeColumns(const DrawingInput& input, const Stacks& stacks, const Layers& layers, Placed& placed)
{
    std::vector<double> widths(layers.columnCount);
    for (std::size_t stack = 0; stack < stacks.sizes.size(); ++stack) {
        double& width = widths[layers.column[stack]];
        width = std::max(width, stacks.sizes[stack].width);
        placed.bottom = std::max(placed.bottom, placed.tops[stack] + stacks.sizes[stack].height);
    }
    const bool endsApart = std::find(stacks.last.begin(), stacks.last.end(), true) != stacks.last.end();
    double left = 0;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        if (column > 0)
            left += endsApart && column + 1 == widths.size() ? input.lastColumnGap : input.columnGap;
        placed.columnLeft.push_back(left);
        left += widths[column];
        placed.columnRight.push_back(left);
    }
}

void placeBoxes(const DrawingInput& input, const Stacks& stacks, const Layers& layers, const Placed& placed,
                Drawing& drawing)
{
    for (std::size_t box = 0; box < input.boxes.size(); ++box) {
        const std::uint32_t stack = stacks.of[box];
        const std::uint32_t column = layers.column[stack];
        drawing.columns.push_back(column);
        drawing.places.push_back({placed.columnLeft[column], placed.tops[stack] + stacks.offsets[box]});
    }
}

/// Moves everything so that the drawing begins at 0, 0, and measures it.
void frame(const DrawingInput& input, Drawing& drawing)
{
    Point low;
    Point high;
    const auto cover = [&](Point point) {
        low = {std::min(low.x, point.x), std::min(low.y, point.y)};
        high = {std::max(high.x, point.x), std::max(high.y, point.y)};
    };
    for (std::size_t box = 0; box < input.boxes.size(); ++box) {
        const Point place = drawing.places[box];
        cover({place.x + input.boxes[box].size.width, place.y + input.boxes[box].size.height});
    }
    for (const auto& line : drawing.lines)
        for (const Point& point : line)
            cover(point);

    const auto move = [&](Point& point) { point = {point.x - low.x, point.y - low.y}; };
    if (low != Point{}) {
        for (Point& place : drawing.places)
            move(place);
        for (auto& line : drawing.lines)
            std::for_each(line.begin(), line.end(), move);
    }
    drawing.size = {high.x - low.x, high.y - low.y};
}

}  // namespace

Drawing draw(const DrawingInput& input, const Checkpoint& goOn)
{
    Drawing drawing;
    const Stacks stacks = stacksOf(input);
    const Layers layers = layersOf(input, stacks);
    drawing.stopped = !goOn(0.25);
    if (drawing.stopped)
        return drawing;

    Placed placed;
    placed.tops = tidyTops(input, stacks, layers);
    if (input.compact)
        compactTops(input, stacks, layers, placed.tops);
    placeColumns(input, stacks, layers, placed);
    placeBoxes(input, stacks, layers, placed, drawing);
    drawing.lines = linesOf(input, stacks, layers, placed, goOn);
    drawing.stopped = drawing.lines.size() < input.links.size();
    frame(input, drawing);
    return drawing;
}

}  // namespace natwalk
