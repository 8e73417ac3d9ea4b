#include "ui/main_window.h"

#include "ui/actions.h"
#include "ui/empty_page.h"
#include "ui/forms/packet_form.h"
#include "ui/forms/packet_memory.h"
#include "ui/graph/chain_graph_view.h"
#include "ui/host/host_panel.h"
#include "ui/labels.h"
#include "ui/panels/chains_panel.h"
#include "ui/panels/details_column.h"
#include "ui/panels/explanation_panel.h"
#include "ui/panels/notice_bar.h"
#include "ui/panels/saved_packets_panel.h"
#include "ui/panels/services_panel.h"
#include "ui/plots/histogram_view.h"
#include "ui/rules/events_view.h"
#include "ui/rules/problems_view.h"
#include "ui/rules/rules_view.h"
#include "ui/rules/source_view.h"
#include "ui/rules/ways_view.h"
#include "ui/spare_memory.h"
#include "ui/status_line.h"
#include "ui/stepper/hook_strip.h"
#include "ui/stepper/transport_bar.h"
#include "ui/stepper/verdict_banner.h"

#include <QApplication>
#include <QDockWidget>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace natwalk {

namespace {

/// Below this width the right column becomes tabs beside the tables.
constexpr double narrowWidth = 1360;
/// Below this height the verdict has one line.
constexpr double lowHeight = 800;
constexpr int layoutVersion = 1;
/// Milliseconds after which nothing shows the document before any more.
constexpr int untilForgotten = 1000;
const QString geometryKey = QStringLiteral("window/geometry");
const QString stateKey = QStringLiteral("window/state");

QTabWidget* makeTabs(const QString& name)
{
    auto* tabs = new QTabWidget;
    tabs->setObjectName(name);
    tabs->setAttribute(Qt::WA_StyledBackground);
    tabs->setDocumentMode(true);
    tabs->setUsesScrollButtons(true);
    tabs->setElideMode(Qt::ElideNone);
    return tabs;
}

}  // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
    , m_opener(&m_session)
    , m_actions(new Actions(&m_session, this))
    , m_form(new PacketForm(&m_session, m_actions))
    , m_pages(new QStackedWidget)
    , m_empty(new EmptyPage)
    , m_navigator(makeTabs(QStringLiteral("navigator")))
    , m_tables(makeTabs(QStringLiteral("tables")))
    , m_services(new ServicesPanel(&m_session))
    , m_rules(new RulesView(&m_session))
    , m_source(new SourceView(&m_session))
    , m_histogram(new HistogramView(&m_session))
    , m_host(new HostPanel(&m_session))
    , m_problems(new ProblemsView(&m_session))
    , m_details(new DetailsColumn(&m_session))
    , m_status(new StatusLine(&m_session))
    , m_titleLabel(makeLabel(Type::body, QStringLiteral("text2")))
    , m_wholeChainButton(new QToolButton)
{
    setAcceptDrops(true);
    qApp->installEventFilter(this);
    setDockOptions(QMainWindow::AnimatedDocks);
    m_formBar = addToolBar(QString());
    m_formBar->setObjectName(QStringLiteral("packetForm"));
    m_formBar->setMovable(false);
    m_formBar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_form->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_formBar->addWidget(m_form);
    setStatusBar(m_status);

    auto* notice = new NoticeBar(&m_opener);
    auto* central = new QWidget;
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(notice);
    layout->addWidget(m_pages, 1);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(makeWorkspace());
    setCentralWidget(central);
    makeDocks();
    makeMenus();

    connect(notice, &NoticeBar::problemsWanted, this, &MainWindow::showProblems);
    listen();
    retranslate();
    showState();
}

MainWindow::~MainWindow() = default;

void MainWindow::listen()
{
    connect(m_empty, &EmptyPage::openWanted, this, &MainWindow::chooseFile);
    connect(m_empty, &EmptyPage::pasteWanted, this, &MainWindow::paste);
    connect(m_empty, &EmptyPage::fileWanted, this, [this](const QString& path) { open({path}); });
    connect(m_problems, &ProblemsView::lineWanted, this, &MainWindow::showLine);
    connect(m_problems, &ProblemsView::checkWanted, this, &MainWindow::checkFinding);
    connect(m_verdict, &VerdictBanner::checkWanted, this, &MainWindow::checkVerdict);
    connect(m_problems, &ProblemsView::countChanged, this, &MainWindow::showEventCount);
    const auto showHost = [this] { showTab(hostTab); };
    connect(m_details->explanation(), &ExplanationPanel::assumptionsWanted, this, showHost);
    connect(m_status, &StatusLine::assumptionsWanted, this, showHost);
    connect(m_histogram, &HistogramView::laboratoryWanted, this, &MainWindow::showLaboratory);
    connect(m_graph, &ChainGraphView::sourceWanted, this, [this] { showTab(sourceTab); });
    connect(m_form, &PacketForm::problemChanged, m_status, &StatusLine::showProblem);
    connect(m_host, &HostPanel::problemChanged, m_status, &StatusLine::showProblem);
    connect(&m_opener, &Opener::finished, this, &MainWindow::restorePacket);
    connect(&m_session, &Session::documentChanged, this, &MainWindow::showState);
    connect(&m_session, &Session::documentChanged, this,
            [this] { QTimer::singleShot(untilForgotten, this, &giveBackSpareMemory); });
    connect(&m_session, &Session::documentChanged, this,
            [this] { m_navigator->setCurrentIndex(m_services->isEmpty() ? chainsTab : servicesTab); });
    connect(&m_session, &Session::traceChanged, this, &MainWindow::showEventCount);
    for (const auto signal : {&Session::traceChanged, &Session::positionChanged, &Session::selectionChanged})
        connect(&m_session, signal, this, &MainWindow::showRulesTitle);
    connect(m_session.undoStack(), &QUndoStack::indexChanged, this, [this] {
        const OpenedPtr opened = m_session.opened();
        if (m_remembers && m_session.undoStack()->canUndo() && !opened->path.isEmpty())
            rememberPacket(opened->path, m_session.asked());
    });
}

QWidget* MainWindow::makeWorkspace()
{
    m_verdict = new VerdictBanner(&m_session);
    auto* workspace = new QWidget;
    auto* layout = new QVBoxLayout(workspace);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_verdict);
    layout->addWidget(new HookStrip(&m_session));
    m_graph = new ChainGraphView(&m_session);
    layout->addWidget(m_graph, 1);
    auto* line = new QWidget;
    line->setFixedHeight(1);
    line->setProperty("ground", QStringLiteral("line"));
    line->setAttribute(Qt::WA_StyledBackground);
    layout->addWidget(line);
    layout->addWidget(new TransportBar(&m_session, m_actions));
    return workspace;
}

QDockWidget* MainWindow::makeDock(const QString& name, QWidget* content)
{
    auto* dock = new QDockWidget;
    dock->setObjectName(name);
    dock->setFeatures(QDockWidget::DockWidgetClosable);
    dock->setTitleBarWidget(new QWidget);
    dock->setWidget(content);
    return dock;
}

void MainWindow::makeDocks()
{
    m_navigator->addTab(m_services, {});
    m_navigator->addTab(new ChainsPanel(&m_session), {});
    m_navigator->addTab(new SavedPacketsPanel(&m_session), {});
    m_tables->addTab(m_rules, {});
    m_tables->addTab(m_source, {});
    m_tables->addTab(new EventsView(&m_session), {});
    m_tables->addTab(m_histogram, {});
    m_tables->addTab(m_problems, {});
    m_tables->addTab(new WaysView(&m_session), {});
    m_tables->addTab(m_host, {});
    m_navigatorDock = makeDock(QStringLiteral("navigatorDock"), m_navigator);
    m_tablesDock = makeDock(QStringLiteral("tablesDock"), m_tables);
    m_detailsDock = makeDock(QStringLiteral("detailsDock"), m_details);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    placeDocks();
}

void MainWindow::placeDocks()
{
    addDockWidget(Qt::LeftDockWidgetArea, m_navigatorDock);
    addDockWidget(Qt::BottomDockWidgetArea, m_tablesDock);
    m_details->setTabbed(m_narrow);
    m_wholeChainButton->setToolButtonStyle(m_narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    if (m_narrow) {
        addDockWidget(Qt::BottomDockWidgetArea, m_detailsDock);
        splitDockWidget(m_tablesDock, m_detailsDock, Qt::Horizontal);
    } else {
        addDockWidget(Qt::RightDockWidgetArea, m_detailsDock);
    }
    sizeDocks();
}

void MainWindow::sizeDocks()
{
    resizeDocks({m_navigatorDock}, {scaled(200)}, Qt::Horizontal);
    if (m_narrow)
        resizeDocks({m_tablesDock, m_detailsDock}, {scaled(690), scaled(388)}, Qt::Horizontal);
    else
        resizeDocks({m_detailsDock}, {scaled(264)}, Qt::Horizontal);
    resizeDocks({m_tablesDock}, {scaled(m_narrow ? 172 : 254)}, Qt::Vertical);
}

void MainWindow::resetLayout()
{
    for (QDockWidget* dock : {m_navigatorDock, m_tablesDock, m_detailsDock})
        dock->show();
    placeDocks();
}

void MainWindow::rememberLayout()
{
    m_remembers = true;
    const QSettings settings;
    restoreGeometry(settings.value(geometryKey).toByteArray());
    m_narrow = width() < scaled(narrowWidth);
    placeDocks();
    m_placed = restoreState(settings.value(stateKey).toByteArray(), layoutVersion + (m_narrow ? 100 : 0));
    showState();
}

void MainWindow::showState()
{
    const bool open = m_session.document() != nullptr;
    m_pages->setCurrentIndex(open ? 1 : 0);
    m_formBar->setVisible(open);
    for (QDockWidget* dock : {m_navigatorDock, m_tablesDock, m_detailsDock})
        dock->setVisible(open && !m_presenting);
    m_status->setVisible(open);
    // Sizes hold only for docks that are seen.
    if (open && !std::exchange(m_placed, true))
        QMetaObject::invokeMethod(this, &MainWindow::sizeDocks, Qt::QueuedConnection);
    if (!open)
        m_empty->refresh();
    showTitle();
}

void MainWindow::showTitle()
{
    const OpenedPtr opened = m_session.opened();
    const QString title = opened ? QStringLiteral("%1 — natwalk").arg(opened->name) : QStringLiteral("natwalk");
    setWindowTitle(title);
    m_titleLabel->setText(title);
    menuBar()->setCornerWidget(m_titleLabel);  // makes room for the new text
    m_titleLabel->show();
}

void MainWindow::showEventCount()
{
    m_tables->setTabText(eventsTab, tr("Events %1").arg(m_session.stops().size()));
    m_tables->setTabText(problemsTab, tr("Problems %1").arg(m_problems->count()));
}

void MainWindow::showLine(std::uint32_t line)
{
    showTab(sourceTab);
    m_source->showLine(line);
}

void MainWindow::showTab(Tab tab)
{
    m_tablesDock->show();
    m_tables->setCurrentIndex(tab);
    m_tables->currentWidget()->setFocus();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_verdict->setCompact(height() < scaled(lowHeight));
    const bool narrow = width() < scaled(narrowWidth);
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    placeDocks();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_remembers) {
        QSettings settings;
        settings.setValue(geometryKey, saveGeometry());
        if (m_session.document())
            settings.setValue(stateKey, saveState(layoutVersion + (m_narrow ? 100 : 0)));
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

}  // namespace natwalk
