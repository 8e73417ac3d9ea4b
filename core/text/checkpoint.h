// Progress on the way in, "stop" on the way out: long work calls its checkpoint now and then.
#pragma once

#include <functional>

namespace natwalk {

/// Told the share done (0 to 1); answers false when the work should stop.
using Checkpoint = std::function<bool(double shareDone)>;

/// The checkpoint of work that nobody watches or stops.
inline bool keepGoing(double /*shareDone*/) { return true; }

}  // namespace natwalk
