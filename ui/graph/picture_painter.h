// Paints a picture: bands of flow, the packet's line, gates, blocks, endpoints, in three levels of detail.
#pragma once

#include "ui/graph/picture_geometry.h"
#include "ui/graph/picture_state.h"

#include <QPainter>

namespace natwalk {

/// How much is told: from 60 % everything, from 25 % titles and strokes, below that only shapes.
enum class Detail : std::uint8_t { full, titles, shapes };
Detail detailAt(double zoom);

struct PicturePaint
{
    const PathPicture& picture;
    const PictureGeometry& geometry;
    const PictureState& state;
    double zoom = 1;
    double left = 0;  ///< of the canvas, in the picture's own measure: where the packet comes in

    Detail detail() const { return detailAt(zoom); }
};

/// @param painter  scaled and moved so that the picture's own measure applies
void paintPicture(QPainter& painter, const PicturePaint& what);

}  // namespace natwalk
