#include "emulator/document_of.h"

#include "emulator/infer_host.h"

#include <algorithm>
#include <utility>

namespace natwalk {

namespace {

std::shared_ptr<const State> stateOf(const HostFacts& given)
{
    auto state = std::make_shared<State>();
    if (given.connections)
        for (const Connection& connection : *given.connections)
            state->connections.insert(connection);
    return state;
}

/// A back end whose tables are empty decides about no packet.
bool decides(const RulesetPtr& ruleset)
{
    const auto drops = [](const Chain& chain) { return chain.policy == Policy::drop; };
    return ruleset->ruleCount() > 0 || std::ranges::any_of(ruleset->chains(), drops);
}

}  // namespace

DocumentOf documentOf(std::vector<RulesetPtr> rulesets, const GivenHost& given)
{
    std::stable_partition(rulesets.begin(), rulesets.end(), decides);
    if (given.first != BackEnd::unknown)
        std::stable_partition(rulesets.begin(), rulesets.end(),
                              [&](const RulesetPtr& one) { return one->backEnd() == given.first; });
    auto host = given.whole ? given.whole : inferHost(rulesets, given.facts);
    auto document = std::make_shared<const Document>(Document{std::move(rulesets), std::move(host)});
    return {std::move(document), stateOf(given.facts)};
}

}  // namespace natwalk
