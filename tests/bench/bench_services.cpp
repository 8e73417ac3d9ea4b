// Services of large clusters: read, found fault with, and asked for all ways in.
#include "emulator/infer_host.h"
#include "kube/findings.h"
#include "kube/ways.h"
#include "support/kube_rules.h"
#include "syntax/parser.h"

#include <benchmark/benchmark.h>

using namespace natwalk;

namespace {

DocumentPtr clusterOf(std::int64_t services)
{
    const auto text =
        test::kubeRules({.services = static_cast<std::uint32_t>(services), .endpoints = 3, .mixed = true});
    const ParseResult parsed = parse(text);
    return std::make_shared<Document>(Document{parsed.rulesets, inferHost(parsed.rulesets)});
}

void readServices(benchmark::State& state)
{
    const DocumentPtr document = clusterOf(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(servicesOf(*document->rulesets.front()));
}

/// All ways in, each from outside, a pod, the node and its localhost.
void fillMatrix(benchmark::State& state)
{
    const DocumentPtr document = clusterOf(state.range(0));
    const std::vector<Service> services = servicesOf(*document->rulesets.front());
    std::size_t cells = 0;
    for (auto _ : state) {
        cells = 0;
        for (const auto& ways : waysMatrix(document, Family::ipv4, services))
            cells += ways.size();
    }
    state.counters["cells"] = static_cast<double>(cells);
}

void findFaults(benchmark::State& state)
{
    const KubeDocument kube(clusterOf(state.range(0)));
    std::size_t findings = 0;
    for (auto _ : state)
        findings = findingsOf(kube).size();
    state.counters["findings"] = static_cast<double>(findings);
}

}  // namespace

BENCHMARK(readServices)->Arg(10'000)->ArgName("services")->Unit(benchmark::kMillisecond);
BENCHMARK(fillMatrix)->Arg(10'000)->ArgName("services")->Unit(benchmark::kMillisecond);
BENCHMARK(findFaults)->Arg(10'000)->ArgName("services")->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
