// Long chains: how long the next candidate takes, by the number of services; and how long building and checking takes.
#include "packet/packet.h"
#include "ruleset/load_check.h"
#include "ruleset/ruleset.h"

#include <benchmark/benchmark.h>

namespace {

using namespace natwalk;

/// As kube-proxy writes it: a rule for each Service's address, and a chain each with three more.
RulesetPtr services(std::uint32_t count)
{
    RulesetBuilder builder(Family::ipv4);
    Rule jump;
    jump.action = RuleAction::jump;
    const ChainId prerouting = builder.chain(TableName::nat, "PREROUTING");
    const ChainId hub = builder.chain(TableName::nat, "KUBE-SERVICES");
    jump.chain = prerouting;
    jump.destination = hub;
    builder.append(jump);
    builder.declare(TableName::nat, "KUBE-SERVICES");
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::string name = "KUBE-SVC-" + std::to_string(i);
        builder.declare(TableName::nat, name);
        jump.chain = hub;
        jump.destination = builder.chain(TableName::nat, name);
        jump.conditions.dst = Network::of(Address::v4(0x0a600000U + i), 32);
        jump.conditions.protocol = protocol::tcp;
        builder.append(jump);
        jump.conditions = {};
        for (int endpoint = 0; endpoint < 3; ++endpoint) {
            const std::string place = name + "-SEP-" + std::to_string(endpoint);
            builder.declare(TableName::nat, place);
            jump.chain = builder.chain(TableName::nat, name);
            jump.destination = builder.chain(TableName::nat, place);
            builder.append(jump);
        }
    }
    return builder.finish();
}

void nextCandidate(benchmark::State& state)
{
    const auto count = static_cast<std::uint32_t>(state.range(0));
    const RulesetPtr rules = services(count);
    const RuleIndex& index = *rules->reading(rules->find(TableName::nat, "KUBE-SERVICES")).index;
    Packet packet;
    std::uint32_t i = 0;
    for (auto _ : state) {
        packet.dst = Address::v4(0x0a600000U + (i += 7919) % count);
        benchmark::DoNotOptimize(index.nextCandidate(0, packet));
    }
}
BENCHMARK(nextCandidate)->Arg(100)->Arg(10'000)->Arg(45'000);

void build(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(services(static_cast<std::uint32_t>(state.range(0))));
}
BENCHMARK(build)->Arg(10'000)->Unit(benchmark::kMillisecond);

void check(benchmark::State& state)
{
    const RulesetPtr rules = services(static_cast<std::uint32_t>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(checkLoads(*rules));
}
BENCHMARK(check)->Arg(10'000)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
