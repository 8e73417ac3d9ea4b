// Trials that hang on each other: in order within each replica, the replicas on many threads.
#pragma once

#include "probability/history.h"
#include "probability/trials.h"

#include <optional>

namespace natwalk {

/// Fills in what histories count; `trials` holds the plan and what is expected of the first connection.
void runHistories(const Question& question, Trials& trials, const Checkpoint& goOn, const LiveCounts& live);

/// The history of a trial, just before it: entered at the nearest moment that was kept (null: at its beginning).
/// @param plan  must outlive the history, as must `question`
/// @return nothing when it was stopped
std::optional<History> historyBefore(const Question& question, const TrialPlan& plan, const TrialSnapshots* snapshots,
                                     std::uint64_t trial, const Checkpoint& goOn);

/// Trial n of such trials, from the nearest moment that was kept (null: from the beginning).
/// @return null when it was stopped
TracePtr replayHistory(const Question& question, const TrialPlan& plan, const TrialSnapshots* snapshots,
                       std::uint64_t trial, const Checkpoint& goOn);

}  // namespace natwalk
