// Who wrote a chain, told by its name, and what it is for.
#pragma once

#include "text/message.h"

#include <optional>
#include <string_view>

namespace natwalk {

/// "Calico", and what its chains do.
struct ChainOwner
{
    std::string_view name;
    Message purpose;
};

/// Nothing for names that nobody is known to use.
std::optional<ChainOwner> ownerOf(std::string_view chain);

}  // namespace natwalk
