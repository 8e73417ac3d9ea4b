// A picture of the window, for documentation and tests.
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

namespace natwalk {

struct PicturePlan
{
    QSize size{1440, 900};
    unsigned long step = 0;  ///< from 1; 0: the step that decided
    int tab = 0;             ///< of the tables, from 1; 0: as it is

    /// Reads "1440x900".
    bool readSize(const QString& text);
};

/// Opens files (or nothing), waits until shares and trials are computed, and writes the window to a file.
/// @return the exit code: 0, or 3 when the files could not be read or the picture not be written
int takePicture(const QStringList& files, const QString& picture, const PicturePlan& plan);

}  // namespace natwalk
