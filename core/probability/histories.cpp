#include "probability/histories.h"

#include "probability/fate.h"
#include "probability/snapshots.h"
#include "probability/sources.h"
#include "probability/stepped_jobs.h"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <numeric>
#include <optional>
#include <utility>

namespace natwalk {

namespace {

using Counts = std::vector<std::uint64_t>;

constexpr std::uint64_t trialsInAStep = 1024;
constexpr std::uint32_t mostClientsKept = 4096;

/// Outcomes that are counted: those that are expected, and behind them those that are met.
struct Ledger
{
    FateTable fates;
    Counts counts;
    std::vector<OutcomeShare> unexpected;

    explicit Ledger(const Distribution& expected)
    {
        for (const OutcomeShare& outcome : expected.outcomes)
            fates.add(fateOf(outcome.verdict, outcome.result));
        counts.resize(fates.size());
    }

    std::uint32_t indexOf(const Verdict& verdict, const Packet& packet)
    {
        const std::size_t index = fates.add(fateOf(verdict, packet));
        if (index == counts.size()) {
            unexpected.push_back(outcomeWithoutShare(verdict, packet));
            counts.push_back(0);
        }
        return static_cast<std::uint32_t>(index);
    }

    /// Where the outcomes of another ledger stand in this one; new ones find their places.
    std::vector<std::uint32_t> placesOf(const Ledger& other)
    {
        std::vector<std::uint32_t> places(other.counts.size() - other.unexpected.size());
        std::iota(places.begin(), places.end(), 0U);
        for (const OutcomeShare& outcome : other.unexpected)
            places.push_back(indexOf(outcome.verdict, outcome.result));
        return places;
    }
};

/// What one replica counted.
struct Tally
{
    Tally(const Distribution& expected, std::size_t bytesOfMoments) : ledger(expected), moments(bytesOfMoments) {}

    Ledger ledger;
    std::uint64_t done = 0, met = 0, full = 0, cut = 0;
    std::vector<Counts> points;
    std::vector<ClientResult> clients;
    KeptMoments moments;
};

void addTo(Counts& sum, const Counts& more, const std::vector<std::uint32_t>& places)
{
    for (std::size_t i = 0; i < more.size(); ++i) {
        if (sum.size() <= places[i])
            sum.resize(places[i] + 1);
        sum[places[i]] += more[i];
    }
}

/// Adds up replicas in their order, whichever is through first: outcomes keep the same places on any machine.
class Sum
{
public:
    Sum(Trials& trials, std::vector<std::uint64_t> marks)
        : m_trials(trials)
        , m_ledger(trials.expected)
        , m_marks(std::move(marks))
        , m_points(m_marks.size())
        , m_reached(m_marks.size())
    {}

    void add(std::uint32_t replica, Tally tally)
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.emplace(replica, std::move(tally));
        for (; !m_waiting.empty() && m_waiting.begin()->first == m_next; ++m_next)
            addFirst();
    }

    void finish()
    {
        while (!m_waiting.empty())
            addFirst();
        m_trials.counts = m_ledger.counts;
        m_trials.expected.outcomes.insert(m_trials.expected.outcomes.end(), m_ledger.unexpected.begin(),
                                          m_ledger.unexpected.end());
        m_trials.series = seriesOf();
        if (m_trials.done > 0)
            m_trials.series.push_back({m_trials.done, m_trials.counts});
        m_trials.snapshots = m_snapshots;
    }

    /// How the counts of the replicas that are through came about; empty before the first of them.
    std::vector<SharePoint> series()
    {
        const std::lock_guard lock(m_mutex);
        return seriesOf();
    }

private:
    std::vector<SharePoint> seriesOf() const
    {
        std::vector<SharePoint> series;
        for (std::size_t i = 0; i < m_marks.size(); ++i)
            if (m_added > 0 && m_reached[i] == m_added && m_marks[i] * m_added < m_trials.done)
                series.push_back({m_marks[i] * m_added, m_points[i]});
        return series;
    }

    void addFirst()
    {
        Tally tally = std::move(m_waiting.extract(m_waiting.begin()).mapped());
        const std::vector<std::uint32_t> places = m_ledger.placesOf(tally.ledger);
        addTo(m_ledger.counts, tally.ledger.counts, places);
        for (std::size_t i = 0; i < tally.points.size(); ++i) {
            addTo(m_points[i], tally.points[i], places);
            ++m_reached[i];
        }
        scatter(tally, places);
        m_trials.done += tally.done;
        m_trials.met += tally.met;
        m_trials.full += tally.full;
        m_trials.cut += tally.cut;
        if (m_added++ == 0)
            m_trials.clients = std::move(tally.clients);
        m_snapshots->replicas.push_back(std::move(tally.moments));
    }

    void scatter(const Tally& tally, const std::vector<std::uint32_t>& places)
    {
        if (tally.done == 0)
            return;
        m_trials.scatter.resize(m_ledger.counts.size(), Scatter(m_added));
        Counts counts(m_ledger.counts.size());
        addTo(counts, tally.ledger.counts, places);
        for (std::size_t i = 0; i < counts.size(); ++i)
            m_trials.scatter[i].add(static_cast<double>(counts[i]) / static_cast<double>(tally.done));
    }

    std::mutex m_mutex;
    Trials& m_trials;
    Ledger m_ledger;
    std::vector<std::uint64_t> m_marks;
    std::vector<Counts> m_points;
    std::vector<std::uint32_t> m_reached;  ///< by how many replicas
    std::map<std::uint32_t, Tally> m_waiting;
    std::uint32_t m_next = 0;
    std::uint32_t m_added = 0;
    std::shared_ptr<TrialSnapshots> m_snapshots = std::make_shared<TrialSnapshots>();
};

/// Live counts, by outcomes as they were met.
class Shown
{
public:
    explicit Shown(const Distribution& expected) : m_ledger(expected) {}

    /// Adds what a replica counted since it was here last.
    void add(const Tally& tally, Counts& known)
    {
        const std::lock_guard lock(m_mutex);
        const Ledger& ledger = tally.ledger;
        known.resize(ledger.counts.size());
        const std::vector<std::uint32_t> places = m_ledger.placesOf(ledger);
        for (std::size_t i = 0; i < known.size(); ++i)
            m_ledger.counts[places[i]] += ledger.counts[i] - known[i];
        known = ledger.counts;
    }

    /// Adds the points that the first replica came to since it was here last.
    void addPoints(const Tally& first, const std::vector<std::uint64_t>& marks)
    {
        const std::lock_guard lock(m_mutex);
        const std::vector<std::uint32_t> places = m_ledger.placesOf(first.ledger);
        for (std::size_t i = m_series.size(); i < first.points.size(); ++i) {
            m_series.push_back({marks[i], {}});
            addTo(m_series.back().counts, first.points[i], places);
        }
    }

    /// How the first replica's counts came about.
    std::vector<SharePoint> series()
    {
        const std::lock_guard lock(m_mutex);
        return m_series;
    }

    Counts counts()
    {
        const std::lock_guard lock(m_mutex);
        return m_ledger.counts;
    }

private:
    std::mutex m_mutex;
    Ledger m_ledger;
    std::vector<SharePoint> m_series;
};

/// What all replicas have in common.
struct Common
{
    const Question& question;
    const Trials& trials;
    std::shared_ptr<const SourceRuns> clients;
    std::vector<std::uint64_t> marks;
    Sum& sum;
    Shown& shown;
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
    Sum sum(trials, marks);
    Shown shown(trials.expected);
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
