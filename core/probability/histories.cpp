#include "probability/histories.h"

#include "probability/history_counts.h"
#include "probability/sources.h"
#include "probability/stepped_jobs.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace natwalk {

namespace {

constexpr std::uint64_t trialsInAStep = 1024;
constexpr std::uint32_t mostClientsKept = 4096;

/// What all replicas have in common.
struct Common
{
    const Question& question;
    const Trials& trials;
    std::shared_ptr<const SourceRuns> clients;
    std::vector<std::uint64_t> marks;
    HistorySum& sum;
    HistoryShown& shown;
};

/// One replica under way.
class ReplicaRun final : public SteppedJob
{
public:
    ReplicaRun(const Common& common, std::uint32_t replica)
        : m_common(common)
        , m_replica(replica)
        , m_plan(common.trials.plan)
        , m_count(firstTrialOf(m_plan, replica + 1) - firstTrialOf(m_plan, replica))
        , m_history(common.question, m_plan.clients, m_plan.seed, firstTrialOf(m_plan, replica), common.clients)
        , m_clients(m_plan.clients.clients())
        , m_tally(common.trials.expected, TrialSnapshots::mostBytes / m_plan.replicas)
    {
        m_history.expect(m_count);
        if (replica == 0)
            for (std::uint32_t client = 0; client < std::min(m_clients, mostClientsKept); ++client)
                m_tally.clients.emplace_back().address = m_plan.clients.addressOf(common.question.packet, client);
    }

    std::uint64_t step() override
    {
        const std::uint64_t before = m_tally.done;
        const std::uint64_t until = std::min(m_count, before + trialsInAStep);
        while (m_tally.done < until)
            connect();
        m_common.shown.add(m_tally, m_shown);
        if (m_replica == 0)
            m_common.shown.addPoints(m_tally, m_common.marks);
        return m_tally.done - before;
    }

    void finish() override { m_common.sum.add(m_replica, std::move(m_tally)); }

private:
    void connect()
    {
        m_tally.moments.offer(m_history.now());
        const History::Connected connected = m_history.next();
        const std::uint32_t outcome = outcomeOf(connected.opening);
        ++m_tally.ledger.counts[outcome];
        m_tally.met += connected.met ? 1 : 0;
        m_tally.full += connected.full ? 1 : 0;
        m_tally.cut += connected.cut ? 1 : 0;
        if (const std::uint64_t client = m_tally.done % m_clients; client < m_tally.clients.size())
            m_tally.clients[client].add(outcome);
        ++m_tally.done;
        const std::size_t next = m_tally.points.size();
        if (next < m_common.marks.size() && m_tally.done == m_common.marks[next])
            m_tally.points.push_back(m_tally.ledger.counts);
    }

    /// All that go one way come to the same outcome.
    std::uint32_t outcomeOf(const Opening& opening)
    {
        if (opening.way < m_outcomes.size() && m_outcomes[opening.way] != notYet)
            return m_outcomes[opening.way];
        const std::uint32_t outcome = m_tally.ledger.indexOf(opening.verdict, opening.packet);
        if (opening.way != Opening::noWay) {
            m_outcomes.resize(std::max<std::size_t>(m_outcomes.size(), opening.way + 1), notYet);
            m_outcomes[opening.way] = outcome;
        }
        return outcome;
    }

    static constexpr std::uint32_t notYet = 0xffffffffU;

    const Common& m_common;
    std::uint32_t m_replica;
    const TrialPlan& m_plan;
    std::uint64_t m_count;
    History m_history;
    std::uint32_t m_clients;
    Tally m_tally;
    Counts m_shown;
    std::vector<std::uint32_t> m_outcomes;  ///< by way
};

}  // namespace

void runHistories(const Question& question, Trials& trials, const Checkpoint& goOn, const LiveCounts& live)
{
    TrialPlan& plan = trials.plan;
    plan.kind = TrialKind::emulated;
    plan.replicas = replicasOf(plan);
    const auto marks = seriesMarks(plan.count / plan.replicas, trials.expected.outcomes.size());
    HistorySum sum(trials, marks);
    HistoryShown shown(trials.expected);
    const Common common{question, trials, std::make_shared<SourceRuns>(clientRuns(question, plan.clients)),
                        marks,    sum,    shown};
    const auto look = [&] {
        if (!live)
            return;
        const std::vector<SharePoint> series = sum.series();
        live(shown.counts(), series.empty() ? shown.series() : series);
    };
    runJobs(
        {plan.replicas, plan.count, plan.threads},
        [&](std::uint32_t replica) { return std::make_unique<ReplicaRun>(common, replica); }, goOn, look);
    sum.finish();
}

std::optional<History> historyBefore(const Question& question, const TrialPlan& plan, const TrialSnapshots* snapshots,
                                     std::uint64_t trial, const Checkpoint& goOn)
{
    const std::uint32_t replica = replicaOf(plan, trial);
    const std::uint64_t wanted = trial - firstTrialOf(plan, replica);
    std::optional<History> history(std::in_place, question, plan.clients, plan.seed, firstTrialOf(plan, replica),
                                   std::make_shared<SourceRuns>(clientRuns(question, plan.clients)));
    const bool kept = snapshots != nullptr && replica < snapshots->replicas.size();
    if (const History::Moment* moment = kept ? snapshots->replicas[replica].before(wanted) : nullptr)
        history->goTo(*moment);
    while (history->now().done < wanted) {
        const std::uint64_t done = history->now().done;
        if (done % trialsInAStep == 0 && !goOn(static_cast<double>(done) / static_cast<double>(wanted)))
            return {};
        history->next();
    }
    return history;
}

TracePtr replayHistory(const Question& question, const TrialPlan& plan, const TrialSnapshots* snapshots,
                       std::uint64_t trial, const Checkpoint& goOn)
{
    auto history = historyBefore(question, plan, snapshots, trial, goOn);
    return history ? history->traceNext() : TracePtr();
}

}  // namespace natwalk
