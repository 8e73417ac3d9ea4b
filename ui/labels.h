// Small parts that many panels share.
#pragma once

#include "ui/theme.h"

#include <QLabel>
#include <QString>

namespace natwalk {

/// A label in a size and an ink of the theme: "text", "text2", "text3", "path".
QLabel* makeLabel(Type type, const QString& ink = {}, QWidget* parent = nullptr);

/// The heading of a panel.
QWidget* makePanelTitle(QLabel* title);

/// Gives a widget a property that the style sheet looks at, and lets it look again.
void setLook(QWidget* widget, const char* property, const QVariant& value);

/// A line of text that gives way: it ends in "…" where there is no room, and shows itself whole in its tool tip.
class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(Type type, QWidget* parent = nullptr);

    void setText(const QString& text);
    void setColour(const QColor& colour);
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    QColor m_colour;
};

}  // namespace natwalk
