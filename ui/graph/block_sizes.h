// How large blocks are, which stand on each other, and what leaves them in which order.
#pragma once

#include "ui/graph/picture_geometry.h"

#include <utility>
#include <vector>

namespace natwalk {

/// All blocks with their words and sizes, not placed yet.
/// @param rowHeight  of a rule that takes two lines
/// @param generous   0: as narrow as is legible, 1: nothing is cut
std::vector<BlockGeometry> sizedBlocks(const PathPicture& picture, double rowHeight, double generous = 0);

/// Pairs of blocks of the main phase to stand on each other, the upper one first: chains with one course.
std::vector<std::pair<std::uint32_t, std::uint32_t>> stacksOf(const PathPicture& picture);

/// Something that leaves a block of the main phase by a row.
struct Leaving
{
    std::uint32_t from = 0;
    std::uint32_t row = nowhere;
    std::uint32_t to = 0;
    bool toEndpoint = false;
    double flow = 0;  ///< 0: it comes back
    bool onCourse = false;
    std::size_t step = noStep;
};

/// As wide as the longest of their titles wants, within limits.
double endpointWidthOf(const PathPicture& picture);

/// All of the main phase, block by block in the order of their rows.
std::vector<Leaving> leavingsOf(const PathPicture& picture);

}  // namespace natwalk
