// Where the verdict was made.
#pragma once

#include "trace/trace.h"

#include <cstddef>

namespace natwalk {

/// The step of the rule (or the policy) that decided the packet's way; the last step where none did.
std::size_t decidingStep(const Trace& trace);

/// The first step that speaks of a rule; nothing where none does.
std::optional<std::size_t> stepOfRule(const Trace& trace, RuleId rule);

/// The first step inside of a chain; nothing where the packet was never in it.
std::optional<std::size_t> stepInChain(const Trace& trace, ChainId chain);

}  // namespace natwalk
