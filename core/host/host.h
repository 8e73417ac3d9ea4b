// The host that the packet meets: its devices, addresses, routes and switches. Const once made.
//
// Source: kernel behaviour as settled by experiment (routing decision, addrtype, sysctls), see tests/data/golden.
#pragma once

#include "host/back_end.h"
#include "host/ipsets.h"
#include "host/switches.h"
#include "packet/packet.h"
#include "text/message.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace natwalk {

/// An address on a device, with the prefix of its net.
struct LocalAddress
{
    LocalAddress(Address own, int length)
        : address(own)
        , prefixLength(length)
        , net(Network::of(own, length))
        , broadcast(own.family == Family::ipv4 && length < 31 ? net.broadcast() : own)
    {}

    Address address;
    int prefixLength;
    Network net;
    Address broadcast;  ///< of its net; where that has none, the address itself
};

struct Interface
{
    InterfaceName name;
    std::vector<LocalAddress> addresses;
    std::uint32_t mtu = 1500;
    std::uint32_t group = 0;  ///< `ip link set dev NAME group N`
};

enum class RouteType : std::uint8_t { unicast, local, broadcast, unreachable, prohibit, blackhole, throwRoute };

/// The table that `ip route` shows when not asked for another.
inline constexpr std::uint32_t mainTable = 254;

struct Route
{
    Network to;
    std::optional<Address> via;
    InterfaceName dev;
    RouteType type = RouteType::unicast;
    std::uint32_t table = mainTable;
    std::uint32_t metric = 0;
    std::optional<Address> source = {};  ///< "src": the address that packets made here take
};

/// A policy rule (`ip rule`); lower priority numbers come first.
struct RoutingRule
{
    std::uint32_t priority = 32766;
    std::optional<Network> from;
    std::optional<Network> to;
    std::uint32_t mark = 0;
    std::uint32_t markMask = 0;  ///< 0: any mark
    InterfaceName in;            ///< empty: any
    std::uint32_t table = mainTable;
    RouteType action = RouteType::unicast;
};

/// A socket that listens on this host (keeps the stack from answering with a reset).
struct Listener
{
    std::uint8_t protocol = protocol::tcp;
    std::optional<Address> address;
    std::uint16_t port = 0;
};

/// A fact that was not given but supposed, with what it was drawn from.
struct Assumption
{
    Message message;
};

/// What somebody says of a match that nothing else decides: "-m cpu --cpu 0" holds, or does not, in every rule.
struct AssumedMatch
{
    std::string match;  ///< as iptables-save prints it, without "-m": "cpu --cpu 0"
    bool holds = false;

    bool operator==(const AssumedMatch&) const = default;
};

/// What addrtype calls an address.
enum class AddressType : std::uint8_t {
    unspec,
    unicast,
    local,
    broadcast,
    anycast,
    multicast,
    blackhole,
    unreachable,
    prohibit,
    throwType,
    nat,
    xresolve
};

/// Where a packet goes. `type` unicast: out by `dev`; local: to this host.
struct WayOut
{
    bool found = false;  ///< false: no route to the destination
    RouteType type = RouteType::unicast;
    InterfaceName dev;
    Address nextHop;  ///< the gateway, or the destination itself
};

struct RouteAnswer : WayOut
{
    std::optional<Address> source;  ///< the route's "src"

    /// Becomes a way that was found.
    void lead(RouteType kind, const InterfaceName& device, const Address& hop)
    {
        found = true;
        type = kind;
        dev = device;
        nextHop = hop;
        source.reset();
    }
};

class Host
{
public:
    std::string name;
    std::vector<Interface> interfaces;  ///< `lo` is always supposed, named or not
    std::vector<Route> routes;  ///< without the connected routes and local addresses: those follow from `interfaces`
    std::vector<RoutingRule>
        rules;  ///< by ascending priority; without the three that always exist (local, main, default)
    std::vector<Listener> listeners;
    Switches sysctls;
    IpSets ipsets;
    std::vector<Assumption> assumptions;
    std::vector<AssumedMatch> assumedMatches;  ///< by their text
    /// false: connections are tracked only where rules need it (a bare namespace); an ordinary node always tracks
    bool tracksAlways = true;
    /// Where both back ends have rules: whose come first at each hook; unknown: those that stand first in the text. The
    /// kernel asks first what was registered last, which no dump tells.
    BackEnd firstBackEnd = BackEnd::unknown;

    /// What was said of a match; nothing where nobody said anything.
    std::optional<bool> assumed(std::string_view match) const;

    const Interface* interfaceNamed(const InterfaceName& device) const;
    std::uint32_t mtuOf(const InterfaceName& dev) const;
    /// An own address on any device, or anything in 127.0.0.0/8 (::1).
    bool isLocal(const Address& address) const;
    bool isLocalOn(const Address& address, const InterfaceName& dev) const;
    /// What addrtype says; `dev`, where not empty, limits the question to one device.
    AddressType typeOf(const Address& address, const InterfaceName& dev = {}) const;

    /// The routing decision, local table first. `in` is empty for packets made here.
    RouteAnswer route(const Address& to, const Address& from, std::uint32_t mark, const InterfaceName& in = {}) const;
    /// The same among the ways by one device: for addresses of IPv6 that are known on their link only.
    RouteAnswer routeOn(const InterfaceName& link, const Address& to, const Address& from, std::uint32_t mark,
                        const InterfaceName& in = {}) const;
    /// The source address of a packet that this host makes and sends along a route.
    std::optional<Address> sourceFor(const RouteAnswer& route, const Address& to) const;
    /// The address that MASQUERADE takes on a device: in IPv4 the one that fits the next hop, in IPv6 the one that fits
    /// the destination; nothing when the host has none of that family.
    /// @see Linux net/ipv4/devinet.c, inet_select_addr(); net/ipv6/addrconf.c, ipv6_dev_get_saddr()
    std::optional<Address> addressFor(const InterfaceName& dev, const Address& nextHop, const Address& to) const;
    /// The first address of a device (REDIRECT).
    std::optional<Address> primaryAddress(const InterfaceName& dev, Family family) const;

    /// A number from `sysctls`, or the default.
    long sysctl(std::string_view switchName, long fallback) const { return sysctls.number(switchName, fallback); }
    /// Whether a switch is on for a device, or for all.
    bool isOn(DeviceSwitch which, const InterfaceName& dev) const { return sysctls.larger(which, dev) != 0; }

private:
    struct Wanted
    {
        const Address& to;
        const Address& from;
        std::uint32_t mark;
        const InterfaceName& in;
        const InterfaceName& link;  ///< empty: by any device

        bool mayLeaveBy(const InterfaceName& device) const { return link.empty() || link == device; }
    };

    // Each answers whether it found a way, and writes it where the caller wants it: what is copied as soon as it is
    // written has to wait for that.
    bool lookUp(std::uint32_t table, const Wanted& wanted, RouteAnswer& answer) const;
    bool lookUpLocally(const Wanted& wanted, RouteAnswer& answer) const;
    bool lookUpByRules(bool beforeMain, const Wanted& wanted, RouteAnswer& answer) const;
    bool lookUpInTables(const Wanted& wanted, RouteAnswer& answer) const;
    static bool appliesTo(const RoutingRule& rule, const Wanted& wanted);
};

}  // namespace natwalk
