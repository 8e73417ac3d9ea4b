// ICMP types and codes by name, as iptables and ipset spell them.
// Source: iptables extensions/libxt_icmp.h; ipset lib/icmp.c, icmpv6.c.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace natwalk {

/// A type, and the codes that count: all, or one.
struct IcmpType
{
    std::uint8_t type = 0;
    std::uint8_t firstCode = 0;
    std::uint8_t lastCode = 255;

    constexpr bool hasCode() const { return firstCode != 0 || lastCode != 255; }
};

struct IcmpName
{
    std::string_view name;
    IcmpType type;
};

/// In IPv4 this type stands for all of them.
inline constexpr std::uint8_t anyIcmpType = 255;

std::span<const IcmpName> icmpNames();
std::span<const IcmpName> icmp6Names();

}  // namespace natwalk
