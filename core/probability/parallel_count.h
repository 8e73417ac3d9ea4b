// Counting on many threads what each number of a long row falls to, while one thread watches.
#pragma once

#include "text/checkpoint.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace natwalk {

using Counts = std::vector<std::uint64_t>;

/// Counts the numbers from `first` up to (not including) `last` into `counts`.
using CountRange = std::function<void(std::uint64_t first, std::uint64_t last, Counts& counts)>;

struct CountingPlan
{
    std::vector<std::uint64_t> marks;  ///< ascending; the last is how many numbers there are
    std::uint64_t chunk = 1;           ///< numbers that a thread takes at once
    std::size_t cells = 0;             ///< size of the counts
    unsigned threads = 0;              ///< 0: as many as the machine has
};

/// @param counter  makes what a thread counts with; each thread has its own
/// @param goOn     asked after each chunk of the calling thread, which counts too; false: each finishes its chunk and
/// stops
/// @param live     given the counts so far, now and then
/// @param atMark   given the counts of all numbers below a mark, whatever the number of threads
/// @return the counts; they sum to fewer than the last mark when stopped
Counts countInParallel(const CountingPlan& plan, const std::function<CountRange()>& counter, const Checkpoint& goOn,
                       const std::function<void(const Counts&)>& live,
                       const std::function<void(std::uint64_t mark, const Counts&)>& atMark);

}  // namespace natwalk
