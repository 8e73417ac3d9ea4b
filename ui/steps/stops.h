// Where a person stops on the way through a trace: one stop for each thing that happened, be it told in one step or in three.
//
// A draw and the match that it decided are one stop, a match and the rewriting by its target too. Entering hooks and chains
// belongs to what happens there.
#pragma once

#include "trace/trace.h"

#include <cstddef>
#include <vector>

namespace natwalk {

/// What happened at a stop.
enum class StopKind {
    entry,     ///< the packet comes in, or is made here
    passed,    ///< a run of rules did not match
    missed,    ///< a draw went the other way
    matched,   ///< a rule matched and changed nothing about the packet
    rewritten, ///< addresses, ports, marks: a rule that matched, or the connection entry
    routed,
    tableEnd,  ///< the end of a built-in chain: its policy
    doubted,
    decided
};

/// The steps whose events are stops, ascending; the first step always is.
std::vector<std::size_t> stopsOf(const Trace& trace);

/// @param step  one of stopsOf()
StopKind kindOfStop(const Trace& trace, std::size_t step);

/// Whether NAT wrote at this step: a rule's target, or the connection entry.
bool isTranslation(const Trace& trace, std::size_t step);

} // namespace natwalk
