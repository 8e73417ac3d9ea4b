#include "ui/graph/picture_canvas.h"

#include "ui/graph/minimap.h"
#include "ui/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace natwalk {

namespace {

/// Nobody needs a picture smaller than this, or than all of it takes.
constexpr double leastZoom = 0.25;
/// With more of them there is no room to grow.
constexpr std::size_t fewBlocks = 24;
/// A picture is shown whole down to this zoom: smaller words are a strain to read.
constexpr double leastWholeZoom = 0.78;
/// One that does not fit then opens at this zoom: what is behind the edge is on the overview.
constexpr double legibleZoom = 0.88;
constexpr double visibleMargin = 24;
constexpr double minimapMargin = 12;

}  // namespace

PictureCanvas::PictureCanvas(QWidget* parent) : QWidget(parent), m_minimap(new Minimap(this))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Chains on the packet's way"));
    m_minimap->hide();
}

void PictureCanvas::show(PathPicturePtr picture, bool keepsView)
{
    m_picture = std::move(picture);
    m_state = {};
    m_hovered = {};
    m_viewIsOurs = m_viewIsOurs || !keepsView;
    layOutAgain();
    if (m_viewIsOurs)
        showFromTheStart();
    placeMinimap();
    update();
}

void PictureCanvas::setState(PictureState state)
{
    m_state = std::move(state);
    m_minimap->update();
    update();
}

/// A small picture in a large window grows with it.
void PictureCanvas::layOutAgain()
{
    m_geometry = {};
    m_ownZoom = 1;
    if (!m_picture)
        return;
    if (m_picture->blocks.size() <= fewBlocks)
        for (const double zoom : {1.25, 1.12})
            if (PictureGeometry geometry = layOut(*m_picture, QSizeF(size()) / zoom); fits(geometry, zoom)) {
                m_geometry = std::move(geometry);
                m_ownZoom = zoom;
                return;
            }
    m_geometry = layOut(*m_picture, QSizeF(size()));
}

bool PictureCanvas::fits(const PictureGeometry& geometry, double zoom) const
{
    const QSizeF wanted = geometry.bounds.size() * zoom;
    return !wanted.isEmpty() && wanted.width() <= width() + 1 && wanted.height() <= height() + 1;
}

double PictureCanvas::fittingZoom() const
{
    const QSizeF bounds = m_geometry.bounds.size();
    if (bounds.isEmpty())
        return 1;
    return std::min({m_ownZoom, width() / bounds.width(), height() / bounds.height()});
}

void PictureCanvas::showFromTheStart()
{
    const bool whole = fittingZoom() >= leastWholeZoom;
    m_zoom = whole ? fittingZoom() : legibleZoom;
    m_origin = {};
    keepInView();
    if (!whole)
        makeVisible(m_state.current);
    emit zoomChanged();
}

void PictureCanvas::setZoom(double zoom)
{
    const QRectF selected = rectOf(m_state.selected);
    zoomAround(selected.isEmpty() ? QPointF(rect().center()) : selected.center(), zoom);
}

void PictureCanvas::zoomAround(const QPointF& point, double zoom)
{
    const QPointF fixed = toPicture(point);
    m_zoom = std::clamp(zoom, std::min(leastZoom, fittingZoom()), m_geometry.mostZoom);
    m_origin = point - fixed * m_zoom;
    m_viewIsOurs = false;
    keepInView();
    emit zoomChanged();
}

void PictureCanvas::fit()
{
    m_zoom = fittingZoom();
    m_viewIsOurs = fittingZoom() >= leastWholeZoom;
    keepInView();
    emit zoomChanged();
}

/// Leaves no empty space beside a picture that is larger than the window; one that is smaller stands in the middle.
void PictureCanvas::keepInView()
{
    const auto kept = [this](double origin, double low, double high, double room) {
        const double least = room - high * m_zoom;
        const double most = -low * m_zoom;
        return least > most ? (least + most) / 2 : std::clamp(origin, least, most);
    };
    const QRectF& bounds = m_geometry.bounds;
    m_origin.setX(kept(m_origin.x(), bounds.left(), bounds.right(), width()));
    m_origin.setY(kept(m_origin.y(), bounds.top(), bounds.bottom(), height()));
    m_origin = {std::round(m_origin.x()), std::round(m_origin.y())};
    placeMinimap();
    update();
}

void PictureCanvas::moveTo(const QPointF& centre)
{
    m_origin = QPointF(rect().center()) - centre * m_zoom;
    m_viewIsOurs = false;
    keepInView();
}

void PictureCanvas::centreOn(const PictureSpot& spot)
{
    if (spot.kind != PictureSpot::Kind::none)
        moveTo(toPicture(rectOf(spot).center()));
}

void PictureCanvas::makeVisible(const PictureSpot& spot)
{
    if (spot.kind == PictureSpot::Kind::none)
        return;
    const QRectF wanted = rectOf(spot);
    const QRectF room = QRectF(rect()).adjusted(visibleMargin, visibleMargin, -visibleMargin, -visibleMargin);
    QPointF by;
    by.setX(std::max(0.0, room.left() - wanted.left()) - std::max(0.0, wanted.right() - room.right()));
    by.setY(std::max(0.0, room.top() - wanted.top()) - std::max(0.0, wanted.bottom() - room.bottom()));
    if (!by.isNull()) {
        m_origin += by;
        keepInView();
    }
}

PictureSpot PictureCanvas::spotAt(const QPointF& point) const
{
    using Kind = PictureSpot::Kind;
    const QPointF at = toPicture(point);
    for (std::uint32_t i = 0; i < m_geometry.blocks.size(); ++i) {
        const BlockGeometry& block = m_geometry.blocks[i];
        if (!block.rect.contains(at))
            continue;
        for (std::uint32_t row = 0; row < block.rows.size(); ++row)
            if (block.rows[row].rect.contains(at))
                return {Kind::row, i, row};
        return {Kind::block, i, 0};
    }
    for (std::uint32_t i = 0; i < m_geometry.gates.size(); ++i)
        if (m_geometry.gates[i].rect.contains(at))
            return {Kind::gate, i, 0};
    for (std::uint32_t i = 0; i < m_geometry.endpoints.size(); ++i)
        if (m_geometry.endpoints[i].rect.contains(at))
            return {Kind::endpoint, i, 0};
    for (std::uint32_t i = 0; i < m_geometry.groups.size(); ++i)
        if (m_geometry.groups[i].rect.contains(at))
            return cellAt(i, at);
    return {};
}

PictureSpot PictureCanvas::cellAt(std::uint32_t group, const QPointF& at) const
{
    const std::vector<QRectF>& cells = m_geometry.groups[group].cells;
    for (std::uint32_t i = 0; i < cells.size(); ++i)
        if (cells[i].contains(at))
            return {PictureSpot::Kind::cell, group, i};
    return {};
}

QRectF PictureCanvas::rectOf(const PictureSpot& spot) const
{
    QRectF rect;
    switch (spot.kind) {
    case PictureSpot::Kind::none: return {};
    case PictureSpot::Kind::block: rect = m_geometry.blocks[spot.index].rect; break;
    case PictureSpot::Kind::row: rect = m_geometry.blocks[spot.index].rows[spot.row].rect; break;
    case PictureSpot::Kind::gate: rect = m_geometry.gates[spot.index].rect; break;
    case PictureSpot::Kind::endpoint: rect = m_geometry.endpoints[spot.index].rect; break;
    case PictureSpot::Kind::cell: rect = m_geometry.groups[spot.index].cells[spot.row]; break;
    }
    return {rect.topLeft() * m_zoom + m_origin, rect.size() * m_zoom};
}

QRectF PictureCanvas::visiblePart() const { return {toPicture({0, 0}), QSizeF(size()) / m_zoom}; }

void PictureCanvas::setMinimapShown(bool shown)
{
    m_minimapWanted = shown;
    placeMinimap();
}

/// The overview stands where it is of use: while not everything is seen.
void PictureCanvas::placeMinimap()
{
    const bool allSeen = visiblePart().adjusted(-2, -2, 2, 2).contains(m_geometry.bounds);
    m_minimap->setVisible(m_minimapWanted && m_picture && !allSeen);
    m_minimap->resize(m_minimap->sizeHint());
    if (m_minimap->isVisible())
        m_minimap->move(minimapPlace());
    m_minimap->update();
}

/// Where it is, unless it lies on something there and would lie on less in another corner.
QPoint PictureCanvas::minimapPlace() const
{
    const int margin = scaled(minimapMargin);
    const int right = width() - m_minimap->width() - margin;
    const int bottom = height() - m_minimap->height() - margin;
    const QPoint corners[] = {{margin, bottom}, {right, bottom}, {margin, margin}, {right, margin}};
    const auto* here = std::ranges::find(corners, m_minimap->pos());
    QPoint best = here == std::end(corners) ? corners[0] : *here;
    double least = coveredAt(best);
    for (const QPoint& corner : corners)
        if (const double covered = coveredAt(corner); covered < least) {
            best = corner;
            least = covered;
        }
    return best;
}

/// How much of the picture the overview would lie on, in square pixels.
double PictureCanvas::coveredAt(const QPoint& place) const
{
    const QRectF overview(toPicture(place), QSizeF(m_minimap->size()) / m_zoom);
    double area = 0;
    const auto add = [&](const QRectF& rect) {
        const QRectF common = overview & rect;
        area += common.width() * common.height();
    };
    for (const BlockGeometry& block : m_geometry.blocks)
        add(block.rect);
    for (const EndpointGeometry& endpoint : m_geometry.endpoints)
        add(endpoint.rect);
    for (const GroupGeometry& group : m_geometry.groups)
        add(group.rect);
    return area;
}

void PictureCanvas::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().canvas);
    if (!m_picture)
        return;
    painter.translate(m_origin);
    painter.scale(m_zoom, m_zoom);
    paintPicture(painter, {*m_picture, m_geometry, m_state, m_zoom, visiblePart().left()});
}

void PictureCanvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOutAgain();
    if (m_viewIsOurs)
        showFromTheStart();
    else
        keepInView();
}

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

void PictureCanvas::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Chains on the packet's way"));
        layOutAgain();
        keepInView();
    }
}

bool PictureCanvas::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    emit toolTipWanted(spotAt(help->pos()), help->globalPos());
    return true;
}

void PictureCanvas::focusInEvent(QFocusEvent* event)
{
    m_state.focused = true;
    QWidget::focusInEvent(event);
}

void PictureCanvas::focusOutEvent(QFocusEvent* event)
{
    m_state.focused = false;
    QWidget::focusOutEvent(event);
}

}  // namespace natwalk
