// A trace told as a story: hook by hook, rule by rule, with what each changed.
#pragma once

#include "cli/paper.h"
#include "trace/trace.h"

namespace natwalk::cli {

/// Tells the walk up to its verdict.
/// @param all  runs of passed rules are told one by one, each with its reason
void tellWalk(Paper& paper, const Trace& trace, bool all);

/// Why the rules of a run did not match, in short: "destination (5), protocol (1)"; of a single one, the whole reason.
std::string reasonsOf(const Trace& trace, std::size_t index, const RulesPassed& passed);

}  // namespace natwalk::cli
