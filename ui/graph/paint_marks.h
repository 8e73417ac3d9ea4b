// Small things that rows are made of: marks, tags, texts that give way.
#pragma once

#include "ui/graph/picture_painter.h"
#include "ui/theme.h"

#include <QPainter>

namespace natwalk {

/// A check, a cross or a dot, 12 px wide.
void paintMark(QPainter& painter, const QPointF& centre, RowMark mark);

/// The width that a tag takes, its padding included.
double tagWidth(const QString& text);
/// A word on a tinted ground, as wide as it needs, at most `room`.
/// @return the width that it took
double paintTag(QPainter& painter, const QPointF& leftCentre, const QString& text, TagKind kind, double room = 1e6);

/// One line of text, cut at the right where it does not fit.
/// @return the width that it took
double paintText(QPainter& painter, const QRectF& rect, const QString& text, const QFont& font, const QColor& colour,
                 Qt::TextElideMode elide = Qt::ElideRight, Qt::Alignment alignment = Qt::AlignLeft);

/// A small triangle that says: this can be unfolded.
void paintFoldMark(QPainter& painter, const QPointF& centre);

/// A font as large on the screen as at 100 %, whatever the zoom.
QFont unzoomed(QFont font, double zoom);

QFont withWeight(QFont font, QFont::Weight weight);

}  // namespace natwalk
