#include "support/program.h"

#include <QProcess>

namespace natwalk::test {

Answer answerOf(const QString& program, const QStringList& words, const QByteArray& input)
{
    QProcess process;
    process.setWorkingDirectory(QStringLiteral(NATWALK_SOURCE_DIR));
    process.start(program, words);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(60'000);
    const bool ended = process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

}  // namespace natwalk::test
