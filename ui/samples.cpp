#include "ui/samples.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace natwalk {

QStringList sampleFolders()
{
    const QString program = QCoreApplication::applicationDirPath();
    for (const char* place : {"/samples", "/../share/natwalk/samples", "/../../../samples"}) {
        const QDir folder(QDir::cleanPath(program + QLatin1String(place)));
        QStringList found;
        for (const QFileInfo& entry : folder.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
            if (QFileInfo::exists(entry.filePath() + QStringLiteral("/ruleset.save")))
                found += entry.filePath();
        if (!found.isEmpty())
            return found;
    }
    return {};
}

}  // namespace natwalk
