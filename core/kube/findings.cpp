#include "kube/findings.h"

#include "kube/finding_list.h"

#include <algorithm>
#include <array>
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
    findInNode(services, *kube.document->host, list);
    findInChains(list);
    findInShadows(list);
    findInOwners(list);
    findInMarks(list);
    return list.take();
}

bool deniesRouting(const Finding& finding)
{
    using enum MessageId;
    constexpr std::array denials = {RoutingByIpvs, RoutingElsewhere, RoutingByCilium, NatTableMissing};
    return std::ranges::find(denials, finding.what.id) != denials.end();
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
    for (const RulesetPtr& ruleset : document->rulesets) {
        services.push_back(servicesOf(*ruleset));
        auto& places = m_places.emplace_back();
        for (std::size_t i = 0; i < services.back().size(); ++i)
            places.emplace(services.back()[i].title(), i);
    }
}

const Service* KubeDocument::serviceTitled(std::size_t ruleset, const std::string& title) const
{
    const auto found = m_places[ruleset].find(title);
    return found == m_places[ruleset].end() ? nullptr : &services[ruleset][found->second];
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
        return std::tuple(!deniesRouting(finding), -static_cast<int>(finding.severity), finding.ruleset,
                          finding.line(*kube.document->rulesets[finding.ruleset]));
    };
    std::ranges::stable_sort(findings, {}, order);
    return findings;
}

std::vector<Finding> denialsOf(const KubeDocument& kube)
{
    std::vector<Finding> findings;
    if (!kube.document->rulesets.empty())
        findInDump(kube, findings);
    std::erase_if(findings, [](const Finding& finding) { return !deniesRouting(finding); });
    return findings;
}

}  // namespace natwalk
