// Extension headers of IPv6 by name, as scenarios and people say them: hbh, rt, frag, ah, dst.
#pragma once

#include "packet/packet.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace natwalk {

/// In the order in which they stand in a packet.
std::span<const std::pair<std::string_view, std::uint8_t>> extensionHeaderNames();

/// Reads "hbh,dst", in any order; nothing when a word is none of them. An empty list names none.
std::optional<std::uint8_t> extensionHeadersNamed(std::string_view list);

/// "hbh,dst"
std::string extensionHeadersText(std::uint8_t headers);

/// Whether nothing stands behind the headers of an IPv6 packet, where the kernel looks for a protocol.
bool endsInNothing(const Packet& packet);

}  // namespace natwalk
