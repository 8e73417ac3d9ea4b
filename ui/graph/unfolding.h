// What a click opens: runs of rules, gates with rules, and lists of the ends that are told in one.
#pragma once

#include "ui/graph/picture_state.h"

namespace natwalk {

enum class Opens : std::uint8_t {
    nothing,
    rules,    ///< a run, or a gate; a gate that is open closes
    courses,  ///< the list of all ends
};

Opens whatOpens(const PathPicture& picture, const PictureSpot& spot);

/// Opens (or closes) what holds rules.
void toggle(Unfolded& unfolded, const PathPicture& picture, const PictureSpot& spot);

}  // namespace natwalk
