// Reading and writing rulesets of Kubernetes nodes: rules and bytes a second, and how much memory a rule takes.
#include "support/kube_rules.h"
#include "syntax/parser.h"
#include "syntax/writer.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <memory>
#include <new>
#include <string>

using namespace natwalk;

namespace {

std::size_t bytesTaken = 0;

std::shared_ptr<const std::string> dumpOf(const benchmark::State& state)
{
    test::KubeCluster cluster;
    cluster.services = static_cast<std::uint32_t>(state.range(0));
    cluster.mixed = state.range(1) != 0;
    return std::make_shared<const std::string>(test::kubeRules(cluster));
}

double rulesOf(const ParseResult& result)
{
    double rules = 0;
    for (const RulesetPtr& ruleset : result.rulesets)
        rules += static_cast<double>(ruleset->ruleCount());
    return rules;
}

void readRuleset(benchmark::State& state)
{
    const auto text = dumpOf(state);
    double rules = 0;
    for (auto _ : state) {
        const std::size_t before = bytesTaken;
        const ParseResult result = parse(text);
        state.PauseTiming();
        if (result.hasErrors())
            state.SkipWithError("the ruleset has errors");
        rules = rulesOf(result);
        state.counters["bytes_per_rule"] = static_cast<double>(bytesTaken - before) / rules;
        state.ResumeTiming();
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text->size()));
    state.counters["rules"] = rules;
    state.counters["rules_per_second"] =
        benchmark::Counter(rules * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

void writeRuleset(benchmark::State& state)
{
    const ParseResult result = parse(dumpOf(state));
    std::int64_t bytes = 0;
    for (auto _ : state)
        for (const RulesetPtr& ruleset : result.rulesets)
            bytes += static_cast<std::int64_t>(write(*ruleset).size());
    state.SetBytesProcessed(bytes);
}

// Services, and whether they are of mixed kinds.
BENCHMARK(readRuleset)
    ->Args({100, 0})
    ->Args({10'000, 0})
    ->Args({10'000, 1})
    ->Args({45'000, 0})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(writeRuleset)->Args({10'000, 0})->Unit(benchmark::kMillisecond);

}  // namespace

// Counts what is allocated and not given back: each block remembers its size in front of it.
void* operator new(std::size_t size)
{
    auto* block = static_cast<std::max_align_t*>(std::malloc(size + sizeof(std::max_align_t)));
    if (block == nullptr)
        throw std::bad_alloc();
    *reinterpret_cast<std::size_t*>(block) = size;
    bytesTaken += size;
    return block + 1;
}

void operator delete(void* place) noexcept
{
    if (place == nullptr)
        return;
    auto* block = static_cast<std::max_align_t*>(place) - 1;
    bytesTaken -= *reinterpret_cast<std::size_t*>(block);
    std::free(block);
}

void operator delete(void* place, std::size_t /*size*/) noexcept { operator delete(place); }

BENCHMARK_MAIN();
