// Names of well-known ports, as people write them in rules: "http" is 80.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace natwalk {

/// The port that /etc/services of an ordinary system gives a name ("http", "domain", "ssh"); nothing when unknown.
/// Letters count as they stand. The same for every protocol.
std::optional<std::uint16_t> portNamed(std::string_view name);

}  // namespace natwalk
