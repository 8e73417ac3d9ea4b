// Boxes of several parts that no link joins (the tables of a ruleset), drawn part by part and set beside each other.
#pragma once

#include "graph/drawing.h"

#include <QRectF>
#include <QSizeF>

#include <cstdint>
#include <vector>

namespace natwalk {

/// Room around the boxes of a part.
struct PartMargins
{
    double side = 0;
    double top = 0;
    double bottom = 0;
    double entry = 0;    ///< at the left of the part with the first box, where the packet comes in
    double between = 0;  ///< one part and the next
};

struct PartDrawing
{
    Drawing drawing;
    std::vector<QRectF> parts;  ///< with their margins; empty where there is one part alone
};

/// Sets the parts in lines, in their order, so that the whole is seen as large as possible in the room.
/// @param partOf  of each box, from 0
PartDrawing drawParts(const DrawingInput& input, const std::vector<std::uint32_t>& partOf, const PartMargins& margins,
                      const QSizeF& room);

}  // namespace natwalk
