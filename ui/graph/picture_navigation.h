// Moving over a picture by keyboard: along the flows, up and down the rows.
#pragma once

#include "ui/graph/picture_state.h"

namespace natwalk {

enum class Heading : std::uint8_t {
    left,   ///< to where the packet came from
    right,  ///< along the flow; from a header to its first row that leads on
    up,
    down,
    match,   ///< where the packet goes if the rule matches
    noMatch  ///< the next rule
};

/// The next spot in a direction; the same one where there is none.
PictureSpot neighbour(const PathPicture& picture, const PictureSpot& from, Heading direction);

}  // namespace natwalk
