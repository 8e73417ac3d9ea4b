// The chains of all steps of a trace at once.
#pragma once

#include "trace/trace.h"

#include <vector>

namespace natwalk {

/// The innermost chain of every step, as Trace::chainAt() tells it of one: noChain outside.
std::vector<ChainId> chainsOf(const Trace& trace);

}  // namespace natwalk
