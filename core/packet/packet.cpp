#include "packet/packet.h"

#include "packet/extension_headers.h"

#include <bit>
#include <charconv>

namespace natwalk {

namespace {

/// Bytes of the header below IP, without options.
std::uint32_t transportHeaderLength(std::uint8_t protocol)
{
    switch (protocol) {
    case protocol::tcp: return 20;
    case protocol::sctp:
    case protocol::dccp: return 12;
    case protocol::udp:
    case protocol::udplite:
    case protocol::icmp:
    case protocol::icmp6:
    case protocol::mobility: return 8;
    default: return 0;
    }
}

}  // namespace

bool Packet::isIcmpError() const
{
    if (protocol == protocol::icmp6)  // RFC 4443: errors are the types below 128
        return icmpType < 128;
    // destination unreachable, source quench, redirect, time exceeded, parameter problem
    return protocol == protocol::icmp
           && (icmpType == 3 || icmpType == 4 || icmpType == 5 || icmpType == 11 || icmpType == 12);
}

std::uint32_t Packet::sequenceEnd() const
{
    const auto counted = [this](std::uint8_t flag) { return (tcpFlags & flag) != 0 ? 1U : 0U; };
    return seq + payloadLength + counted(tcpflag::syn) + counted(tcpflag::fin);
}

std::uint8_t Packet::extensionHeaders() const
{
    const bool said = isFragment() && src.family == Family::ipv6;
    return static_cast<std::uint8_t>(headers | (said ? header::fragment : 0U));
}

std::uint32_t Packet::networkLength() const
{
    if (src.family == Family::ipv4)
        return 20;
    constexpr std::uint32_t each = 8;
    const std::uint8_t carried = extensionHeaders();
    const std::uint32_t longer = (carried & header::authentication) != 0 ? each : 0;  // it is as long as two
    return 40 + each * static_cast<std::uint32_t>(std::popcount(carried)) + longer;
}

std::uint32_t Packet::length() const
{
    return networkLength() + (isLaterFragment() ? 0 : transportHeaderLength(protocol)) + tcpOptionBytes + payloadLength;
}

std::string linkAddressText(const std::array<std::uint8_t, 6>& address)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : address) {
        text.append(text.empty() ? "" : ":");
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

std::optional<std::array<std::uint8_t, 6>> linkAddressFrom(std::string_view text)
{
    std::array<std::uint8_t, 6> address{};
    if (text.size() != 3 * address.size() - 1)
        return {};
    for (std::size_t i = 0; i < address.size(); ++i) {
        const char* begin = text.data() + 3 * i;
        const auto [end, problem] = std::from_chars(begin, begin + 2, address[i], 16);
        if (problem != std::errc() || end != begin + 2 || (i + 1 < address.size() && *end != ':'))
            return {};
    }
    return address;
}

std::string toText(const Packet& packet)
{
    std::string text = protocolName(packet.protocol) + ' ';
    if (packet.isIcmp())
        text += std::to_string(packet.icmpType) + '/' + std::to_string(packet.icmpCode) + ' ';
    text += endpointText(packet.src, packet.sport, packet.protocol);
    text += " > " + endpointText(packet.dst, packet.dport, packet.protocol);
    if (packet.extensionHeaders() != 0)
        text += " headers " + extensionHeadersText(packet.extensionHeaders());
    if (!packet.in.empty())
        text += " in " + toText(packet.in);
    if (!packet.out.empty())
        text += " out " + toText(packet.out);
    return text;
}

std::string endpointText(const Address& address, std::uint16_t port, std::uint8_t protocol)
{
    std::string host = toText(address);
    if (!hasPorts(protocol))
        return host;
    return (address.family == Family::ipv4 ? host : '[' + host + ']') + ':' + std::to_string(port);
}

}  // namespace natwalk
