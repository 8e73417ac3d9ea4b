// Runs one of our programs, as scripts and people call it: words in; text, JSON and exit code out.
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace natwalk::test {

struct Answer
{
    int code = -1;
    QString out;
    QString err;

    QJsonObject object() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
    QJsonArray array() const { return QJsonDocument::fromJson(out.toUtf8()).array(); }
};

/// Runs a program in the source folder. A crash has the code -1.
Answer answerOf(const QString& program, const QStringList& words, const QByteArray& input = {});

}  // namespace natwalk::test
