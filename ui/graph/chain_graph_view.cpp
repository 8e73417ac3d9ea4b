#include "ui/graph/chain_graph_view.h"

#include "ui/graph/course_list.h"
#include "ui/graph/course_source.h"
#include "ui/graph/legend.h"
#include "ui/graph/observed_shares.h"
#include "ui/graph/picture_bar.h"
#include "ui/graph/picture_canvas.h"
#include "ui/graph/picture_export.h"
#include "ui/graph/picture_navigation.h"
#include "ui/graph/spot_words.h"
#include "ui/graph/unfolding.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QToolTip>
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

// What clicks and keys do

void ChainGraphView::click(const PictureSpot& spot)
{
    m_canvas->setFocus(Qt::MouseFocusReason);
    if (spot.kind != PictureSpot::Kind::none && !unfold(spot))
        selectSpot(spot);
}

void ChainGraphView::selectSpot(const PictureSpot& spot)
{
    const PathPicture& picture = *m_canvas->picture();
    m_keyboardSpot = {};
    switch (spot.kind) {
    case PictureSpot::Kind::block:
        if (picture.blocks[spot.index].group == 0) {
            m_session->select({picture.blocks[spot.index].visit.chain, noRule});
            return;
        }
        break;
    case PictureSpot::Kind::row:
        if (const PictureRow& row = picture.blocks[spot.index].rows[spot.row]; row.kind != RowKind::policy) {
            m_session->select({picture.blocks[spot.index].visit.chain, row.rule});
            return;
        }
        break;
    case PictureSpot::Kind::gate: m_session->select({picture.gateAt(spot.index).chain, noRule}); return;
    case PictureSpot::Kind::cell:
        m_session->select({picture.groups[spot.index].cells[spot.row].chains.front(), noRule});
        return;
    case PictureSpot::Kind::endpoint:
    case PictureSpot::Kind::none: break;
    }
    m_keyboardSpot = spot;
    refreshState();
}

/// What holds others opens.
bool ChainGraphView::unfold(const PictureSpot& spot)
{
    const PathPicturePtr picture = m_canvas->picture();
    const Opens opens = whatOpens(*picture, spot);
    if (opens == Opens::courses) {
        chooseCourse(spot);
    } else if (opens == Opens::rules) {
        toggle(m_unfolded, *picture, spot);
        rebuild();
    }
    return opens != Opens::nothing;
}

void ChainGraphView::chooseCourse(const PictureSpot& spot)
{
    const auto distribution = m_session->distribution();
    if (!distribution)
        return;
    auto* list = new CourseList(*distribution, this);
    connect(list, &CourseList::chosen, m_session,
            [this](const std::vector<bool>& course) { m_session->follow(course); });
    const QRectF rect = m_canvas->rectOf(spot);
    list->popUp(m_canvas->mapToGlobal(rect.bottomLeft().toPoint()));
}

/// Goes to where the packet is there; where it never is, another course is shown that leads there.
void ChainGraphView::activate(const PictureSpot& spot)
{
    const PathPicturePtr picture = m_canvas->picture();
    switch (spot.kind) {
    case PictureSpot::Kind::none: return;
    case PictureSpot::Kind::cell: setScope(PictureScope::path); return;
    case PictureSpot::Kind::block:
    case PictureSpot::Kind::row: {
        const PictureBlock& block = picture->blocks[spot.index];
        if (block.group == 0)
            goTo(block.draws, block.onCourse, spot);
        return;
    }
    case PictureSpot::Kind::gate:
        if (const std::size_t step = picture->gateAt(spot.index).last; step != noStep)
            m_session->jumpTo(step);
        return;
    case PictureSpot::Kind::endpoint: {
        const PictureEndpoint& endpoint = picture->endpoints[spot.index];
        if (endpoint.onCourse)
            m_session->jumpTo(m_session->trace()->steps.size() - 1);
        else if (endpoint.group == 0)
            m_session->follow(endpoint.draws);
        return;
    }
    }
}

void ChainGraphView::goTo(const std::vector<bool>& draws, bool onCourse, const PictureSpot& spot)
{
    const PathPicturePtr picture = m_canvas->picture();
    const ChainVisit visit = picture->blocks[spot.index].visit;
    const RuleId rule = spot.kind == PictureSpot::Kind::row ? picture->blocks[spot.index].rows[spot.row].rule : noRule;
    if (!onCourse)
        m_session->follow(draws);
    const PathPicturePtr now = m_canvas->picture();
    const std::uint32_t index = now->blockOf(visit);
    if (index == nowhere)
        return;
    if (const std::size_t step = stepOf(now->blocks[index], rule); step != noStep)
        m_session->jumpTo(step);
}

void ChainGraphView::hover(const PictureSpot& spot)
{
    PictureState state = m_canvas->state();
    state.lit.reset();
    const PathPicturePtr picture = m_canvas->picture();
    if (picture && (spot.kind == PictureSpot::Kind::block || spot.kind == PictureSpot::Kind::row)) {
        std::set<std::uint32_t> lit = connectedTo(*picture, spot.index);
        if (lit.size() < picture->mainBlocks && spot.index < picture->mainBlocks)
            state.lit = std::move(lit);
    }
    m_canvas->setState(std::move(state));
}

void ChainGraphView::showToolTip(const PictureSpot& spot, const QPoint& at) const
{
    const PathPicturePtr picture = m_canvas->picture();
    if (!picture || spot.kind == PictureSpot::Kind::none)
        QToolTip::hideText();
    else
        QToolTip::showText(at, toolTipOf(*picture, spot), m_canvas);
}

bool ChainGraphView::navigate(int key)
{
    static const std::map<int, Heading> directions = {{Qt::Key_Left, Heading::left}, {Qt::Key_Right, Heading::right},
                                                      {Qt::Key_Up, Heading::up},     {Qt::Key_Down, Heading::down},
                                                      {Qt::Key_T, Heading::match},   {Qt::Key_F, Heading::noMatch}};
    const auto found = directions.find(key);
    if (found == directions.end() || !m_canvas->picture())
        return false;
    const PictureState& state = m_canvas->state();
    const PictureSpot from = state.selected.kind != PictureSpot::Kind::none ? state.selected : state.current;
    const auto kind = m_canvas->picture()->groups.empty() ? PictureSpot::Kind::block : PictureSpot::Kind::cell;
    const PictureSpot start = from.kind != PictureSpot::Kind::none ? from : PictureSpot{kind, 0, 0};
    const PictureSpot to =
        from.kind == PictureSpot::Kind::none ? start : neighbour(*m_canvas->picture(), start, found->second);
    selectSpot(to);
    m_canvas->makeVisible(to);
    return true;
}

void ChainGraphView::keyPressEvent(QKeyEvent* event)
{
    const PictureState& state = m_canvas->state();
    const PictureSpot spot = state.selected.kind != PictureSpot::Kind::none ? state.selected : state.current;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomIn(); return;
    case Qt::Key_Minus: zoomOut(); return;
    case Qt::Key_0: fit(); return;
    case Qt::Key_Period: centreOnStep(); return;
    case Qt::Key_M: toggleMinimap(); return;
    case Qt::Key_1: setScope(PictureScope::path); return;
    case Qt::Key_2: setScope(PictureScope::neighbourhood); return;
    case Qt::Key_3: setScope(PictureScope::all); return;
    case Qt::Key_Space: emit sourceWanted(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_canvas->picture() && spot.kind != PictureSpot::Kind::none && !unfold(spot))
            activate(spot);
        return;
    default:
        if (!navigate(event->key()))
            QWidget::keyPressEvent(event);
    }
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
