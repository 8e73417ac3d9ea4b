// Reading and writing rulesets of Kubernetes nodes: rules and bytes a second, and how much memory a rule takes.
#include "support/kube_rules.h"
#include "support/resident_memory.h"
#include "syntax/parser.h"
#include "syntax/writer.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <malloc.h>
#include <memory>
#include <new>
#include <optional>
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

/// Each reading finds memory as a process does that has just begun: its pages come from the system, whatever the size.
void readRuleset(benchmark::State& state)
{
    const auto text = dumpOf(state);
    double rules = 0;
    malloc_trim(0);
    for (auto _ : state) {
        const std::size_t before = bytesTaken;
        std::optional<ParseResult> result = parse(text);
        state.PauseTiming();
        if (result->hasErrors())
            state.SkipWithError("the ruleset has errors");
        rules = rulesOf(*result);
        state.counters["bytes_per_rule"] = static_cast<double>(bytesTaken - before) / rules;
        state.counters["resident_bytes"] = test::residentBytes();
        result.reset();
        malloc_trim(0);
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

// Counts what is allocated and not given back: each block has a head that remembers its size.
namespace {

void* take(std::size_t size, std::size_t head)
{
    void* block = std::aligned_alloc(head, (size + 2 * head - 1) / head * head);
    if (block == nullptr)
        throw std::bad_alloc();
    auto* place = static_cast<std::byte*>(block) + head;
    reinterpret_cast<std::size_t*>(place)[-1] = size;
    bytesTaken += size;
    return place;
}

void giveBack(void* place, std::size_t head) noexcept
{
    if (place == nullptr)
        return;
    bytesTaken -= static_cast<std::size_t*>(place)[-1];
    std::free(static_cast<std::byte*>(place) - head);
}

/// At least the alignment that any object has, whose head holds a size.
std::size_t headOf(std::align_val_t alignment)
{
    return std::max(static_cast<std::size_t>(alignment), alignof(std::max_align_t));
}

}  // namespace

void* operator new(std::size_t size) { return take(size, alignof(std::max_align_t)); }
void* operator new(std::size_t size, std::align_val_t alignment) { return take(size, headOf(alignment)); }
void operator delete(void* place) noexcept { giveBack(place, alignof(std::max_align_t)); }
void operator delete(void* place, std::size_t /*size*/) noexcept { giveBack(place, alignof(std::max_align_t)); }
void operator delete(void* place, std::align_val_t alignment) noexcept { giveBack(place, headOf(alignment)); }
void operator delete(void* place, std::size_t /*size*/, std::align_val_t alignment) noexcept
{
    giveBack(place, headOf(alignment));
}

BENCHMARK_MAIN();
