// Commands by which a person can check on the node what was found, or how a walk ended.
//
// All of them only read, but for the two that put a TRACE rule in and take it out again.
// Source: iptables(8), conntrack(8), xtables-monitor(8); Linux net/netfilter/xt_recent.c.
#pragma once

#include "kube/findings.h"
#include "trace/trace.h"

#include <string>
#include <vector>

namespace natwalk {

/// A command for a shell, and what it shows.
struct NodeCheck
{
    MessageId shows = MessageId::Nothing;
    std::string command;

    /// It changes the firewall (until the other command of its pair is run).
    bool changes() const { return shows == MessageId::CheckTraceOn || shows == MessageId::CheckTraceOff; }
    bool operator==(const NodeCheck&) const = default;
};

/// The counters of the rule or chain; for a service also the connections that are known, a TRACE rule for its packets,
/// and its endpoints as Kubernetes has them; for the whole dump, what else holds the routing.
std::vector<NodeCheck> nodeChecksFor(const Finding& finding, const KubeDocument& kube);

/// The counters of each rule and policy that decided something on the way, the connection, and a TRACE rule for its
/// packets.
/// @param document  what the trace was made of: where both back ends hold rules, the commands say which is meant
std::vector<NodeCheck> nodeChecksFor(const Trace& trace, const Document& document);

}  // namespace natwalk
