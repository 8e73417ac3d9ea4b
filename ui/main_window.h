// The window: docks, menus, and what is opened by hand. Everything shown comes from the session.
#pragma once

#include "ui/opener.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QMainWindow>

#include <functional>
#include <vector>

class QLabel;
class QMenu;
class QStackedWidget;
class QTabWidget;
class QToolButton;

namespace natwalk {

class Actions;
class ChainGraphView;
class DetailsColumn;
class EmptyPage;
class HistogramView;
class HostPanel;
class Laboratory;
class NodeChecksDialog;
class PacketForm;
class RulesView;
class ProblemsView;
class ServicesPanel;
class SourceView;
class StatusLine;
class VerdictBanner;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    Session* session() { return &m_session; }
    Opener* opener() { return &m_opener; }
    /// The window beside this one; made when it is wanted first.
    Laboratory* laboratory();
    Actions* actions() { return m_actions; }

    void open(const QStringList& paths);
    /// Reads the dump that lies in the clipboard.
    void paste();

    /// Takes up geometry and docks as they were left, and leaves them so.
    void rememberLayout();
    void resetLayout();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum Tab { pathTab, sourceTab, eventsTab, histogramTab, problemsTab, waysTab, hostTab };
    enum NavigatorTab { servicesTab, chainsTab, packetsTab };

    QWidget* makeWorkspace();
    QDockWidget* makeDock(const QString& name, QWidget* content);
    void makeDocks();
    void placeDocks();
    void sizeDocks();
    void listen();

    // Menus and commands.
    QMenu* addMenu();
    QAction* addCommand(QMenu* menu, const QString& icon, const QKeySequence& shortcut, std::function<void()> command);
    void makeMenus();
    void fillFileMenu(QMenu* menu);
    void fillEditMenu(QMenu* menu);
    void fillViewMenu(QMenu* menu);
    void fillTraceMenu(QMenu* menu);
    void fillGoMenu(QMenu* menu);
    void fillToolsMenu(QMenu* menu);
    void addThemes(QMenu* menu);
    void addLanguages(QMenu* menu);
    void addTabs(QMenu* menu);
    void addWholeChain(QMenu* menu);
    void retranslate();
    void retranslateTabs();

    void showState();
    void showTitle();
    void showEventCount();
    void showRulesTitle();
    void showProblems();
    void showLine(std::uint32_t line);
    void showTab(Tab tab);
    void chooseFile();
    void nextProblem(int rows);
    void checkVerdict();
    void checkFinding(const Finding& finding);
    NodeChecksDialog* checks();
    void showLaboratory();
    void showMeasured();
    void restorePacket();
    void showServices();
    void findInSource();
    void goToLine();
    void hideDocks();
    void exportPicture();
    void about();
    void fillRecent();
    void chooseTheme(ThemeChoice choice);

    Session m_session;
    Opener m_opener;
    Actions* m_actions;
    PacketForm* m_form;
    QStackedWidget* m_pages;
    EmptyPage* m_empty;
    VerdictBanner* m_verdict = nullptr;
    ChainGraphView* m_graph = nullptr;
    QTabWidget* m_navigator;
    QTabWidget* m_tables;
    ServicesPanel* m_services;
    RulesView* m_rules;
    SourceView* m_source;
    HistogramView* m_histogram;
    HostPanel* m_host;
    ProblemsView* m_problems;
    NodeChecksDialog* m_checks = nullptr;  ///< made when it is wanted first
    Laboratory* m_laboratory = nullptr;
    DetailsColumn* m_details;
    StatusLine* m_status;
    QLabel* m_titleLabel;
    QToolBar* m_formBar = nullptr;
    QDockWidget* m_navigatorDock = nullptr;
    QDockWidget* m_tablesDock = nullptr;
    QDockWidget* m_detailsDock = nullptr;
    std::vector<QMenu*> m_menus;
    std::vector<QAction*> m_commands;
    QAction* m_wholeChain = nullptr;
    QToolButton* m_wholeChainButton;  ///< beside the tabs
    QMenu* m_recentMenu = nullptr;
    QMenu* m_themeMenu = nullptr;
    QMenu* m_languageMenu = nullptr;
    bool m_narrow = false;
    bool m_placed = false;  ///< the docks have their sizes
    bool m_remembers = false;
    bool m_presenting = false;
};

}  // namespace natwalk
