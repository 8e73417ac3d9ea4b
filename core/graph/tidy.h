// The second half of a drawing: how high each stack stands, so that none overlaps and children stand beside their
// parent.
#pragma once

#include "graph/layers.h"

namespace natwalk {

/// The top of each stack; columns fill from top to bottom in the order of the rules.
std::vector<double> tidyTops(const DrawingInput& input, const Stacks& stacks, const Layers& layers);

}  // namespace natwalk
