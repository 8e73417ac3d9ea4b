#include "packet/difference.h"

#include <array>
#include <cstdio>

namespace natwalk {

namespace {

struct Field
{
    std::string_view name;
    std::string (*text)(const Packet&);
};

constexpr auto fields = std::to_array<Field>({
    {"src", [](const Packet& packet) { return endpointText(packet.src, packet.sport, packet.protocol); }},
    {"dst", [](const Packet& packet) { return endpointText(packet.dst, packet.dport, packet.protocol); }},
    {"mark", [](const Packet& packet) { return markText(packet.mark); }},
    {"ttl", [](const Packet& packet) { return std::to_string(packet.ttl); }},
    {"tos", [](const Packet& packet) { return std::to_string(packet.tos); }},
    {"icmp_id", [](const Packet& packet) { return std::to_string(packet.icmpId); }},
    {"flags", [](const Packet& packet) { return tcpFlagNames(packet.tcpFlags); }},
    {"in", [](const Packet& packet) { return toText(packet.in); }},
    {"out", [](const Packet& packet) { return toText(packet.out); }},
});

}  // namespace

std::vector<Difference> differences(const Packet& before, const Packet& after)
{
    std::vector<Difference> found;
    for (const Field& field : fields) {
        std::string was = field.text(before);
        std::string is = field.text(after);
        if (was != is)
            found.push_back({field.name, std::move(was), std::move(is)});
    }
    return found;
}

std::string markText(std::uint32_t mark)
{
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "0x%x", mark);
    return text.data();
}

}  // namespace natwalk
