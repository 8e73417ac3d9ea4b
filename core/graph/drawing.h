// A layered layout of chains, left to right, children in rule order; pure geometry: sizes in, places and lines out.
#pragma once

#include "graph/chain_graph.h"
#include "text/checkpoint.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace natwalk {

struct Point { double x = 0; double y = 0; };
struct Size { double width = 0; double height = 0; };

/// A box to be placed: its size, and where its rows lie (jumps leave from their rule's row).
struct Box
{
    Size size;
};

/// A jump to be drawn between boxes: from the right side of a row of one to the header of another.
struct Link
{
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    double fromY = 0; ///< offset of the jumping row from the top of its box
    double toY = 0;   ///< offset of the header
};

struct DrawingInput
{
    std::vector<Box> boxes;
    std::vector<Link> links; ///< in rule order: children keep it
    std::vector<std::uint32_t> roots; ///< first column, in this order; others follow as they are met
    double columnGap = 46;
    double rowGap = 16;
};

struct Drawing
{
    std::vector<Point> places;               ///< top left corner of each box
    std::vector<std::uint32_t> columns;      ///< column of each box, from 0
    std::vector<std::vector<Point>> lines;   ///< of each link
    Size size;
    bool stopped = false;
};

/// Breaks circles, ranks by the longest path, orders children as their rules stand. 20,000 boxes in milliseconds.
Drawing draw(const DrawingInput& input, const Checkpoint& goOn = keepGoing);

} // namespace natwalk
