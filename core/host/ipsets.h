// Sets of addresses, nets and ports (`ipset save`), as -m set asks for them and -j SET changes them.
//
// Source: ipset(8); Linux net/netfilter/ipset/ip_set_core.c, ip_set_hash_gen.h, ip_set_bitmap_*.c, ip_set_list_set.c.
#pragma once

#include "packet/packet.h"

#include <boost/container/small_vector.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace natwalk {

/// What one part of a set's entries is: the words behind the colon in "hash:ip,port".
enum class IpSetPartKind : std::uint8_t { address, net, port, interface, mark, link, other };

/// From which side of the packet a part is taken ("src,dst").
enum class IpSetSide : std::uint8_t { source, destination };

/// "src,dst,dst": a side for each part, from left to right.
struct IpSetSides
{
    /// IPSET_DIM_MAX
    static constexpr std::size_t most = 6;

    std::array<IpSetSide, most> all{};
    std::size_t count = 0;

    IpSetSide operator[](std::size_t part) const { return all.at(part); }
};
std::string toText(const IpSetSides& sides);

struct IpSetPart
{
    Network addresses{};                    ///< one address is a net of its own
    std::uint8_t protocol = protocol::any;  ///< of the port; any where the set does not say (bitmap:port)
    PortRange ports{};                      ///< for ICMP: type << 8 | code
    InterfaceName interface;
    std::uint32_t mark = 0;
    std::array<std::uint8_t, 6> link{};  ///< of Ethernet

    bool operator==(const IpSetPart&) const = default;
};

/// The parts of one entry, or those that a packet would have in a set: three at most.
struct IpSetKey
{
    static constexpr std::size_t most = 3;

    std::array<IpSetPart, most> all{};
    std::size_t count = 0;

    std::span<const IpSetPart> parts() const { return {all.data(), count}; }
};

/// What --map-set --map-mark does with the packet's mark.
struct IpSetMark
{
    std::uint32_t value = 0;
    std::uint32_t mask = 0xffffffffU;
};

struct IpSetEntry
{
    std::vector<IpSetPart> parts;
    bool excluded = false;   ///< "nomatch"
    bool ofBridge = false;   ///< "physdev": the device is a bridge's port
    bool anyNumber = false;  ///< "wildcard": the device's name is a beginning
    bool knowsLink = true;   ///< false: "bitmap:ip,mac" without its second part, any will do
    double secondsLeft = 0;  ///< when it was saved; 0: it stays
    std::uint64_t packets = 0;
    std::uint64_t bytes = 0;
    std::optional<IpSetMark> mark;
};

using IpSetEntries = boost::container::small_vector<const IpSetEntry*, 4>;

/// Of a list:set: a set that it holds.
struct IpSetMember
{
    std::string name;
    double secondsLeft = 0;
};

struct IpSet
{
    /// 65536, as ip_set_hash_gen.h has it
    static constexpr std::uint32_t usualMost = 65536;

    std::string name;
    std::vector<IpSetPartKind> kinds;
    std::vector<IpSetEntry> entries;
    std::vector<IpSetMember> members;      ///< of list:set, which has no entries of its own
    std::optional<Family> family = {};     ///< nothing: packets of either may be in it (bitmap:port)
    bool isBitmap = false;                 ///< "bitmap:...": as many places as its range has
    bool counts = false;                   ///< "counters"
    bool marks = false;                    ///< "skbinfo"
    bool makesRoom = false;                ///< "forceadd"
    std::optional<double> timeoutSeconds;  ///< of entries that do not say; nothing: entries stay for ever
    std::uint32_t most = usualMost;        ///< "maxelem"
    Network mask{};                        ///< "netmask", "bitmask": all but its base counts
    bool masks = false;
    std::uint32_t markMask = 0xffffffffU;
    Address first{};  ///< of bitmap:ip
    Address last{};
    PortRange ports{};  ///< of bitmap:port

    bool isList() const { return kinds.empty(); }
    bool hasNets() const;
    bool hasInterfaces() const;
    bool isDecidable() const;

    void add(IpSetEntry entry);
    /// The entries that hold the parts of a packet: those with the longest prefixes first, as the kernel finds them.
    IpSetEntries holding(std::span<const IpSetPart> parts) const;
    /// The entry that was saved with exactly these parts, or (where none of them is a net) holds them.
    const IpSetEntry* find(std::span<const IpSetPart> parts) const;
    /// The longest prefix of a part among the entries; nothing where there is none.
    std::optional<int> longestPrefix(std::size_t part) const;

private:
    /// Prefix lengths, part by part; 0 for parts that are no nets.
    using Shape = std::vector<std::uint8_t>;

    std::size_t placeOf(const Shape& shape);
    std::size_t hashOf(std::size_t shape, std::span<const IpSetPart> parts) const;
    IpSetKey masked(std::span<const IpSetPart> parts, const Shape& shape) const;

    std::vector<Shape> m_shapes;       ///< of the entries
    std::vector<std::size_t> m_order;  ///< of m_shapes: the longest prefixes first
    std::unordered_multimap<std::size_t, std::uint32_t> m_byParts;
    std::vector<std::uint32_t> m_loose;  ///< entries that hold a range, which no hash finds
};

/// Whether an entry holds the parts of a packet.
bool holds(const IpSet& set, const IpSetEntry& entry, std::span<const IpSetPart> parts);
/// Orders entries as the kernel finds them: whether the prefixes of `a` are longer than those of `b`, part by part.
bool isNarrower(const IpSetEntry& a, const IpSetEntry& b);
/// "10.0.0.7,tcp:80", as `ipset save` prints it.
std::string toText(const IpSet& set, std::span<const IpSetPart> parts);

/// The sets of a host.
class IpSets
{
public:
    IpSets() = default;
    /// Reads what `ipset save` prints. Lines that cannot be read are passed over.
    IpSets(std::string text);  // NOLINT(google-explicit-constructor): sets are their text

    /// As given.
    const std::string& text() const { return m_text; }
    bool empty() const { return m_text.empty(); }
    const IpSet* find(std::string_view name) const;
    const std::vector<IpSet>& all() const { return m_sets; }

private:
    std::string m_text;
    std::vector<IpSet> m_sets;
};

}  // namespace natwalk
