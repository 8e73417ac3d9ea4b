// Whether two walks of one question, each at a fork, will go on alike: then their courses need not be followed twice.
#pragma once

#include "emulator/walk.h"

#include <compare>
#include <cstddef>

namespace natwalk {

/// What of a walk decides how it goes on. Not compared is what only tells of the past (which rule bound the
/// connection), and the state: walks are only to be compared where neither has changed theirs.
struct WalkComparison
{
    static bool alike(const Walk& one, const Walk& other);
    static std::size_t hash(const Walk& walk);

    /// By how far they are: those that come by a place come before those that are behind it. Any order is right; in
    /// this one walks meet that jumped, and those that did not.
    static std::weak_ordering progress(const Walk& one, const Walk& other);

    /// Makes one of two walks that are alike stand for both.
    static void join(Walk& walk, const Walk& other);
};

}  // namespace natwalk
