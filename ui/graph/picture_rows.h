// Which rows a chain shows, and which of its rules are told in runs.
#pragma once

#include "ui/graph/trace_facts.h"

namespace natwalk {

/// The rows of a chain.
/// @param facts  null where the packet shown does not come to the chain
std::vector<PictureRow> rowsOf(const Trace& trace, const CourseFlow& flow, const ChainVisit& visit,
                               const ChainFacts* facts, const Unfolded& unfolded);

}  // namespace natwalk
