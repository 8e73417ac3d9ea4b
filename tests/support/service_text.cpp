#include "support/service_text.h"

#include <algorithm>
#include <cstdio>

namespace natwalk::test {

namespace {

std::string percent(double share)
{
    std::string text(32, '\0');
    text.resize(static_cast<std::size_t>(std::snprintf(text.data(), text.size(), "%.4g %%", share * 100)));
    return text;
}

std::string wayText(const WayIn& way)
{
    std::string text(nameOf(way.kind));
    text += ' ' + (way.address ? toText(*way.address) + ':' : std::string()) + std::to_string(way.port);
    return text + (way.refuses != noRule ? " (refused)" : "");
}

std::string endpointText(const ServiceEndpoint& endpoint, std::uint8_t protocol)
{
    std::string text = natwalk::endpointText(endpoint.address, endpoint.port, protocol);
    if (endpoint.share)
        text += ' ' + percent(*endpoint.share);
    if (endpoint.localShare)
        text += " here " + percent(*endpoint.localShare);
    return text + (endpoint.marksHairpin ? "" : " (no hairpin)");
}

template <typename Things, typename Text>
std::string listed(const Things& things, const Text& text)
{
    std::string list;
    for (const auto& thing : things)
        list += (list.empty() ? "" : ", ") + text(thing);
    return list.empty() ? "none" : list;
}

std::string masqueradeText(const ClusterMasquerade& masquerade)
{
    switch (masquerade.who) {
    case ClusterMasquerade::Who::none: return "nobody";
    case ClusterMasquerade::Who::everybody: return "everybody";
    case ClusterMasquerade::Who::others: break;
    }
    return "all but " + (masquerade.device.empty() ? toText(masquerade.pods) : masquerade.device);
}

}  // namespace

std::string serviceText(const Service& service)
{
    std::string text = service.title() + ' ' + protocolName(service.protocol);
    if (service.name && !service.hash.empty() && !service.verified)
        text += " (name not verified)";
    text += "; " + listed(service.waysIn, wayText);
    text += "; " + listed(service.endpoints, [&](const ServiceEndpoint& each) {
                return endpointText(each, service.protocol);
            });
    text += "; masquerades " + masqueradeText(service.masquerade);
    if (service.affinitySeconds)
        text += "; affinity " + std::to_string(*service.affinitySeconds) + " s";
    if (service.internalPolicy == TrafficPolicy::local)
        text += "; internal Local";
    if (service.externalPolicy)
        text += "; external " + std::string(nameOf(*service.externalPolicy));
    if (!service.sourceRanges.empty())
        text += "; ranges " + listed(service.sourceRanges, [](const Network& range) { return toText(range); });
    if (service.healthCheckPort)
        text += "; health check " + std::to_string(*service.healthCheckPort);
    return text;
}

std::string servicesText(const std::vector<Service>& services)
{
    std::vector<std::string> lines;
    for (const Service& service : services)
        lines.push_back(serviceText(service));
    std::ranges::sort(lines);
    std::string text;
    for (const std::string& line : lines)
        text += line + '\n';
    return text;
}

}  // namespace natwalk::test
