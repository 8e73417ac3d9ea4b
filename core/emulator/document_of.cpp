#include "emulator/document_of.h"

#include "emulator/infer_host.h"
#include "ruleset/both_back_ends.h"

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

/// The other back end's rules for the same packets; end() where it has none that decide.
auto partnerOf(const RulesetPtr& one, std::vector<RulesetPtr>& rulesets)
{
    return std::ranges::find_if(rulesets, [&](const RulesetPtr& other) {
        return one->backEnd() != BackEnd::unknown && other->backEnd() == otherThan(one->backEnd())
               && one->family() == other->family() && decides(one) && decides(other) && !other->isOfBoth();
    });
}

/// Of each family, the first rulesets of the two back ends become one.
void joinBackEnds(std::vector<RulesetPtr>& rulesets)
{
    for (std::size_t i = 0; i < rulesets.size(); ++i) {
        const auto partner = rulesets[i]->isOfBoth() ? rulesets.end() : partnerOf(rulesets[i], rulesets);
        if (partner == rulesets.end())
            continue;
        rulesets[i] = bothBackEnds(rulesets[i], *partner);
        rulesets.erase(partner);
    }
}

/// Which of two back ends comes first is said, or supposed: those rules that stand first in the text.
std::shared_ptr<const Host> withFirstBackEnd(std::shared_ptr<const Host> host, const std::vector<RulesetPtr>& rulesets,
                                             BackEnd said)
{
    const auto both = std::ranges::find_if(rulesets, [](const RulesetPtr& one) { return one->isOfBoth(); });
    if (both == rulesets.end() || (said == BackEnd::unknown && host->firstBackEnd != BackEnd::unknown))
        return host;
    auto told = std::make_shared<Host>(*host);
    told->firstBackEnd = said == BackEnd::unknown ? (*both)->backEnd() : said;
    if (said == BackEnd::unknown)
        told->assumptions.push_back({message(MessageId::BothBackEnds, nameOf(told->firstBackEnd))});
    return told;
}

}  // namespace

DocumentOf documentOf(std::vector<RulesetPtr> rulesets, const GivenHost& given)
{
    std::stable_partition(rulesets.begin(), rulesets.end(), decides);
    auto host = given.whole ? given.whole : inferHost(rulesets, given.facts);
    joinBackEnds(rulesets);
    host = withFirstBackEnd(std::move(host), rulesets, given.first);
    auto document = std::make_shared<const Document>(Document{std::move(rulesets), std::move(host)});
    return {std::move(document), stateOf(given.facts)};
}

}  // namespace natwalk
