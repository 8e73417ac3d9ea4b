// Paints gates and endpoints.
#pragma once

#include "ui/graph/picture_painter.h"

namespace natwalk {

/// A chain without rules, or with rules that are folded; the frame of its chains when open.
void paintGate(QPainter& painter, const PicturePaint& what, std::uint32_t index);

/// One end of all ways: address, exact share as a bar, the observed share below it on an axis of its own.
void paintEndpoint(QPainter& painter, const PicturePaint& what, std::uint32_t index);

}  // namespace natwalk
