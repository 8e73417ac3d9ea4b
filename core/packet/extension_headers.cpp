#include "packet/extension_headers.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

using Name = std::pair<std::string_view, std::uint8_t>;

constexpr auto names = std::to_array<Name>({
    {"hbh", header::hopByHop},
    {"rt", header::routing},
    {"frag", header::fragment},
    {"ah", header::authentication},
    {"dst", header::destinationOptions},
});

}  // namespace

std::span<const Name> extensionHeaderNames() { return names; }

std::optional<std::uint8_t> extensionHeadersNamed(std::string_view list)
{
    std::uint8_t headers = 0;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        const auto* found = std::ranges::find(names, list.substr(0, end), &Name::first);
        if (found == names.end() || end + 1 == list.size())
            return {};
        headers |= found->second;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return headers;
}

std::string extensionHeadersText(std::uint8_t headers)
{
    std::string text;
    for (const auto& [name, header] : names)
        if ((headers & header) != 0)
            text.append(text.empty() ? "" : ",").append(name);
    return text;
}

bool endsInNothing(const Packet& packet)
{
    return packet.src.family == Family::ipv6 && packet.protocol == protocol::none;
}

}  // namespace natwalk
