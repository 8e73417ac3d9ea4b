// The names that kube-proxy gives: what stands in comments, and what stands in the names of chains.
//
// Source: Kubernetes pkg/proxy/iptables/proxier.go, portProtoHash(), servicePortEndpointChainName().
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace natwalk {

/// "default/nginx-basic:http": namespace, service, and the port's name where it has one.
struct ServicePortName
{
    std::string space;
    std::string name;
    std::string port;

    /// Reads "NAMESPACE/NAME", "NAMESPACE/NAME:" (up to 1.18) or "NAMESPACE/NAME:PORT"; nothing for other texts.
    static std::optional<ServicePortName> from(std::string_view text);

    bool operator==(const ServicePortName&) const = default;
};

/// "default/nginx-basic:http"; no colon where the port has no name.
std::string toText(const ServicePortName& name);

/// The 16 letters that stand for one port of a service: base32 of a SHA-256.
/// @param servicePort  as kube-proxy writes it: up to 1.18 with a colon even where the port has no name
/// @param protocol     "tcp"
std::string serviceHash(std::string_view servicePort, std::string_view protocol);

/// The same for one endpoint of it, "10.0.0.1:80" or "[fd00::1]:80".
std::string endpointHash(std::string_view servicePort, std::string_view protocol, std::string_view endpoint);

/// What a chain of kube-proxy is for, one service port each but for `endpoint`.
enum class KubeChain : std::uint8_t {
    none,
    service,        ///< KUBE-SVC: all endpoints
    localService,   ///< KUBE-SVL (from 1.24): endpoints of this node
    external,       ///< KUBE-EXT (from 1.24): whatever comes from outside the cluster
    localExternal,  ///< KUBE-XLB (1.4 to 1.23): both of them at once
    firewall,       ///< KUBE-FW: source ranges of a load balancer
    endpoint        ///< KUBE-SEP
};

/// A chain's name taken apart.
struct KubeChainName
{
    KubeChain kind = KubeChain::none;
    std::string_view hash;  ///< what stands behind the prefix
};

KubeChainName kubeChainName(std::string_view chain);

}  // namespace natwalk
