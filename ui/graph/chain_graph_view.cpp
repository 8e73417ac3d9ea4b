#include "ui/graph/chain_graph_view.h"

#include "ui/graph/course_source.h"
#include "ui/graph/legend.h"
#include "ui/graph/observed_shares.h"
#include "ui/graph/picture_bar.h"
#include "ui/graph/picture_canvas.h"
#include "ui/graph/picture_export.h"
#include "ui/graph/spot_words.h"
#include "ui/graph/unfolding.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QEvent>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace natwalk {

namespace {

constexpr double barHeight = 46;
constexpr double lowBarHeight = 40;
/// Below this height the legend moves into the bar.
constexpr double lowHeight = 360;
constexpr double legendHeight = 34;
constexpr double sideMargin = 16;

}  // namespace

ChainGraphView::ChainGraphView(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_courses(new CourseSource(session, this))
    , m_bar(new PictureBar(this))
    , m_canvas(new PictureCanvas(this))
    , m_legend(new Legend(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_canvas, 1);
    setFocusProxy(m_canvas);
    setAutoFillBackground(true);
    listen();
    rebuild();
    refresh();
}

void ChainGraphView::listen()
{
    connect(m_courses, &CourseSource::changed, this, &ChainGraphView::rebuild);
    connect(m_session, &Session::documentChanged, this, [this] { m_unfolded = {}; });
    connect(m_session, &Session::positionChanged, this, &ChainGraphView::follow);
    connect(m_session, &Session::selectionChanged, this, &ChainGraphView::refreshState);
    connect(m_session, &Session::trialsChanged, this, &ChainGraphView::refreshTrials);
    connect(m_canvas, &PictureCanvas::clicked, this, &ChainGraphView::click);
    connect(m_canvas, &PictureCanvas::doubleClicked, this, &ChainGraphView::activate);
    connect(m_canvas, &PictureCanvas::hovered, this, &ChainGraphView::hover);
    connect(m_canvas, &PictureCanvas::toolTipWanted, this, &ChainGraphView::showToolTip);
    connect(m_canvas, &PictureCanvas::zoomChanged, m_bar, [this] { m_bar->setZoom(m_canvas->zoom()); });
    connect(m_bar, &PictureBar::scopeChosen, this, &ChainGraphView::setScope);
    connect(m_bar, &PictureBar::zoomInClicked, this, &ChainGraphView::zoomIn);
    connect(m_bar, &PictureBar::zoomOutClicked, this, &ChainGraphView::zoomOut);
    connect(m_bar, &PictureBar::centreClicked, this, &ChainGraphView::centreOnStep);
    connect(m_bar, &PictureBar::fitClicked, this, &ChainGraphView::fit);
}

bool ChainGraphView::isSettled() const { return !m_courses->isRunning(); }

void ChainGraphView::refresh()
{
    m_bar->refresh();
    m_bar->setCount(m_canvas->picture().get());
    QPalette colours = palette();
    if (colours.color(QPalette::Window) == theme().canvas)
        return;
    colours.setColor(QPalette::Window, theme().canvas);
    setPalette(colours);
}

void ChainGraphView::placeLegend()
{
    const bool isLow = height() < scaled(lowHeight);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->removeWidget(m_legend);
    m_bar->setLegend(isLow ? m_legend : nullptr);
    if (!isLow)
        column->addWidget(m_legend);
    m_bar->setFixedHeight(scaled(isLow ? lowBarHeight : barHeight));
    m_legend->setFixedHeight(scaled(isLow ? lowBarHeight : legendHeight));
    m_legend->setRoom(isLow ? 0 : scaled(sideMargin), isLow);
}

void ChainGraphView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeLegend();
}

void ChainGraphView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        rebuild();
        refresh();
    } else if (event->type() == QEvent::PaletteChange) {
        refresh();
    }
}

// What is shown

void ChainGraphView::rebuild()
{
    PathPicturePtr picture;
    if (const CourseFlowPtr flow = m_courses->flow(); flow && m_session->trace())
        picture = std::make_shared<const PathPicture>(scopePictureOf(m_session->trace(), *flow, m_scope, m_unfolded));
    const bool same = picture && m_canvas->picture() && picture->trace->ruleset == m_canvas->picture()->trace->ruleset;
    m_canvas->show(std::move(picture), same);
    m_keyboardSpot = {};
    m_bar->setCount(m_canvas->picture().get());
    refreshTrials();
}

void ChainGraphView::refreshTrials()
{
    PictureState state = m_canvas->state();
    const auto trials = m_session->trials();
    const PathPicturePtr picture = m_canvas->picture();
    const ObservedShares observed = trials && picture ? observedShares(*picture, *trials) : ObservedShares{};
    state.observed = observed.shares;
    state.axis = observed.axis;
    showLegend(trials ? trials->done : 0, observed.axis);
    m_canvas->setState(std::move(state));
    refreshState();
}

void ChainGraphView::showLegend(std::uint64_t trials, double axis)
{
    using Sample = Legend::Sample;
    std::vector<Legend::Entry> shares = {{Sample::bar, tr("exact share")}};
    if (trials > 0) {
        const QString count = locale().toString(static_cast<qulonglong>(trials));
        const QString half = locale().toString(axis * 100, 'g', 3);
        shares.push_back({Sample::whisker, tr("%1 trials, 95 % interval, axis ±%2 points").arg(count, half),
                          tr("%1 trials, 95 %").arg(count)});
    }
    m_legend->show({{Sample::band, tr("width = probability")}, {Sample::line, tr("line = this packet")}},
                   std::move(shares));
}

void ChainGraphView::refreshState()
{
    const PathPicturePtr picture = m_canvas->picture();
    if (!picture)
        return;
    PictureState state = m_canvas->state();
    state.position = m_session->position();
    state.current = spotOf(*picture, state.position);
    state.betweenTables = state.current.kind == PictureSpot::Kind::none;
    state.selected = selectedSpot(state.current);
    m_canvas->setAccessibleDescription(describe(*picture, state.current));
    m_canvas->setState(std::move(state));
}

void ChainGraphView::follow()
{
    m_keyboardSpot = {};
    refreshState();
    m_canvas->makeVisible(m_canvas->state().current);
}

PictureSpot ChainGraphView::selectedSpot(const PictureSpot& current) const
{
    if (m_keyboardSpot.kind != PictureSpot::Kind::none)
        return m_keyboardSpot;
    const Selection selection = m_session->selection();
    const PictureSpot spot = spotOf(*m_canvas->picture(), selection.chain, selection.rule);
    return spot == current || selection.chain == noChain ? PictureSpot{} : spot;
}

void ChainGraphView::setScope(PictureScope scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    m_bar->setScope(scope);
    rebuild();
    if (scope != PictureScope::path)
        m_canvas->fit();
    emit scopeChanged();
}

bool ChainGraphView::exportTo(const QString& path) { return m_canvas->picture() && exportPicture(*m_canvas, path); }

void ChainGraphView::zoomIn() { m_canvas->zoomIn(); }
void ChainGraphView::zoomOut() { m_canvas->zoomOut(); }
void ChainGraphView::fit() { m_canvas->fit(); }
void ChainGraphView::centreOnStep() { m_canvas->centreOn(m_canvas->state().current); }
void ChainGraphView::toggleMinimap() { m_canvas->setMinimapShown(!m_canvas->minimapShown()); }

}  // namespace natwalk
