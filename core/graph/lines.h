// The lines of a drawing: from a row, between the boxes of the columns on the way, to a header.
#pragma once

#include "graph/layers.h"

namespace natwalk {

/// What is settled before lines are drawn.
struct Placed
{
    std::vector<double> tops;  ///< of each stack
    std::vector<double> columnLeft;
    std::vector<double> columnRight;
    double bottom = 0;  ///< of the lowest stack
};

/// The line of each link.
///
/// @param goOn  asked now and then; false ends the work early
std::vector<std::vector<Point>> linesOf(const DrawingInput& input, const Stacks& stacks, const Layers& layers,
                                        const Placed& placed, const Checkpoint& goOn);

}  // namespace natwalk
