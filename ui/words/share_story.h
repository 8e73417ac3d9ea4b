// Why the rules of a chain that draws share the packets as they do.
#pragma once

#include "trace/trace.h"
#include "ui/words/explanation.h"

#include <optional>

namespace natwalk {

/// The story of the chain that drew last, up to a step of the same table; nothing where none did.
std::optional<ShareStory> shareStoryOf(const Trace& trace, std::size_t step);

}  // namespace natwalk
