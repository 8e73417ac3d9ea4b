// Fusion, with a habit of its own.
#pragma once

#include <QProxyStyle>

namespace natwalk {

class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    /// Letters to press with Alt are underlined only while Alt is down.
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;
    /// No line beside the tabs: the current one is underlined. Boxes to check have an outline that is seen on any
    /// ground.
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
};

}  // namespace natwalk
