// Opens files and pasted text in the background; what is shown stays until the new is read to the end.
#pragma once

#include "ui/job.h"
#include "ui/opening.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QStringList>

namespace natwalk {

class Session;

class Opener : public QObject
{
    Q_OBJECT

public:
    explicit Opener(Session* session, QObject* parent = nullptr);

    void open(const QStringList& paths);
    void openPasted(const QString& text);
    /// Reads the same files again.
    void reload() { open(m_paths); }
    void cancel();

    bool isRunning() const { return m_job.isRunning(); }
    double shareDone() const { return m_job.shareDone(); }
    /// What is being read: a file's name.
    QString name() const { return m_name; }
    /// What was read last, used or not: its problems are to be shown.
    OpenedPtr last() const { return m_last; }

    /// The files opened lately, the last one first; kept in the settings.
    static QStringList recentFiles();
    static void forgetRecentFile(const QString& path);

signals:
    void runningChanged();
    void progressed();
    /// Something was read: see last().
    void finished();
    /// A file that is shown was written by somebody since.
    void fileChanged();

private:
    void finish(const OpenedPtr& opened);
    void watch();

    Session* m_session;
    Job m_job;
    QString m_name;
    QStringList m_paths;
    QFileSystemWatcher m_watcher;
    OpenedPtr m_last;
};

}  // namespace natwalk
