// What rules tell of the host that they were saved on.
#pragma once

#include "ruleset/ruleset.h"

#include <utility>
#include <vector>

namespace natwalk {

/// Facts that stand between the lines of a ruleset, in the order of the rules, each once.
struct Clues
{
    std::vector<InterfaceName> devices;                   ///< named by -i or -o; "cali+" counts as "cali0"
    std::vector<InterfaceName> wayOut;                    ///< MASQUERADE or SNAT stand before them (-o DEVICE)
    std::vector<std::pair<Network, InterfaceName>> nets;  ///< nets that rules pair with a device
    std::vector<Network> podNets;                         ///< "! -s NET ... -j KUBE-MARK-MASQ"
    std::vector<Address> endpoints;                       ///< where DNAT leads to
    std::vector<Address> apiServers;                      ///< the endpoints of default/kubernetes:https
    std::vector<Address> own;                             ///< addresses that rules treat as this host's
    bool kubernetes = false;                              ///< kube-proxy's chains are there
    bool forwards = false;                                ///< there are rules for packets on their way through
};

Clues cluesOf(const Ruleset& ruleset);

/// The addresses and ports that a rule's DNAT chooses from, as long as the rule lives; null for other rules.
const NatRange* natRangeOf(const Rule& rule);

/// The address that a rule's DNAT leads to; nothing for other rules, and where DNAT keeps the address.
std::optional<Address> natDestination(const Rule& rule);

}  // namespace natwalk
