// Trials a second and core, emulated and drawn, judgement and all.
#include "bench_questions.h"
#include "probability/trials.h"

#include <benchmark/benchmark.h>

using namespace natwalk;

namespace {

void trials(benchmark::State& state, const Question& question, TrialKind kind, std::uint64_t count, unsigned threads)
{
    TrialPlan plan;
    plan.count = count;
    plan.kind = kind;
    plan.threads = threads;
    for (auto _ : state)
        benchmark::DoNotOptimize(runTrials(question, plan).counts.data());
    // By the time that all threads together computed: a busy machine does not change it.
    state.counters["per_second_and_core"] =
        benchmark::Counter(static_cast<double>(count), benchmark::Counter::kIsIterationInvariantRate);
}

void emulatedNginxBasic(benchmark::State& state)
{
    trials(state, bench::nginxBasic(), TrialKind::emulated, 1'000'000, static_cast<unsigned>(state.range(0)));
}

void drawnNginxBasic(benchmark::State& state)
{
    trials(state, bench::nginxBasic(), TrialKind::drawn, 100'000'000, static_cast<unsigned>(state.range(0)));
}

void drawnFrom5000(benchmark::State& state)
{
    trials(state, bench::lastService(1, 5000), TrialKind::drawn, 100'000'000, static_cast<unsigned>(state.range(0)));
}

/// Connections that find what the earlier ones left: opened, used and closed.
void historyNginxBasic(benchmark::State& state)
{
    const Question question = bench::nginxBasic();
    TrialPlan plan;
    plan.count = 1'000'000;
    plan.clients.count = 100;
    plan.clients.connectionsPerSecond = 1000;
    plan.replicas = 20;
    plan.threads = static_cast<unsigned>(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(runTrials(question, plan).counts.data());
    state.counters["per_second_and_core"] =
        benchmark::Counter(static_cast<double>(plan.count), benchmark::Counter::kIsIterationInvariantRate);
}

/// The last trial of a long history, from the nearest moment that was kept.
void replayFromSnapshot(benchmark::State& state)
{
    const Question question = bench::nginxBasic();
    TrialPlan plan;
    plan.count = 200'000;
    plan.clients.count = 100;
    plan.clients.connectionsPerSecond = 1000;
    const Trials trials = runTrials(question, plan);
    for (auto _ : state)
        benchmark::DoNotOptimize(replayTrial(question, trials, plan.count - 1).get());
}

}  // namespace

BENCHMARK(historyNginxBasic)
    ->Arg(1)
    ->Arg(2)
    ->ArgName("threads")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();
BENCHMARK(replayFromSnapshot)->Unit(benchmark::kMillisecond);
BENCHMARK(emulatedNginxBasic)
    ->Arg(1)
    ->Arg(2)
    ->ArgName("threads")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();
BENCHMARK(drawnNginxBasic)->Arg(1)->Arg(2)->ArgName("threads")->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK(drawnFrom5000)->Arg(1)->Arg(2)->ArgName("threads")->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

BENCHMARK_MAIN();
