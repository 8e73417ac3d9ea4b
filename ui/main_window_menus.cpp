// The menus of the window, and the commands that need its parts.
#include "ui/actions.h"
#include "ui/forms/packet_form.h"
#include "ui/icons.h"
#include "ui/language.h"
#include "ui/main_window.h"
#include "ui/panels/services_panel.h"
#include "ui/rules/source_view.h"
#include "ui/stepper/verdict_banner.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QTabWidget>

namespace natwalk {

namespace {

enum Menu { fileMenu, editMenu, viewMenu, traceMenu, goMenu, toolsMenu, helpMenu };
enum Command {
    openCommand,
    pasteCommand,
    quitCommand,
    findCommand,
    lineCommand,
    presentCommand,
    resetCommand,
    destinationCommand,
    traceCommand,
    whyCommand,
    servicesCommand,
    aboutCommand
};

constexpr int sourceTab = 1;
const QString themeKey = QStringLiteral("theme");

}  // namespace

QMenu* MainWindow::addMenu()
{
    m_menus.push_back(menuBar()->addMenu(QString()));
    return m_menus.back();
}

QAction* MainWindow::addCommand(QMenu* menu, const QString& iconName, const QKeySequence& shortcut,
                                void (MainWindow::*command)())
{
    QAction* action = menu->addAction(iconName.isEmpty() ? QIcon() : icon(iconName), QString());
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, command);
    m_commands.push_back(action);
    return action;
}

void MainWindow::makeMenus()
{
    QMenu* file = addMenu();
    QMenu* edit = addMenu();
    QMenu* view = addMenu();
    QMenu* trace = addMenu();
    QMenu* go = addMenu();
    QMenu* tools = addMenu();
    QMenu* help = addMenu();

    addCommand(file, QStringLiteral("open"), QKeySequence::Open, &MainWindow::chooseFile);
    addCommand(file, QStringLiteral("paste"), QKeySequence::Paste, &MainWindow::paste);
    m_recentMenu = file->addMenu(QString());
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecent);
    file->addSeparator();
    m_commands.push_back(file->addAction(QString(), QKeySequence::Quit, this, &QWidget::close));

    edit->addActions({m_actions->undo, m_actions->redo});
    edit->addSeparator();
    addCommand(edit, QStringLiteral("search"), QKeySequence::Find, &MainWindow::findInSource);
    addCommand(edit, {}, QKeySequence(Qt::CTRL | Qt::Key_G), &MainWindow::goToLine);

    m_languages = new QActionGroup(this);
    auto* group = new QActionGroup(this);
    for (const ThemeChoice choice : {ThemeChoice::followDesktop, ThemeChoice::light, ThemeChoice::dark}) {
        QAction* action = view->addAction(QString(), this, [this, choice] { chooseTheme(choice); });
        action->setCheckable(true);
        action->setChecked(themeChoice() == choice);
        group->addAction(action);
        m_themes.push_back(action);
    }
    view->addSeparator();
    m_languageMenu = view->addMenu(QString());
    addLanguage(QString(), {});
    addLanguage(QStringLiteral("en"), QStringLiteral("English"));
    addLanguage(QStringLiteral("zh_CN"), QStringLiteral("中文"));
    view->addSeparator();
    view->addActions(
        {m_navigatorDock->toggleViewAction(), m_tablesDock->toggleViewAction(), m_detailsDock->toggleViewAction()});
    addCommand(view, {}, Qt::Key_F12, &MainWindow::hideDocks);
    addCommand(view, {}, {}, &MainWindow::resetLayout);

    addCommand(trace, {}, QKeySequence(Qt::CTRL | Qt::Key_L), &MainWindow::showDestination);
    addCommand(trace, QStringLiteral("play-solid"), QKeySequence(Qt::CTRL | Qt::Key_Return), &MainWindow::traceForm);
    trace->addActions({m_actions->reply, m_actions->nextPacket});
    trace->addSeparator();
    trace->addActions({m_actions->into, m_actions->over, m_actions->out, m_actions->run});
    trace->addSeparator();
    trace->addActions({m_actions->backInto, m_actions->backOver, m_actions->backOut, m_actions->runBack});
    trace->addSeparator();
    trace->addActions({m_actions->play, m_actions->breakpoint});

    go->addActions({m_actions->first, m_actions->back, m_actions->forward, m_actions->last});
    go->addSeparator();
    go->addActions({m_actions->previousHook, m_actions->nextHook, m_actions->toVerdict});
    addCommand(go, {}, QKeySequence(Qt::Key_W), &MainWindow::showWhy);
    addCommand(go, {}, QKeySequence(Qt::CTRL | Qt::Key_1), &MainWindow::showServices);
    go->addSeparator();
    go->addActions({m_actions->historyBack, m_actions->historyForward});

    tools->addActions({m_actions->runTrials, m_actions->stopTrials});
    addCommand(help, QStringLiteral("natwalk"), {}, &MainWindow::about);
    m_titleLabel->setContentsMargins(0, 0, scaled(12), 0);
    m_titleLabel->setFixedHeight(scaled(28));
}

void MainWindow::retranslate()
{
    const QStringList menus = {tr("&File"), tr("&Edit"),  tr("&View"), tr("&Trace"),
                               tr("&Go"),   tr("T&ools"), tr("&Help")};
    for (qsizetype i = 0; i < menus.size(); ++i)
        m_menus[static_cast<std::size_t>(i)]->setTitle(menus[i]);
    m_recentMenu->setTitle(tr("Open &Recent"));
    const QStringList commands = {
        tr("&Open…"),        tr("Open What Was &Copied"), tr("&Quit"),        tr("&Find in Source"), tr("Go to &Line…"),
        tr("&Presentation"), tr("&Reset Layout"),         tr("&Destination"), tr("&Trace"),          tr("&Why?"),
        tr("&Services"),     tr("&About natwalk")};
    for (qsizetype i = 0; i < commands.size(); ++i)
        m_commands[static_cast<std::size_t>(i)]->setText(commands[i]);
    const QStringList themes = {tr("As the &Desktop"), tr("&Light"), tr("&Dark")};
    for (qsizetype i = 0; i < themes.size(); ++i)
        m_themes[static_cast<std::size_t>(i)]->setText(themes[i]);
    m_languageMenu->setTitle(tr("&Language"));
    m_languages->actions().first()->setText(tr("As the &System"));
    m_navigatorDock->setWindowTitle(tr("Services, Chains and Packets"));
    m_tablesDock->setWindowTitle(tr("Tables"));
    m_detailsDock->setWindowTitle(tr("Details"));
    m_navigator->setTabText(0, tr("Services"));
    m_navigator->setTabText(1, tr("Chains"));
    m_navigator->setTabText(2, tr("Packets"));
    m_tables->setTabText(0, tr("Rules on the path"));
    m_tables->setTabText(1, tr("Source"));
    m_tables->setTabText(3, tr("Histogram"));
    m_actions->retranslate();
    showEventCount();
}

/// A language by its own name; the system's when none is given.
void MainWindow::addLanguage(const QString& language, const QString& name)
{
    QAction* action = m_languageMenu->addAction(name, this, [language] {
        storeLanguage(language);
        useLanguage(language);
    });
    action->setCheckable(true);
    action->setActionGroup(m_languages);
    action->setChecked(storedLanguage() == language);
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
    m_recentMenu->setEnabled(true);
}

void MainWindow::findInSource()
{
    m_tablesDock->show();
    m_tables->setCurrentIndex(sourceTab);
    m_source->find();
}

void MainWindow::goToLine()
{
    bool chosen = false;
    const int line = QInputDialog::getInt(this, tr("Go to line"), tr("Line:"), 1, 1, 10'000'000, 1, &chosen);
    if (chosen)
        showLine(static_cast<std::uint32_t>(line));
}

void MainWindow::showServices()
{
    m_navigatorDock->show();
    m_navigator->setCurrentWidget(m_services);
    m_services->focusFilter();
}

void MainWindow::showDestination() { m_form->focusDestination(); }

void MainWindow::traceForm() { m_form->trace(); }

void MainWindow::showWhy() { m_verdict->showWhy(); }

void MainWindow::hideDocks()
{
    m_presenting = !m_presenting;
    showState();
}

void MainWindow::chooseTheme(ThemeChoice choice)
{
    useTheme(*qApp, choice);
    QSettings().setValue(themeKey, static_cast<int>(choice));
}

void MainWindow::about()
{
    QMessageBox::about(this, tr("About natwalk"),
                       tr("<b>natwalk %1</b><p>Steps a packet through the chains of an iptables ruleset, and shows "
                          "where connections end up.</p>"
                          "<p>GPL-3.0-or-later</p>")
                           .arg(QCoreApplication::applicationVersion()));
}

}  // namespace natwalk
