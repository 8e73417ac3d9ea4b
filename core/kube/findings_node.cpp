// What holds for all services of a node: NodePorts on 127.0.0.1, and what session affinity can remember.
#include "kube/finding_list.h"
#include "kube/rule_facts.h"

#include <algorithm>

namespace natwalk {

namespace {

/// The rule that leads from KUBE-SERVICES to KUBE-NODEPORTS.
RuleId nodePortRule(const Ruleset& ruleset)
{
    const ChainId chain = ruleset.find(TableName::nat, "KUBE-SERVICES");
    for (std::uint32_t number = 1; chain != noChain && number <= ruleset.chain(chain).ruleCount; ++number)
        if (const RuleId id = ruleset.ruleAt(chain, number); ruleset.targetName(ruleset.rule(id)) == "KUBE-NODEPORTS")
            return id;
    return noRule;
}

bool hasNodePort(const Service& service)
{
    return std::ranges::any_of(service.waysIn, [](const WayIn& way) { return way.kind == WayKind::nodePort; });
}

void findLoopback(const std::vector<Service>& services, FindingList& list)
{
    const RuleId id = nodePortRule(list.ruleset());
    if (id == noRule || !std::ranges::any_of(services, hasNodePort))
        return;
    const Conditions& conditions = list.ruleset().rule(id).conditions;
    if (conditions.dstInverted && conditions.dst.base.isLoopback())
        list.atRule(Severity::note, id,
                    {message(MessageId::NodePortsNotOnLoopback, conditions.dst),
                     message(MessageId::NodePortsNotOnLoopbackMeans)});
    else if (list.ruleset().family() == Family::ipv4 && demandsLocalDestination(list.ruleset().rule(id)))
        list.atRule(Severity::note, id,
                    {message(MessageId::NodePortsOnLoopback), message(MessageId::NodePortsOnLoopbackMeans)});
}

void findForgetfulLists(const std::vector<Service>& services, FindingList& list)
{
    const auto keeps = [](const Service& service) { return service.affinitySeconds.has_value(); };
    const auto first = std::ranges::find_if(services, keeps);
    if (first != services.end())
        list.atChain(Severity::note, first->cluster != noChain ? first->cluster : first->local,
                     {message(MessageId::AffinityForgets), message(MessageId::AffinityForgetsMeans)});
}

}  // namespace

void findInNode(const std::vector<Service>& services, FindingList& list)
{
    findLoopback(services, list);
    findForgetfulLists(services, list);
}

}  // namespace natwalk
