// Which of all courses to show when nobody asked for one.
#pragma once

#include "probability/branches.h"

#include <functional>
#include <vector>

namespace natwalk {

/// Whether a doubtful fork is taken as yes.
using Supposed = std::function<bool(const Fork&)>;
/// What natwalk cannot decide counts as no, unless somebody chose otherwise.
inline bool supposeNothing(const Fork& /*fork*/) { return false; }

/// The draws of the likeliest whole course, for Forced{}: of all ways that the packet may go the one with the largest
/// share, the first of equals. That is not the way which falls to the likelier side at each draw: where three endpoints
/// have a third each, the first draw's likelier side is "no", and yet no course has more than the one it turns away.
///
/// Where there are more than 10,000 courses, those that go on alike are weighed as one: the likeliest is found all the
/// same, unless some were cut off.
std::vector<bool> likeliestCourse(const Question& question, const Supposed& supposed = supposeNothing);

}  // namespace natwalk
