// Paints one chain as a block: header, rows, marks, tags.
#pragma once

#include "ui/graph/flow_painter.h"

namespace natwalk {

void paintBlock(QPainter& painter, const PicturePaint& what, const FlowPainter& flows, std::uint32_t index);

/// The frame around what is selected.
void paintSelection(QPainter& painter, const QRectF& rect, bool focused);

}  // namespace natwalk
