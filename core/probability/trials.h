// Monte Carlo beside the exact shares: seeded, repeatable on any number of threads, cancellable.
#pragma once

#include "emulator/question.h"
#include "probability/client_plan.h"
#include "probability/client_results.h"
#include "probability/distribution.h"
#include "probability/judgement.h"
#include "probability/share_series.h"
#include "text/checkpoint.h"
#include "trace/trace.h"

#include <cstdint>
#include <functional>
#include <memory>
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

    /// Who connects. As it is made, and where no rule remembers connections, each trial is the packet itself and
    /// begins from the state before; any other plan makes a history, and so do rules that remember.
    ClientPlan clients = {};
    /// How many histories there are, independent of each other: each begins from the state before and has its part of
    /// the trials. The counts hang on it (at least 1).
    std::uint32_t replicas = 1;
};

class TrialSnapshots;

/// What the trials counted, in the order of `expected.outcomes`; one more at the end for "none of these" if any.
///
/// In a history trials are emulated one after the other, and each finds what the earlier ones left; outcomes that were
/// met on the way and are not among those of the first connection stand behind them, with share 0.
struct Trials
{
    TrialPlan plan;  ///< as it was carried out
    Distribution expected;
    std::vector<std::uint64_t> counts;
    bool dependent = false;  ///< each trial hangs on those before it
    std::uint64_t done = 0;  ///< fewer than plan.count when stopped
    double seconds = 0;      ///< of the trials alone
    Judgement judgement;     ///< of counts, in their order

    /// How the shares came about, the last point being the counts themselves. A point of several histories sums up as
    /// many trials of each.
    std::vector<SharePoint> series;

    // Of a history only:
    bool history = false;
    bool clientsDiffer = false;    ///< not all clients have the same exact shares; `expected` is their mean
    std::vector<Scatter> scatter;  ///< of the replicas' shares, in the order of the counts
    std::uint64_t met = 0;         ///< trials that met an earlier connection: they belonged to it, or had to give way
    /// Trials that found conntrack's table full and were dropped; a replay walks as if there was room.
    std::uint64_t full = 0;
    std::uint64_t cut = 0;              ///< trials that arrived, but lost a later packet
    std::vector<ClientResult> clients;  ///< of the first replica, the first clients (at most 4,096)
    std::shared_ptr<const TrialSnapshots> snapshots;

    /// The share that trials should have: an outcome's, or what no outcome covers (index = number of outcomes).
    double expectedShare(std::size_t index) const;
};

/// Told how the trials go on: the counts so far, and how they came about (as Trials::series, without the counts
/// themselves).
using LiveCounts = std::function<void(const std::vector<std::uint64_t>& counts, const std::vector<SharePoint>& series)>;

/// @param goOn  told the share done; called from the calling thread alone, as `live` is
/// @param live  called now and then
Trials runTrials(const Question& question, const TrialPlan& plan, const Checkpoint& goOn = keepGoing,
                 const LiveCounts& live = {});

/// Trial n of a plan, as a trace. A drawn trial has the likeliest course of the outcome that was drawn. A history is
/// gone through from its beginning.
///
/// @param goOn  asked on the way there
/// @return null when it was stopped
TracePtr replayTrial(const Question& question, const TrialPlan& plan, std::uint64_t trial,
                     const Checkpoint& goOn = keepGoing);

/// The same of trials that were run: a history is entered at the nearest moment that was kept.
TracePtr replayTrial(const Question& question, const Trials& trials, std::uint64_t trial,
                     const Checkpoint& goOn = keepGoing);

/// How many replicas a plan has: at least one, and none without a trial.
std::uint32_t replicasOf(const TrialPlan& plan);
/// Replicas have their trials one behind the other: the number of a replica's first, and whose a trial is.
std::uint64_t firstTrialOf(const TrialPlan& plan, std::uint32_t replica);
std::uint32_t replicaOf(const TrialPlan& plan, std::uint64_t trial);

}  // namespace natwalk
