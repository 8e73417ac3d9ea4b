// How nat chooses a tuple: the address by hash over a range, the port kept, searched or drawn.
#pragma once

#include "emulator/chance.h"
#include "host/state.h"
#include "ruleset/target.h"

namespace natwalk {

/// The tuple that a connection gets for one half, as get_unique_tuple() finds it.
///
/// When no free port is left it becomes a taken one, and the packet is dropped where its entry is confirmed.
/// @param tuple  as it is so far, original direction, ports in host byte order; it becomes the one that was found
/// @see Linux net/netfilter/nf_nat_core.c, get_unique_tuple(), nf_nat_l4proto_unique_tuple()
void chooseTuple(Tuple& tuple, ManipType manip, const NatRange& range, const State& state, Chance& chance);

}  // namespace natwalk
