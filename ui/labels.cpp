#include "ui/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QVariant>

namespace natwalk {

QLabel* makeLabel(Type type, const QString& ink, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setFont(fontFor(type));
    if (!ink.isEmpty())
        label->setProperty("ink", ink);
    return label;
}

QWidget* makePanelTitle(QLabel* title)
{
    auto* bar = new QWidget;
    bar->setObjectName(QStringLiteral("panelTitle"));
    bar->setFixedHeight(scaled(36));
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(scaled(14), 0, scaled(12), 0);
    title->setFont(fontFor(Type::strong));
    layout->addWidget(title);
    return bar;
}

void setLook(QWidget* widget, const char* property, const QVariant& value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

ElidedLabel::ElidedLabel(Type type, QWidget* parent) : QWidget(parent)
{
    setFont(fontFor(type));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString& text)
{
    m_text = text;
    setToolTip(text);
    setAccessibleName(text);
    updateGeometry();
    update();
}

void ElidedLabel::setColour(const QColor& colour)
{
    m_colour = colour;
    update();
}

QSize ElidedLabel::sizeHint() const { return {fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height()}; }

QSize ElidedLabel::minimumSizeHint() const { return {0, fontMetrics().height()}; }

void ElidedLabel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setPen(m_colour.isValid() ? m_colour : theme().text);
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
}

}  // namespace natwalk
