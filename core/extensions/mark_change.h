// The ways in which MARK and CONNMARK say how a mark changes; all are one: (mark & ~mask) ^ value.
#pragma once

#include "extensions/numbers.h"

#include <optional>

namespace natwalk {

/// Takes --set-xmark, --set-mark, --and-mark, --or-mark or --xor-mark; nothing when the option is another.
std::optional<MaskedNumber> markChangeOf(const Option& option);

/// "the mark becomes 0x1" and the like.
Message describeMarkChange(const MaskedNumber& change);

}  // namespace natwalk
