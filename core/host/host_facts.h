// What is known of a host because it was given: the output of commands, in files or in a node snapshot.
#pragma once

#include "host/connections.h"
#include "host/host.h"

#include <optional>
#include <string>
#include <vector>

namespace natwalk {

/// Each part is there only where something was given for it; the others are inferred from the rules.
struct HostFacts
{
    std::string name;
    std::optional<std::vector<Interface>> interfaces;    ///< `ip addr`
    std::optional<std::vector<Route>> routes;            ///< `ip route`, without what follows from the addresses
    std::optional<std::vector<RoutingRule>> rules;       ///< `ip rule`, without the three that always exist
    std::optional<std::string> ipsets;                   ///< `ipset save`
    std::optional<std::vector<Connection>> connections;  ///< `conntrack -L`; times count from when it was printed
    Switches sysctls;                                    ///< `sysctl -a`

    bool empty() const
    {
        return !interfaces && !routes && !rules && !ipsets && !connections && sysctls.empty() && name.empty();
    }
    /// Takes over what another text tells. Lists of the same kind are put together.
    void add(HostFacts other);
};

}  // namespace natwalk
