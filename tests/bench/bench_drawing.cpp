// The chain graph of a large cluster and its layout; a line of jumps as deep as they come.
#include "bench_questions.h"
#include "graph/chain_graph.h"
#include "graph/drawing.h"

#include <benchmark/benchmark.h>

#include <algorithm>

using namespace natwalk;

namespace {

/// All chains as boxes; hubs are badges, not boxes to draw lines to.
DrawingInput inputOf(const ChainGraph& graph)
{
    std::vector<bool> isHub(num_vertices(graph));
    for (const ChainId hub : hubsOf(graph))
        isHub[static_cast<std::size_t>(hub)] = true;
    DrawingInput input;
    for (std::uint32_t from = 0; from < num_vertices(graph); ++from) {
        input.boxes.push_back(Box{{188, 30.0 + 44.0 * static_cast<double>(out_degree(from, graph))}});
        double row = 52;
        for (auto [edge, end] = out_edges(from, graph); edge != end; ++edge, row += 44)
            if (!isHub[target(*edge, graph)])
                input.links.push_back({from, static_cast<std::uint32_t>(target(*edge, graph)), row, 20});
    }
    return input;
}

void chainGraph(benchmark::State& state)
{
    const RulesetPtr ruleset = bench::cluster(static_cast<std::uint32_t>(state.range(0)))->rulesets.front();
    for (auto _ : state)
        benchmark::DoNotOptimize(chainGraphOf(*ruleset));
    state.counters["chains"] = static_cast<double>(ruleset->chainCount());
}

void drawCluster(benchmark::State& state)
{
    const RulesetPtr ruleset = bench::cluster(static_cast<std::uint32_t>(state.range(0)))->rulesets.front();
    const DrawingInput input = inputOf(chainGraphOf(*ruleset));
    for (auto _ : state)
        benchmark::DoNotOptimize(draw(input));
    state.counters["boxes"] = static_cast<double>(input.boxes.size());
    state.counters["links"] = static_cast<double>(input.links.size());
}

void drawLine(benchmark::State& state)
{
    const auto levels = static_cast<std::uint32_t>(state.range(0));
    DrawingInput input;
    input.boxes.assign(levels, Box{{188, 74}});
    for (std::uint32_t level = 0; level + 1 < levels; ++level)
        input.links.push_back({level, level + 1, 52, 20});
    for (auto _ : state)
        benchmark::DoNotOptimize(draw(input));
}

}  // namespace

BENCHMARK(chainGraph)->Arg(5000)->ArgName("services")->Unit(benchmark::kMillisecond);
BENCHMARK(drawCluster)->Arg(100)->Arg(5000)->Arg(25'000)->ArgName("services")->Unit(benchmark::kMillisecond);
BENCHMARK(drawLine)->Arg(100'000)->ArgName("levels")->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
