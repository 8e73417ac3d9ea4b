// Which phase of a packet's way the picture is about.
#pragma once

#include "ui/graph/trace_facts.h"

namespace natwalk {

/// Where courses part; else where the destination changes; else where the verdict falls; else where most happens.
/// @param flow  of at least one course
Phase mainPhaseOf(const Trace& trace, const CourseFlow& flow, const TraceFacts& facts);

}  // namespace natwalk
