// A debugger's buttons over a trace: each is one pure call, each has its exact mirror backwards.
#pragma once

#include "trace/trace.h"

#include <functional>

namespace natwalk {

/// The next step where a person would stop (into); the last step stays.
std::size_t stepInto(const Trace& trace, std::size_t index);
std::size_t stepBackInto(const Trace& trace, std::size_t index);
/// The next step that is not deeper: what a jump leads to is passed over.
std::size_t stepOver(const Trace& trace, std::size_t index);
std::size_t stepBackOver(const Trace& trace, std::size_t index);
/// The step after the current chain; backwards: the rule that jumped here.
std::size_t stepOut(const Trace& trace, std::size_t index);
std::size_t stepBackOut(const Trace& trace, std::size_t index);
/// The next or previous HookEntered.
std::size_t nextHook(const Trace& trace, std::size_t index);
std::size_t previousHook(const Trace& trace, std::size_t index);
/// The next step (or the previous) whose rule stops here; the last (the first) when none does.
std::size_t runTo(const Trace& trace, std::size_t index, const std::function<bool(RuleId)>& stopsAt);
std::size_t runBackTo(const Trace& trace, std::size_t index, const std::function<bool(RuleId)>& stopsAt);

}  // namespace natwalk
