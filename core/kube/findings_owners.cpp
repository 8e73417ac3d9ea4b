// Who else touches packets, and in which order.
#include "kube/finding_list.h"
#include "kube/owners.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace natwalk {

namespace {

/// The owners that a built-in chain calls, in the order of their first rules: "Calico, kube-proxy, Docker".
std::string ownersCalledBy(const Ruleset& ruleset, ChainId chain, std::size_t& count)
{
    std::vector<std::string_view> owners;
    for (const Rule& rule : ruleset.rulesOf(chain)) {
        const auto owner = ownerOf(ruleset.targetName(rule));
        // kubelet's and kube-proxy's chains belong together.
        const std::string_view name = !owner ? "" : owner->name == "kubelet" ? "kube-proxy" : owner->name;
        if (!name.empty() && std::ranges::find(owners, name) == owners.end())
            owners.push_back(name);
    }
    count = owners.size();
    std::string text;
    for (const std::string_view owner : owners)
        text.append(text.empty() ? "" : ", ").append(owner);
    return text;
}

void findOrder(FindingList& list)
{
    const Ruleset& ruleset = list.ruleset();
    for (std::uint32_t i = 0; i < ruleset.chainCount(); ++i) {
        const Chain& chain = ruleset.chain(ChainId{i});
        if (!chain.hook)
            continue;
        std::size_t count = 0;
        const std::string owners = ownersCalledBy(ruleset, ChainId{i}, count);
        if (count > 1)
            list.atChain(Severity::note, ChainId{i},
                         {message(MessageId::OwnersMeet, chain.name, nameOf(chain.table), owners),
                          message(MessageId::OwnersMeetMeans), message(MessageId::OwnersMeetCause)});
    }
}

}  // namespace

void findInOwners(FindingList& list) { findOrder(list); }

}  // namespace natwalk
