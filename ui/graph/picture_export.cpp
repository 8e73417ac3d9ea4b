#include "ui/graph/picture_export.h"

#include "ui/export.h"
#include "ui/graph/picture_canvas.h"
#include "ui/theme.h"

#include <QPainter>

namespace natwalk {

namespace {

bool paintOn(QPaintDevice& device, const PictureCanvas& canvas, double scale)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    const QRectF bounds = canvas.geometry().bounds;
    painter.scale(scale, scale);
    painter.fillRect(QRectF(QPointF(), bounds.size()), theme().canvas);
    painter.translate(-bounds.topLeft());
    paintPicture(painter, {*canvas.picture(), canvas.geometry(), canvas.state(), 1, bounds.left()});
    return painter.end();
}

}  // namespace

bool exportPicture(const PictureCanvas& canvas, const QString& path)
{
    return savePicture(path, canvas.geometry().bounds.size().toSize(),
                       [&canvas](QPaintDevice& device, double scale) { return paintOn(device, canvas, scale); });
}

}  // namespace natwalk
