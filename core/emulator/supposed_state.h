// What connection tracking knew of a packet before it came, supposed.
#pragma once

#include "emulator/scenario.h"

namespace natwalk {

/// Changes the question's state before (and, where that is allowed, its TCP flags) so that tracking sees its packet so.
///
/// Established supposes that the same packet opened the connection and was answered: what NAT chose then holds.
/// @param choose  how the draws fell when the connection was opened
/// @return false for untracked, which a rule says (-j CT --notrack) and nobody can suppose
bool suppose(TrackState state, Question& question, bool mayChangeFlags, const ChooseCourse& choose = {});

}  // namespace natwalk
