// Where a person stops on the way through a trace: one stop for each thing that happened, be it told in one step or in
// four.
//
// A draw and the match that it decided are one stop, a match and the rewriting that its target asked for too. Entering
// hooks and chains belongs to what happens there.
#pragma once

#include "trace/trace.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace natwalk {

/// What happened at a stop.
enum class StopKind {
    entry,       ///< the packet comes in, or is made here
    passed,      ///< a run of rules did not match
    missed,      ///< a draw went the other way
    matched,     ///< a rule matched
    translated,  ///< NAT wrote: by a rule that matched, or by the connection's entry
    routed,
    tableEnd,  ///< the end of a built-in chain: its policy
    doubted,
    decided
};

/// The steps that stops begin with, ascending; the first step always is one.
std::vector<std::size_t> stopsOf(const Trace& trace);

/// The stop that tells of a step.
std::size_t stopOf(const Trace& trace, std::size_t step);

/// The last step that belongs to a stop: what the packet is afterwards, it is at that stop.
std::size_t endOfStop(const Trace& trace, std::size_t stop);

StopKind kindOfStop(const Trace& trace, std::size_t stop);

/// What a stop changed about the packet; nothing where it changed nothing.
const Change* changeAt(const Trace& trace, std::size_t stop);

/// What NAT wrote at a stop; nothing where it did not.
const Change* translationAt(const Trace& trace, std::size_t stop);

}  // namespace natwalk
