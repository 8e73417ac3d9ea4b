#include "ui/graph/picture_canvas.h"

#include "ui/graph/minimap.h"
#include "ui/graph/picture_spots.h"
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

PictureSpot PictureCanvas::spotAt(const QPointF& point) const { return natwalk::spotAt(m_geometry, toPicture(point)); }

QRectF PictureCanvas::rectOf(const PictureSpot& spot) const
{
    const QRectF rect = natwalk::rectOf(m_geometry, spot);
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
    const auto coveredAt = [this](const QPoint& place) {
        return coveredArea(m_geometry, {toPicture(place), QSizeF(m_minimap->size()) / m_zoom});
    };
    QPoint best = here == std::end(corners) ? corners[0] : *here;
    double least = coveredAt(best);
    for (const QPoint& corner : corners)
        if (const double covered = coveredAt(corner); covered < least) {
            best = corner;
            least = covered;
        }
    return best;
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

void PictureCanvas::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Chains on the packet's way"));
        layOutAgain();
        keepInView();
    }
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
