// Icons drawn from SVG in the colours of the theme in use.
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace natwalk {

/// The icon resources/icons/NAME.svg in the text colour, greyed where disabled; null when there is none.
QIcon icon(const QString& name);

/// The same in one colour.
QIcon icon(const QString& name, const QColor& colour);

/// A picture of an icon.
/// @param size       edge in device-independent pixels
/// @param pixelRatio of the screen it is for
QPixmap symbol(const QString& name, const QColor& colour, int size, qreal pixelRatio);

} // namespace natwalk
