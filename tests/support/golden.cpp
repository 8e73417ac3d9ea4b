#include "support/golden.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace natwalk::test {

namespace {

QString pathOf(const QString& name) { return QStringLiteral(NATWALK_SOURCE_DIR "/tests/golden/") + name; }

QString textIn(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool write(const QString& path, const QString& text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0;
}

QString firstDifference(const QString& expected, const QString& actual)
{
    const QStringList wanted = expected.split('\n');
    const QStringList found = actual.split('\n');
    const auto [at, other] = std::mismatch(wanted.begin(), wanted.end(), found.begin(), found.end());
    const auto line = [](auto it, auto end) { return it == end ? QStringLiteral("(nothing)") : *it; };
    return QStringLiteral("line %1\n  golden: %2\n  actual: %3")
        .arg(at - wanted.begin() + 1)
        .arg(line(at, wanted.end()), line(other, found.end()));
}

}  // namespace

QString differenceFromGolden(const QString& name, const QString& text)
{
    const QString path = pathOf(name);
    const QString actual = path + QStringLiteral(".actual");
    QFile::remove(actual);
    if (qEnvironmentVariableIntValue("NATWALK_UPDATE_GOLDEN") == 1)
        return write(path, text) ? QString() : path + QStringLiteral(" cannot be written");
    const QString golden = textIn(path);
    if (golden == text)
        return {};
    write(actual, text);
    return name + QStringLiteral(", ") + firstDifference(golden, text);
}

}  // namespace natwalk::test
