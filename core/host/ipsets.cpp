#include "host/ipsets.h"

#include "host/ipset_reader.h"
#include "packet/difference.h"

#include <algorithm>

namespace natwalk {

namespace {

bool isNet(IpSetPartKind kind) { return kind == IpSetPartKind::net; }

std::uint8_t prefixOf(const IpSetPart& part, IpSetPartKind kind)
{
    return isNet(kind) ? static_cast<std::uint8_t>(part.addresses.prefixLength().value_or(0)) : std::uint8_t{0};
}

/// Whether no hash of a packet's own parts finds it: it stands for many addresses or ports.
bool isLoose(const IpSet& set, const IpSetEntry& entry)
{
    if (entry.anyNumber || !entry.knowsLink)
        return true;
    for (std::size_t i = 0; i < entry.parts.size(); ++i)
        if ((set.kinds[i] == IpSetPartKind::address && !entry.parts[i].addresses.isSingle())
            || (set.kinds[i] == IpSetPartKind::port && !entry.parts[i].ports.isSingle()))
            return true;
    return false;
}

bool holdsPart(const IpSetEntry& entry, const IpSetPart& part, const IpSetPart& ofPacket, IpSetPartKind kind)
{
    switch (kind) {
    case IpSetPartKind::address:
    case IpSetPartKind::net: return part.addresses.contains(ofPacket.addresses.base);
    case IpSetPartKind::port:
        return (part.protocol == protocol::any || part.protocol == ofPacket.protocol)
               && part.ports.contains(ofPacket.ports.first);
    case IpSetPartKind::interface:
        return entry.anyNumber ? ofPacket.interface.view().starts_with(part.interface.view())
                               : part.interface == ofPacket.interface;
    case IpSetPartKind::mark: return part.mark == ofPacket.mark;
    case IpSetPartKind::link: return !entry.knowsLink || part.link == ofPacket.link;
    case IpSetPartKind::other: break;
    }
    return false;
}

void mix(std::size_t& hash, std::uint64_t value)
{
    hash ^= std::hash<std::uint64_t>()(value) + 0x9e3779b97f4a7c15U + (hash << 6U) + (hash >> 2U);
}

std::string partText(const IpSetPart& part, IpSetPartKind kind, bool isBitmap)
{
    switch (kind) {
    case IpSetPartKind::address:
    case IpSetPartKind::net: return part.addresses.isSingle() ? toText(part.addresses.base) : toText(part.addresses);
    case IpSetPartKind::port:
        return (isBitmap ? std::string() : protocolName(part.protocol) + ':') + std::to_string(part.ports.first);
    case IpSetPartKind::interface: return toText(part.interface);
    case IpSetPartKind::mark: return markText(part.mark);
    case IpSetPartKind::link: return linkAddressText(part.link);
    case IpSetPartKind::other: break;
    }
    return {};
}

}  // namespace

std::string toText(const IpSetSides& sides)
{
    std::string text;
    for (std::size_t i = 0; i < sides.count; ++i)
        text.append(text.empty() ? "" : ",").append(sides[i] == IpSetSide::source ? "src" : "dst");
    return text;
}

bool IpSet::hasNets() const { return std::ranges::any_of(kinds, isNet); }

bool IpSet::hasInterfaces() const { return std::ranges::find(kinds, IpSetPartKind::interface) != kinds.end(); }

bool IpSet::isDecidable() const { return std::ranges::find(kinds, IpSetPartKind::other) == kinds.end(); }

void IpSet::add(IpSetEntry entry)
{
    Shape shape(kinds.size());
    for (std::size_t i = 0; i < kinds.size(); ++i)
        shape[i] = prefixOf(entry.parts[i], kinds[i]);
    const std::size_t place = placeOf(shape);
    const auto number = static_cast<std::uint32_t>(entries.size());
    if (isLoose(*this, entry))
        m_loose.push_back(number);
    else
        m_byParts.emplace(hashOf(place, entry.parts), number);
    entries.push_back(std::move(entry));
}

std::size_t IpSet::placeOf(const Shape& shape)
{
    const auto found = std::ranges::find(m_shapes, shape);
    if (found != m_shapes.end())
        return static_cast<std::size_t>(found - m_shapes.begin());
    m_shapes.push_back(shape);
    const auto before = std::ranges::find_if(m_order, [&](std::size_t other) { return m_shapes[other] < shape; });
    m_order.insert(before, m_shapes.size() - 1);
    return m_shapes.size() - 1;
}

/// Devices are left out, as the kernel does it (hash_netiface4_elem's HKEY_DATALEN).
std::size_t IpSet::hashOf(std::size_t shape, std::span<const IpSetPart> parts) const
{
    std::size_t hash = shape;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const IpSetPart& part = parts[i];
        if (kinds[i] == IpSetPartKind::address || isNet(kinds[i])) {
            mix(hash, part.addresses.base.high);
            mix(hash, part.addresses.base.low);
        }
        if (kinds[i] == IpSetPartKind::port)
            mix(hash, std::uint64_t{part.protocol} << 16U | part.ports.first);
        mix(hash, part.mark);
        for (const std::uint8_t byte : part.link)
            mix(hash, byte);
    }
    return hash;
}

/// A packet's parts as they would stand in an entry with these prefixes.
IpSetKey IpSet::masked(std::span<const IpSetPart> parts, const Shape& shape) const
{
    IpSetKey key;
    key.count = parts.size();
    std::ranges::copy(parts, key.all.begin());
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (isNet(kinds[i]))
            key.all.at(i).addresses = Network::of(parts[i].addresses.base, shape[i]);
    return key;
}

IpSetEntries IpSet::holding(std::span<const IpSetPart> parts) const
{
    IpSetEntries found;
    for (const std::size_t shape : m_order) {
        const auto [begin, end] = m_byParts.equal_range(hashOf(shape, masked(parts, m_shapes[shape]).parts()));
        for (auto each = begin; each != end; ++each)
            if (holds(*this, entries[each->second], parts))
                found.push_back(&entries[each->second]);
        // Once a net was found, no wider one is looked for, whatever its devices are (mtype_test_cidrs, multi).
        if (begin != end && hasInterfaces())
            return found;
    }
    for (const std::uint32_t loose : m_loose)
        if (holds(*this, entries[loose], parts))
            found.push_back(&entries[loose]);
    return found;
}

const IpSetEntry* IpSet::find(std::span<const IpSetPart> parts) const
{
    const bool exactly = hasNets();
    for (const IpSetEntry* entry : holding(parts))
        if (!exactly || std::ranges::equal(entry->parts, parts))
            return entry;
    return nullptr;
}

std::optional<int> IpSet::longestPrefix(std::size_t part) const
{
    std::optional<int> longest;
    for (const Shape& shape : m_shapes)
        longest = std::max(longest.value_or(0), int{shape[part]});
    return longest;
}

bool holds(const IpSet& set, const IpSetEntry& entry, std::span<const IpSetPart> parts)
{
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (!holdsPart(entry, entry.parts[i], parts[i], set.kinds[i]))
            return false;
    return !entry.ofBridge;  // no rule asks for a bridge's port
}

bool isNarrower(const IpSetEntry& a, const IpSetEntry& b)
{
    for (std::size_t i = 0; i < a.parts.size(); ++i) {
        const auto left = a.parts[i].addresses.prefixLength();
        const auto right = b.parts[i].addresses.prefixLength();
        if (left != right)
            return left > right;
    }
    return false;
}

std::string toText(const IpSet& set, std::span<const IpSetPart> parts)
{
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i)
        text.append(text.empty() ? "" : ",").append(partText(parts[i], set.kinds[i], set.isBitmap));
    return text;
}

IpSets::IpSets(std::string text) : m_text(std::move(text)), m_sets(readIpSets(m_text)) {}

const IpSet* IpSets::find(std::string_view name) const
{
    const auto found = std::ranges::find(m_sets, name, &IpSet::name);
    return found == m_sets.end() ? nullptr : &*found;
}

}  // namespace natwalk
