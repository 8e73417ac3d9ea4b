// Monte Carlo beside the exact shares: seeded, repeatable on any number of threads, cancellable.
#pragma once

#include "emulator/question.h"
#include "probability/distribution.h"
#include "probability/judgement.h"
#include "text/checkpoint.h"
#include "trace/trace.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace natwalk {

enum class TrialKind : std::uint8_t {
    emulated,  ///< each trial walks the packet
    drawn      ///< each trial draws from the enumerated courses
};

struct TrialPlan
{
    std::uint64_t count = 100'000;
    std::uint64_t seed = 1;
    TrialKind kind = TrialKind::emulated;
    unsigned threads = 0;  ///< 0: as many as the machine has

    // Who connects, where rules remember earlier connections; the earlier connections themselves are closed and
    // forgotten.
    std::uint32_t clients = 1;  ///< trial n comes from the packet's source address plus n modulo this (at least 1)
    double secondsBetween = 0;  ///< on the state's clock, from one connection to the next
};

/// What the trials counted, in the order of `expected.outcomes`; one more at the end for "none of these" if any.
///
/// Where rules remember earlier connections, trials are emulated one after the other and carry what was remembered;
/// outcomes that were met on the way and are not among those of the first connection stand behind them, with share 0.
struct Trials
{
    TrialPlan plan;  ///< as it was carried out
    Distribution expected;
    std::vector<std::uint64_t> counts;
    bool dependent = false;  ///< each trial hangs on those before it
    std::uint64_t done = 0;  ///< fewer than plan.count when stopped
    double seconds = 0;      ///< of the trials alone
    Judgement judgement;     ///< of counts, in their order

    /// The share that trials should have: an outcome's, or what no outcome covers (index = number of outcomes).
    double expectedShare(std::size_t index) const;
};

using LiveCounts = std::function<void(const std::vector<std::uint64_t>& counts)>;

/// @param goOn  told the share done; called from the calling thread alone, as `live` is
/// @param live  given the counts so far, now and then
Trials runTrials(const Question& question, const TrialPlan& plan, const Checkpoint& goOn = keepGoing,
                 const LiveCounts& live = {});

/// Trial n of a plan, as a trace. A drawn trial has the likeliest course of the outcome that was drawn.
TracePtr replayTrial(const Question& question, const TrialPlan& plan, std::uint64_t trial);

}  // namespace natwalk
