#include "host/ipsets.h"

#include <algorithm>
#include <charconv>

namespace natwalk {

namespace {

/// Lists in lists are followed as deep as the kernel allows them: not at all; this is for made-up input.
constexpr int deepestList = 4;

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0 || separator != ' ')
            parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::optional<std::uint32_t> numberIn(std::string_view word)
{
    const bool hexadecimal = word.starts_with("0x");
    if (hexadecimal)
        word.remove_prefix(2);
    std::uint32_t number = 0;
    const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), number, hexadecimal ? 16 : 10);
    if (problem != std::errc() || end != word.data() + word.size())
        return {};
    return number;
}

IpSetPartKind kindNamed(std::string_view word)
{
    if (word == "ip" || word == "net")
        return IpSetPartKind::address;
    if (word == "port")
        return IpSetPartKind::port;
    if (word == "iface")
        return IpSetPartKind::interface;
    return word == "mark" ? IpSetPartKind::mark : IpSetPartKind::other;
}

std::optional<std::uint16_t> portIn(std::string_view word)
{
    // an ICMP type and code: "8/0"
    if (const std::size_t slash = word.find('/'); slash != std::string_view::npos) {
        const auto type = numberIn(word.substr(0, slash));
        const auto code = numberIn(word.substr(slash + 1));
        if (!type || !code || *type > 255 || *code > 255)
            return {};
        return static_cast<std::uint16_t>(*type << 8 | *code);
    }
    const auto number = numberIn(word);
    if (!number || *number > 65535)
        return {};
    return static_cast<std::uint16_t>(*number);
}

/// "tcp:80", "udp:53-60", "icmp:8/0" or, in a bitmap, "80".
bool readPort(std::string_view word, IpSetPart& part)
{
    if (const std::size_t colon = word.find(':'); colon != std::string_view::npos) {
        const auto protocol = protocolNamed(word.substr(0, colon));
        if (!protocol)
            return false;
        part.protocol = *protocol;
        word.remove_prefix(colon + 1);
    }
    const std::size_t dash = word.find('-');
    const auto first = portIn(word.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : portIn(word.substr(dash + 1));
    if (!first || !last)
        return false;
    part.ports = {*first, *last};
    return true;
}

bool readPart(std::string_view word, IpSetPartKind kind, IpSetPart& part)
{
    switch (kind) {
    case IpSetPartKind::address: {
        const auto network = Network::from(word);
        part.addresses = network.value_or(Network{});
        return network.has_value();
    }
    case IpSetPartKind::port: return readPort(word, part);
    case IpSetPartKind::interface: part.interface = word; return true;
    case IpSetPartKind::mark: part.mark = numberIn(word).value_or(0); return numberIn(word).has_value();
    case IpSetPartKind::other: break;
    }
    return true;
}

std::uint16_t portOf(const Packet& packet, IpSetSide side)
{
    if (packet.isIcmp())
        return static_cast<std::uint16_t>(packet.icmpType << 8 | packet.icmpCode);
    return side == IpSetSide::source ? packet.sport : packet.dport;
}

bool portHolds(const IpSetPart& part, const Packet& packet, IpSetSide side)
{
    const bool fits = part.protocol == protocol::any
                          ? packet.protocol == protocol::tcp || packet.protocol == protocol::udp
                          : packet.protocol == part.protocol;
    return fits && !packet.isLaterFragment() && part.ports.contains(portOf(packet, side));
}

bool partHolds(const IpSetPart& part, IpSetPartKind kind, const Packet& packet, IpSetSide side)
{
    const bool source = side == IpSetSide::source;
    switch (kind) {
    case IpSetPartKind::address: return part.addresses.contains(source ? packet.src : packet.dst);
    case IpSetPartKind::port: return portHolds(part, packet, side);
    case IpSetPartKind::interface: return part.interface == (source ? packet.in : packet.out);
    case IpSetPartKind::mark: return part.mark == packet.mark;
    case IpSetPartKind::other: break;
    }
    return false;
}

bool entryHolds(const IpSetEntry& entry, const IpSet& set, const Packet& packet, std::span<const IpSetSide> sides)
{
    for (std::size_t i = 0; i < entry.parts.size(); ++i)
        if (!partHolds(entry.parts[i], set.kinds[i], packet, sides[i]))
            return false;
    return true;
}

int bitsIn(const IpSetEntry& entry)
{
    int bits = 0;
    for (const IpSetPart& part : entry.parts)
        bits += part.addresses.prefixLength().value_or(0);
    return bits;
}

/// The narrowest entry that holds the packet decides, whether it includes or excludes it.
bool setHolds(const IpSet& set, const Packet& packet, std::span<const IpSetSide> sides)
{
    const IpSetEntry* narrowest = nullptr;
    for (const IpSetEntry& entry : set.entries)
        if (entryHolds(entry, set, packet, sides) && (narrowest == nullptr || bitsIn(entry) > bitsIn(*narrowest)))
            narrowest = &entry;
    return narrowest != nullptr && !narrowest->excluded;
}

std::optional<bool> holdsIn(const IpSets& sets, std::string_view name, const Packet& packet,
                            std::span<const IpSetSide> sides, int depth)
{
    const IpSet* set = sets.find(name);
    if (set == nullptr || depth > deepestList
        || std::find(set->kinds.begin(), set->kinds.end(), IpSetPartKind::other) != set->kinds.end())
        return {};
    if (set->kinds.size() > sides.size())
        return false;
    if (setHolds(*set, packet, sides))
        return true;
    bool known = true;
    for (const std::string& member : set->members) {
        const auto inMember = holdsIn(sets, member, packet, sides, depth + 1);
        if (inMember == true)
            return true;
        known = known && inMember.has_value();
    }
    return known ? std::optional(false) : std::nullopt;
}

}  // namespace

IpSets::IpSets(std::string text) : m_text(std::move(text))
{
    for (std::string_view line : split(m_text, '\n')) {
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        const auto words = split(line, ' ');
        if (words.size() < 3)
            continue;
        if (words[0] == "create" || words[0] == "-N")
            readCreate(words);
        else if (words[0] == "add" || words[0] == "-A")
            readAdd(words);
    }
}

const IpSet* IpSets::find(std::string_view name) const
{
    const auto found = std::find_if(m_sets.begin(), m_sets.end(), [&](const IpSet& set) { return set.name == name; });
    return found == m_sets.end() ? nullptr : &*found;
}

std::optional<bool> IpSets::holds(std::string_view set, const Packet& packet, std::span<const IpSetSide> sides) const
{
    return holdsIn(*this, set, packet, sides, 0);
}

IpSet* IpSets::place(std::string_view name)
{
    const auto found = std::find_if(m_sets.begin(), m_sets.end(), [&](const IpSet& set) { return set.name == name; });
    return found == m_sets.end() ? nullptr : &*found;
}

/// "create NAME hash:ip,port family inet ..."
void IpSets::readCreate(std::span<const std::string_view> words)
{
    IpSet set{std::string(words[1]), {}, {}, {}};
    const std::string_view type = words[2];
    if (type != "list:set")
        for (const std::string_view kind : split(type.substr(std::min(type.find(':') + 1, type.size())), ','))
            set.kinds.push_back(kindNamed(kind));
    m_sets.push_back(std::move(set));
}

/// "add NAME 10.0.0.1,tcp:80 timeout 30 nomatch"
void IpSets::readAdd(std::span<const std::string_view> words)
{
    IpSet* set = place(words[1]);
    if (set == nullptr)
        return;
    if (set->kinds.empty()) {
        set->members.emplace_back(words[2]);
        return;
    }
    const auto parts = split(words[2], ',');
    if (parts.size() != set->kinds.size())
        return;
    IpSetEntry entry;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (!readPart(parts[i], set->kinds[i], entry.parts.emplace_back()))
            return;
    entry.excluded = std::find(words.begin() + 3, words.end(), "nomatch") != words.end();
    set->entries.push_back(std::move(entry));
}

}  // namespace natwalk
