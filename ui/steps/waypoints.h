// The Netfilter diagram for one packet: where it came in, the hooks it passed, the routing decisions, where it ended.
#pragma once

#include "trace/trace.h"

#include <cstddef>
#include <vector>

namespace natwalk {

/// A table at a hook, and the steps that belong to it.
struct TableVisit
{
    TableName table = TableName::filter;
    std::size_t first = 0;
    std::size_t last = 0;
    BackEnd backEnd = BackEnd::unknown;
};

struct Waypoint
{
    enum class Kind { entry, hook, routing, end };

    Kind kind = Kind::entry;
    Hook hook = Hook::prerouting;    ///< for Kind::hook
    std::vector<TableVisit> tables;  ///< for Kind::hook, in the kernel's order
    std::size_t first = 0;           ///< steps of this waypoint
    std::size_t last = 0;
};

/// All waypoints of a trace in their order; each step belongs to exactly one.
std::vector<Waypoint> waypointsOf(const Trace& trace);

/// Index of the waypoint that a step belongs to.
std::size_t waypointAt(const std::vector<Waypoint>& waypoints, std::size_t step);

}  // namespace natwalk
