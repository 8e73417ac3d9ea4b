// What wheel and mouse do to the picture.
#include "ui/graph/picture_canvas.h"

#include <QHelpEvent>
#include <QMouseEvent>

#include <cmath>
#include <utility>

namespace natwalk {

void PictureCanvas::wheelEvent(QWheelEvent* event)
{
    constexpr double notch = 120;
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoomAround(event->position(), m_zoom * std::pow(zoomStep, event->angleDelta().y() / notch));
        return;
    }
    const QPointF pixels =
        event->pixelDelta().isNull() ? QPointF(event->angleDelta()) / 2 : QPointF(event->pixelDelta());
    m_origin += event->modifiers().testFlag(Qt::ShiftModifier) ? pixels.transposed() : pixels;
    m_viewIsOurs = false;
    keepInView();
}

void PictureCanvas::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->position();
    m_isDragging = false;
}

void PictureCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & (Qt::LeftButton | Qt::MiddleButton))) {
        hover(event->position());
        return;
    }
    constexpr double farEnough = 6;
    const QPointF by = event->position() - m_pressed;
    if (!m_isDragging && by.manhattanLength() < farEnough)
        return;
    m_isDragging = true;
    m_viewIsOurs = false;
    setCursor(Qt::ClosedHandCursor);
    m_origin += by;
    m_pressed = event->position();
    keepInView();
}

void PictureCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (!std::exchange(m_isDragging, false) && event->button() == Qt::LeftButton)
        emit clicked(spotAt(event->position()));
    hover(event->position());
}

void PictureCanvas::mouseDoubleClickEvent(QMouseEvent* event) { emit doubleClicked(spotAt(event->position())); }

void PictureCanvas::hover(const QPointF& point)
{
    const PictureSpot spot = spotAt(point);
    setCursor(spot.kind == PictureSpot::Kind::none ? Qt::ArrowCursor : Qt::PointingHandCursor);
    if (spot == m_hovered)
        return;
    m_hovered = spot;
    emit hovered(spot);
}

void PictureCanvas::leaveEvent(QEvent* /*event*/)
{
    m_hovered = {};
    emit hovered({});
}

bool PictureCanvas::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    emit toolTipWanted(spotAt(help->pos()), help->globalPos());
    return true;
}

}  // namespace natwalk
