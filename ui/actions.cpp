#include "ui/actions.h"

#include "ui/follow_up.h"
#include "ui/icons.h"
#include "ui/session.h"
#include "ui/steps/moves.h"

namespace natwalk {

namespace {

constexpr int millisecondsPerStep = 900;

QKeySequence keys(QKeyCombination combination) { return QKeySequence(combination); }

void askNext(Session* session, std::optional<Question> (*follow)(const Question&, const Trace&), const QString& name)
{
    if (!session->trace())
        return;
    if (const auto question = follow(*session->question(), *session->trace()))
        session->askFollowing(*question, name);
}

}  // namespace

void describe(QAction* action, const QString& text, const QString& tip)
{
    action->setText(text);
    const QString shortcut = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(shortcut.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, shortcut));
    action->setStatusTip(tip);
}

Actions::Actions(Session* session, QObject* parent) : QObject(parent), m_session(session)
{
    first = addMove(QStringLiteral("first"), Qt::Key_Home, moves::first);
    last = addMove(QStringLiteral("last"), Qt::Key_End, moves::last);
    forward = addMove(QStringLiteral("forward"), keys(Qt::CTRL | Qt::Key_Period), moves::into);
    back = addMove(QStringLiteral("back"), keys(Qt::CTRL | Qt::Key_Comma), moves::backInto);
    into = addMove(QStringLiteral("step-into"), Qt::Key_F11, moves::into);
    backInto = addMove(QStringLiteral("step-back-into"), keys(Qt::CTRL | Qt::Key_F11), moves::backInto);
    over = addMove(QStringLiteral("step-over"), Qt::Key_F10, moves::over);
    backOver = addMove(QStringLiteral("step-back-over"), keys(Qt::CTRL | Qt::Key_F10), moves::backOver);
    out = addMove(QStringLiteral("step-out"), keys(Qt::SHIFT | Qt::Key_F11), moves::out);
    backOut = addMove(QStringLiteral("step-back-out"), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_F11), moves::backOut);
    nextHook = addMove(QStringLiteral("next-hook"), keys(Qt::CTRL | Qt::Key_Right), moves::nextHook);
    previousHook = addMove(QStringLiteral("previous-hook"), keys(Qt::CTRL | Qt::Key_Left), moves::previousHook);
    run = addMove(QStringLiteral("to-breakpoint"), Qt::Key_F5, moves::run);
    runBack = addMove(QStringLiteral("back-to-breakpoint"), keys(Qt::CTRL | Qt::Key_F5), moves::runBack);
    toVerdict = addMove(QStringLiteral("verdict"), keys(Qt::CTRL | Qt::Key_End), moves::verdict);
    m_forwards = {last, forward, into, over, out, nextHook, run};
    m_backwards = {first, back, backInto, backOver, backOut, previousHook, runBack};

    play = add(QStringLiteral("play"), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_Space));
    play->setCheckable(true);
    connect(play, &QAction::toggled, this, [this](bool on) {
        play->setIcon(icon(on ? QStringLiteral("pause") : QStringLiteral("play")));
        on ? m_player.start(millisecondsPerStep) : m_player.stop();
    });
    connect(&m_player, &QTimer::timeout, this, &Actions::tick);

    breakpoint = add(QStringLiteral("breakpoint"), Qt::Key_F9);
    connect(breakpoint, &QAction::triggered, this, [this] {
        if (const RuleId rule = m_session->selection().rule; rule != noRule)
            m_session->toggleBreakpoint(rule);
    });
    historyBack = add(QStringLiteral("history-back"), keys(Qt::ALT | Qt::Key_Left));
    historyForward = add(QStringLiteral("history-forward"), keys(Qt::ALT | Qt::Key_Right));
    connect(historyBack, &QAction::triggered, m_session, &Session::goBack);
    connect(historyForward, &QAction::triggered, m_session, &Session::goForward);

    undo = add(QStringLiteral("undo"), QKeySequence::Undo);
    redo = add(QStringLiteral("redo"), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    connect(undo, &QAction::triggered, m_session->undoStack(), &QUndoStack::undo);
    connect(redo, &QAction::triggered, m_session->undoStack(), &QUndoStack::redo);
    connect(m_session->undoStack(), &QUndoStack::canUndoChanged, undo, &QAction::setEnabled);
    connect(m_session->undoStack(), &QUndoStack::canRedoChanged, redo, &QAction::setEnabled);
    undo->setEnabled(false);
    redo->setEnabled(false);
    reply = add(QStringLiteral("reply"), keys(Qt::CTRL | Qt::Key_R));
    nextPacket = add(QStringLiteral("next-packet"), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    connect(reply, &QAction::triggered, this, [this] { askNext(m_session, replyTo, tr("Reply")); });
    connect(nextPacket, &QAction::triggered, this, [this] { askNext(m_session, nextAfter, tr("Next packet")); });
    runTrials = add(QStringLiteral("trials"), keys(Qt::CTRL | Qt::Key_T));
    stopTrials = add(QStringLiteral("stop"), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    connect(runTrials, &QAction::triggered, this, [this] { m_session->runTrials(m_session->plan()); });
    connect(stopTrials, &QAction::triggered, m_session, &Session::cancelTrials);

    for (const auto signal : {&Session::traceChanged, &Session::positionChanged, &Session::documentChanged})
        connect(m_session, signal, this, &Actions::enableMoves);
    for (const auto signal : {&Session::traceChanged, &Session::positionChanged, &Session::selectionChanged,
                              &Session::trialsChanged, &Session::documentChanged})
        connect(m_session, signal, this, &Actions::enableOthers);
    retranslate();
    enableMoves();
    enableOthers();
}

QAction* Actions::add(const QString& iconName, const QKeySequence& shortcut)
{
    auto* action = new QAction(icon(iconName), {}, this);
    action->setShortcut(shortcut);
    return action;
}

QAction* Actions::addMove(const QString& iconName, const QKeySequence& shortcut, Move move)
{
    QAction* action = add(iconName, shortcut);
    connect(action, &QAction::triggered, this, [this, move] {
        if (m_session->trace())
            m_session->goTo(move(*m_session));
    });
    return action;
}

void Actions::enableMoves()
{
    const bool traced = m_session->trace() != nullptr;
    const bool atEnd = !traced || m_session->stopIndex() + 1 == m_session->stops().size();
    const bool atBegin = !traced || m_session->position() == 0;
    for (QAction* action : m_forwards)
        action->setEnabled(!atEnd);
    for (QAction* action : m_backwards)
        action->setEnabled(!atBegin);
    toVerdict->setEnabled(traced);
    play->setEnabled(traced);
    if (atEnd)
        play->setChecked(false);
}

void Actions::enableOthers()
{
    const bool traced = m_session->trace() != nullptr;
    breakpoint->setEnabled(traced && m_session->selection().rule != noRule);
    historyBack->setEnabled(m_session->canGoBack());
    historyForward->setEnabled(m_session->canGoForward());
    reply->setEnabled(traced);
    nextPacket->setEnabled(traced);
    runTrials->setEnabled(traced);
    stopTrials->setEnabled(m_session->trialsRunning());
}

void Actions::tick() { forward->trigger(); }

void Actions::retranslate()
{
    describe(first, tr("&First Step"), tr("First step"));
    describe(last, tr("&Last Step"), tr("Last step"));
    describe(forward, tr("&Forward"), tr("One step forward"));
    describe(back, tr("&Back"), tr("One step back"));
    describe(into, tr("Step &Into"), tr("Step into: the next thing that happens"));
    describe(backInto, tr("Step Back Into"), tr("Step back into: what happened before"));
    describe(over, tr("Step &Over"), tr("Step over: what the jump leads to is passed over"));
    describe(backOver, tr("Step Back Over"), tr("Step back over"));
    describe(out, tr("Step O&ut"), tr("Step out: to where this chain was left"));
    describe(backOut, tr("Step Back Out"), tr("Step back out: to the rule that jumped here"));
    describe(nextHook, tr("&Next Hook"), tr("Next hook"));
    describe(previousHook, tr("&Previous Hook"), tr("Previous hook"));
    describe(run, tr("&Continue"), tr("Continue to the next breakpoint, or to the end"));
    describe(runBack, tr("Continue Backwards"), tr("Continue to the breakpoint before, or to the beginning"));
    describe(toVerdict, tr("To the &Verdict"), tr("To the step that decided"));
    describe(play, tr("&Play"), tr("Play, step by step; again to pause"));
    describe(breakpoint, tr("Toggle &Breakpoint"), tr("Stop at this rule, or no longer"));
    describe(historyBack, tr("Where I &Was"), tr("Back to where I was"));
    describe(historyForward, tr("Forward &Again"), tr("Forward again"));
    describe(undo, tr("&Undo"), tr("Undo the last change to the question"));
    describe(redo, tr("&Redo"), tr("Redo"));
    describe(reply, tr("&Reply"), tr("Trace the answer to this packet"));
    describe(nextPacket, tr("Next Packet of the &Connection"), tr("Trace the sender's next packet, after the answer"));
    describe(runTrials, tr("Run &Trials"), tr("Run the trials again"));
    describe(stopTrials, tr("&Stop Trials"), tr("Stop the trials that run"));
}

}  // namespace natwalk
