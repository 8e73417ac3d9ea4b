// A trial that ended in a certain way, to be looked at.
#pragma once

#include "probability/trials.h"

#include <cstdint>
#include <optional>

namespace natwalk {

/// The first trial at or after `from` that ends in an outcome of `trials.expected`, among the next `most`.
///
/// Histories are gone through once, from the nearest moment that was kept.
/// @return nothing where there is none, or when it was stopped
std::optional<std::uint64_t> findTrial(const Question& question, const Trials& trials, std::size_t outcome,
                                       std::uint64_t from, std::uint64_t most, const Checkpoint& goOn = keepGoing);

}  // namespace natwalk
