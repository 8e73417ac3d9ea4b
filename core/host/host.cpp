// The routing decision and the questions about addresses, as fib_lookup() and inet_addr_type() answer them.

#include "host/host.h"

#include "host/ipv6_addresses.h"

#include <algorithm>

namespace natwalk {

namespace {

constexpr std::uint32_t defaultTable = 253;
constexpr std::uint32_t mainRulePriority = 32766;
constexpr Address limitedBroadcast = Address::v4(0xffffffffU);
constexpr Address localhost = Address::v4(0x7f000001U);
const InterfaceName loopback = "lo";
const InterfaceName anyDevice;

bool holds(const Interface& device, const Address& address)
{
    return std::any_of(device.addresses.begin(), device.addresses.end(),
                       [&](const LocalAddress& own) { return own.address == address; });
}

/// Of two nets that hold an address, the one with the longer mask wins; masks of routes have no holes.
bool isMoreSpecific(const Network& one, const Network& other)
{
    return one.maskHigh != other.maskHigh ? one.maskHigh > other.maskHigh : one.maskLow > other.maskLow;
}

/// Among nets that hold an address: the longest mask wins, then the least metric, then who came first.
struct BestNet
{
    const Network* net = nullptr;
    std::uint32_t metric = 0;

    bool yieldsTo(const Network& other, std::uint32_t otherMetric, const Address& to)
    {
        if (!other.contains(to))
            return false;
        const bool better =
            net == nullptr || isMoreSpecific(other, *net)
            || (other.maskHigh == net->maskHigh && other.maskLow == net->maskLow && otherMetric < metric);
        if (better) {
            net = &other;
            metric = otherMetric;
        }
        return better;
    }
};

/// Whether an earlier address of the device lies in the same net: then the kernel flags this one as secondary.
bool isSecondary(const Interface& device, std::size_t index)
{
    const auto& addresses = device.addresses;
    return std::any_of(addresses.begin(), addresses.begin() + static_cast<std::ptrdiff_t>(index),
                       [&](const LocalAddress& earlier) {
                           return earlier.prefixLength == addresses[index].prefixLength
                                  && earlier.net.contains(addresses[index].address);
                       });
}

}  // namespace

std::optional<bool> Host::assumed(std::string_view match) const
{
    for (const std::string_view text : {match, match.substr(0, match.find(' '))}) {
        const auto found = std::ranges::find(assumedMatches, text, &AssumedMatch::match);
        if (found != assumedMatches.end())
            return found->holds;
    }
    return {};
}

const Interface* Host::interfaceNamed(const InterfaceName& device) const
{
    const auto found =
        std::find_if(interfaces.begin(), interfaces.end(), [&](const Interface& one) { return one.name == device; });
    return found == interfaces.end() ? nullptr : &*found;
}

std::uint32_t Host::mtuOf(const InterfaceName& dev) const
{
    const Interface* device = interfaceNamed(dev);
    return device ? device->mtu : 65536;
}

bool Host::isLocal(const Address& address) const
{
    return address.isLoopback() || std::any_of(interfaces.begin(), interfaces.end(), [&](const Interface& device) {
               return holds(device, address);
           });
}

bool Host::isLocalOn(const Address& address, const InterfaceName& dev) const
{
    if (address.isLoopback())
        return dev == loopback;
    const Interface* device = interfaceNamed(dev);
    return device && holds(*device, address);
}

AddressType Host::typeOf(const Address& address, const InterfaceName& dev) const
{
    if (address.isMulticast())
        return AddressType::multicast;
    if (address.family == Family::ipv4 && ((address.v4() >> 24U) == 0 || address == limitedBroadcast))
        return AddressType::broadcast;
    if (dev.empty() ? isLocal(address) : isLocalOn(address, dev))
        return AddressType::local;
    for (const Interface& device : interfaces)
        for (const LocalAddress& own : device.addresses)
            if ((dev.empty() || device.name == dev) && own.broadcast == address)
                return AddressType::broadcast;
    return isRoutersAnycast(*this, address) ? AddressType::anycast : AddressType::unicast;
}

bool Host::lookUpLocally(const Wanted& wanted, RouteAnswer& answer) const
{
    const Address& to = wanted.to;
    if (to == limitedBroadcast) {
        lookUp(mainTable, wanted, answer);
        answer.lead(RouteType::broadcast, answer.dev, to);
        return true;
    }
    const Interface* reaches = nullptr;
    bool own = to.isLoopback();
    for (const Interface& device : interfaces)
        for (const LocalAddress& local : device.addresses) {
            own = own || local.address == to;
            if (local.broadcast == to && reaches == nullptr)
                reaches = &device;
        }
    own = own || isRoutersAnycast(*this, to);
    if (own)
        answer.lead(RouteType::local, loopback, to);
    else if (reaches)
        answer.lead(RouteType::broadcast, reaches->name, to);
    return own || reaches;
}

bool Host::lookUp(std::uint32_t table, const Wanted& wanted, RouteAnswer& answer) const
{
    const Address& to = wanted.to;
    BestNet best;
    const Interface* connected = nullptr;
    const LocalAddress* through = nullptr;
    const Route* routed = nullptr;
    if (table == mainTable)
        for (const Interface& device : interfaces)
            for (const LocalAddress& own : device.addresses)
                if (wanted.mayLeaveBy(device.name) && best.yieldsTo(own.net, 0, to)) {
                    connected = &device;
                    through = &own;
                }
    for (const Route& route : routes)
        if (route.table == table && wanted.mayLeaveBy(route.dev) && best.yieldsTo(route.to, route.metric, to))
            routed = &route;
    if (routed) {
        answer.lead(routed->type, routed->dev, routed->via ? *routed->via : to);
        answer.source = routed->source;
        answer.found = routed->type != RouteType::throwRoute;
    } else if (connected) {
        answer.lead(RouteType::unicast, connected->name, to);
        if (to.family == Family::ipv4)
            answer.source = through->address;  // nets of IPv6 addresses have no source of their own
    } else {
        answer = {};
    }
    return answer.found;
}

bool Host::appliesTo(const RoutingRule& rule, const Wanted& wanted)
{
    return (!rule.from || rule.from->contains(wanted.from)) && (!rule.to || rule.to->contains(wanted.to))
           && (wanted.mark & rule.markMask) == (rule.mark & rule.markMask) && (rule.in.empty() || rule.in == wanted.in);
}

bool Host::lookUpByRules(bool beforeMain, const Wanted& wanted, RouteAnswer& answer) const
{
    for (const RoutingRule& rule : rules) {
        if ((rule.priority <= mainRulePriority) != beforeMain || !appliesTo(rule, wanted))
            continue;
        if (rule.action != RouteType::unicast) {
            answer.lead(rule.action, {}, wanted.to);
            return true;
        }
        if (lookUp(rule.table, wanted, answer))
            return true;
    }
    return false;
}

bool Host::lookUpInTables(const Wanted& wanted, RouteAnswer& answer) const
{
    return lookUpByRules(true, wanted, answer) || lookUp(mainTable, wanted, answer)
           || lookUpByRules(false, wanted, answer) || lookUp(defaultTable, wanted, answer);
}

RouteAnswer Host::route(const Address& to, const Address& from, std::uint32_t mark, const InterfaceName& in) const
{
    RouteAnswer answer;
    const Wanted wanted{to, from, mark, in, anyDevice};
    if (!lookUpLocally(wanted, answer))
        lookUpInTables(wanted, answer);
    return answer;
}

RouteAnswer Host::routeOn(const InterfaceName& link, const Address& to, const Address& from, std::uint32_t mark,
                          const InterfaceName& in) const
{
    RouteAnswer answer;
    if (isLocalOn(to, link))
        answer.lead(RouteType::local, loopback, to);
    else
        lookUpInTables({to, from, mark, in, link}, answer);
    return answer;
}

std::optional<Address> Host::sourceFor(const RouteAnswer& route, const Address& to) const
{
    if (route.type == RouteType::local)  // the local route of 127/8 has a source of its own
        return route.nextHop.family == Family::ipv4 && route.nextHop.isLoopback() ? localhost : route.nextHop;
    return route.source ? route.source : addressFor(route.dev, route.nextHop, to);
}

std::optional<Address> Host::addressFor(const InterfaceName& dev, const Address& nextHop, const Address& to) const
{
    if (to.family == Family::ipv6)
        return sourceTowards(*this, dev, to);
    const Interface* device = dev == loopback ? nullptr : interfaceNamed(dev);
    std::optional<Address> first;
    for (std::size_t i = 0; device && i < device->addresses.size(); ++i) {
        const LocalAddress& own = device->addresses[i];
        if (own.address.family != nextHop.family || own.address.isLoopback() || isSecondary(*device, i))
            continue;
        if (own.net.contains(nextHop))
            return own.address;
        if (!first)
            first = own.address;
    }
    // A device without an address of its own borrows the first one of the host.
    for (std::size_t i = 0; !first && i < interfaces.size(); ++i)
        if (interfaces[i].name != loopback)
            first = primaryAddress(interfaces[i].name, nextHop.family);
    return first;
}

std::optional<Address> Host::primaryAddress(const InterfaceName& dev, Family family) const
{
    if (const Interface* device = interfaceNamed(dev))
        for (const LocalAddress& own : device->addresses)
            if (own.address.family == family)
                return own.address;
    if (dev == loopback)
        return family == Family::ipv4 ? Address::v4(0x7f000001U) : Address{0, 1, Family::ipv6};
    return {};
}

}  // namespace natwalk
