// The window: docks, menus, and what is opened by hand. Everything shown comes from the session.
#pragma once

#include "ui/opener.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QMainWindow>

class QActionGroup;
class QLabel;
class QMenu;
class QStackedWidget;
class QTabWidget;

namespace natwalk {

class Actions;
class ChainGraphView;
class DetailsColumn;
class EmptyPage;
class HistogramView;
class PacketForm;
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
    Actions* actions() { return m_actions; }

    void open(const QStringList& paths);
    /// Reads the dump that lies in the clipboard.
    void paste();

    /// Takes up geometry and docks as they were left, and leaves them so.
    void rememberLayout();
    void resetLayout();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeWorkspace();
    QDockWidget* makeDock(const QString& name, QWidget* content);
    void makeDocks();
    void placeDocks();
    void sizeDocks();
    void makeMenus();
    QMenu* addMenu();
    QAction* addCommand(QMenu* menu, const QString& icon, const QKeySequence& shortcut, void (MainWindow::*command)());
    void retranslate();
    void showState();
    void showTitle();
    void showEventCount();
    void showProblems();
    void showLine(std::uint32_t line);
    void chooseFile();
    void findInSource();
    void goToLine();
    void showServices();
    void showDestination();
    void traceForm();
    void showWhy();
    void hideDocks();
    void about();
    void addLanguage(const QString& language, const QString& name);
    void fillRecent();
    void chooseTheme(ThemeChoice choice);

    Session m_session;
    Opener m_opener;
    Actions* m_actions;
    PacketForm* m_form;
    QStackedWidget* m_pages;
    EmptyPage* m_empty;
    VerdictBanner* m_verdict = nullptr;
    QTabWidget* m_navigator;
    QTabWidget* m_tables;
    ServicesPanel* m_services;
    SourceView* m_source;
    ProblemsView* m_problems;
    DetailsColumn* m_details;
    StatusLine* m_status;
    QLabel* m_titleLabel;
    QToolBar* m_formBar = nullptr;
    QDockWidget* m_navigatorDock = nullptr;
    QDockWidget* m_tablesDock = nullptr;
    QDockWidget* m_detailsDock = nullptr;
    std::vector<QMenu*> m_menus;
    std::vector<QAction*> m_commands;
    QMenu* m_recentMenu = nullptr;
    QMenu* m_languageMenu = nullptr;
    QActionGroup* m_languages = nullptr;
    std::vector<QAction*> m_themes;
    bool m_narrow = false;
    bool m_placed = false;  ///< the docks have their sizes
    bool m_remembers = false;
    bool m_presenting = false;
};

}  // namespace natwalk
