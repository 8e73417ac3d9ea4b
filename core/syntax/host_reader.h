// What commands tell of a host: `ip addr`, `ip route`, `ip rule` (text and -json), `ipset save`, `conntrack -L` (also
// -o extended, /proc/net/nf_conntrack), `sysctl -a`; alone, one after the other, or as sections of a node snapshot.
//
// Each line says by its form what it is. Source: iproute2 ip/ipaddress.c, ip/iproute.c, ip/iprule.c; conntrack-tools
// src/conntrack.c; Linux net/netfilter/nf_conntrack_standalone.c.
#pragma once

#include "host/host_facts.h"
#include "text/diagnostic.h"

#include <string_view>
#include <vector>

namespace natwalk {

struct HostText
{
    HostFacts facts;                      ///< empty when the text tells nothing of a host
    std::vector<Diagnostic> diagnostics;  ///< lines that could not be used
};

/// Reads all that a text tells of a host. In a snapshot, only its sections that hold no rules.
HostText readHostText(std::string_view text);

}  // namespace natwalk
