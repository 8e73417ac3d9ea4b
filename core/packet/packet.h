// One packet, as far as rules can see it. A plain value: copying it is how the past is kept.
#pragma once

#include "packet/address.h"
#include "packet/interface_name.h"
#include "packet/protocol.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace natwalk {

inline constexpr std::uint32_t nobody = 0xffffffffU;

/// The addresses and ports of a packet quoted inside an ICMP error.
struct Quoted
{
    Address src;
    Address dst;
    std::uint8_t protocol = 0;
    std::uint16_t sport = 0;  ///< for ICMP: the id
    std::uint16_t dport = 0;  ///< for ICMP: type << 8 | code

    bool operator==(const Quoted&) const = default;
};

/// Extension headers that an IPv6 packet may carry, each once and in this order. @see RFC 8200
namespace header {
inline constexpr std::uint8_t hopByHop = 0x01;
inline constexpr std::uint8_t routing = 0x02;
inline constexpr std::uint8_t fragment = 0x04;
inline constexpr std::uint8_t authentication = 0x08;
inline constexpr std::uint8_t destinationOptions = 0x10;
}  // namespace header

/// A packet. Ports are 0 for protocols without ports; ICMP's type and code lie in fields of their own.
struct Packet
{
    Address src;
    Address dst;
    InterfaceName in;   ///< empty: made by this host
    InterfaceName out;  ///< empty until routed
    std::uint8_t protocol = protocol::tcp;
    std::uint8_t tcpFlags = tcpflag::syn;
    std::uint8_t icmpType = 8;
    std::uint8_t icmpCode = 0;
    std::uint16_t sport = 0;
    std::uint16_t dport = 0;
    std::uint16_t icmpId = 0;
    std::uint8_t ttl = 64;
    std::uint8_t tos = 0;
    std::uint32_t mark = 0;
    std::uint32_t seq = 1000;
    std::uint32_t ack = 0;
    std::uint32_t spi = 0;       ///< of ESP, AH and IPComp
    std::uint32_t uid = nobody;  ///< sender's user, for packets made here
    std::uint32_t gid = nobody;
    std::uint16_t window = 64240;     ///< TCP: how much its sender is ready to receive
    std::uint8_t tcpOptionBytes = 0;  ///< of options that the kernel puts there by itself
    std::uint16_t payloadLength = 0;
    std::uint16_t fragmentOffset = 0;  ///< in bytes; 0: first or whole
    bool moreFragments = false;
    bool dontFragment = true;
    bool badChecksum = false;
    bool hasQuote = false;
    bool knowsLinkSource = false;              ///< whether `linkSource` is known
    std::array<std::uint8_t, 6> linkSource{};  ///< the sender's address on its link (Ethernet)
    bool madeByKernel = false;                 ///< an ICMP error or a reset that this host generated
    std::uint8_t headers =
        0;  ///< of IPv6: which extension headers stand before `protocol`; options in them are padding
    std::uint8_t routingType = 0;   ///< of a routing header
    std::uint8_t mobilityType = 0;  ///< of a mobility message (protocol 135)
    Quoted quote{};

    bool operator==(const Packet&) const = default;

    bool isLaterFragment() const { return fragmentOffset != 0; }
    bool isFragment() const { return isLaterFragment() || moreFragments; }
    bool isIcmp() const { return protocol == protocol::icmp || protocol == protocol::icmp6; }
    /// destination unreachable, redirect, time exceeded...: an ICMP message about another packet
    bool isIcmpError() const;
    /// TCP: the number behind the last byte of the segment; SYN and FIN count as a byte each
    std::uint32_t sequenceEnd() const;
    /// which extension headers it carries (IPv6); a fragment has one that says so
    std::uint8_t extensionHeaders() const;
    /// the length of the IP header and its extensions
    std::uint32_t networkLength() const;
    /// the length of the IP packet, header and all
    std::uint32_t length() const;
};

static_assert(std::is_trivially_copyable_v<Packet>);

/// "00:11:22:aa:bb:cc"
std::string linkAddressText(const std::array<std::uint8_t, 6>& address);
/// Reads it; nothing when the text is none.
std::optional<std::array<std::uint8_t, 6>> linkAddressFrom(std::string_view text);

/// "tcp 10.0.0.7:4000 > 10.0.0.1:80 in eth0"
std::string toText(const Packet& packet);

/// "10.0.0.1:80", "[2001:db8::1]:80", or the bare address where the protocol has no ports.
std::string endpointText(const Address& address, std::uint16_t port, std::uint8_t protocol);

}  // namespace natwalk
