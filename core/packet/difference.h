// What changed in a packet, field by field, for everyone who shows a rewrite.
#pragma once

#include "packet/packet.h"

#include <string>
#include <string_view>
#include <vector>

namespace natwalk {

/// One field that two versions of a packet do not share, as text.
struct Difference
{
    std::string_view
        field;  ///< "src" and "dst" (with their ports), "mark", "ttl", "tos", "icmp_id", "flags", "in", "out"
    std::string before;
    std::string after;

    bool operator==(const Difference&) const = default;
};

/// The fields that differ, addresses first; empty when a person would see no change.
std::vector<Difference> differences(const Packet& before, const Packet& after);

/// "0x4000"
std::string markText(std::uint32_t mark);

}  // namespace natwalk
