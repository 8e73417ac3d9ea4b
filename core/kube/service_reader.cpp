#include "kube/service_reader.h"

#include "emulator/clues.h"
#include "kube/rule_facts.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

constexpr std::string_view masqueradeChain = "KUBE-MARK-MASQ";

/// What stands behind a service's name in remarks.
constexpr auto remarkEnds =
    std::to_array<std::string_view>({" cluster IP", " external IP", " loadbalancer IP", " has no endpoints",
                                     " has no local endpoints", " health check node port"});

std::string_view endOf(std::string_view remark)
{
    for (const std::string_view end : remarkEnds)
        if (remark.ends_with(end))
            return end;
    return {};
}

std::string keyOf(std::string_view servicePort, std::uint8_t protocol)
{
    return protocolName(protocol) + ' ' + std::string(servicePort);
}

bool isRefusal(const Ruleset& ruleset, const Rule& rule)
{
    return rule.action == RuleAction::drop || ruleset.targetName(rule) == "REJECT";
}

/// The address that a rule is for; nothing where it is for every address of the node.
std::optional<Address> addressOf(const Rule& rule)
{
    const Conditions& conditions = rule.conditions;
    return conditions.dst.isSingle() && !conditions.dstInverted ? std::optional(conditions.dst.base) : std::nullopt;
}

}  // namespace

std::vector<Service> ServiceReader::read()
{
    forEachLead(TableName::nat, "KUBE-SERVICES", [this](const Lead& lead) { readPortal(lead); });
    forEachLead(TableName::nat, "KUBE-NODEPORTS", [this](const Lead& lead) { readNodePort(lead); });
    forEachLead(TableName::filter, "KUBE-SERVICES", [this](const Lead& lead) { readRefusal(lead, false); });
    forEachLead(TableName::filter, "KUBE-EXTERNAL-SERVICES", [this](const Lead& lead) { readRefusal(lead, true); });
    forEachLead(TableName::filter, "KUBE-NODEPORTS", [this](const Lead& lead) { readHealthCheck(lead); });
    // Where both back ends have services, those of the first are told: packets meet both, see findInBackEnds().
    const ChainId services = m_ruleset.find(TableName::nat, "KUBE-SERVICES");
    for (const ChainId chain : m_ruleset.table(TableName::nat).chains)
        if (services == noChain || m_ruleset.backEndOf(chain) == m_ruleset.backEndOf(services))
            addChain(chain);
    for (Service& service : m_services)
        complete(service);
    return std::move(m_services);
}

template <typename Read>
void ServiceReader::forEachLead(TableName table, std::string_view chain, const Read& read)
{
    const ChainId id = m_ruleset.find(table, chain);
    for (std::uint32_t number = 1; id != noChain && number <= m_ruleset.chain(id).ruleCount; ++number) {
        const RuleId rule = m_ruleset.ruleAt(id, number);
        const std::string remark = remarkOf(m_ruleset.rule(rule));
        Lead lead{rule, m_ruleset.rule(rule), {}, endOf(remark), {}};
        const std::string_view name = std::string_view(remark).substr(0, remark.size() - lead.what.size());
        if (ServicePortName::from(name))
            lead.servicePort = name;
        if (leadsOn(lead.rule))
            lead.to = kubeChainName(m_ruleset.chain(lead.rule.destination).name);
        read(lead);
    }
}

void ServiceReader::readPortal(const Lead& lead)
{
    const auto address = addressOf(lead.rule);
    if (!address || !leadsOn(lead.rule))
        return;
    if (lead.to.kind == KubeChain::none) {
        if (m_ruleset.targetName(lead.rule) == masqueradeChain && lead.what == " cluster IP")
            readMasquerade(lead.rule, serviceOf(lead));
        return;
    }
    Service& service = serviceOf(lead);
    wayOf(service, kindOf(lead, service), address, demandedPort(lead.rule)).leads = lead.id;
}

void ServiceReader::readNodePort(const Lead& lead)
{
    if (lead.to.kind == KubeChain::none)
        return;
    wayOf(serviceOf(lead), WayKind::nodePort, {}, demandedPort(lead.rule)).leads = lead.id;
}

/// Rules of the filter table for what the nat table did not translate.
void ServiceReader::readRefusal(const Lead& lead, bool amongExternal)
{
    const auto address = addressOf(lead.rule);
    const bool isNodePort = !address && demandsLocalDestination(lead.rule);
    if (!isRefusal(m_ruleset, lead.rule) || lead.servicePort.empty() || (!address && !isNodePort))
        return;
    Service& service = serviceOf(lead);
    const std::uint16_t port = demandedPort(lead.rule);
    const bool hasClusterIp =
        std::ranges::any_of(service.waysIn, [](const WayIn& way) { return way.kind == WayKind::clusterIp; });
    const WayKind kind = isNodePort                      ? WayKind::nodePort
                         : amongExternal || hasClusterIp ? WayKind::externalAddress
                                                         : WayKind::clusterIp;
    wayOf(service, kind, address, port).refuses = lead.id;
}

void ServiceReader::readHealthCheck(const Lead& lead)
{
    if (lead.rule.action == RuleAction::accept && lead.what == " health check node port")
        if (Service* service = known(keyOf(lead.servicePort, lead.rule.conditions.protocol)))
            service->healthCheckPort = demandedPort(lead.rule);
}

/// "! -s PODS -j KUBE-MARK-MASQ", and its likes.
void ServiceReader::readMasquerade(const Rule& rule, Service& service)
{
    const Conditions& conditions = rule.conditions;
    using enum ClusterMasquerade::Who;
    if (conditions.srcInverted)
        service.masquerade = {others, conditions.src, {}};
    else if (conditions.inInverted)
        service.masquerade = {others, {}, toText(conditions.in)};
    else if (conditions.src.isAny())
        service.masquerade = {everybody, {}, {}};
}

/// A chain of a service: known by its letters; without rules that lead to services, each chain stands for one.
void ServiceReader::addChain(ChainId chain)
{
    const KubeChainName name = kubeChainName(m_ruleset.chain(chain).name);
    if (name.kind == KubeChain::none || name.kind == KubeChain::endpoint)
        return;
    Service* service = known(std::string(name.hash));
    if (service == nullptr && m_ruleset.find(TableName::nat, "KUBE-SERVICES") == noChain) {
        m_places.emplace(name.hash, m_services.size());
        service = &m_services.emplace_back();
        service->servicePort = service->hash = name.hash;
    }
    if (service == nullptr)
        return;
    switch (name.kind) {
    case KubeChain::service: service->cluster = chain; break;
    case KubeChain::localService:
    case KubeChain::localExternal: service->local = chain; break;
    case KubeChain::external: service->external = chain; break;
    case KubeChain::firewall: service->firewall = chain; break;
    case KubeChain::endpoint:
    case KubeChain::none: break;
    }
}

void ServiceReader::complete(Service& service)
{
    if (service.cluster != noChain)
        for (const Rule& rule : m_ruleset.rulesOf(service.cluster))
            if (m_ruleset.targetName(rule) == masqueradeChain && addressOf(rule))
                readMasquerade(rule, service);
    readBalancing(service, service.cluster, &ServiceEndpoint::share);
    readBalancing(service, service.local, &ServiceEndpoint::localShare);
    readRanges(service);
    readPolicies(service);
    std::ranges::stable_sort(service.waysIn, {}, &WayIn::kind);
}

void ServiceReader::readBalancing(Service& service, ChainId chain, std::optional<double> ServiceEndpoint::*share)
{
    if (chain == noChain)
        return;
    const Balancing balancing = balancingOf(m_ruleset, chain);
    for (const BalancingTurn& turn : balancing.turns) {
        std::optional<double>& sum = endpointOf(service, turn).*share;
        sum = sum.value_or(0) + turn.share;
    }
    if (balancing.affinitySeconds)
        service.affinitySeconds = balancing.affinitySeconds;
}

ServiceEndpoint& ServiceReader::endpointOf(Service& service, const BalancingTurn& turn)
{
    const auto found = std::ranges::find(service.endpoints, turn.endpoint, &ServiceEndpoint::chain);
    if (found != service.endpoints.end())
        return *found;
    ServiceEndpoint endpoint;
    endpoint.chain = turn.endpoint;
    endpoint.translates = translationIn(m_ruleset, turn.endpoint);
    const NatRange& range = *natRangeOf(m_ruleset.rule(endpoint.translates));
    endpoint.address = *range.first;
    endpoint.port = range.ports ? range.ports->first : std::uint16_t{0};
    endpoint.marksHairpin = std::ranges::any_of(m_ruleset.rulesOf(turn.endpoint), [&](const Rule& rule) {
        // Up to 1.1 the rule set the mark by itself.
        const std::string_view target = m_ruleset.targetName(rule);
        return (target == masqueradeChain || target == "MARK") && rule.conditions.src.contains(endpoint.address);
    });
    return service.endpoints.emplace_back(endpoint);
}

/// Who may pass the firewall chain. "-s" of the balancer's own address is no range: it lets the node itself pass.
void ServiceReader::readRanges(Service& service)
{
    if (service.firewall == noChain)
        return;
    for (const Rule& rule : m_ruleset.rulesOf(service.firewall)) {
        const Network& range = rule.conditions.src;
        const bool isOwn = std::ranges::any_of(service.waysIn, [&](const WayIn& way) {
            return range.isSingle() && way.kind == WayKind::loadBalancerIp && way.address == range.base;
        });
        if (leadsOn(rule) && !range.isAny() && !isOwn)
            service.sourceRanges.push_back(range);
    }
}

void ServiceReader::readPolicies(Service& service)
{
    for (const WayIn& way : service.waysIn) {
        const bool noLocal = way.refuses != noRule && remarkOf(m_ruleset.rule(way.refuses)).ends_with(remarkEnds[4]);
        const ChainId to = way.leads == noRule ? noChain : m_ruleset.rule(way.leads).destination;
        if (to == noChain && !noLocal)
            continue;
        const TrafficPolicy policy = noLocal ? TrafficPolicy::local : policyOf(to);
        if (way.kind == WayKind::clusterIp)
            service.internalPolicy = policy;
        else
            service.externalPolicy = policy;
    }
}

/// Which endpoints traffic through a chain may use: Local where packets from pods or the node are set apart, or only
/// endpoints of this node are offered.
TrafficPolicy ServiceReader::policyOf(ChainId chain) const
{
    switch (kubeChainName(m_ruleset.chain(chain).name).kind) {
    case KubeChain::localService:
    case KubeChain::localExternal: return TrafficPolicy::local;
    case KubeChain::firewall:
        for (const Rule& rule : m_ruleset.rulesOf(chain))
            if (leadsOn(rule) && kubeChainName(m_ruleset.targetName(rule)).kind != KubeChain::none)
                return policyOf(rule.destination);
        return TrafficPolicy::cluster;
    case KubeChain::external: {
        const auto setsApart = [&](const Rule& rule) {
            return kubeChainName(m_ruleset.targetName(rule)).kind == KubeChain::service && !matchesAll(rule);
        };
        return std::ranges::any_of(m_ruleset.rulesOf(chain), setsApart) ? TrafficPolicy::local : TrafficPolicy::cluster;
    }
    default: return TrafficPolicy::cluster;
    }
}

/// By the letters of the chain that it leads to, else by name and protocol; made when it is new.
Service& ServiceReader::serviceOf(const Lead& lead)
{
    const std::uint8_t number = lead.rule.conditions.protocol;
    const std::string name(lead.servicePort);
    const std::string letters =
        lead.to.hash.empty() ? serviceHash(name, protocolName(number)) : std::string(lead.to.hash);
    const std::string key = keyOf(name, number);
    Service* service = known(letters);
    if (service == nullptr && !name.empty())
        service = known(key);
    if (service == nullptr) {
        m_places.emplace(letters, m_services.size());
        service = &m_services.emplace_back();
        service->protocol = number;
        service->servicePort = letters;
    }
    if (service->hash.empty())
        service->hash = lead.to.hash;
    if (!service->name && !name.empty()) {
        m_places.emplace(key, static_cast<std::size_t>(service - m_services.data()));
        service->servicePort = name;
        service->name = ServicePortName::from(name);
    }
    service->verified = !service->hash.empty() && service->name
                        && service->hash == serviceHash(service->servicePort, protocolName(number));
    return *service;
}

Service* ServiceReader::known(const std::string& key)
{
    const auto found = m_places.find(key);
    return found == m_places.end() ? nullptr : &m_services[found->second];
}

WayIn& ServiceReader::wayOf(Service& service, WayKind kind, const std::optional<Address>& address, std::uint16_t port)
{
    const auto same = [&](const WayIn& way) { return way.address == address && way.port == port; };
    const auto found = std::ranges::find_if(service.waysIn, same);
    return found != service.waysIn.end() ? *found : service.waysIn.emplace_back(WayIn{kind, address, port});
}

/// As the remark says; else as kube-proxy builds the chains.
WayKind ServiceReader::kindOf(const Lead& lead, const Service& service) const
{
    if (lead.what == " cluster IP")
        return WayKind::clusterIp;
    if (lead.what == " external IP")
        return WayKind::externalIp;
    if (lead.what == " loadbalancer IP" || lead.to.kind == KubeChain::firewall)
        return WayKind::loadBalancerIp;
    const bool isInner = lead.to.kind == KubeChain::service || lead.to.kind == KubeChain::localService;
    return isInner && service.waysIn.empty() ? WayKind::clusterIp : WayKind::externalAddress;
}

}  // namespace natwalk
