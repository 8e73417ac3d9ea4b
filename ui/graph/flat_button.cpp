#include "ui/graph/flat_button.h"

#include "ui/theme.h"

#include <QEnterEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace natwalk {

namespace {

constexpr double buttonHeight = 26;
constexpr double padding = 10;

QFont fontOf(bool strong)
{
    QFont font = fontFor(Type::body);
    font.setWeight(strong ? QFont::DemiBold : QFont::Medium);
    return font;
}

}  // namespace

FlatButton::FlatButton(bool strong, QWidget* parent) : QAbstractButton(parent), m_strong(strong)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize FlatButton::sizeHint() const
{
    const QFontMetrics metrics(fontOf(true));
    return {std::max(scaled(buttonHeight), metrics.horizontalAdvance(text()) + scaled(2 * padding)),
            scaled(buttonHeight)};
}

void FlatButton::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool chosen = isCheckable() && isChecked();
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (chosen || underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(theme().path) : QPen(Qt::NoPen));
        painter.setBrush(chosen ? theme().header : underMouse() ? theme().unreached : QColor(Qt::transparent));
        painter.drawRoundedRect(area, 5, 5);
    }
    painter.setFont(fontOf(m_strong || chosen));
    painter.setPen(!isEnabled() ? theme().text3 : chosen ? theme().path : theme().text2);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

void FlatButton::enterEvent(QEnterEvent* /*event*/) { update(); }

void FlatButton::leaveEvent(QEvent* /*event*/) { update(); }

SegmentFrame::SegmentFrame(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(2);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SegmentFrame::add(FlatButton* button)
{
    button->setCheckable(true);
    layout()->addWidget(button);
}

void SegmentFrame::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().border);
    painter.setBrush(theme().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

}  // namespace natwalk
