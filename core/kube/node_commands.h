// The words of commands for a node: iptables, conntrack, TRACE.
#pragma once

#include "kube/kube_names.h"
#include "kube/node_checks.h"
#include "packet/packet.h"
#include "ruleset/document.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace natwalk {

/// The first packets of some connections.
struct WatchedFlow
{
    Family family = Family::ipv4;
    std::uint8_t protocol = protocol::tcp;
    std::optional<Address> src;  ///< nothing: anybody
    std::optional<Address> dst;  ///< nothing: any address of the node
    std::uint16_t dport = 0;
    bool fromHost = false;  ///< made by the node itself
};

/// An address of a net that is kept for documentation (RFC 5737, RFC 3849): nobody has it.
bool isExample(const Address& address);

/// A word that no shell takes for more than a word, whatever stands in a dump.
std::string shellWord(std::string_view word);

/// Commands about one ruleset of a document.
class NodeCommands
{
public:
    NodeCommands(const Ruleset& ruleset, const Document& document);

    /// "iptables -t nat -vnL KUBE-SVC-X 3"
    std::string counters(RuleId rule) const;
    /// "iptables -t nat -vnL KUBE-SVC-X"
    std::string counters(ChainId id) const;
    /// Its first line holds the policy's counters.
    std::string policyCounters(ChainId chain) const;
    /// Puts a TRACE rule in, reads what it logs, takes it out; in both back ends where the ruleset is of both.
    void addTrace(std::vector<NodeCheck>& checks, const WatchedFlow& flow) const;

    /// "conntrack -L -p tcp -d 10.97.35.60 --dport 80"
    static std::string connections(const WatchedFlow& flow);
    static std::string endpoints(const ServicePortName& name);
    static std::string recentList(ChainId endpoint, const Ruleset& ruleset);

    const Ruleset& ruleset() const { return m_ruleset; }
    Family family() const { return m_ruleset.family(); }

private:
    /// "iptables"; "iptables-legacy" where that is not the only one.
    std::string program(BackEnd backEnd) const;
    std::string traceRule(std::string_view command, const WatchedFlow& flow, BackEnd backEnd) const;
    void addTrace(std::vector<NodeCheck>& checks, const WatchedFlow& flow, BackEnd backEnd) const;

    const Ruleset& m_ruleset;
    bool m_namesBackEnds;  ///< both hold rules of the family: the commands say which is meant
};

}  // namespace natwalk
