#include "probability/trials.h"

#include "emulator/emulate.h"
#include "probability/alias_table.h"
#include "probability/fate.h"
#include "probability/parallel_count.h"
#include "probability/replica.h"

#include <Random123/philox.h>

#include <algorithm>
#include <chrono>
#include <numeric>

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

/// Walks trials that know nothing of each other. What ends in none of the fates is counted behind them.
class Walker
{
public:
    Walker(const Question& question, std::uint64_t seed, const FateTable& fates)
        : m_question(question)
        , m_ruleset(question.ruleset())
        , m_seed(seed)
        , m_fates(fates)
        , m_replica(*question.before)
    {}

    void operator()(std::uint64_t first, std::uint64_t last, Counts& counts)
    {
        for (std::uint64_t trial = first; trial < last; ++trial)
            ++counts[walkOnce(trial)];
    }

private:
    std::size_t walkOnce(std::uint64_t trial)
    {
        Packet packet = m_question.packet;
        Dice dice(m_seed, trial);
        const WalkEnd end = walk(*m_ruleset, m_question.host(), m_replica.state(), packet, dice, m_nobody);
        m_replica.restore(end);
        return m_fates.find(fateOf(end.verdict, packet)).value_or(m_fates.size());
    }

    const Question& m_question;
    RulesetPtr m_ruleset;
    std::uint64_t m_seed;
    const FateTable& m_fates;
    Replica m_replica;
    Recorder m_nobody;
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

/// Connections one after the other, each with what the earlier ones left in memory.
class Sequence
{
public:
    Sequence(const Question& question, const TrialPlan& plan)
        : m_question(question)
        , m_ruleset(question.ruleset())
        , m_plan(plan)
        , m_state(*question.before)
    {}

    struct End
    {
        Verdict verdict;
        Packet packet;
    };

    End next()
    {
        Packet packet = packetNow();
        Dice dice(m_plan.seed, m_trial);
        const WalkEnd end = walk(*m_ruleset, m_question.host(), m_state, packet, dice, m_nobody);
        m_state.connections = m_question.before->connections;
        m_state.clock += m_plan.secondsBetween;
        ++m_trial;
        return {end.verdict, packet};
    }

    TracePtr replayNext() const
    {
        Dice dice(m_plan.seed, m_trial);
        return emulate({m_question.document, std::make_shared<State>(m_state), packetNow()}, dice);
    }

private:
    Packet packetNow() const
    {
        Packet packet = m_question.packet;
        packet.src = packet.src.plus(m_trial % std::max(m_plan.clients, 1U));
        return packet;
    }

    const Question& m_question;
    RulesetPtr m_ruleset;
    const TrialPlan& m_plan;
    State m_state;
    Recorder m_nobody;
    std::uint64_t m_trial = 0;
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

Counts countWalked(const Question& question, const Trials& trials, const Checkpoint& goOn, const LiveCounts& live)
{
    constexpr std::uint64_t chunk = 1024;  // a quarter of a millisecond
    const FateTable fates = fatesOf(trials.expected);
    const CountingPlan counting{trials.plan.count, chunk, fates.size() + 1, trials.plan.threads};
    return countInParallel(
        counting, [&]() -> CountRange { return Walker(question, trials.plan.seed, fates); }, goOn, live);
}

Counts countDrawn(const Trials& trials, const Checkpoint& goOn, const LiveCounts& live)
{
    constexpr std::uint64_t chunk = std::uint64_t{1} << 17;  // a millisecond
    const std::vector<double> shares = expectedShares(trials.expected);
    const AliasTable table(shares);
    const CountingPlan counting{trials.plan.count, chunk, shares.size(), trials.plan.threads};
    return countInParallel(
        counting, [&]() -> CountRange { return Drawer(table, trials.plan.seed); }, goOn, live);
}

void runIndependent(const Question& question, Trials& trials, const Checkpoint& goOn, const LiveCounts& live)
{
    trials.counts = trials.plan.kind == TrialKind::drawn ? countDrawn(trials, goOn, live)
                                                         : countWalked(question, trials, goOn, live);
    trials.done = std::accumulate(trials.counts.begin(), trials.counts.end(), std::uint64_t{0});
    if (trials.counts.back() == 0 && trials.expected.uncovered <= 0)
        trials.counts.pop_back();
    trials.judgement = judge(expectedShares(trials.expected), trials.counts);
}

void runInOrder(const Question& question, Trials& trials, const Checkpoint& goOn, const LiveCounts& live)
{
    constexpr std::uint64_t trialsBetweenQuestions = 1024;
    FateTable fates = fatesOf(trials.expected);
    trials.plan.kind = TrialKind::emulated;
    trials.counts.resize(fates.size());
    Sequence sequence(question, trials.plan);
    for (; trials.done < trials.plan.count; ++trials.done) {
        if (trials.done % trialsBetweenQuestions == 0) {
            if (live)
                live(trials.counts);
            if (!goOn(static_cast<double>(trials.done) / static_cast<double>(trials.plan.count)))
                break;
        }
        const auto [verdict, packet] = sequence.next();
        const std::size_t outcome = fates.add(fateOf(verdict, packet));
        if (outcome == trials.counts.size()) {
            trials.expected.outcomes.push_back(outcomeWithoutShare(verdict, packet));
            trials.counts.push_back(0);
        }
        ++trials.counts[outcome];
    }
    trials.judgement = judgeDependent(trials.counts);
}

}  // namespace

double Trials::expectedShare(std::size_t index) const { return expectedShares(expected)[index]; }

Trials runTrials(const Question& question, const TrialPlan& plan, const Checkpoint& goOn, const LiveCounts& live)
{
    Trials trials;
    trials.plan = plan;
    trials.expected = distributionOf(question, [&](double) { return goOn(0); });
    if (trials.expected.stopped)
        return trials;
    trials.dependent = trials.expected.remembers;
    const Stopwatch watch;
    if (trials.dependent)
        runInOrder(question, trials, goOn, live);
    else
        runIndependent(question, trials, goOn, live);
    trials.seconds = watch.seconds();
    return trials;
}

TracePtr replayTrial(const Question& question, const TrialPlan& plan, std::uint64_t trial)
{
    const Distribution expected = distributionOf(question);
    if (expected.remembers) {
        Sequence sequence(question, plan);
        for (std::uint64_t before = 0; before < trial; ++before)
            sequence.next();
        return sequence.replayNext();
    }
    Dice dice(plan.seed, trial);
    if (plan.kind == TrialKind::emulated)
        return emulate(question, dice);
    const std::uint32_t drawn = Drawer(AliasTable(expectedShares(expected)), plan.seed).draw(trial);
    if (drawn == expected.outcomes.size())
        return emulate(question, dice);  // of the share that was cut off, no course is known
    Forced course(expected.outcomes[drawn].course);
    return emulate(question, course);
}

}  // namespace natwalk
