// The menus of the window, and the commands that need its parts.
#include "ui/actions.h"
#include "ui/forms/packet_form.h"
#include "ui/graph/chain_graph_view.h"
#include "ui/icons.h"
#include "ui/laboratory/laboratory.h"
#include "ui/laboratory/measured_panel.h"
#include "ui/language.h"
#include "ui/main_window.h"
#include "ui/panels/extensions_dialog.h"
#include "ui/panels/node_checks_dialog.h"
#include "ui/panels/services_panel.h"
#include "ui/plots/histogram_view.h"
#include "ui/rules/path_view.h"
#include "ui/rules/problems_view.h"
#include "ui/rules/rules_view.h"
#include "ui/rules/source_view.h"
#include "ui/status_line.h"
#include "ui/stepper/verdict_banner.h"
#include "ui/translate.h"
#include "ui/words/verdict_words.h"

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
#include <QToolButton>

#include <array>

namespace natwalk {

namespace {

const QString themeKey = QStringLiteral("theme");
constexpr std::array themeChoices = {ThemeChoice::followDesktop, ThemeChoice::light, ThemeChoice::dark};

QKeySequence keys(QKeyCombination combination) { return QKeySequence(combination); }

void makeExclusive(QAction* action, QActionGroup* group, bool checked)
{
    action->setCheckable(true);
    action->setActionGroup(group);
    action->setChecked(checked);
}

}  // namespace

QMenu* MainWindow::addMenu()
{
    m_menus.push_back(menuBar()->addMenu(QString()));
    return m_menus.back();
}

QAction* MainWindow::addCommand(QMenu* menu, const QString& iconName, const QKeySequence& shortcut,
                                std::function<void()> command)
{
    QAction* action = menu->addAction(icon(iconName), QString());
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, std::move(command));
    m_commands.push_back(action);
    return action;
}

void MainWindow::makeMenus()
{
    fillFileMenu(addMenu());
    fillEditMenu(addMenu());
    fillViewMenu(addMenu());
    fillTraceMenu(addMenu());
    fillGoMenu(addMenu());
    fillToolsMenu(addMenu());
    QMenu* help = addMenu();
    addCommand(help, QStringLiteral("rules"), keys(Qt::SHIFT | Qt::Key_F1), [this] {
        auto* extensions = new ExtensionsDialog(this);
        extensions->setAttribute(Qt::WA_DeleteOnClose);
        extensions->show();
    });
    addCommand(help, QStringLiteral("info"), Qt::Key_F1, [this] { about(); });
    for (QMenu* menu : m_menus)
        menu->setToolTipsVisible(true);
    m_titleLabel->setContentsMargins(0, 0, scaled(12), 0);
    m_titleLabel->setFixedHeight(scaled(28));
}

void MainWindow::fillFileMenu(QMenu* menu)
{
    addCommand(menu, QStringLiteral("open"), QKeySequence::Open, [this] { chooseFile(); });
    addCommand(menu, QStringLiteral("paste"), QKeySequence::Paste, [this] { paste(); });
    m_recentMenu = menu->addMenu(icon(QStringLiteral("recent")), QString());
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecent);
    menu->addSeparator();
    addCommand(menu, QStringLiteral("export"), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_E), [this] { exportPicture(); });
    addCommand(menu, QStringLiteral("histogram"), keys(Qt::CTRL | Qt::Key_E), [this] { m_histogram->askForFile(); });
    menu->addSeparator();
    addCommand(menu, QStringLiteral("quit"), keys(Qt::CTRL | Qt::Key_Q), [this] { close(); });
}

void MainWindow::fillEditMenu(QMenu* menu)
{
    menu->addActions({m_actions->undo, m_actions->redo});
    menu->addSeparator();
    addCommand(menu, QStringLiteral("copy"), keys(Qt::CTRL | Qt::ALT | Qt::Key_C),
               [this] { m_rules->path()->copyRule(false); });
    addCommand(menu, QStringLiteral("name"), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
               [this] { m_rules->path()->copyRule(true); });
    menu->addSeparator();
    addCommand(menu, QStringLiteral("search"), QKeySequence::Find, [this] { findInSource(); });
    addCommand(menu, QStringLiteral("find-next"), Qt::Key_F3, [this] { m_source->findNext(false); });
    addCommand(menu, QStringLiteral("find-previous"), keys(Qt::SHIFT | Qt::Key_F3),
               [this] { m_source->findNext(true); });
    addCommand(menu, QStringLiteral("line"), keys(Qt::CTRL | Qt::Key_G), [this] { goToLine(); });
}

void MainWindow::fillViewMenu(QMenu* menu)
{
    addThemes(menu);
    addLanguages(menu);
    menu->addSeparator();
    addCommand(menu, QStringLiteral("scope-path"), keys(Qt::ALT | Qt::SHIFT | Qt::Key_1),
               [this] { m_graph->setScope(PictureScope::path); });
    addCommand(menu, QStringLiteral("scope-near"), keys(Qt::ALT | Qt::SHIFT | Qt::Key_2),
               [this] { m_graph->setScope(PictureScope::neighbourhood); });
    addCommand(menu, QStringLiteral("scope-all"), keys(Qt::ALT | Qt::SHIFT | Qt::Key_3),
               [this] { m_graph->setScope(PictureScope::all); });
    addCommand(menu, QStringLiteral("zoom-in"), QKeySequence::ZoomIn, [this] { m_graph->zoomIn(); });
    addCommand(menu, QStringLiteral("zoom-out"), QKeySequence::ZoomOut, [this] { m_graph->zoomOut(); });
    addCommand(menu, QStringLiteral("fit"), keys(Qt::CTRL | Qt::Key_0), [this] { m_graph->fit(); });
    addCommand(menu, QStringLiteral("centre"), keys(Qt::CTRL | Qt::Key_J), [this] { m_graph->centreOnStep(); });
    addCommand(menu, QStringLiteral("minimap"), keys(Qt::CTRL | Qt::Key_M), [this] { m_graph->toggleMinimap(); });
    menu->addSeparator();
    addTabs(menu);
    addWholeChain(menu);
    menu->addSeparator();
    const std::pair<QDockWidget*, const char*> docks[] = {
        {m_navigatorDock, "panel-left"}, {m_tablesDock, "panel-bottom"}, {m_detailsDock, "panel-right"}};
    int number = 0;
    for (const auto& [dock, iconName] : docks) {
        QAction* action = dock->toggleViewAction();
        action->setIcon(icon(QLatin1String(iconName)));
        action->setShortcut(keys(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_2 + number++)));
        menu->addAction(action);
    }
    addCommand(menu, QStringLiteral("present"), Qt::Key_F12, [this] { hideDocks(); });
    addCommand(menu, QStringLiteral("reset-layout"), keys(Qt::CTRL | Qt::ALT | Qt::Key_0), [this] { resetLayout(); });
}

void MainWindow::addThemes(QMenu* menu)
{
    constexpr std::array shortcuts = {Qt::Key_F6, Qt::Key_F7, Qt::Key_F8};
    const QStringList icons = {QStringLiteral("desktop"), QStringLiteral("sun"), QStringLiteral("moon")};
    m_themeMenu = menu->addMenu(icon(QStringLiteral("sun")), QString());
    auto* group = new QActionGroup(this);
    for (std::size_t i = 0; i < themeChoices.size(); ++i) {
        const ThemeChoice choice = themeChoices.at(i);
        QAction* action = addCommand(m_themeMenu, icons[static_cast<qsizetype>(i)], keys(Qt::CTRL | shortcuts.at(i)),
                                     [this, choice] { chooseTheme(choice); });
        makeExclusive(action, group, themeChoice() == choice);
    }
}

/// Languages stand by their own names, so that everybody finds their own.
void MainWindow::addLanguages(QMenu* menu)
{
    const std::pair<QString, Qt::Key> languages[] = {
        {{}, Qt::Key_F6}, {QStringLiteral("en"), Qt::Key_F7}, {QStringLiteral("zh_CN"), Qt::Key_F8}};
    m_languageMenu = menu->addMenu(icon(QStringLiteral("globe")), QString());
    auto* group = new QActionGroup(this);
    for (const auto& [language, key] : languages) {
        QAction* action = addCommand(m_languageMenu, QStringLiteral("globe"), keys(Qt::CTRL | Qt::SHIFT | key),
                                     [language = language] {
                                         storeLanguage(language);
                                         useLanguage(language);
                                     });
        makeExclusive(action, group, storedLanguage() == language);
    }
}

void MainWindow::addTabs(QMenu* menu)
{
    const QStringList icons = {QStringLiteral("rules"),     QStringLiteral("source"),  QStringLiteral("events"),
                               QStringLiteral("histogram"), QStringLiteral("warning"), QStringLiteral("arrow-right"),
                               QStringLiteral("host")};
    for (int tab = pathTab; tab <= hostTab; ++tab)
        addCommand(menu, icons[tab], keys(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + tab)),
                   [this, tab] { showTab(static_cast<Tab>(tab)); });
}

void MainWindow::addWholeChain(QMenu* menu)
{
    m_wholeChain = addCommand(menu, QStringLiteral("rules"), Qt::Key_F4, [this] {
        m_rules->showWholeChain(m_wholeChain->isChecked());
        showRulesTitle();
        showTab(pathTab);
    });
    m_wholeChain->setCheckable(true);
    m_wholeChainButton->setDefaultAction(m_wholeChain);
    m_wholeChainButton->setAutoRaise(true);
    m_tables->setCornerWidget(m_wholeChainButton);
    connect(m_tables, &QTabWidget::currentChanged, m_wholeChainButton,
            [this](int tab) { m_wholeChainButton->setVisible(tab == pathTab); });
}

void MainWindow::fillTraceMenu(QMenu* menu)
{
    addCommand(menu, QStringLiteral("target"), keys(Qt::CTRL | Qt::Key_L), [this] { m_form->focusDestination(); });
    addCommand(menu, QStringLiteral("play-solid"), keys(Qt::CTRL | Qt::Key_Return), [this] { m_form->trace(); });
    menu->addActions({m_actions->reply, m_actions->nextPacket});
    menu->addSeparator();
    menu->addActions({m_actions->into, m_actions->over, m_actions->out, m_actions->run});
    menu->addSeparator();
    menu->addActions({m_actions->backInto, m_actions->backOver, m_actions->backOut, m_actions->runBack});
    menu->addSeparator();
    menu->addActions({m_actions->play, m_actions->breakpoint});
}

void MainWindow::fillGoMenu(QMenu* menu)
{
    menu->addActions({m_actions->first, m_actions->back, m_actions->forward, m_actions->last});
    menu->addSeparator();
    menu->addActions({m_actions->previousHook, m_actions->nextHook, m_actions->toVerdict});
    addCommand(menu, QStringLiteral("question-circle"), Qt::Key_W, [this] { m_verdict->showWhy(); });
    addCommand(menu, QStringLiteral("copy"), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_K), [this] { checkVerdict(); });
    addCommand(menu, QStringLiteral("search"), keys(Qt::CTRL | Qt::Key_1), [this] { showServices(); });
    addCommand(menu, QStringLiteral("find-next"), Qt::Key_F8, [this] { nextProblem(1); });
    addCommand(menu, QStringLiteral("find-previous"), keys(Qt::SHIFT | Qt::Key_F8), [this] { nextProblem(-1); });
    menu->addSeparator();
    menu->addActions({m_actions->historyBack, m_actions->historyForward});
}

void MainWindow::fillToolsMenu(QMenu* menu)
{
    menu->addActions({m_actions->runTrials, m_actions->stopTrials});
    menu->addSeparator();
    addCommand(menu, QStringLiteral("histogram"), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_L), [this] { showLaboratory(); });
    addCommand(menu, QStringLiteral("paste"), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_V), [this] { showMeasured(); });
}

Laboratory* MainWindow::laboratory()
{
    if (m_laboratory == nullptr)
        m_laboratory = new Laboratory(&m_session, this);
    return m_laboratory;
}

void MainWindow::showLaboratory()
{
    laboratory()->show();
    laboratory()->raise();
    laboratory()->activateWindow();
}

void MainWindow::showMeasured()
{
    laboratory()->showSource(Laboratory::measuredSource);
    showLaboratory();
    laboratory()->measured()->setFocus();
}

void MainWindow::findInSource()
{
    showTab(sourceTab);
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

void MainWindow::nextProblem(int rows)
{
    if (!m_session.document() || m_problems->count() == 0)
        return;
    m_problems->next(rows);  // before its table takes the first row for the current one
    showTab(problemsTab);
}

NodeChecksDialog* MainWindow::checks()
{
    if (m_checks == nullptr)
        m_checks = new NodeChecksDialog(this);
    return m_checks;
}

void MainWindow::checkVerdict()
{
    if (const TracePtr trace = m_session.trace())
        checks()->showChecks(verdictTitle(*trace) + u' ' + verdictDetail(*trace),
                             nodeChecksFor(*trace, *m_session.document()));
}

void MainWindow::checkFinding(const Finding& finding)
{
    checks()->showChecks(translated(finding.what), nodeChecksFor(finding, *m_session.opened()->kube));
}

void MainWindow::hideDocks()
{
    m_presenting = !m_presenting;
    showState();
}

void MainWindow::exportPicture()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export picture"), QStringLiteral("picture.svg"),
                                                      tr("Vector graphics (*.svg);;Document (*.pdf);;Picture (*.png)"));
    if (!path.isEmpty() && !m_graph->exportTo(path))
        m_status->showProblem(tr("%1 could not be written.").arg(path));
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
