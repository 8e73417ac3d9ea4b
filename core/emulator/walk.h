// The one interpreter: a packet's way through hooks, tables and chains, as ipt_do_table() and its callers go it.
//
// `Walk` runs up to the next fork and can be copied there, so that exact shares fork instead of starting anew;
// `walk()` lets a Chance answer each fork. It allocates nothing beyond the connection entry that it makes.
//
// Source: Linux net/ipv4/netfilter/ip_tables.c, net/netfilter/nf_conntrack_core.c, nf_nat_core.c, net/ipv4/ip_input.c,
// ip_forward.c, ip_output.c; order of tables and routing settled by experiment.
#pragma once

#include "emulator/chance.h"
#include "emulator/recorder.h"
#include "host/state.h"
#include "ruleset/ruleset.h"

#include <boost/container/small_vector.hpp>

#include <optional>

namespace natwalk {

/// What the walk of one packet leaves behind beside its verdict.
struct WalkEnd
{
    Verdict verdict;
    std::optional<Packet> answer;          ///< what this host says to the sender (REJECT, ICMP error)
    std::optional<std::size_t> connection; ///< index in the state's connections
};

// (class Walk is completed with its implementation.)

/// Walks one packet from its entry to its end. `packet` becomes what left or was delivered; `state` what is left behind.
WalkEnd walk(const Ruleset& ruleset, const Host& host, State& state, Packet& packet, Chance& chance, Recorder& recorder);

} // namespace natwalk
