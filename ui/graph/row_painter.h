// Paints the words of one row.
#pragma once

#include "ui/graph/picture_geometry.h"

#include <QPainter>

namespace natwalk {

struct RowPaint
{
    const PictureBlock& block;
    const BlockGeometry& geometry;
    std::uint32_t row;
    bool isCurrent;
};

void paintRow(QPainter& painter, const RowPaint& what);

}  // namespace natwalk
