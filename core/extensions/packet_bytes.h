// A packet byte by byte, from the beginning of its IP header, as far as natwalk knows them.
#pragma once

#include "packet/packet.h"

#include <cstdint>
#include <optional>

namespace natwalk {

/// A byte of a packet.
struct PacketByte
{
    std::uint8_t value = 0;
    bool known = false;
};

/// The byte at a place before the packet's end; the IP header's id, checksums and payload are not known.
PacketByte packetByte(const Packet& packet, std::uint32_t place);

/// Four bytes in network order, of which those bits are known that `known` says.
struct PacketWord
{
    std::uint32_t value = 0;
    std::uint32_t known = 0;
};

/// Nothing where the packet is too short.
std::optional<PacketWord> packetWord(const Packet& packet, std::uint64_t place);

}  // namespace natwalk
