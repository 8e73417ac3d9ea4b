// The whole picture in a corner, with the part that is seen; a click moves the view.
#pragma once

#include <QWidget>

namespace natwalk {

class PictureCanvas;

class Minimap : public QWidget
{
    Q_OBJECT

public:
    explicit Minimap(PictureCanvas* canvas);

    /// As large as its picture's shape allows.
    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void retranslate();
    double scale() const;
    void moveView(const QPointF& point);

    PictureCanvas* m_canvas;
};

}  // namespace natwalk
