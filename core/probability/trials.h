// Monte Carlo beside the exact shares: seeded, repeatable on any number of threads, cancellable.
#pragma once

#include "emulator/question.h"
#include "probability/distribution.h"
#include "probability/judgement.h"
#include "text/checkpoint.h"

#include <cstdint>
#include <vector>

namespace natwalk {

enum class TrialKind : std::uint8_t {
    emulated, ///< each trial walks the packet
    drawn     ///< each trial draws from the enumerated courses
};

struct TrialPlan
{
    std::uint64_t count = 100'000;
    std::uint64_t seed = 1;
    TrialKind kind = TrialKind::emulated;
    unsigned threads = 0; ///< 0: as many as the machine has
};

/// What the trials counted, in the order of `distribution.outcomes`; one more at the end for "none of these" if any.
struct Trials
{
    TrialPlan plan;
    Distribution expected;
    std::vector<std::uint64_t> counts;
    std::uint64_t done = 0;      ///< fewer than plan.count when stopped
    double seconds = 0;
    Judgement judgement;
};

/// @param goOn  told the share done, also gets the running counts through `live` when given
Trials runTrials(const Question& question, const TrialPlan& plan, const Checkpoint& goOn = keepGoing,
                 const std::function<void(const std::vector<std::uint64_t>&)>& live = {});

/// Trial n of a plan, as a trace (emulated trials).
TracePtr replayTrial(const Question& question, const TrialPlan& plan, std::uint64_t trial);

} // namespace natwalk
