// Rulesets like those that kube-proxy writes, of any size: for benchmarks and for tests of long chains.
#pragma once

#include <cstdint>
#include <string>

namespace natwalk::test {

/// How large a cluster, and of which services.
struct KubeCluster
{
    std::uint32_t services = 100;
    std::uint32_t endpoints = 3;  ///< of each service
    /// false: each service is a TCP ClusterIP. true: service n is of the kind n % 12, with UDP, NodePorts, load
    /// balancers, source ranges, external addresses, traffic policy Local, session affinity, and services without
    /// endpoints.
    bool mixed = false;
};

/// The tables mangle, filter and nat as iptables-save prints them; the same text for the same cluster.
std::string kubeRules(const KubeCluster& cluster);

/// The ClusterIP of a service, from 0: "10.96.0.10".
std::string clusterIp(std::uint32_t service);
/// The address of an endpoint: endpoints count through all services.
std::string endpointIp(std::uint32_t endpoint);

}  // namespace natwalk::test
