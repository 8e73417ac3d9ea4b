#include "kube/services.h"

#include "kube/service_reader.h"
#include "packet/packet.h"

#include <algorithm>
#include <array>

namespace natwalk {

std::string_view nameOf(WayKind kind)
{
    constexpr std::array<std::string_view, 5> names = {"ClusterIP", "NodePort", "ExternalIP", "LoadBalancerIP",
                                                       "ExternalAddress"};
    return names[static_cast<std::size_t>(kind)];
}

std::string toText(const WayIn& way)
{
    const std::string port = std::to_string(way.port);
    return std::string(nameOf(way.kind)) + ' '
           + (way.address ? endpointText(*way.address, way.port, protocol::tcp) : port);
}

std::string_view nameOf(TrafficPolicy policy) { return policy == TrafficPolicy::cluster ? "Cluster" : "Local"; }

bool Service::hasLocalEndpoints() const
{
    return std::ranges::any_of(endpoints, [](const ServiceEndpoint& each) { return each.localShare.has_value(); });
}

std::vector<Service> servicesOf(const Ruleset& ruleset) { return ServiceReader(ruleset).read(); }

}  // namespace natwalk
