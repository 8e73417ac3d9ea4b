// What stands beside a rule in a table: a breakpoint, the current step, whether it matched.
#pragma once

#include "ui/models/path_model.h"

#include <QPainter>

namespace natwalk {

/// A dot where the run stops, else an arrow at the current step.
void paintPlaceMark(QPainter* painter, const QRect& cell, bool breakpoint, bool current);

/// A tick or a cross.
/// @return how far the text moves to the right
int paintStateMark(QPainter* painter, const QRect& cell, PathRow::State state);

}  // namespace natwalk
