#include "kube/findings.h"

#include "kube/finding_list.h"

#include <algorithm>
#include <tuple>

namespace natwalk {

namespace {

std::vector<Finding> findingsIn(const KubeDocument& kube, std::size_t number)
{
    FindingList list(*kube.document->rulesets[number], number);
    const std::vector<Service>& services = kube.services[number];
    for (const Service& service : services) {
        findInService(service, list);
        findInShares(service, list);
    }
    findInEndings(services, kube.document, list);
    findInNode(services, list);
    findInChains(list);
    findInOwners(list);
    return list.take();
}

}  // namespace

std::uint32_t Finding::line(const Ruleset& read) const
{
    if (rule != noRule)
        return read.rule(rule).line;
    return chain != noChain ? read.chain(chain).line : 0;
}

KubeDocument::KubeDocument(DocumentPtr read) : document(std::move(read))
{
    for (const RulesetPtr& ruleset : document->rulesets)
        services.push_back(servicesOf(*ruleset));
}

std::vector<Finding> findingsOf(const KubeDocument& kube)
{
    if (kube.document->rulesets.empty())
        return {};
    std::vector<Finding> findings;
    findInDump(kube, findings);
    for (std::size_t number = 0; number < kube.document->rulesets.size(); ++number)
        std::ranges::move(findingsIn(kube, number), std::back_inserter(findings));
    const auto order = [&](const Finding& finding) {
        return std::tuple(-static_cast<int>(finding.severity), finding.ruleset,
                          finding.line(*kube.document->rulesets[finding.ruleset]));
    };
    std::ranges::stable_sort(findings, {}, order);
    return findings;
}

}  // namespace natwalk
