// Shows a picture: zoom, pan, what lies under the pointer. What a click means is decided by its owner.
#pragma once

#include "ui/graph/picture_painter.h"

#include <QWidget>

#include <memory>

namespace natwalk {

class Minimap;

using PathPicturePtr = std::shared_ptr<const PathPicture>;

class PictureCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit PictureCanvas(QWidget* parent = nullptr);

    /// Shows another picture; null: none.
    void show(PathPicturePtr picture, bool keepsView);
    /// Only marks move; the layout stays.
    void setState(PictureState state);

    const PathPicturePtr& picture() const { return m_picture; }
    const PictureGeometry& geometry() const { return m_geometry; }
    const PictureState& state() const { return m_state; }

    /// 1 is 100 %.
    double zoom() const { return m_zoom; }
    void setZoom(double zoom);
    void zoomIn() { setZoom(m_zoom * zoomStep); }
    void zoomOut() { setZoom(m_zoom / zoomStep); }
    /// All of it, at most at 100 %.
    void fit();
    void centreOn(const PictureSpot& spot);
    /// Moves no more than needed.
    void makeVisible(const PictureSpot& spot);

    PictureSpot spotAt(const QPointF& point) const;
    /// In the widget's coordinates; empty for Kind::none.
    QRectF rectOf(const PictureSpot& spot) const;

    void setMinimapShown(bool shown);
    bool minimapShown() const { return m_minimapWanted; }

    /// The part of the picture that is seen, in its own measure.
    QRectF visiblePart() const;
    void moveTo(const QPointF& centre);

    QSize sizeHint() const override { return {900, 400}; }

signals:
    void clicked(const natwalk::PictureSpot& spot);
    void doubleClicked(const natwalk::PictureSpot& spot);
    void hovered(const natwalk::PictureSpot& spot);
    void toolTipWanted(const natwalk::PictureSpot& spot, const QPoint& globalPosition);
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    static constexpr double zoomStep = 1.25;

    void layOutAgain();
    bool fits(const PictureGeometry& geometry, double zoom) const;
    void showFromTheStart();
    double fittingZoom() const;
    void zoomAround(const QPointF& point, double zoom);
    void keepInView();
    void placeMinimap();
    QPoint minimapPlace() const;
    void hover(const QPointF& point);
    QPointF toPicture(const QPointF& point) const { return (point - m_origin) / m_zoom; }

    PathPicturePtr m_picture;
    PictureGeometry m_geometry;
    PictureState m_state;
    Minimap* m_minimap;
    bool m_minimapWanted = true;
    double m_zoom = 1;
    double m_ownZoom = 1;      ///< at which the picture was made for the window
    QPointF m_origin;          ///< of the picture, in the widget
    bool m_viewIsOurs = true;  ///< nobody zoomed or moved: the view follows the window's size
    QPointF m_pressed;
    bool m_isDragging = false;
    PictureSpot m_hovered;
};

}  // namespace natwalk
