// What is translated and then dropped or rejected: asked of the walk for each service, told once for each culprit.
#include "kube/finding_list.h"
#include "kube/ways.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

namespace natwalk {

namespace {

struct Drops
{
    std::string firstService;
    std::size_t services = 0;
    Verdict verdict;
};

/// By who connects and what stops it.
using DropTable = std::map<std::tuple<Client, RuleId, ChainId>, Drops>;

/// All endpoints are on this node, and have no pod's address: they are the node itself, which no dump says. What is
/// sent to them is not forwarded.
bool isNodeItself(const Service& service)
{
    const ClusterMasquerade& masquerade = service.masquerade;
    const bool knowsPods = masquerade.who == ClusterMasquerade::Who::others && masquerade.device.empty();
    return knowsPods && std::ranges::all_of(service.endpoints, [&](const ServiceEndpoint& endpoint) {
               return endpoint.localShare && !masquerade.pods.contains(endpoint.address);
           });
}

void add(DropTable& table, const WayCell& cell, const Service& service)
{
    for (const WayOutcome& outcome : cell.outcomes) {
        const Verdict& verdict = outcome.verdict;
        const bool byRules = verdict.because == Because::rule || verdict.because == Because::policy;
        const bool stops = verdict.outcome == Outcome::dropped || verdict.outcome == Outcome::rejected;
        if (!stops || !verdict.destinationNat || !byRules || cell.depends)
            continue;
        Drops& drops = table[{cell.client, verdict.decidingRule, verdict.decidingChain}];
        drops.verdict = verdict;
        if (drops.services++ == 0)
            drops.firstService = service.title();
        return;
    }
}

Message whatDrops(Client client, const Drops& drops)
{
    const bool often = drops.services > 1;
    if (client == Client::pod)
        return often ? message(MessageId::ForwardDropsPodsOften, drops.services, drops.firstService)
                     : message(MessageId::ForwardDropsPods, drops.firstService);
    return often ? message(MessageId::ForwardDropsOutsideOften, drops.services, drops.firstService)
                 : message(MessageId::ForwardDropsOutside, drops.firstService);
}

void tell(Client client, const Drops& drops, FindingList& list)
{
    const Ruleset& ruleset = list.ruleset();
    const std::string service = drops.services == 1 ? drops.firstService : std::string();
    if (drops.verdict.because == Because::policy && drops.verdict.decidingChain != noChain) {
        const ChainId chain = drops.verdict.decidingChain;
        list.atChain(Severity::warning, chain,
                     {whatDrops(client, drops), message(MessageId::ForwardDropsByPolicy, ruleset.chain(chain).name),
                      message(MessageId::ForwardDropsCause)},
                     service);
    } else if (drops.verdict.decidingRule != noRule) {
        const RulePlace place = ruleset.placeOf(drops.verdict.decidingRule);
        const MessageId by = drops.verdict.outcome == Outcome::rejected ? MessageId::ForwardRejectsByRule
                                                                        : MessageId::ForwardDropsByRule;
        list.atRule(
            Severity::warning, drops.verdict.decidingRule,
            {whatDrops(client, drops), message(by, place.number, place.chain), message(MessageId::ForwardDropsCause)},
            service);
    } else {
        return;
    }
    list.giveExample(drops.firstService);
}

}  // namespace

void findInEndings(const std::vector<Service>& services, const DocumentPtr& document, FindingList& list)
{
    const Family family = list.ruleset().family();
    if (document->rulesetFor(family).get() != &list.ruleset() || !list.ruleset().hasTable(TableName::filter))
        return;
    const Clients clients(*document, family);
    DropTable table;
    for (const Service& service : services)
        for (std::uint32_t way = 0; way < service.waysIn.size(); ++way) {
            const WayIn& in = service.waysIn[way];
            const Client client = in.kind == WayKind::clusterIp ? Client::pod : Client::outside;
            if (in.leads == noRule || !service.hasEndpoints() || isNodeItself(service))
                continue;
            if (const auto packet = clients.packetTo(in, service.protocol, client))
                add(table, wayCell(document, way, client, *packet), service);
        }
    for (const auto& [who, drops] : table)
        tell(std::get<Client>(who), drops, list);
}

}  // namespace natwalk
