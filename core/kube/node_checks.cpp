#include "kube/node_checks.h"

#include "kube/node_commands.h"
#include "trace/kernel_log.h"

#include <algorithm>
#include <set>

namespace natwalk {

namespace {

using enum MessageId;

/// What to look at for findings of some kinds beside their place.
struct KindCheck
{
    MessageId kind;
    NodeCheck check;
};

const std::vector<KindCheck>& checksOfKinds()
{
    static const std::vector<KindCheck> checks = {
        {RoutingByIpvs, {CheckIpvs, "ipvsadm -Ln"}},
        {RoutingElsewhere, {CheckNftables, "curl -s http://127.0.0.1:10249/proxyMode"}},
        {RoutingElsewhere, {CheckNftables, "nft list table ip kube-proxy"}},
        {RoutingByCilium, {CheckCilium, "kubectl -n kube-system exec ds/cilium -- cilium service list"}},
        {NatTableMissing, {CheckWholeTable, "iptables-save -t nat"}},
        {BothBackEndsUsed, {CheckOtherBackEnd, "iptables-legacy-save"}},
        {BothBackEndsUsed, {CheckOtherBackEnd, "iptables-nft-save"}},
        {OtherBackEndUsed, {CheckOtherBackEnd, "iptables-legacy-save"}},
        {NodePortsOnLoopback, {CheckSysctl, "sysctl net.ipv4.conf.all.route_localnet"}},
        {LoopbackNotRouted, {CheckSysctl, "sysctl net.ipv4.conf.all.route_localnet"}},
        {AffinityForgets, {CheckListSize, "cat /sys/module/xt_recent/parameters/ip_list_tot"}},
    };
    return checks;
}

/// Packets to a service's first way in, from anybody.
WatchedFlow flowTo(const Service& service, Family family)
{
    const WayIn& way = service.waysIn.front();
    return {family, service.protocol, {}, way.address, way.port, false};
}

/// What changes the firewall stands last.
void addService(std::vector<NodeCheck>& checks, const Service& service, const Finding& finding,
                const NodeCommands& commands)
{
    if (!service.waysIn.empty())
        checks.push_back({CheckConnections, NodeCommands::connections(flowTo(service, commands.family()))});
    if (finding.what.id == AffinityKept && !service.endpoints.empty())
        checks.push_back({CheckList, NodeCommands::recentList(service.endpoints.front().chain, commands.ruleset())});
    if (service.name)
        checks.push_back({CheckEndpoints, NodeCommands::endpoints(*service.name)});
    if (!service.waysIn.empty())
        commands.addTrace(checks, flowTo(service, commands.family()));
}

/// The flow of a packet. Addresses that nobody has (kept for documentation) stand for anybody's.
WatchedFlow flowOf(const Packet& packet)
{
    WatchedFlow flow{packet.src.family, packet.protocol, packet.src, packet.dst, packet.dport, packet.in.empty()};
    if (isExample(packet.src))
        flow.src.reset();
    if (isExample(packet.dst))
        flow.dst.reset();
    return flow;
}

}  // namespace

std::vector<NodeCheck> nodeChecksFor(const Finding& finding, const KubeDocument& kube)
{
    std::vector<NodeCheck> checks;
    const NodeCommands commands(*kube.document->rulesets[finding.ruleset], *kube.document);
    if (finding.rule != noRule)
        checks.push_back({CheckCounters, commands.counters(finding.rule)});
    else if (finding.chain != noChain)
        checks.push_back({CheckChainCounters, commands.counters(finding.chain)});
    for (const KindCheck& each : checksOfKinds())
        if (each.kind == finding.what.id)
            checks.push_back(each.check);
    const std::string& title = finding.service.empty() ? finding.example : finding.service;
    if (const Service* service = kube.serviceTitled(finding.ruleset, title))
        addService(checks, *service, finding, commands);
    return checks;
}

std::vector<NodeCheck> nodeChecksFor(const Trace& trace, const Document& document)
{
    std::vector<NodeCheck> checks;
    const NodeCommands commands(*trace.ruleset, document);
    std::set<std::string> told;
    const auto add = [&](MessageId shows, const std::string& command) {
        if (told.insert(command).second)
            checks.push_back({shows, command});
    };
    for (const KernelEvent& event : kernelLog(trace))
        if (event.type == KernelEvent::Type::rule)
            add(CheckCounters, commands.counters(trace.ruleset->ruleAt(event.id, event.number)));
        else if (event.type == KernelEvent::Type::policy)
            add(CheckPolicyCounters, commands.policyCounters(event.id));
    const WatchedFlow flow = flowOf(trace.packetIn);
    checks.push_back({CheckConnections, NodeCommands::connections(flow)});
    commands.addTrace(checks, flow);
    return checks;
}

}  // namespace natwalk
