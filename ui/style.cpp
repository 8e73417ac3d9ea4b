#include "ui/style.h"

#include "ui/theme.h"

#include <QGuiApplication>
#include <QStyleOption>

namespace natwalk {

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returned) const
{
    if (hint == SH_UnderlineShortcut)
        return QGuiApplication::queryKeyboardModifiers().testFlag(Qt::AltModifier) ? 1 : 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    if (element == PE_FrameTabBarBase)
        return;
    const auto* box = element == PE_IndicatorCheckBox ? qstyleoption_cast<const QStyleOptionButton*>(option) : nullptr;
    if (box == nullptr)
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    // Fusion makes the outline of the window's colour, darker: on dark ground nobody sees it.
    constexpr int fusionDarkens = 140;
    QStyleOptionButton seen = *box;
    seen.palette.setColor(QPalette::Window, theme().text3.lighter(fusionDarkens));
    QProxyStyle::drawPrimitive(element, &seen, painter, widget);
}

}  // namespace natwalk
