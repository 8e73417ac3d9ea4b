// Services whose clients fail, or whose ways in are not what they seem.
#include "kube/balancing.h"
#include "kube/finding_list.h"
#include "kube/rule_facts.h"

#include <algorithm>

namespace natwalk {

namespace {

bool isRejected(const Ruleset& ruleset, const WayIn& way)
{
    return way.refuses != noRule && ruleset.rule(way.refuses).action != RuleAction::drop;
}

/// The chain is there, as far as the text shows, and leads to no endpoint.
bool leadsNowhere(const Ruleset& ruleset, ChainId chain)
{
    return chain == noChain || (ruleset.chain(chain).declared && balancingOf(ruleset, chain).turns.empty());
}

void findNoEndpoints(const Service& service, FindingList& list)
{
    const Ruleset& ruleset = list.ruleset();
    if (service.hasEndpoints() || service.waysIn.empty())
        return;
    const WayIn& way = service.waysIn.front();
    const std::string title = service.title();
    if (way.refuses != noRule) {
        const bool rejects = isRejected(ruleset, way);
        list.atRule(Severity::warning, way.refuses,
                    {message(rejects ? MessageId::ServiceRefused : MessageId::ServiceDropped, title),
                     message(rejects ? MessageId::ServiceRefusedMeans : MessageId::ServiceTimesOut),
                     message(MessageId::NoEndpointsCause)},
                    title);
    } else if (service.cluster != noChain && ruleset.chain(service.cluster).declared && service.local == noChain
               && ruleset.chain(service.cluster).ruleCount == 0) {
        list.atRule(Severity::warning, way.leads,
                    {message(MessageId::ServiceUnanswered, title), message(MessageId::ServiceUnansweredMeans),
                     message(MessageId::NoEndpointsCause)},
                    title);
    }
}

/// Where policy Local finds nothing: dropped by a rule of filter, or (up to 1.24) only marked.
void findLocalWithoutEndpoints(const Service& service, FindingList& list)
{
    if (service.externalPolicy != TrafficPolicy::local || !service.hasEndpoints() || service.hasLocalEndpoints())
        return;
    const auto isExternal = [](const WayIn& way) { return way.kind != WayKind::clusterIp; };
    const auto way = std::ranges::find_if(service.waysIn, isExternal);
    if (way == service.waysIn.end() || !leadsNowhere(list.ruleset(), service.local))
        return;
    const bool drops = way->refuses != noRule;
    Message means = message(drops ? MessageId::ServiceTimesOut : MessageId::LocalPassesByMeans);
    if (drops && service.healthCheckPort)
        means = message(MessageId::LocalChecked, *service.healthCheckPort);
    const Severity severity = service.healthCheckPort && drops ? Severity::note : Severity::warning;
    list.atRule(severity, drops ? way->refuses : way->leads,
                {message(drops ? MessageId::LocalDropped : MessageId::LocalPassesBy, service.title()), std::move(means),
                 message(MessageId::LocalCause)},
                service.title());
}

void findInternalLocal(const Service& service, FindingList& list)
{
    if (service.internalPolicy != TrafficPolicy::local)
        return;
    const auto isInner = [](const WayIn& way) { return way.kind == WayKind::clusterIp && way.refuses != noRule; };
    const auto way = std::ranges::find_if(service.waysIn, isInner);
    if (way == service.waysIn.end())
        return;
    list.atRule(Severity::warning, way->refuses,
                {message(MessageId::InternalLocalDropped, service.title()), message(MessageId::InternalLocalMeans),
                 message(MessageId::InternalLocalCause)},
                service.title());
}

/// One finding for all endpoints that lack the rule. Where nothing is ever marked, the dump is a piece of one.
void findHairpin(const Service& service, FindingList& list)
{
    const auto unmarked = std::ranges::find(service.endpoints, false, &ServiceEndpoint::marksHairpin);
    if (unmarked == service.endpoints.end() || service.masquerade.who == ClusterMasquerade::Who::everybody)
        return;
    const bool marks = list.ruleset().find(TableName::nat, "KUBE-MARK-MASQ") != noChain;
    list.atRule(marks ? Severity::warning : Severity::note, unmarked->translates,
                {message(MessageId::HairpinFails, service.title()),
                 message(MessageId::HairpinFailsMeans, service.endpoints.size()),
                 message(MessageId::HairpinFailsCause)},
                service.title());
}

void findBypassedRanges(const Service& service, FindingList& list)
{
    const auto nodePort = std::ranges::find(service.waysIn, WayKind::nodePort, &WayIn::kind);
    if (service.sourceRanges.empty() || nodePort == service.waysIn.end() || nodePort->leads == noRule)
        return;
    std::string ranges;
    for (const Network& range : service.sourceRanges)
        ranges += (ranges.empty() ? "" : ", ") + toText(range);
    list.atRule(Severity::note, nodePort->leads,
                {message(MessageId::RangesBypassed, service.title(), ranges, nodePort->port),
                 message(MessageId::RangesBypassedMeans), message(MessageId::RangesBypassedCause)},
                service.title());
}

void findAffinity(const Service& service, FindingList& list)
{
    if (service.affinitySeconds)
        list.atChain(Severity::note, service.cluster != noChain ? service.cluster : service.local,
                     {message(MessageId::AffinityKept, service.title(), *service.affinitySeconds),
                      message(MessageId::AffinityKeptMeans), message(MessageId::AffinityKeptCause)},
                     service.title());
}

}  // namespace

void findInService(const Service& service, FindingList& list)
{
    findNoEndpoints(service, list);
    findLocalWithoutEndpoints(service, list);
    findInternalLocal(service, list);
    findHairpin(service, list);
    findBypassedRanges(service, list);
    findAffinity(service, list);
}

}  // namespace natwalk
