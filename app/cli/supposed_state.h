// --state: what happened before, supposed so that connection tracking sees the packet in that state.
#pragma once

#include "emulator/question.h"

#include <string>

namespace natwalk::cli {

/// Changes the question's state before (and, where the flags were not given, its TCP flags).
///
/// ESTABLISHED supposes that the same packet opened the connection and was answered: what NAT chose then holds.
/// @throws Failure for a state that cannot be supposed
void suppose(const std::string& state, Question& question, bool mayChangeFlags);

}  // namespace natwalk::cli
