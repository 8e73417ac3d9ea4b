// Reads services out of a ruleset: first the rules that lead in, then the chains that they lead to.
#pragma once

#include "kube/balancing.h"
#include "kube/services.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace natwalk {

class ServiceReader
{
public:
    explicit ServiceReader(const Ruleset& ruleset) : m_ruleset(ruleset) {}

    std::vector<Service> read();

private:
    /// What a rule that speaks of a service says.
    struct Lead
    {
        RuleId id;
        const Rule& rule;
        std::string_view servicePort;  ///< out of the remark; empty when it has none
        std::string_view what;         ///< the rest of the remark: " cluster IP"
        KubeChainName to;
    };

    template <typename Read>
    void forEachLead(TableName table, std::string_view chain, const Read& read);
    void readPortal(const Lead& lead);
    void readNodePort(const Lead& lead);
    void readRefusal(const Lead& lead, bool amongExternal);
    void readHealthCheck(const Lead& lead);
    void readMasquerade(const Rule& rule, Service& service);
    void addChain(ChainId chain);
    void complete(Service& service);
    void readBalancing(Service& service, ChainId chain, std::optional<double> ServiceEndpoint::*share);
    ServiceEndpoint& endpointOf(Service& service, const BalancingTurn& turn);
    void readRanges(Service& service);
    void readPolicies(Service& service);
    TrafficPolicy policyOf(ChainId chain) const;

    Service& serviceOf(const Lead& lead);
    Service* known(const std::string& key);
    static WayIn& wayOf(Service& service, WayKind kind, const std::optional<Address>& address, std::uint16_t port);
    WayKind kindOf(const Lead& lead, const Service& service) const;

    const Ruleset& m_ruleset;
    std::vector<Service> m_services;
    std::unordered_map<std::string, std::size_t> m_places;  ///< by letters, and by name and protocol
};

}  // namespace natwalk
