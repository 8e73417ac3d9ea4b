// Paints gates and endpoints.
#pragma once

#include "ui/graph/picture_painter.h"

namespace natwalk {

/// A chain without rules, or with rules that are folded; the frame of its chains when open.
/// The ground of a table's chains, with its name.
void paintPart(QPainter& painter, const PicturePaint& what, const PartGeometry& part);
void paintGate(QPainter& painter, const PicturePaint& what, std::uint32_t index);

/// One end of all ways: address, exact share as a bar, the observed share below it on an axis of its own.
void paintEndpoint(QPainter& painter, const PicturePaint& what, std::uint32_t index);

}  // namespace natwalk
