// Exact shares: enumerating the courses of a service with many endpoints, and summing them up.
#include "bench_questions.h"
#include "probability/branches.h"
#include "probability/distribution.h"
#include "probability/sources.h"

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

/// So many draws in a row, each of which leads through a chain or past it: 2^n courses.
void explodingCourses(benchmark::State& state)
{
    std::string rules = "*nat\n:AGAIN - [0:0]\n";
    for (std::int64_t i = 0; i < state.range(0); ++i)
        rules += "-A PREROUTING -m statistic --mode random --probability 0.5 -j AGAIN\n";
    rules += "-A AGAIN -j RETURN\n-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.2\nCOMMIT\n";
    const Question question =
        test::ask(test::documentOf(rules), test::tcp("203.0.113.9", 40000, "10.96.0.10", 80, "eth0"));
    for (auto _ : state)
        benchmark::DoNotOptimize(distributionOf(question).outcomes.size());
}

/// The clients of a whole network, cut where rules tell them apart.
void networkOfClients(benchmark::State& state)
{
    const Question question = bench::lastService(static_cast<std::uint32_t>(state.range(0)));
    const Network pods = *Network::from("10.244.0.0/16");
    std::size_t sources = 0;
    for (auto _ : state) {
        const NetworkSources found = sourcesIn(question, pods, 1);
        sources = distributionOver(question.document, question.before, found.packets).sources.size();
    }
    state.counters["sources"] = static_cast<double>(sources);
}

}  // namespace

BENCHMARK(explodingCourses)->Arg(40)->Arg(1000)->ArgName("draws")->Unit(benchmark::kMillisecond);
BENCHMARK(networkOfClients)->Arg(1)->Arg(1000)->ArgName("services")->Unit(benchmark::kMillisecond);
BENCHMARK(enumerateCourses)->Arg(3)->Arg(50)->Arg(1000)->Arg(5000)->ArgName("endpoints")->Unit(benchmark::kMicrosecond);
BENCHMARK(distribution)->Arg(3)->Arg(50)->Arg(1000)->Arg(5000)->ArgName("endpoints")->Unit(benchmark::kMicrosecond);

BENCHMARK_MAIN();
