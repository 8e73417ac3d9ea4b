// Icons drawn from SVG in the colours of the theme in use.
#pragma once

#include "ui/theme.h"

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace natwalk {

/// The icon resources/icons/NAME.svg in a colour of the theme in use, greyed where disabled; null when there is none.
QIcon icon(const QString& name, QColor Theme::*ink = &Theme::text);

/// A picture of an icon.
/// @param size       edge in device-independent pixels
/// @param pixelRatio of the screen it is for
QPixmap symbol(const QString& name, const QColor& colour, int size, qreal pixelRatio);

}  // namespace natwalk
