#include "ui/export.h"

#include <QBuffer>
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>

namespace natwalk {

namespace {

constexpr double sharpness = 2;
constexpr int mostPixels = 16'000;
constexpr int dotsPerInch = 96;

QImage imageOf(const QSize& size, const PaintOn& paint)
{
    if (std::max(size.width(), size.height()) * sharpness > mostPixels)
        return {};
    QImage image(size * sharpness, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    return paint(image, sharpness) ? image : QImage();
}

bool writeSvg(QIODevice* device, const QSize& size, const PaintOn& paint)
{
    QSvgGenerator generator;
    generator.setOutputDevice(device);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setResolution(dotsPerInch);
    return paint(generator, 1);
}

bool saveSvg(const QString& path, const QSize& size, const PaintOn& paint)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && writeSvg(&file, size, paint) && file.commit();
}

bool savePdf(const QString& path, const QSize& size, const PaintOn& paint)
{
    QPdfWriter writer(path);
    writer.setResolution(dotsPerInch);
    writer.setPageMargins({});
    writer.setPageSize(QPageSize(QSizeF(size) * 72 / dotsPerInch, QPageSize::Point));
    return paint(writer, 1);
}

}  // namespace

bool savePicture(const QString& path, const QSize& size, const PaintOn& paint)
{
    const QString kind = QFileInfo(path).suffix().toLower();
    if (kind == QStringLiteral("png"))
        return imageOf(size, paint).save(path);
    return kind == QStringLiteral("svg") ? saveSvg(path, size, paint) : savePdf(path, size, paint);
}

void copyPicture(const QSize& size, const PaintOn& paint)
{
    QBuffer svg;
    svg.open(QIODevice::WriteOnly);
    writeSvg(&svg, size, paint);
    auto* data = new QMimeData;
    data->setImageData(imageOf(size, paint));
    data->setData(QStringLiteral("image/svg+xml"), svg.data());
    QGuiApplication::clipboard()->setMimeData(data);
}

bool saveText(const QString& path, const QString& text)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0 && file.commit();
}

bool save(Exhibit& exhibit, const QString& path)
{
    const QString kind = QFileInfo(path).suffix().toLower();
    const bool isPicture =
        kind == QStringLiteral("png") || kind == QStringLiteral("svg") || kind == QStringLiteral("pdf");
    if (!isPicture)
        return saveText(path, exhibit.csv());
    return savePicture(path, exhibit.pictureSize(),
                       [&exhibit](QPaintDevice& device, double scale) { return exhibit.paintOn(device, scale); });
}

}  // namespace natwalk
