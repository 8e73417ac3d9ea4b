#include "extensions/packet_bytes.h"

#include <array>

namespace natwalk {

namespace {

constexpr PacketByte unknown{};

constexpr PacketByte known(std::uint64_t value) { return {static_cast<std::uint8_t>(value & 0xffU), true}; }

/// The byte of a number of `size` bytes.
constexpr PacketByte byteOf(std::uint64_t number, std::uint32_t size, std::uint32_t place)
{
    return known(number >> 8U * (size - 1 - place));
}

std::uint32_t fragmentBits(const Packet& packet)
{
    return (packet.dontFragment ? 0x4000U : 0U) | (packet.moreFragments ? 0x2000U : 0U)
           | std::uint32_t{packet.fragmentOffset} / 8U;
}

PacketByte ipv4Byte(const Packet& packet, std::uint32_t place)
{
    if (place >= 16)
        return byteOf(packet.dst.v4(), 4, place - 16);
    if (place >= 12)
        return byteOf(packet.src.v4(), 4, place - 12);
    switch (place) {
    case 0: return known(0x45);
    case 1: return known(packet.tos);
    case 2:
    case 3: return byteOf(packet.length(), 2, place - 2);
    case 6:
    case 7: return byteOf(fragmentBits(packet), 2, place - 6);
    case 8: return known(packet.ttl);
    case 9: return known(packet.protocol);
    default: return unknown;
    }
}

PacketByte addressByte(const Address& address, std::uint32_t place)
{
    return place < 8 ? byteOf(address.high, 8, place) : byteOf(address.low, 8, place - 8);
}

PacketByte ipv6Byte(const Packet& packet, std::uint32_t place)
{
    if (place >= 24)
        return addressByte(packet.dst, place - 24);
    if (place >= 8)
        return addressByte(packet.src, place - 8);
    switch (place) {
    case 0: return known(0x60U | packet.tos >> 4U);
    case 4:
    case 5: return byteOf(packet.length() - 40, 2, place - 4);
    case 6: return packet.extensionHeaders() == 0 ? known(packet.protocol) : unknown;
    case 7: return known(packet.ttl);
    default: return unknown;
    }
}

PacketByte tcpByte(const Packet& packet, std::uint32_t place)
{
    if (place >= 4 && place < 8)
        return byteOf(packet.seq, 4, place - 4);
    if (place >= 8 && place < 12)
        return byteOf(packet.ack, 4, place - 8);
    switch (place) {
    case 12: return known(0x50);
    case 13: return known(packet.tcpFlags);
    case 14:
    case 15: return byteOf(packet.window, 2, place - 14);
    case 18:
    case 19: return known(0);
    default: return unknown;
    }
}

PacketByte icmpByte(const Packet& packet, std::uint32_t place)
{
    switch (place) {
    case 0: return known(packet.icmpType);
    case 1: return known(packet.icmpCode);
    case 4:
    case 5: return packet.isIcmpError() ? unknown : byteOf(packet.icmpId, 2, place - 4);
    default: return unknown;
    }
}

PacketByte transportByte(const Packet& packet, std::uint32_t place)
{
    if (packet.isLaterFragment())
        return unknown;
    if (packet.isIcmp())
        return icmpByte(packet, place);
    if (packet.protocol == protocol::esp)
        return place < 4 ? byteOf(packet.spi, 4, place) : unknown;
    if (!hasPorts(packet.protocol))
        return unknown;
    if (place < 4)
        return place < 2 ? byteOf(packet.sport, 2, place) : byteOf(packet.dport, 2, place - 2);
    if (packet.protocol == protocol::tcp)
        return tcpByte(packet, place);
    if (packet.protocol == protocol::udp && place < 6)
        return byteOf(8U + packet.payloadLength, 2, place - 4);
    return unknown;
}

}  // namespace

PacketByte packetByte(const Packet& packet, std::uint32_t place)
{
    const bool isIpv4 = packet.src.family == Family::ipv4;
    const std::uint32_t header = packet.networkLength();
    if (place >= header)
        return transportByte(packet, place - header);
    if (!isIpv4 && place >= 40)
        return unknown;  // of an extension header
    return isIpv4 ? ipv4Byte(packet, place) : ipv6Byte(packet, place);
}

std::optional<PacketWord> packetWord(const Packet& packet, std::uint64_t place)
{
    if (place + 4 > packet.length())
        return {};
    PacketWord word;
    for (std::uint32_t i = 0; i < 4; ++i) {
        const PacketByte byte = packetByte(packet, static_cast<std::uint32_t>(place) + i);
        word.value = word.value << 8U | byte.value;
        word.known = word.known << 8U | (byte.known ? 0xffU : 0U);
    }
    return word;
}

}  // namespace natwalk
