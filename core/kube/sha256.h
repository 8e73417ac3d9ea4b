// SHA-256, from which kube-proxy makes the names of its chains.
//
// Source: FIPS 180-4.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace natwalk {

std::array<std::uint8_t, 32> sha256(std::string_view text);

}  // namespace natwalk
