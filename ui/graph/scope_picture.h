// More than the packet's way: chains one jump away, or all of them.
#pragma once

#include "ui/graph/path_picture.h"

namespace natwalk {

enum class PictureScope : std::uint8_t { path, neighbourhood, all };

/// Rulesets with more chains than this show services by namespace instead of all their chains.
inline constexpr std::size_t mostChainsDrawn = 400;

/// The packet's way with its surroundings. Chains without rules stand behind `mainBlocks`.
PathPicture scopePictureOf(const TracePtr& trace, const CourseFlow& flow, PictureScope scope,
                           const Unfolded& unfolded = {});

}  // namespace natwalk
