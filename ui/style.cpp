#include "ui/style.h"

#include <QGuiApplication>

namespace natwalk {

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returned) const
{
    if (hint == SH_UnderlineShortcut)
        return QGuiApplication::queryKeyboardModifiers().testFlag(Qt::AltModifier) ? 1 : 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

}  // namespace natwalk
