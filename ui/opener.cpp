#include "ui/opener.h"

#include "ui/session.h"

#include <QFileInfo>
#include <QSettings>

namespace natwalk {

namespace {

const QString recentKey = QStringLiteral("recentFiles");
constexpr qsizetype mostRecentFiles = 8;

void remember(const QStringList& paths)
{
    QStringList recent = Opener::recentFiles();
    for (const QString& path : paths) {
        const QString absolute = QFileInfo(path).absoluteFilePath();
        recent.removeAll(absolute);
        recent.prepend(absolute);
    }
    QSettings().setValue(recentKey, recent.mid(0, mostRecentFiles));
}

}  // namespace

Opener::Opener(Session* session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&m_job, &Job::runningChanged, this, &Opener::runningChanged);
    connect(&m_job, &Job::progressed, this, &Opener::progressed);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &Opener::fileChanged);
}

void Opener::open(const QStringList& paths)
{
    m_paths = paths;
    m_name = QFileInfo(paths.value(0)).fileName();
    std::vector<std::string> names;
    for (const QString& path : paths)
        names.push_back(path.toStdString());
    m_job.start([names](const Checkpoint& goOn) { return openFiles(names, goOn); },
                [this](const OpenedPtr& opened) { finish(opened); });
}

void Opener::openPasted(const QString& text)
{
    m_paths.clear();
    m_name = tr("pasted text");
    m_job.start(
        [text = text.toStdString(), name = m_name](const Checkpoint& goOn) { return openText(text, name, goOn); },
        [this](const OpenedPtr& opened) { finish(opened); });
}

void Opener::cancel() { m_job.cancel(); }

void Opener::finish(const OpenedPtr& opened)
{
    if (opened->stopped)
        return;
    m_last = opened;
    if (opened->document) {
        remember(m_paths);
        watch();
        m_session->setOpened(opened);
    }
    emit finished();
}

/// Files that are replaced, as editors do it, are watched anew when they are read again.
void Opener::watch()
{
    if (!m_watcher.files().isEmpty())
        m_watcher.removePaths(m_watcher.files());
    for (const QString& path : m_paths)
        if (QFileInfo(path).isFile())
            m_watcher.addPath(path);
}

QStringList Opener::recentFiles() { return QSettings().value(recentKey).toStringList(); }

void Opener::forgetRecentFile(const QString& path)
{
    QStringList recent = recentFiles();
    recent.removeAll(path);
    QSettings().setValue(recentKey, recent);
}

}  // namespace natwalk
