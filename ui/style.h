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
};

}  // namespace natwalk
