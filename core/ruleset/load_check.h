// What the kernel or iptables refuses to load although it can be read: a diagnostic each, and the ruleset is still
// shown.
//
// Loops reachable from a built-in chain, targets in a hook or table where they may not stand, jumps to built-in chains,
// -o in PREROUTING and the like, DROP in nat, chain names over 28 characters, a hashlimit with and without
// --hashlimit-rate-match; chains that no line declares (a warning: the text is mostly a piece of a dump), a hashlimit
// whose rules differ (a warning: the first one decides), and circles of jumps in chains that are not in use (a note:
// they load).
// Source: Linux net/netfilter/x_tables.c, net/ipv4/netfilter/ip_tables.c (mark_source_chains, check_target), settled by
// experiment.
#pragma once

#include "ruleset/ruleset.h"
#include "text/diagnostic.h"

#include <vector>

namespace natwalk {

/// Everything in this ruleset that the kernel would refuse, in the order of the text.
std::vector<Diagnostic> checkLoads(const Ruleset& ruleset);

}  // namespace natwalk
