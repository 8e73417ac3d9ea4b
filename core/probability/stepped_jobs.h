// Jobs on many threads, each done in small steps by one of them, while the calling thread watches.
#pragma once

#include "text/checkpoint.h"

#include <cstdint>
#include <functional>
#include <memory>

namespace natwalk {

/// A job that is done step by step.
class SteppedJob
{
public:
    SteppedJob() = default;
    SteppedJob(const SteppedJob&) = delete;
    SteppedJob& operator=(const SteppedJob&) = delete;
    virtual ~SteppedJob() = default;
    /// @return how much was done; 0: the job is through
    virtual std::uint64_t step() = 0;
    /// Called once, by the thread that did the steps: behind the last one, or when everybody stops.
    virtual void finish() = 0;
};

struct JobPlan
{
    std::uint32_t jobs = 0;
    std::uint64_t work = 0;  ///< of all steps of all jobs
    unsigned threads = 0;    ///< 0: as many as the machine has
};

/// @param start  makes a job, on the thread that will do it; they are begun in their order
/// @param goOn   asked by the calling thread after each of its steps, and while it waits; false: all stop
/// @param look   called by it now and then
void runJobs(const JobPlan& plan, const std::function<std::unique_ptr<SteppedJob>(std::uint32_t)>& start,
             const Checkpoint& goOn, const std::function<void()>& look);

}  // namespace natwalk
