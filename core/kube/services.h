// What kube-proxy meant: services, their ways in and their endpoints, read from the structure of a ruleset.
//
// Every generation from 1.2 on, in iptables mode. Comments give names; where they are left out (large clusters) the
// letters in the names of chains stand in. A name from a comment is held against those letters.
// Source: Kubernetes pkg/proxy/iptables/proxier.go, 1.2 to 1.33.
#pragma once

#include "kube/kube_names.h"
#include "ruleset/ruleset.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace natwalk {

enum class WayKind : std::uint8_t {
    clusterIp,
    nodePort,
    externalIp,
    loadBalancerIp,
    externalAddress  ///< externalIp or loadBalancerIp: the rules do not tell
};
/// "ClusterIP", "NodePort", "ExternalIP", "LoadBalancerIP", "ExternalAddress": stable, for JSON.
std::string_view nameOf(WayKind kind);

/// One address and port under which a service is reached.
struct WayIn
{
    WayKind kind = WayKind::clusterIp;
    std::optional<Address> address;  ///< nothing for a NodePort: every address of the node
    std::uint16_t port = 0;
    RuleId leads = noRule;    ///< the rule of nat that leads to the service; noRule when there is none
    RuleId refuses = noRule;  ///< the rule of filter that rejects or drops what was not translated

    bool operator==(const WayIn&) const = default;
};

/// "ClusterIP 10.97.35.60:80", "NodePort 30207"
std::string toText(const WayIn& way);

/// Where connections end up. Shares are those of new connections without affinity; exact to 1e-15.
struct ServiceEndpoint
{
    Address address;
    std::uint16_t port = 0;
    ChainId chain = noChain;      ///< KUBE-SEP
    RuleId translates = noRule;   ///< its DNAT
    std::optional<double> share;  ///< of connections to all endpoints (KUBE-SVC); nothing when it is not among them
    std::optional<double> localShare;  ///< of connections to endpoints of this node (KUBE-SVL, KUBE-XLB)
    bool marksHairpin = false;         ///< what it sends to itself is masqueraded
};

/// Which endpoints a service uses.
enum class TrafficPolicy : std::uint8_t { cluster, local };
std::string_view nameOf(TrafficPolicy policy);  ///< "Cluster", "Local"

/// Whose connections to the ClusterIP are masqueraded.
struct ClusterMasquerade
{
    enum class Who : std::uint8_t { none, others, everybody } who = Who::none;
    Network pods{};      ///< `others`: all but these
    std::string device;  ///< `others`: all but what comes in by this device, where `pods` is not used
    bool operator==(const ClusterMasquerade&) const = default;
};

/// One port of a service.
struct Service
{
    std::optional<ServicePortName> name;  ///< nothing when no comment tells it
    std::string servicePort;              ///< the name as it was written, or the letters that stand for it
    bool verified = false;                ///< name and protocol give the letters of its chains
    std::string hash;                     ///< the letters; empty when it has no chain
    std::uint8_t protocol = protocol::tcp;

    std::vector<WayIn> waysIn;
    std::vector<ServiceEndpoint> endpoints;  ///< in the order of their rules
    ChainId cluster = noChain;               ///< KUBE-SVC
    ChainId local = noChain;                 ///< KUBE-SVL or KUBE-XLB
    ChainId external = noChain;              ///< KUBE-EXT
    ChainId firewall = noChain;              ///< KUBE-FW

    std::optional<std::uint32_t> affinitySeconds;  ///< nothing: no session affinity
    TrafficPolicy internalPolicy = TrafficPolicy::cluster;
    std::optional<TrafficPolicy> externalPolicy;  ///< nothing: nothing comes from outside, or the rules do not tell
    std::vector<Network> sourceRanges;            ///< who may use the load balancer's address; empty: everybody
    ClusterMasquerade masquerade;
    std::optional<std::uint16_t> healthCheckPort;

    /// "default/nginx-basic:http", or the letters that stand for it.
    std::string title() const { return name ? toText(*name) : servicePort; }
    bool hasEndpoints() const { return !endpoints.empty(); }
    /// Whether some endpoint is known to be on this node; only services with policy Local tell.
    bool hasLocalEndpoints() const;
};

/// All services of a ruleset, in the order in which its rules first speak of them.
std::vector<Service> servicesOf(const Ruleset& ruleset);

}  // namespace natwalk
