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

}  // namespace

BENCHMARK(emulatedNginxBasic)
    ->Arg(1)
    ->Arg(2)
    ->ArgName("threads")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();
BENCHMARK(drawnNginxBasic)->Arg(1)->Arg(2)->ArgName("threads")->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK(drawnFrom5000)->Arg(1)->Arg(2)->ArgName("threads")->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

BENCHMARK_MAIN();
