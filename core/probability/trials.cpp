#include "probability/trials.h"

#include "emulator/emulate.h"
#include "probability/alias_table.h"
#include "probability/fate.h"
#include "probability/histories.h"
#include "probability/parallel_count.h"
#include "probability/replica.h"
#include "probability/sources.h"

#include <Random123/philox.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <numeric>
#include <optional>
#include <utility>

namespace natwalk {

namespace {

class Stopwatch
{
public:
    double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count(); }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

FateTable fatesOf(const Distribution& distribution)
{
    FateTable fates;
    for (const OutcomeShare& outcome : distribution.outcomes)
        fates.add(fateOf(outcome.verdict, outcome.result));
    return fates;
}

/// Never rolled: whether numbers were asked for, as random ports are.
class NumberWatch final : public Chance
{
public:
    bool decide(const Fork& /*fork*/) override { return false; }
    std::uint32_t number(std::uint32_t /*below*/) override
    {
        m_asked = true;
        return 0;
    }
    bool asked() const { return m_asked; }

private:
    bool m_asked = false;
};

/// Walks trials that know nothing of each other. What ends in none of the fates is counted behind them.
class Walker
{
public:
    Walker(const Question& question, std::uint64_t seed, const FateTable& fates)
        : m_ruleset(question.ruleset())
        , m_seed(seed)
        , m_fates(fates)
        , m_replica(*question.before)
        , m_begun(*m_ruleset, question.host(), m_replica.state(), question.packet)
    {
        goToFirstDraw();
    }
    Walker(const Walker&) = delete;
    Walker& operator=(const Walker&) = delete;

    void operator()(std::uint64_t first, std::uint64_t last, Counts& counts)
    {
        for (std::uint64_t trial = first; trial < last; ++trial)
            ++counts[walkOnce(trial)];
    }

private:
    /// Up to there all trials are the same, where nothing was drawn or left behind: they set out from there.
    void goToFirstDraw()
    {
        Walk walk = m_begun;
        NumberWatch numbers;
        const Fork* fork = walk.run(numbers, m_nobody);
        if (fork == nullptr || numbers.asked() || !m_replica.isUntouched(walk))
            return m_replica.restore(walk.end());
        m_first = *fork;
        m_begun = walk;
    }

    std::size_t walkOnce(std::uint64_t trial)
    {
        Dice dice(m_seed, trial);
        Walk walk = m_begun;
        if (m_first)
            walk.answer(dice.decide(*m_first));
        while (const Fork* fork = walk.run(dice, m_nobody))
            walk.answer(dice.decide(*fork));
        const WalkEnd end = walk.end();
        m_replica.restore(end);
        return m_fates.find(fateOf(end.verdict, walk.packet())).value_or(m_fates.size());
    }

    RulesetPtr m_ruleset;
    std::uint64_t m_seed;
    const FateTable& m_fates;
    Replica m_replica;
    Recorder m_nobody;
    Walk m_begun;
    std::optional<Fork> m_first;  ///< the draw that `m_begun` stands at
};

/// Draws outcomes by their shares: two trials from one block of random bits, keyed by the seed, counted by the trial.
class Drawer
{
public:
    Drawer(const AliasTable& table, std::uint64_t seed)
        : m_table(table)
        , m_key{{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)}}
    {}

    void operator()(std::uint64_t first, std::uint64_t last, Counts& counts) const
    {
        std::uint64_t trial = first;
        if (trial % 2 == 1 && trial < last)
            ++counts[draw(trial++)];
        for (; trial + 1 < last; trial += 2) {
            const Block block = blockOf(trial);
            ++counts[m_table.draw(block[0], block[1])];
            ++counts[m_table.draw(block[2], block[3])];
        }
        if (trial < last)
            ++counts[draw(trial)];
    }

    std::uint32_t draw(std::uint64_t trial) const
    {
        const Block block = blockOf(trial);
        return trial % 2 == 0 ? m_table.draw(block[0], block[1]) : m_table.draw(block[2], block[3]);
    }

private:
    using Philox = r123::Philox4x32;
    using Block = Philox::ctr_type;

    Block blockOf(std::uint64_t trial) const
    {
        // The last word keeps these draws apart from those that Dice counts from 0.
        constexpr std::uint32_t stream = 0xffffffffU;
        const std::uint64_t number = trial / 2;
        return Philox()({{static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(number >> 32), 0, stream}},
                        m_key);
    }

    const AliasTable& m_table;
    Philox::key_type m_key;
};

/// The shares that trials should have, what no outcome covers behind the outcomes.
std::vector<double> expectedShares(const Distribution& distribution)
{
    std::vector<double> shares;
    for (const OutcomeShare& outcome : distribution.outcomes)
        shares.push_back(outcome.assumed);
    const double rest = 1 - std::accumulate(shares.begin(), shares.end(), 0.0);
    shares.push_back(distribution.uncovered > 0 ? std::max(0.0, rest) : 0.0);
    return shares;
}

/// Counts in parallel, and keeps the counts on the way.
Counts countAll(Trials& trials, std::uint64_t chunk, std::size_t cells, const std::function<CountRange()>& counter,
                const Checkpoint& goOn, const LiveCounts& live)
{
    const CountingPlan counting{seriesMarks(trials.plan.count, cells), chunk, cells, trials.plan.threads};
    const auto look = [&](const Counts& counts) {
        if (live)
            live(counts, trials.series);
    };
    return countInParallel(counting, counter, goOn, look, [&](std::uint64_t mark, const Counts& counts) {
        trials.series.push_back({mark, counts});
    });
}

Counts countWalked(const Question& question, Trials& trials, const Checkpoint& goOn, const LiveCounts& live)
{
    constexpr std::uint64_t chunk = 1024;  // a quarter of a millisecond
    const FateTable fates = fatesOf(trials.expected);
    const auto counter = [&]() -> CountRange {
        return [walker = std::make_shared<Walker>(question, trials.plan.seed, fates)](
                   std::uint64_t first, std::uint64_t last, Counts& counts) { (*walker)(first, last, counts); };
    };
    return countAll(trials, chunk, fates.size() + 1, counter, goOn, live);
}

Counts countDrawn(Trials& trials, const Checkpoint& goOn, const LiveCounts& live)
{
    constexpr std::uint64_t chunk = std::uint64_t{1} << 17;  // a millisecond
    const std::vector<double> shares = expectedShares(trials.expected);
    const AliasTable table(shares);
    const auto counter = [&]() -> CountRange { return Drawer(table, trials.plan.seed); };
    return countAll(trials, chunk, shares.size(), counter, goOn, live);
}

void runIndependent(const Question& question, Trials& trials, const Checkpoint& goOn, const LiveCounts& live)
{
    trials.counts = trials.plan.kind == TrialKind::drawn ? countDrawn(trials, goOn, live)
                                                         : countWalked(question, trials, goOn, live);
    trials.done = std::accumulate(trials.counts.begin(), trials.counts.end(), std::uint64_t{0});
    if (trials.done > 0 && (trials.series.empty() || trials.series.back().trials < trials.done))
        trials.series.push_back({trials.done, trials.counts});
    if (trials.counts.back() == 0 && trials.expected.uncovered <= 0)
        trials.counts.pop_back();
    for (SharePoint& point : trials.series)
        point.counts.resize(trials.counts.size());
    trials.judgement = judge(expectedShares(trials.expected), trials.counts);
}

/// Whether trials find what earlier ones left.
bool isHistory(const TrialPlan& plan, const Distribution& expected)
{
    return expected.remembers || !(plan.clients == ClientPlan{});
}

/// What is expected where many connect, each as often as the others.
void expectOfClients(const Question& question, Trials& trials, const Checkpoint& goOn)
{
    const SourceRuns found = clientRuns(question, trials.plan.clients);
    std::vector<WeightedPacket> packets;
    for (const AddressRun& run : found.runs) {
        packets.push_back({question.packet, static_cast<double>(run.count), {}});
        packets.back().packet.src = run.first;
    }
    SourcesDistribution expected = distributionOver(question.document, question.before, packets, goOn);
    trials.clientsDiffer = found.sampled || !expected.areAlike();
    trials.expected = std::move(expected.all);
}

void expect(const Question& question, Trials& trials, const Checkpoint& goOn)
{
    if (trials.plan.clients.clients() > 1)
        expectOfClients(question, trials, goOn);
    else
        trials.expected = distributionOf(
            {question.document, question.before, trials.plan.clients.packetOf(question.packet, 0)}, goOn);
}

/// An end that nobody expected is one of those that were cut off, where some were.
Judgement judgeHistory(const Trials& trials)
{
    const std::vector<double> shares = expectedShares(trials.expected);
    Counts counts = trials.counts;
    counts.push_back(0);
    for (std::size_t i = 0; i + 1 < counts.size() && trials.expected.uncovered > 0; ++i)
        if (shares[i] <= 0)
            counts.back() += std::exchange(counts[i], 0);
    Judgement judgement = judge(shares, counts);
    judgement.intervals.clear();
    for (const std::uint64_t count : trials.counts)
        judgement.intervals.push_back(wilson(count, trials.done));
    return judgement;
}

Judgement judgementOf(const Trials& trials)
{
    Judgement judgement;
    if (trials.dependent || trials.clientsDiffer) {
        judgement = judgeDependent(trials.counts, trials.scatter);
        if (!trials.dependent)
            judgement.sentence = message(MessageId::ClientsDiffer);
        else if (!trials.expected.remembers)
            judgement.sentence = message(MessageId::TrialsMetEarlier, trials.met + trials.full);
    } else {
        judgement = judgeHistory(trials);
    }
    if (const std::uint32_t each = trials.plan.clients.requestsPerConnection; each > 1)
        judgement.keepAlive = message(MessageId::WorthConnections, trials.done * each, each, trials.done);
    return judgement;
}

void runInOrder(const Question& question, Trials& trials, const Checkpoint& goOn, const LiveCounts& live)
{
    runHistories(question, trials, goOn, live);
    trials.dependent = trials.expected.remembers || trials.met > 0 || trials.full > 0;
    trials.judgement = judgementOf(trials);
}

TracePtr replayAlone(const Question& question, const TrialPlan& plan, const Distribution& expected, std::uint64_t trial)
{
    Dice dice(plan.seed, trial);
    if (plan.kind == TrialKind::emulated)
        return emulate(question, dice);
    const std::uint32_t drawn = Drawer(AliasTable(expectedShares(expected)), plan.seed).draw(trial);
    if (drawn == expected.outcomes.size())
        return emulate(question, dice);  // of the share that was cut off, no course is known
    Forced course(expected.outcomes[drawn].course);
    return emulate(question, course);
}

}  // namespace

double Trials::expectedShare(std::size_t index) const { return expectedShares(expected)[index]; }

Trials runTrials(const Question& question, const TrialPlan& plan, const Checkpoint& goOn, const LiveCounts& live)
{
    Trials trials;
    trials.plan = plan;
    expect(question, trials, [&](double) { return goOn(0); });
    if (trials.expected.stopped)
        return trials;
    trials.history = isHistory(plan, trials.expected);
    const Stopwatch watch;
    if (trials.history)
        runInOrder(question, trials, goOn, live);
    else
        runIndependent(question, trials, goOn, live);
    trials.seconds = watch.seconds();
    return trials;
}

TracePtr replayTrial(const Question& question, const TrialPlan& plan, std::uint64_t trial, const Checkpoint& goOn)
{
    const Distribution expected = distributionOf(question);
    if (isHistory(plan, expected))
        return replayHistory(question, plan, nullptr, trial, goOn);
    return replayAlone(question, plan, expected, trial);
}

TracePtr replayTrial(const Question& question, const Trials& trials, std::uint64_t trial, const Checkpoint& goOn)
{
    if (trials.history)
        return replayHistory(question, trials.plan, trials.snapshots.get(), trial, goOn);
    return replayAlone(question, trials.plan, trials.expected, trial);
}

std::uint32_t replicasOf(const TrialPlan& plan)
{
    return static_cast<std::uint32_t>(
        std::clamp<std::uint64_t>(plan.replicas, 1, std::max<std::uint64_t>(plan.count, 1)));
}

std::uint64_t firstTrialOf(const TrialPlan& plan, std::uint32_t replica)
{
    const std::uint32_t replicas = replicasOf(plan);
    const std::uint64_t each = plan.count / replicas;
    return each * replica + plan.count % replicas * replica / replicas;
}

std::uint32_t replicaOf(const TrialPlan& plan, std::uint64_t trial)
{
    std::uint32_t low = 0;
    for (std::uint32_t high = replicasOf(plan); high - low > 1;) {
        const std::uint32_t middle = low + (high - low) / 2;
        (firstTrialOf(plan, middle) <= trial ? low : high) = middle;
    }
    return low;
}

}  // namespace natwalk
