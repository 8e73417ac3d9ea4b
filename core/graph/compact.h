// The end of a drawing, on demand: columns slide so that links run as level as the tallest column's height allows.
#pragma once

#include "graph/layers.h"

namespace natwalk {

/// Moves tops within the height of the tallest column; the order within columns and `rowGap` are kept.
void compactTops(const DrawingInput& input, const Stacks& stacks, const Layers& layers, std::vector<double>& tops);

}  // namespace natwalk
