#include "ui/graph/minimap.h"

#include "ui/graph/picture_canvas.h"
#include "ui/theme.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace natwalk {

namespace {

constexpr double largestWidth = 180;
constexpr double largestHeight = 110;
constexpr double padding = 6;

}  // namespace

Minimap::Minimap(PictureCanvas* canvas) : QWidget(canvas), m_canvas(canvas)
{
    setCursor(Qt::PointingHandCursor);
    retranslate();
}

void Minimap::retranslate()
{
    setAccessibleName(tr("Overview"));
    setAccessibleDescription(tr("The whole picture and the part that is seen; a click moves the view."));
}

void Minimap::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

double Minimap::scale() const
{
    const QSizeF bounds = m_canvas->geometry().bounds.size();
    if (bounds.isEmpty())
        return 1;
    return std::min(grown(largestWidth) / bounds.width(), grown(largestHeight) / bounds.height());
}

QSize Minimap::sizeHint() const
{
    const QSizeF size = m_canvas->geometry().bounds.size() * scale() + QSizeF(2 * padding, 2 * padding);
    return size.toSize();
}

void Minimap::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().border);
    painter.setBrush(theme().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    if (!m_canvas->picture())
        return;
    painter.save();
    painter.translate(padding, padding);
    painter.scale(scale(), scale());
    painter.translate(-m_canvas->geometry().bounds.topLeft());
    paintPicture(painter, {*m_canvas->picture(), m_canvas->geometry(), m_canvas->state(), std::min(scale(), 0.2), 0});
    const QRectF seen = m_canvas->visiblePart().intersected(m_canvas->geometry().bounds);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().current, 1.5 / scale()));
    painter.drawRect(seen);
    painter.restore();
}

void Minimap::mousePressEvent(QMouseEvent* event) { moveView(event->position()); }

void Minimap::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        moveView(event->position());
}

void Minimap::moveView(const QPointF& point)
{
    m_canvas->moveTo((point - QPointF(padding, padding)) / scale() + m_canvas->geometry().bounds.topLeft());
}

}  // namespace natwalk
