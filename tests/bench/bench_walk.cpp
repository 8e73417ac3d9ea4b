// One packet: nginx_basic with and without a trace, one trial of it, and the last of N services.
#include "bench_questions.h"
#include "emulator/emulate.h"
#include "emulator/walk.h"
#include "probability/replica.h"

#include <benchmark/benchmark.h>

using namespace natwalk;

namespace {

/// As one trial: the state as it was before, dice, and nobody who takes notes.
void walkNginxBasic(benchmark::State& state)
{
    const Question question = bench::nginxBasic();
    const RulesetPtr ruleset = question.ruleset();
    Recorder nobody;
    Replica replica(*question.before);
    std::uint64_t trial = 0;
    for (auto _ : state) {
        Packet packet = question.packet;
        Dice dice(1, trial++);
        const WalkEnd end = walk(*ruleset, question.host(), replica.state(), packet, dice, nobody);
        benchmark::DoNotOptimize(end.verdict.outcome);
        replica.restore(end);
    }
    state.SetItemsProcessed(state.iterations());
}

void traceNginxBasic(benchmark::State& state)
{
    const Question question = bench::nginxBasic();
    std::uint64_t trial = 0;
    std::size_t steps = 0;
    for (auto _ : state) {
        Dice dice(1, trial++);
        steps = emulate(question, dice)->steps.size();
    }
    state.counters["steps"] = static_cast<double>(steps);
}

/// The recorded walk alone, without the answers of this host and the look at doubts.
void recordNginxBasic(benchmark::State& state)
{
    const Question question = bench::nginxBasic();
    const RulesetPtr ruleset = question.ruleset();
    std::uint64_t trial = 0;
    for (auto _ : state) {
        Trace trace;
        State mine = *question.before;
        Packet packet = question.packet;
        Dice dice(1, trial++);
        Recorder recorder(trace);
        benchmark::DoNotOptimize(walk(*ruleset, question.host(), mine, packet, dice, recorder));
    }
}

void traceLastService(benchmark::State& state)
{
    const Question question = bench::lastService(static_cast<std::uint32_t>(state.range(0)));
    std::uint64_t trial = 0;
    std::size_t steps = 0;
    for (auto _ : state) {
        Dice dice(1, trial++);
        steps = emulate(question, dice)->steps.size();
    }
    state.counters["steps"] = static_cast<double>(steps);
}

void walkLastService(benchmark::State& state)
{
    const Question question = bench::lastService(static_cast<std::uint32_t>(state.range(0)));
    const RulesetPtr ruleset = question.ruleset();
    Recorder nobody;
    State mine;
    std::uint64_t trial = 0;
    for (auto _ : state) {
        mine = *question.before;
        Packet packet = question.packet;
        Dice dice(1, trial++);
        benchmark::DoNotOptimize(walk(*ruleset, question.host(), mine, packet, dice, nobody));
    }
}

/// ClusterIPs of N services, each from outside, from a pod and from the node.
void walkAllServices(benchmark::State& state)
{
    const auto services = static_cast<std::uint32_t>(state.range(0));
    const Question question = bench::lastService(services);
    const RulesetPtr ruleset = question.ruleset();
    const auto sources = bench::sources();
    Recorder nobody;
    State mine;
    for (auto _ : state)
        for (std::uint32_t service = 0; service < services; ++service)
            for (Packet packet : sources) {
                packet.dst = bench::addressOf(service);
                mine = *question.before;
                Dice dice(1, service);
                benchmark::DoNotOptimize(walk(*ruleset, question.host(), mine, packet, dice, nobody));
            }
    state.counters["walks"] = 3.0 * services;
}

}  // namespace

BENCHMARK(walkNginxBasic);
BENCHMARK(recordNginxBasic);
BENCHMARK(traceNginxBasic);
BENCHMARK(traceLastService)->Arg(100)->Arg(1000)->Arg(10'000)->Arg(45'000)->ArgName("services");
BENCHMARK(walkLastService)->Arg(100)->Arg(1000)->Arg(10'000)->Arg(45'000)->ArgName("services");
BENCHMARK(walkAllServices)->Arg(10'000)->ArgName("services")->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
