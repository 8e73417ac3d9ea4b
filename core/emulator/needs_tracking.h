// A bare network namespace tracks connections only while some rule needs it.
#pragma once

#include "ruleset/ruleset.h"

namespace natwalk {

/// Whether a rule of the ruleset makes the kernel track connections (nat targets, conntrack and its relatives).
/// @see Linux net/netfilter/nf_conntrack_proto.c, nf_ct_netns_get()
bool needsTracking(const Ruleset& ruleset);

}  // namespace natwalk
