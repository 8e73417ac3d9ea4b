// What the window looks at. Views hear of changes from here alone; signals carry no data, views fetch it.
#pragma once

#include "emulator/question.h"
#include "probability/trials.h"
#include "trace/trace.h"
#include "ui/asked.h"
#include "ui/hidden_findings.h"
#include "ui/job.h"
#include "ui/observed.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace natwalk {

/// What somebody looks at beside the current step.
struct Selection
{
    ChainId chain = noChain;
    RuleId rule = noRule;

    bool operator==(const Selection&) const = default;
};

class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    // What was opened. Null before anything was.
    OpenedPtr opened() const { return m_opened; }
    /// The rules as they were read, with the host that the question is put to.
    DocumentPtr document() const;
    /// Puts another document into the window and asks its first packet.
    void setOpened(OpenedPtr opened);

    /// Which findings nobody wants to see.
    HiddenFindings* hiddenFindings() { return &m_hidden; }

    // The question. Null before anything was opened.
    std::shared_ptr<const Question> question() const { return m_asked.question; }
    const Asked& asked() const { return m_asked; }
    /// The ruleset that the packet meets; null where the document has none for its family.
    RulesetPtr ruleset() const;
    /// Asks something else; can be undone. `name` says what for the Undo menu.
    void ask(Asked asked, const QString& name);
    /// Another packet put to the same host and rules.
    /// @param state  how connection tracking sees it; nothing: what went before stays
    void askPacket(const Packet& packet, std::optional<TrackState> state = TrackState::newConnection);
    /// A packet that follows the one shown, in the state which that one left.
    void askFollowing(const Question& following, const QString& name);
    /// The same packet put to another host.
    void askHost(std::shared_ptr<const Host> host);
    /// A packet of the scenario, with what the packets before it left behind.
    void askSaved(const std::string& id);
    /// Shows another course of the same question: the outcomes of its draws.
    void follow(std::vector<bool> course);
    /// Shows trial n (from 0) of those that were run: of a history with what the trials before it left. While it is
    /// looked up, what was shown stays.
    void replayTrial(std::uint64_t trial);
    /// Says that a match which natwalk cannot decide holds, or does not, wherever rules ask for it; nothing: natwalk's
    /// own default again. It becomes part of the host, and holds on with it.
    void assume(RuleId rule, std::uint8_t match, std::optional<bool> holds);
    QUndoStack* undoStack() { return &m_undo; }

    // The answer. Null where there is none.
    TracePtr trace() const { return m_trace; }
    /// The exact shares; null while they are being computed.
    std::shared_ptr<const Distribution> distribution() const { return m_distribution; }
    /// Which of the distribution's outcomes the trace ends in.
    std::optional<std::size_t> outcome() const;

    // The current step: 0 to trace()->steps.size() - 1.
    std::size_t position() const { return m_position; }
    /// The steps where a person would stop, ascending.
    const std::vector<std::size_t>& stops() const { return m_stops; }
    /// Index in stops() of the stop at or before the current step.
    std::size_t stopIndex() const;
    void goTo(std::size_t step);
    /// The same as a jump that Back undoes.
    void jumpTo(std::size_t step);
    bool canGoBack() const { return !m_back.empty(); }
    bool canGoForward() const { return !m_forward.empty(); }
    void goBack();
    void goForward();

    // What somebody looks at; by default the current step's chain and rule.
    Selection selection() const;
    void select(Selection selection);

    // Breakpoints on rules of ruleset().
    bool hasBreakpoint(RuleId rule) const { return breakpoints().contains(rule); }
    const std::set<RuleId>& breakpoints() const;
    void toggleBreakpoint(RuleId rule);

    // Trials in the background; null before the first. While they run, the counts so far.
    std::shared_ptr<const Trials> trials() const { return m_trials; }
    const TrialPlan& plan() const { return m_plan; }
    /// Runs another plan; what runs is stopped.
    void runTrials(const TrialPlan& plan);
    void cancelTrials();
    bool trialsRunning() const { return m_trialsJob.isRunning(); }

    // What somebody measured, judged by the exact shares; null where nothing was given.
    std::shared_ptr<const Measurement> measurement() const { return m_measurement; }
    /// Puts counts beside the exact shares, of this question and of those that are asked next. Empty: forgets them.
    void measure(const MeasuredInput& input);
    /// What stands beside the exact shares: what was measured, else what trials counted.
    std::optional<Observed> observed() const;

    /// Nothing is being computed: distribution, trials and what was measured are there.
    bool isSettled() const
    {
        return !m_distributionJob.isRunning() && !m_trialsJob.isRunning() && !m_measuringJob.isRunning()
               && !m_replayJob.isRunning();
    }

signals:
    void documentChanged();      ///< everything is new
    void hostChanged();          ///< same rules, another host (or the first one); the trace follows
    void traceChanged();         ///< same rules, another packet's story
    void positionChanged();      ///< same story, another step
    void selectionChanged();     ///< same step, somebody looks elsewhere
    void distributionChanged();  ///< the exact shares are there (or gone)
    void trialsChanged();        ///< more trials, all of them, or none
    void measurementChanged();   ///< something was measured, or it was forgotten
    void breakpointsChanged();

private:
    class AskCommand;

    void show(const Asked& asked);
    void computeDistribution();
    void judgeMeasured();
    void carryBreakpoints();
    void moveTo(std::size_t step);

    OpenedPtr m_opened;
    Asked m_asked;
    TracePtr m_trace;
    std::vector<std::size_t> m_stops;
    std::size_t m_position = 0;
    std::vector<std::size_t> m_back;
    std::vector<std::size_t> m_forward;
    std::optional<Selection> m_selection;
    std::map<RulesetPtr, std::set<RuleId>> m_breakpoints;
    std::shared_ptr<const Distribution> m_distribution;
    std::shared_ptr<const Trials> m_trials;
    TrialPlan m_plan;
    MeasuredInput m_measured;
    std::shared_ptr<const Measurement> m_measurement;
    HiddenFindings m_hidden;
    Job m_distributionJob;
    Job m_trialsJob;
    Job m_replayJob;
    Job m_measuringJob;
    QUndoStack m_undo;
};

}  // namespace natwalk
