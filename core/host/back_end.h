// The two ways in which iptables puts rules into the kernel: tables of x_tables (legacy), or of nf_tables (nft).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace natwalk {

enum class BackEnd : std::uint8_t { unknown, legacy, nft };

/// "unknown", "legacy", "nft"
constexpr std::string_view nameOf(BackEnd backEnd)
{
    constexpr std::array<std::string_view, 3> names = {"unknown", "legacy", "nft"};
    return names[static_cast<std::size_t>(backEnd)];
}

constexpr BackEnd otherThan(BackEnd backEnd) { return backEnd == BackEnd::legacy ? BackEnd::nft : BackEnd::legacy; }

}  // namespace natwalk
