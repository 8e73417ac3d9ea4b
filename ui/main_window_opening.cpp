// The ways into the window: files, the clipboard, what is dropped.
#include "ui/empty_page.h"
#include "ui/forms/packet_memory.h"
#include "ui/main_window.h"
#include "ui/rules/problems_view.h"

#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QUrl>

namespace natwalk {

namespace {

QStringList localFiles(const QMimeData* data)
{
    QStringList paths;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile())
            paths += url.toLocalFile();
    return paths;
}

/// Files or several lines: nothing that belongs into a field.
bool holdsDump(const QMimeData* data)
{
    return data != nullptr && (!localFiles(data).isEmpty() || data->text().trimmed().contains(u'\n'));
}

bool isPaste(QEvent* event)
{
    return event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Paste);
}

}  // namespace

void MainWindow::open(const QStringList& paths)
{
    if (!paths.isEmpty())
        m_opener.open(paths);
}

void MainWindow::paste()
{
    const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
    if (copied != nullptr && copied->hasUrls())
        open(localFiles(copied));
    else if (copied != nullptr && copied->hasText())
        m_opener.openPasted(copied->text());
}

void MainWindow::chooseFile()
{
    const QString filter = tr("Rulesets and scenarios (*.save *.iptables *.rules *.txt *.json *.gz);;All files (*)");
    open(QFileDialog::getOpenFileNames(this, tr("Open a ruleset"), {}, filter));
}

void MainWindow::fillRecent()
{
    m_recentMenu->clear();
    for (const QString& path : Opener::recentFiles())
        m_recentMenu->addAction(path, this, [this, path] { open({path}); });
    m_recentMenu->setEnabled(!m_recentMenu->isEmpty());
}

/// A file that is opened again is asked what it was asked last.
void MainWindow::restorePacket()
{
    const OpenedPtr opened = m_opener.last();
    if (!m_remembers || m_session.opened() != opened || opened->path.isEmpty())
        return;
    const auto packet = rememberedPacket(opened->path);
    if (!packet || !m_session.question())
        return;
    packet->name.empty() ? m_session.askPacket(packet->packet) : m_session.askSaved(packet->name);
    m_session.undoStack()->clear();
}

void MainWindow::showProblems()
{
    if (m_opener.last())
        m_problems->showProblems(m_opener.last());
    showTab(problemsTab);
}

/// Where a field has the keyboard, it takes what is pasted, but not a whole dump.
bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (isPaste(event) && qobject_cast<QLineEdit*>(watched) != nullptr
        && holdsDump(QGuiApplication::clipboard()->mimeData())) {
        event->ignore();
        return true;
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!event->mimeData()->hasUrls() && !event->mimeData()->hasText())
        return;
    event->acceptProposedAction();
    m_empty->setHot(true);
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent* event)
{
    m_empty->setHot(false);
    QMainWindow::dragLeaveEvent(event);
}

void MainWindow::dropEvent(QDropEvent* event)
{
    m_empty->setHot(false);
    event->acceptProposedAction();
    if (event->mimeData()->hasUrls())
        open(localFiles(event->mimeData()));
    else
        m_opener.openPasted(event->mimeData()->text());
}

}  // namespace natwalk
