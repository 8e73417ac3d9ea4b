// "Did you mean": the nearest of some names.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace natwalk::cli {

/// How many letters must be changed, added, left out or swapped with their neighbour to turn one word into the other.
std::size_t editDistance(std::string_view one, std::string_view other);

/// The name that a misspelt word most likely meant; empty when none is near (more than a third of the letters differ).
std::string nearest(std::string_view word, std::span<const std::string> names);

/// "; did you mean NAME?", or nothing.
std::string didYouMean(std::string_view word, std::span<const std::string> names);

}  // namespace natwalk::cli
