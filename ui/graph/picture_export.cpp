#include "ui/graph/picture_export.h"

#include "ui/graph/picture_canvas.h"
#include "ui/theme.h"

#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>

namespace natwalk {

namespace {

constexpr double sharpness = 2;
constexpr int mostPixels = 16'000;
constexpr int dotsPerInch = 96;

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

bool savePng(const PictureCanvas& canvas, const QString& path, const QSize& size)
{
    if (std::max(size.width(), size.height()) * sharpness > mostPixels)
        return false;
    QImage image(size * sharpness, QImage::Format_ARGB32_Premultiplied);
    return paintOn(image, canvas, sharpness) && image.save(path);
}

bool saveSvg(const PictureCanvas& canvas, const QString& path, const QSize& size)
{
    QSvgGenerator generator;
    generator.setFileName(path);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setResolution(dotsPerInch);
    return paintOn(generator, canvas, 1);
}

bool savePdf(const PictureCanvas& canvas, const QString& path, const QSize& size)
{
    QPdfWriter writer(path);
    writer.setResolution(dotsPerInch);
    writer.setPageMargins({});
    writer.setPageSize(QPageSize(QSizeF(size) * 72 / dotsPerInch, QPageSize::Point));
    return paintOn(writer, canvas, 1);
}

}  // namespace

bool exportPicture(const PictureCanvas& canvas, const QString& path)
{
    const QSize size = canvas.geometry().bounds.size().toSize();
    const QString kind = QFileInfo(path).suffix().toLower();
    if (kind == QStringLiteral("png"))
        return savePng(canvas, path, size);
    return kind == QStringLiteral("svg") ? saveSvg(canvas, path, size) : savePdf(canvas, path, size);
}

}  // namespace natwalk
