#include "kube/node_checks.h"

#include <algorithm>
#include <string_view>

namespace natwalk {

namespace {

/// A word that no shell takes for more than a word, whatever stands in the dump.
std::string shellWord(std::string_view word)
{
    const auto isPlain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
               || std::string_view("-_.:/=,+").find(c) != std::string_view::npos;
    };
    if (std::ranges::all_of(word, isPlain))
        return std::string(word);
    std::string quoted = "'";
    for (const char c : word)
        quoted += c == '\'' ? "'\\''" : std::string(1, c);
    return quoted + '\'';
}

/// "iptables -t nat -vnL KUBE-SVC-X 3": one rule, or a whole chain, with its counters.
std::string countersOf(const Finding& finding, const Ruleset& ruleset)
{
    const Chain& chain = ruleset.chain(finding.chain);
    std::string command = ruleset.family() == Family::ipv4 ? "iptables" : "ip6tables";
    command.append(" -t ").append(nameOf(chain.table)).append(" -vnL ").append(shellWord(chain.name));
    return finding.rule != noRule ? command + ' ' + std::to_string(ruleset.numberOf(finding.rule)) : command;
}

/// "conntrack -L -p tcp -d 10.97.35.60 --dport 80": what is known of connections to the service's first way in.
std::string connectionsTo(const Service& service)
{
    const WayIn& way = service.waysIn.front();
    std::string command = "conntrack -L -p " + protocolName(service.protocol);
    if (way.address)
        command += " -d " + toText(*way.address);
    return command + " --dport " + std::to_string(way.port);
}

std::string endpointsOf(const ServicePortName& name)
{
    return "kubectl -n " + shellWord(name.space)
           + " get endpointslices -l kubernetes.io/service-name=" + shellWord(name.name);
}

/// As Service::title(), without putting one together: a large cluster is asked about each finding.
bool isTitled(const Service& service, std::string_view title)
{
    if (!service.name)
        return title == service.servicePort;
    const ServicePortName& name = *service.name;
    const std::size_t port = name.port.empty() ? 0 : name.port.size() + 1;
    return title.size() == name.space.size() + 1 + name.name.size() + port && title.starts_with(name.space)
           && title.substr(name.space.size() + 1).starts_with(name.name) && title.ends_with(name.port);
}

}  // namespace

std::vector<std::string> nodeChecksFor(const Finding& finding, const KubeDocument& kube)
{
    std::vector<std::string> commands;
    if (finding.chain != noChain)
        commands.push_back(countersOf(finding, *kube.document->rulesets[finding.ruleset]));
    const std::vector<Service>& services = kube.services[finding.ruleset];
    const auto service =
        std::ranges::find_if(services, [&](const Service& each) { return isTitled(each, finding.service); });
    if (service == services.end())
        return commands;
    if (!service->waysIn.empty())
        commands.push_back(connectionsTo(*service));
    if (service->name)
        commands.push_back(endpointsOf(*service->name));
    return commands;
}

}  // namespace natwalk
