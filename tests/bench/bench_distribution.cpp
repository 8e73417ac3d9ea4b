// Exact shares: enumerating the courses of a service with many endpoints, and summing them up.
#include "bench_questions.h"
#include "probability/branches.h"
#include "probability/distribution.h"

#include <benchmark/benchmark.h>

using namespace natwalk;

namespace {

Question service(const benchmark::State& state)
{
    return bench::lastService(1, static_cast<std::uint32_t>(state.range(0)));
}

void enumerateCourses(benchmark::State& state)
{
    const Question question = service(state);
    std::size_t courses = 0;
    for (auto _ : state)
        courses = branchesOf(question).courses.size();
    state.counters["courses"] = static_cast<double>(courses);
}

void distribution(benchmark::State& state)
{
    const Question question = service(state);
    std::size_t outcomes = 0;
    for (auto _ : state)
        outcomes = distributionOf(question).outcomes.size();
    state.counters["outcomes"] = static_cast<double>(outcomes);
}

}  // namespace

BENCHMARK(enumerateCourses)->Arg(3)->Arg(50)->Arg(1000)->Arg(5000)->ArgName("endpoints")->Unit(benchmark::kMicrosecond);
BENCHMARK(distribution)->Arg(3)->Arg(50)->Arg(1000)->Arg(5000)->ArgName("endpoints")->Unit(benchmark::kMicrosecond);

BENCHMARK_MAIN();
