// Lays out and paints the services of a large ruleset: small shapes under their namespaces, the packet's way among
// them.
#pragma once

#include "ui/graph/picture_painter.h"

namespace natwalk {

PictureGeometry layOutGrid(const PathPicture& picture, const QSizeF& room);
void paintGrid(QPainter& painter, const PicturePaint& what);

}  // namespace natwalk
