// The packets that follow: the answer to the one that was traced, and the next one of the same connection.
#pragma once

#include "emulator/question.h"
#include "trace/trace.h"

#include <memory>
#include <optional>

namespace natwalk {

/// The answer that the receiver sends, asked in the state that the packet left; nothing where it arrived nowhere.
std::optional<Question> replyTo(const Question& question, const Trace& trace);

/// The sender's next packet, after the answer came through; nothing where there is no connection.
std::optional<Question> nextAfter(const Question& question, const Trace& trace);

}  // namespace natwalk
