// What clicks and keys do on the picture.
#include "ui/graph/chain_graph_view.h"
#include "ui/graph/course_list.h"
#include "ui/graph/picture_canvas.h"
#include "ui/graph/picture_navigation.h"
#include "ui/graph/spot_words.h"
#include "ui/graph/unfolding.h"
#include "ui/session.h"

#include <QKeyEvent>
#include <QToolTip>

#include <map>

namespace natwalk {

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

}  // namespace natwalk
