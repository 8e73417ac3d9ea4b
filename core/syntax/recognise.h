// What a text is that holds nothing of a ruleset: one sentence, with the command that gives what is needed.
#pragma once

#include "text/message.h"

#include <string_view>

namespace natwalk {

/// Says what the text looks like: empty, binary, `iptables -L`, `nft list ruleset`, YAML, JSON...
Message whatItLooksLike(std::string_view text);

/// Whether it is not worth looking for lines in it.
bool isBinary(std::string_view text);

}  // namespace natwalk
