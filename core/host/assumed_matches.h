// What somebody says of matches that neither packet nor host decides.
#pragma once

#include "host/host.h"

#include <optional>
#include <string>
#include <string_view>

namespace natwalk {

/// "-m cpu --cpu 0" or "cpu --cpu 0": the text by which Host::assumed finds it. A bare name ("cpu") speaks of all of
/// them of which nothing else is said.
std::string assumedText(std::string_view words);

/// Says that a match holds, or does not; nothing: natwalk's own default again.
void assume(Host& host, std::string_view match, std::optional<bool> holds);

}  // namespace natwalk
