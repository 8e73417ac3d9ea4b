// IPv4 and IPv6 addresses, networks with any mask, and port ranges.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace natwalk {

enum class Family : std::uint8_t { ipv4, ipv6 };

/// An IPv4 or IPv6 address. IPv4 lies in the lower 32 bits of `low`; all in host byte order.
struct Address
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    Family family = Family::ipv4;

    /// Reads "10.0.0.1" or "2001:db8::1"; nothing when the text is no address. No name is looked up.
    static std::optional<Address> from(std::string_view text);
    static constexpr Address v4(std::uint32_t value) { return {0, value, Family::ipv4}; }
    static constexpr Address any(Family family) { return {0, 0, family}; }

    constexpr bool isAny() const { return high == 0 && low == 0; }
    constexpr std::uint32_t v4() const { return static_cast<std::uint32_t>(low); }
    /// 127.0.0.0/8 or ::1
    constexpr bool isLoopback() const { return family == Family::ipv4 ? (low >> 24U) == 127 : high == 0 && low == 1; }
    /// 224.0.0.0/4 or ff00::/8
    constexpr bool isMulticast() const { return family == Family::ipv4 ? (low >> 28U) == 0xe : (high >> 56U) == 0xff; }
    Address plus(std::uint64_t offset) const;

    /// Where addresses differ, they mostly do so at their end.
    constexpr bool operator==(const Address& other) const
    {
        return low == other.low && high == other.high && family == other.family;
    }
    constexpr auto operator<=>(const Address& other) const = default;
};

std::string toText(const Address& address);

/// Addresses that agree with `base` in the bits of a mask. The mask may have holes, as iptables allows.
struct Network
{
    Address base;
    std::uint64_t maskHigh = 0;
    std::uint64_t maskLow = 0;

    /// Reads "10.0.0.0/8", "10.0.0.0/255.0.0.0" or a bare address (all bits). Host bits are cleared.
    static std::optional<Network> from(std::string_view text);
    static Network of(Address base, int prefixLength);
    static constexpr Network any(Family family) { return {Address::any(family), 0, 0}; }

    constexpr bool contains(const Address& address) const
    {
        return address.family == base.family
               && (((address.high ^ base.high) & maskHigh) | ((address.low ^ base.low) & maskLow)) == 0;
    }
    constexpr bool isAny() const { return (maskHigh | maskLow) == 0; }
    bool isSingle() const;                    ///< exactly one address
    std::optional<int> prefixLength() const;  ///< nothing when the mask has holes
    Address broadcast() const;                ///< the last address

    constexpr bool operator==(const Network&) const = default;
};

/// "10.0.0.0/8"; with the mask written out where it has holes; always with a mask, as iptables-save prints it.
std::string toText(const Network& network);

/// Ports `first` to `last`, both included.
struct PortRange
{
    std::uint16_t first = 0;
    std::uint16_t last = 65535;

    constexpr bool contains(std::uint16_t port) const { return first <= port && port <= last; }
    constexpr bool isSingle() const { return first == last; }
    constexpr std::uint32_t size() const { return std::uint32_t{last} - first + 1U; }
    constexpr bool operator==(const PortRange&) const = default;
};

/// "80" or "80:90", as iptables-save prints it.
std::string toText(const PortRange& range);

}  // namespace natwalk
