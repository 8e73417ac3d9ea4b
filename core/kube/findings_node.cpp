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

void findLoopback(const std::vector<Service>& services, const Host& host, FindingList& list)
{
    const RuleId id = nodePortRule(list.ruleset());
    if (id == noRule || !std::ranges::any_of(services, hasNodePort))
        return;
    const Conditions& conditions = list.ruleset().rule(id).conditions;
    if (conditions.dstInverted && conditions.dst.base.isLoopback())
        list.atRule(Severity::note, id,
                    {message(MessageId::NodePortsNotOnLoopback, conditions.dst),
                     message(MessageId::NodePortsNotOnLoopbackMeans), message(MessageId::NodePortsNotOnLoopbackCause)});
    else if (list.ruleset().family() == Family::ipv6 || !demandsLocalDestination(list.ruleset().rule(id)))
        return;
    else if (host.sysctl("net.ipv4.conf.all.route_localnet", 1) == 0)
        list.atRule(Severity::warning, id,
                    {message(MessageId::LoopbackNotRouted), message(MessageId::LoopbackNotRoutedMeans),
                     message(MessageId::LoopbackNotRoutedCause)});
    else
        list.atRule(Severity::note, id,
                    {message(MessageId::NodePortsOnLoopback), message(MessageId::NodePortsOnLoopbackMeans),
                     message(MessageId::NodePortsOnLoopbackCause)});
}

void findForgetfulLists(const std::vector<Service>& services, FindingList& list)
{
    const auto keeps = [](const Service& service) { return service.affinitySeconds.has_value(); };
    const auto first = std::ranges::find_if(services, keeps);
    if (first == services.end())
        return;
    list.atChain(Severity::note, first->cluster != noChain ? first->cluster : first->local,
                 {message(MessageId::AffinityForgets), message(MessageId::AffinityForgetsMeans),
                  message(MessageId::AffinityForgetsCause)});
    list.giveExample(first->title());
}

}  // namespace

void findInNode(const std::vector<Service>& services, const Host& host, FindingList& list)
{
    findLoopback(services, host, list);
    findForgetfulLists(services, list);
}

}  // namespace natwalk
