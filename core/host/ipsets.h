// Sets of addresses, nets and ports (`ipset save`), as -m set asks for them.
//
// Source: ipset(8); Linux net/netfilter/ipset/ip_set_hash_gen.h, ip_set_list_set.c, xt_set.c.
#pragma once

#include "packet/packet.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace natwalk {

/// What one part of a set's entries is: the words after "hash:" in "hash:ip,port".
enum class IpSetPartKind : std::uint8_t { address, port, interface, mark, other };

/// From which side of the packet a part is taken ("src,dst").
enum class IpSetSide : std::uint8_t { source, destination };

struct IpSetPart
{
    Network addresses{};                    ///< one address is a net of its own
    std::uint8_t protocol = protocol::any;  ///< of the port; any where the set does not say (bitmap:port)
    PortRange ports{};                      ///< for ICMP: type << 8 | code
    InterfaceName interface;
    std::uint32_t mark = 0;
};

struct IpSetEntry
{
    std::vector<IpSetPart> parts;
    bool excluded = false;  ///< "nomatch"
};

struct IpSet
{
    std::string name;
    std::vector<IpSetPartKind> kinds;
    std::vector<IpSetEntry> entries;
    std::vector<std::string> members;  ///< of list:set, which has no entries of its own
};

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

    /// Whether the packet is in the set; nothing when there is no such set, or when only the link layer could tell.
    std::optional<bool> holds(std::string_view set, const Packet& packet, std::span<const IpSetSide> sides) const;

private:
    void readCreate(std::span<const std::string_view> words);
    void readAdd(std::span<const std::string_view> words);
    IpSet* place(std::string_view name);

    std::string m_text;
    std::vector<IpSet> m_sets;
};

}  // namespace natwalk
