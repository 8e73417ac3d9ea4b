// A picture of the window, for documentation and tests.
#pragma once

#include "ui/graph/scope_picture.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace natwalk {

/// What is to be seen when the picture is taken.
struct PicturePlan
{
    QSize size{1440, 900};
    unsigned long step = 0;  ///< from 1; 0: the step that decided
    int tab = 0;             ///< of the tables, from 1; 0: as it is
    QString packet{};        ///< a saved packet of the scenario; empty: the first
    std::optional<PictureScope> scope{};
    std::optional<int> zoom{};  ///< of the chains, in percent; 0: all of them
    bool running = false;       ///< while trials are being run, not after them
    int laboratory = 0;  ///< the distribution laboratory instead, with this page, from 1 (the last where there are
                         ///< fewer); 0: the window
    QString counts{};    ///< a file of measured counts beside the exact shares

    // Read an option's value; false when it says nothing.
    bool readSize(const QString& text);   ///< "1440x900"
    bool readScope(const QString& text);  ///< "path", "neighbourhood" or "all"
    bool readZoom(const QString& text);   ///< "45" or "fit"
};

/// Opens files (or nothing), waits until shares and trials are computed, and writes the window to a file.
/// @return the exit code: 0, or 3 when the files could not be read or the picture not be written
int takePicture(const QStringList& files, const QString& picture, const PicturePlan& plan);

}  // namespace natwalk
