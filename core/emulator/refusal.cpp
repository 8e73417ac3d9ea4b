#include "emulator/refusal.h"

#include <algorithm>
#include <utility>

namespace natwalk {

namespace {

constexpr std::uint8_t internetControl = 0xc0;  // precedence of ICMP errors
constexpr std::uint8_t tosBits = 0x1e;          // what they take over from the packet that they speak of
// Errors have 576 bytes at most, in IPv6 1,280, headers and all.
constexpr std::uint32_t longestQuote = 576 - 20 - 8;
constexpr std::uint32_t longestQuote6 = 1280 - 40 - 8;
constexpr std::uint8_t typeUnreachable = 3;
constexpr std::uint8_t typeTimeExceeded = 11;
constexpr std::uint8_t type6Unreachable = 1;
constexpr std::uint8_t type6TimeExceeded = 3;
constexpr std::uint8_t ipcomp = 108;

std::uint8_t codeOf(RejectWith with)
{
    switch (with) {
    case RejectWith::icmpNetUnreachable:
    case RejectWith::icmp6NoRoute: return 0;
    case RejectWith::icmpHostUnreachable:
    case RejectWith::icmp6AdminProhibited: return 1;
    case RejectWith::icmpProtoUnreachable: return 2;
    case RejectWith::icmpPortUnreachable:
    case RejectWith::icmp6AddressUnreachable: return 3;
    case RejectWith::icmp6PortUnreachable: return 4;
    case RejectWith::icmp6PolicyFail: return 5;
    case RejectWith::icmp6RejectRoute: return 6;
    case RejectWith::icmpNetProhibited: return 9;
    case RejectWith::icmpHostProhibited: return 10;
    case RejectWith::icmpAdminProhibited:
    case RejectWith::tcpReset: return 13;
    }
    return 3;
}

bool mayBeAnswered(const Host& host, const Packet& packet)
{
    const AddressType type = host.typeOf(packet.dst);
    return !packet.isLaterFragment() && type != AddressType::broadcast && type != AddressType::multicast;
}

/// IPv6 tells nobody who does not say who he is.
bool mayBeTold(const Address& sender)
{
    return sender.family == Family::ipv4 || !(sender.isAny() || sender.isMulticast());
}

/// What REJECT sums up before it answers. Of unknown protocols all bytes, in IPv6 the addresses with them, as if that
/// made nothing, as zeros do in IPv4; DCCP there likewise: what is right looks wrong. In IPv6 so does what has nothing
/// behind its headers.
/// @see Linux nf_reject_verify_csum(), nf_ip_checksum(), nf_ip6_checksum(), nf_reject_ipv6.c
bool looksDamaged(const Packet& packet)
{
    const bool ipv6 = packet.src.family == Family::ipv6;
    if (ipv6 && packet.length() == packet.networkLength())
        return true;
    switch (packet.protocol) {
    case protocol::tcp:
    case protocol::udp:
    case protocol::icmp:
    case protocol::icmp6:
    case protocol::mobility: return packet.badChecksum;
    case protocol::gre:
    case protocol::esp:
    case protocol::ah:
    case protocol::sctp:
    case protocol::udplite: return false;
    case protocol::dccp: return !ipv6;
    default: return ipv6 || packet.protocol == ipcomp;  // others are zeros here, unless somebody says more
    }
}

/// In IPv6 an own address answers for itself, whichever way the packet was to take: a reset to ::1 that answers for
/// another address leaves by that one's link. @see net/ipv6/icmp.c, icmp6_send()
bool wasForThisHost(const Host& host, const Packet& packet)
{
    return packet.src.family == Family::ipv6 && packet.in.empty() && host.typeOf(packet.dst) == AddressType::local;
}

/// Where an error speaks of a packet that went by: the way back has an address, in IPv6 rather the device that the
/// packet came by. @see net/ipv6/icmp.c, icmp6_send()
std::optional<Address> sourceOfError(const Host& host, const Packet& packet)
{
    const RouteAnswer back = host.route(packet.src, Address::any(packet.src.family), 0);
    const bool byItsDevice = packet.src.family == Family::ipv6 && !packet.in.empty() && !back.source;
    return byItsDevice ? host.addressFor(packet.in, packet.src, packet.src) : host.sourceFor(back, packet.src);
}

Packet madeHere(const Packet& packet)
{
    Packet made;
    made.dst = packet.src;
    made.madeByKernel = true;
    return made;
}

std::optional<Packet> reset(const Host& host, const Packet& packet)
{
    if (packet.protocol != protocol::tcp || (packet.tcpFlags & tcpflag::rst) || !mayBeAnswered(host, packet))
        return {};
    Packet made = madeHere(packet);
    const bool acknowledges = packet.tcpFlags & tcpflag::ack;
    made.src = packet.dst;
    made.protocol = protocol::tcp;
    made.sport = packet.dport;
    made.dport = packet.sport;
    made.tcpFlags = acknowledges ? tcpflag::rst : tcpflag::rst | tcpflag::ack;
    made.seq = acknowledges ? packet.ack : 0;
    made.ack = acknowledges ? 0 : packet.sequenceEnd();
    made.window = 0;
    return made;
}

}  // namespace

std::optional<Packet> icmpError(const Host& host, const Packet& packet, std::uint8_t type, std::uint8_t code,
                                bool toThisHost)
{
    // While the kernel sends an ICMP message of its own it sends no other. @see net/ipv4/icmp.c, icmp_xmit_lock()
    const bool alreadySending = packet.madeByKernel && packet.isIcmp() && packet.in.empty();
    if (packet.isIcmpError() || alreadySending || !mayBeAnswered(host, packet) || !mayBeTold(packet.src))
        return {};
    const auto source = toThisHost || wasForThisHost(host, packet) ? packet.dst : sourceOfError(host, packet);
    if (!source)
        return {};
    Packet made = madeHere(packet);
    made.src = *source;
    made.protocol = packet.src.family == Family::ipv4 ? protocol::icmp : protocol::icmp6;
    made.icmpType = type;
    made.icmpCode = code;
    made.tos = packet.src.family == Family::ipv4 ? static_cast<std::uint8_t>((packet.tos & tosBits) | internetControl)
                                                 : std::uint8_t{0};
    made.hasQuote = true;
    made.dontFragment = false;
    made.payloadLength = static_cast<std::uint16_t>(
        std::min(packet.length(), packet.src.family == Family::ipv4 ? longestQuote : longestQuote6));
    const bool icmp = packet.isIcmp();
    made.quote = {packet.src, packet.dst, packet.protocol, icmp ? packet.icmpId : packet.sport,
                  icmp ? static_cast<std::uint16_t>(packet.icmpType << 8U | packet.icmpCode) : packet.dport};
    return made;
}

std::optional<Packet> rejection(const Host& host, const Packet& packet, RejectWith with, bool toThisHost)
{
    if (looksDamaged(packet))
        return {};
    if (with == RejectWith::tcpReset)
        return reset(host, packet);
    const std::uint8_t type = packet.src.family == Family::ipv4 ? typeUnreachable : type6Unreachable;
    return icmpError(host, packet, type, codeOf(with), toThisHost);
}

std::optional<Packet> routingError(const Host& host, const Packet& packet, Because because)
{
    const bool ipv4 = packet.src.family == Family::ipv4;
    const std::uint8_t unreachable = ipv4 ? typeUnreachable : type6Unreachable;
    switch (because) {
    case Because::noRoute: return icmpError(host, packet, unreachable, 0, false);
    case Because::unreachable: return icmpError(host, packet, unreachable, ipv4 ? 1 : 0, false);
    case Because::prohibited: return icmpError(host, packet, unreachable, ipv4 ? 13 : 1, false);
    case Because::ttlExceeded: return icmpError(host, packet, ipv4 ? typeTimeExceeded : type6TimeExceeded, 0, false);
    case Because::fragmentationNeeded: return icmpError(host, packet, ipv4 ? typeUnreachable : 2, ipv4 ? 4 : 0, false);
    case Because::beyondScope: return icmpError(host, packet, unreachable, 2, false);
    default: return {};
    }
}

}  // namespace natwalk
