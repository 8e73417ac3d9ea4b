// A picture drawn into the room there is: row heights and gaps are chosen so that it fits and fills.
#pragma once

#include "ui/graph/block_sizes.h"
#include "ui/graph/part_drawing.h"

#include <vector>

namespace natwalk {

struct DrawnPicture
{
    std::vector<BlockGeometry> blocks;  ///< with their sizes, not placed yet
    std::vector<Leaving> leavings;      ///< the links of the drawing, in its order
    Drawing drawing;                    ///< the blocks of the main phase, then the endpoints
    std::vector<TableName> tables;      ///< of the main blocks, in the kernel's order
    std::vector<QRectF> parts;          ///< of each table, where there are several
    double margin = 0;                  ///< at the left and the right
    double widthBefore = 0;             ///< of the gates before the main phase, and the gap behind them
    double zone = 0;                    ///< between the last chains and the gates
};

/// @param room  of the canvas, in pixels at 100 %
DrawnPicture drawPicture(const PathPicture& picture, const QSizeF& room);

/// The width of a gate; of an open one: of the chains in it.
double widthOf(const PictureGate& gate, const PathPicture& picture, const std::vector<BlockGeometry>& blocks);

}  // namespace natwalk
