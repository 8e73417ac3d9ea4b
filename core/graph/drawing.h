// A layered layout of chains, left to right, children in rule order; pure geometry: sizes in, places and lines out.
#pragma once

#include "graph/chain_graph.h"
#include "text/checkpoint.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace natwalk {

struct Point
{
    double x = 0;
    double y = 0;

    bool operator==(const Point&) const = default;
};

struct Size
{
    double width = 0;
    double height = 0;
};

/// A box to be placed: a chain, an endpoint, whatever has a size.
struct Box
{
    Size size;
    /// The box to stand directly below, in the same column (chains with one course); that one must not stand below this
    /// one.
    std::optional<std::uint32_t> below = {};
    /// Stands in the last column, where nothing else does (endpoints).
    bool last = false;
};

/// A jump to be drawn between boxes: from the right side of a row of one to the header of another.
struct Link
{
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    double fromY = 0;   ///< offset of the jumping row from the top of its box
    double toY = 0;     ///< offset of the header
    double weight = 1;  ///< how much it matters that the line runs level (`compact`)
};

struct DrawingInput
{
    std::vector<Box> boxes;
    std::vector<Link> links;           ///< in rule order: children keep it
    std::vector<std::uint32_t> roots;  ///< first column, in this order; others follow as they are met
    double columnGap = 46;
    double rowGap = 16;
    double lastColumnGap = 46;  ///< room before the column of the `last` boxes (gates may stand there)
    bool compact = false;       ///< no higher than the tallest column; else every subtree has a height of its own
};

struct Drawing
{
    std::vector<Point> places;              ///< top left corner of each box
    std::vector<std::uint32_t> columns;     ///< column of each box, from 0
    std::vector<std::vector<Point>> lines;  ///< of each link: from its row, between the boxes it passes, to the header
    Size size;
    bool stopped = false;  ///< the checkpoint said stop: nothing above is to be used
};

/// Breaks circles, ranks by the longest path, puts a chain's children beside it in rule order. 20,000 boxes in
/// milliseconds.
///
/// No box overlaps another and no line crosses a box other than those of the two boxes it joins: a line passes a column
/// between its boxes, or below everything when it passes many columns. Between two points of a line that lie in the gap
/// between columns a curve may be drawn. The same input gives the same drawing.
Drawing draw(const DrawingInput& input, const Checkpoint& goOn = keepGoing);

}  // namespace natwalk
