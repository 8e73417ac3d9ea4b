// Paints a large ruleset: services as small shapes under their namespace, and the way to the one that the packet takes.
#pragma once

#include "ui/graph/picture_painter.h"

namespace natwalk {

void paintGrid(QPainter& painter, const PicturePaint& what);

}  // namespace natwalk
