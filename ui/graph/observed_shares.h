// What trials observed of each endpoint of a picture.
#pragma once

#include "probability/trials.h"
#include "ui/graph/path_picture.h"

#include <optional>
#include <vector>

namespace natwalk {

struct ObservedShares
{
    std::vector<std::optional<Interval>> shares;  ///< by endpoint; nothing where trials do not know it
    double axis = 0.01;                           ///< half the width of an axis that holds them all
};

ObservedShares observedShares(const PathPicture& picture, const Trials& trials);

}  // namespace natwalk
