// Where the services of a large ruleset stand.
#pragma once

#include "ui/graph/picture_geometry.h"

namespace natwalk {

/// Namespaces as blocks of cells, small ones beside each other; the cells are as large as the room allows.
/// @param room  of the canvas, in pixels at 100 %
PictureGeometry layOutGrid(const PathPicture& picture, const QSizeF& room);

}  // namespace natwalk
