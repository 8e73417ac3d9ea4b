// The whole picture as a file.
#pragma once

#include <QString>

namespace natwalk {

class PictureCanvas;

/// PNG, SVG or PDF by the file's ending; false where it cannot be written or drawn (a PNG of more than 16,000 pixels).
bool exportPicture(const PictureCanvas& canvas, const QString& path);

}  // namespace natwalk
