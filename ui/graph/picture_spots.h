// What lies where on a picture, in its own measure.
#pragma once

#include "ui/graph/picture_geometry.h"
#include "ui/graph/picture_state.h"

namespace natwalk {

/// The innermost thing at a point; Kind::none where there is nothing.
PictureSpot spotAt(const PictureGeometry& geometry, const QPointF& at);

/// Empty for Kind::none.
QRectF rectOf(const PictureGeometry& geometry, const PictureSpot& spot);

/// How much of blocks, endpoints and groups a rectangle lies on.
double coveredArea(const PictureGeometry& geometry, const QRectF& rect);

}  // namespace natwalk
