#include "ui/session.h"

#include "host/assumed_matches.h"
#include "ui/breakpoints.h"
#include "ui/steps/stops.h"

#include <QLocale>
#include <QUndoCommand>

#include <algorithm>
#include <utility>

namespace natwalk {

namespace {

/// Of more ends than that, how their shares settle is told when all trials are done.
constexpr std::size_t mostSeries = 500;

}  // namespace

/// Another question in place of the one before.
class Session::AskCommand : public QUndoCommand
{
public:
    AskCommand(Session* session, Asked asked, const QString& name)
        : QUndoCommand(name)
        , m_session(session)
        , m_before(session->m_asked)
        , m_after(std::move(asked))
    {}

    void undo() override { m_session->show(m_before); }
    void redo() override { m_session->show(m_after); }

private:
    Session* m_session;
    Asked m_before;
    Asked m_after;
};

Session::Session(QObject* parent) : QObject(parent)
{
    connect(&m_trialsJob, &Job::runningChanged, this, &Session::trialsChanged);
}

Session::~Session() = default;

void Session::setOpened(OpenedPtr opened)
{
    m_opened = std::move(opened);
    m_undo.clear();
    m_asked = {};
    carryBreakpoints();
    emit documentChanged();
    if (document())
        show(firstAsked(*m_opened));
}

DocumentPtr Session::document() const
{
    if (m_asked.question)
        return m_asked.question->document;
    return m_opened ? m_opened->document : nullptr;
}

/// Breakpoints of the document before, on the rules that are the same in this one.
void Session::carryBreakpoints()
{
    const auto before = std::exchange(m_breakpoints, {});
    if (!document())
        return;
    for (const auto& [ruleset, rules] : before)
        if (const RulesetPtr now = document()->rulesetFor(ruleset->family()))
            m_breakpoints[now] = carriedOver(*ruleset, rules, *now);
}

RulesetPtr Session::ruleset() const { return m_asked.question ? m_asked.question->ruleset() : nullptr; }

void Session::ask(Asked asked, const QString& name) { m_undo.push(new AskCommand(this, std::move(asked), name)); }

void Session::askPacket(const Packet& packet, std::optional<TrackState> state)
{
    ask(packetAsked(m_asked, *m_opened, packet, state), tr("Packet"));
}

void Session::askSaved(const std::string& id)
{
    if (auto saved = m_asked.question ? savedAsked(m_asked, *m_opened, id) : std::nullopt)
        ask(*std::move(saved), tr("Packet %1").arg(QString::fromStdString(id)));
}

void Session::askFollowing(const Question& following, const QString& name)
{
    ask({.question = std::make_shared<const Question>(following), .course = {}, .packetName = {}, .carried = true},
        name);
}

void Session::askHost(std::shared_ptr<const Host> host) { ask(hostAsked(m_asked, std::move(host)), tr("Host")); }

void Session::follow(std::vector<bool> course)
{
    Asked asked = m_asked;
    asked.course = std::move(course);
    asked.trial.reset();
    ask(std::move(asked), tr("Other course"));
}

void Session::replayTrial(std::uint64_t trial)
{
    if (!m_trials || m_trialsJob.isRunning() || trial >= m_trials->done)
        return;
    const auto show = [this, trial, isHistory = m_trials->history](const TracePtr& trace) {
        if (!trace)
            return;
        Asked asked = m_asked;
        asked.course = trace->draws;
        asked.trial = isHistory ? trace : nullptr;
        ask(std::move(asked), tr("Trial %1").arg(QLocale().toString(static_cast<qulonglong>(trial))));
    };
    m_replayJob.start([question = m_asked.question, trials = m_trials,
                       trial](const Checkpoint& goOn) { return natwalk::replayTrial(*question, *trials, trial, goOn); },
                      show);
}

void Session::assume(RuleId rule, std::uint8_t match, std::optional<bool> holds)
{
    auto host = std::make_shared<Host>(*document()->host);
    natwalk::assume(*host, matchText(*ruleset()->rule(rule).matches[match]), holds);
    ask(hostAsked(m_asked, std::move(host)), tr("Assumption"));
}

std::optional<std::size_t> Session::outcome() const
{
    if (!m_trace || !m_distribution)
        return {};
    return m_distribution->outcomeOf(m_trace->verdict, m_trace->packetOut);
}

void Session::show(const Asked& asked)
{
    const bool sameQuestion = asked.question == m_asked.question && m_distribution;
    const bool sameHost = m_asked.question && asked.question->document->host == m_asked.question->document->host;
    m_asked = asked;
    m_trace = traceOf(asked);
    m_stops = m_trace ? stopsOf(*m_trace) : std::vector<std::size_t>();
    m_position = 0;
    m_back.clear();
    m_forward.clear();
    m_selection.reset();
    if (!sameHost)
        emit hostChanged();
    emit traceChanged();
    if (!sameQuestion)
        computeDistribution();
}

void Session::computeDistribution()
{
    m_distribution.reset();
    m_trialsJob.cancel();
    m_replayJob.cancel();
    m_measuringJob.cancel();
    m_trials.reset();
    m_measurement.reset();
    emit distributionChanged();
    if (!m_trace)
        return;
    m_distributionJob.start(
        [question = m_asked.question](const Checkpoint& goOn) { return distributionOf(*question, goOn); },
        [this](const Distribution& found) {
            m_distribution = std::make_shared<const Distribution>(found);
            emit distributionChanged();
            judgeMeasured();
            runTrials(m_plan);
        });
}

std::size_t Session::stopIndex() const
{
    const auto after = std::ranges::upper_bound(m_stops, m_position);
    return after == m_stops.begin() ? 0 : static_cast<std::size_t>(after - m_stops.begin()) - 1;
}

void Session::moveTo(std::size_t step)
{
    m_position = step;
    m_selection.reset();
    emit positionChanged();
}

void Session::goTo(std::size_t step)
{
    if (m_trace && step < m_trace->steps.size() && step != m_position)
        moveTo(step);
}

void Session::jumpTo(std::size_t step)
{
    if (!m_trace || step == m_position)
        return;
    m_back.push_back(m_position);
    m_forward.clear();
    goTo(step);
}

void Session::goBack()
{
    if (m_back.empty())
        return;
    const std::size_t step = m_back.back();
    m_back.pop_back();
    m_forward.push_back(m_position);
    moveTo(step);
}

void Session::goForward()
{
    if (m_forward.empty())
        return;
    const std::size_t step = m_forward.back();
    m_forward.pop_back();
    m_back.push_back(m_position);
    moveTo(step);
}

Selection Session::selection() const
{
    if (m_selection)
        return *m_selection;
    return m_trace ? Selection{m_trace->chainAt(m_position), m_trace->ruleAt(m_position)} : Selection{};
}

void Session::select(Selection selection)
{
    m_selection = selection;
    emit selectionChanged();
}

const std::set<RuleId>& Session::breakpoints() const
{
    static const std::set<RuleId> none;
    const auto found = m_breakpoints.find(ruleset());
    return found == m_breakpoints.end() ? none : found->second;
}

void Session::toggleBreakpoint(RuleId rule)
{
    std::set<RuleId>& rules = m_breakpoints[ruleset()];
    if (rules.erase(rule) == 0)
        rules.insert(rule);
    emit breakpointsChanged();
}

void Session::runTrials(const TrialPlan& plan)
{
    m_plan = plan;
    m_trials.reset();
    m_replayJob.cancel();
    if (!m_distribution)
        return;
    const auto work = [question = m_asked.question, expected = m_distribution, plan](const Checkpoint& goOn,
                                                                                     const Publish<Trials>& publish) {
        const auto live = [&](const std::vector<std::uint64_t>& counts, const std::vector<SharePoint>& series) {
            Trials sofar;
            sofar.plan = plan;
            sofar.history = expected->remembers || !(plan.clients == ClientPlan{});
            sofar.counts = counts;
            sofar.expected = *expected;
            for (const std::uint64_t count : counts)
                sofar.done += count;
            if (counts.size() <= mostSeries) {
                sofar.series = series;
                sofar.series.push_back({sofar.done, counts});
            }
            publish(std::move(sofar));
        };
        return natwalk::runTrials(*question, plan, goOn, live);
    };
    m_trialsJob.startPublishing<Trials>(work, [this](const Trials& trials) {
        m_trials = std::make_shared<const Trials>(trials);
        emit trialsChanged();
    });
}

void Session::cancelTrials() { m_trialsJob.cancel(); }

void Session::measure(const MeasuredInput& input)
{
    m_measured = input;
    judgeMeasured();
}

/// Small samples are judged by drawing many like them, which takes a moment.
void Session::judgeMeasured()
{
    m_measuringJob.cancel();
    if (!m_distribution || m_measured.isEmpty()) {
        m_measurement.reset();
        emit measurementChanged();
        return;
    }
    m_measuringJob.start([input = m_measured, distribution = m_distribution, ruleset = ruleset()](
                             const Checkpoint&) { return measurementOf(input, *distribution, *ruleset); },
                         [this](const Measurement& found) {
                             m_measurement = std::make_shared<const Measurement>(found);
                             emit measurementChanged();
                         });
}

std::optional<Observed> Session::observed() const
{
    if (m_measurement && m_distribution)
        return observedBy(*m_measurement, *m_distribution);
    return m_trials ? std::optional(observedBy(*m_trials)) : std::nullopt;
}

}  // namespace natwalk
