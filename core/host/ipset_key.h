// What a packet's entry in a set would be.
// Source: Linux net/netfilter/ipset/ip_set_getport.c, ip_set_hash_*.c and ip_set_bitmap_*.c (*_kadt).
#pragma once

#include "host/ipsets.h"

namespace natwalk {

enum class KeyFound : std::uint8_t {
    yes,
    no,      ///< it has none: no ports, no device, out of the set's range
    unknown  ///< only the link layer could tell
};

/// Its addresses are single ones, also where the set holds nets.
KeyFound keyOf(const IpSet& set, const Packet& packet, const IpSetSides& sides, IpSetKey& key);

}  // namespace natwalk
