// Pictures and tables as files, and in the clipboard.
#pragma once

#include <QPaintDevice>
#include <QSize>
#include <QString>

#include <functional>

namespace natwalk {

/// Paints on a device, everything `scale` times as large; false where that fails.
using PaintOn = std::function<bool(QPaintDevice& device, double scale)>;

/// PNG (twice as sharp), SVG or PDF by the file's ending; false where it cannot be written or drawn (a PNG of more than
/// 16,000 pixels).
bool savePicture(const QString& path, const QSize& size, const PaintOn& paint);

/// Puts a picture into the clipboard, as pixels and as SVG.
void copyPicture(const QSize& size, const PaintOn& paint);

/// Writes a text, whole or not at all.
bool saveText(const QString& path, const QString& text);

/// Something shown that people take away with them.
class Exhibit
{
public:
    Exhibit() = default;
    Exhibit(const Exhibit&) = delete;
    Exhibit& operator=(const Exhibit&) = delete;
    virtual ~Exhibit() = default;

    virtual QString fileName() const = 0;  ///< without ending
    virtual QSize pictureSize() const = 0;
    virtual bool paintOn(QPaintDevice& device, double scale) = 0;
    virtual QString csv() const = 0;
};

/// PNG, SVG, PDF or CSV by the file's ending; CSV for any other.
bool save(Exhibit& exhibit, const QString& path);

}  // namespace natwalk
