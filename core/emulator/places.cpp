#include "emulator/places.h"

#include "emulator/clues.h"

#include <algorithm>
#include <vector>

namespace natwalk {

namespace {

/// Somebody far away: an address of the nets kept for documentation (RFC 5737, RFC 3849).
Address stranger(Family family) { return *Address::from(family == Family::ipv4 ? "203.0.113.9" : "2001:db8::9"); }

/// Addresses that the rules send connections to: most likely pods.
std::vector<Address> natDestinations(const Document& document, Family family)
{
    std::vector<Address> found;
    const RulesetPtr ruleset = document.rulesetFor(family);
    if (!ruleset)
        return found;
    for (const Rule& rule : ruleset->rules())
        if (const auto destination = natDestination(rule))
            found.push_back(*destination);
    return found;
}

std::optional<InterfaceName> deviceTowards(const Address& address, const Host& host)
{
    const RouteAnswer answer = host.route(address, Address::any(address.family), 0);
    if (!answer.found || answer.type != RouteType::unicast)
        return {};
    return answer.dev;
}

/// Some neighbour in a net that is neither this host nor in `taken`: counted from the 20th, as people number pods.
std::optional<Address> neighbourIn(const Network& net, const Host& host, const std::vector<Address>& taken)
{
    for (std::uint64_t number = 20; number < 250; ++number) {
        const Address address = net.base.plus(number);
        if (!net.contains(address))
            break;
        if (!host.isLocal(address) && address != net.broadcast() && std::ranges::find(taken, address) == taken.end())
            return address;
    }
    return {};
}

std::vector<Network> netsBehind(const InterfaceName& device, const Host& host, Family family)
{
    std::vector<Network> nets;
    if (const Interface* interface = host.interfaceNamed(device))
        for (const LocalAddress& address : interface->addresses)
            nets.push_back(address.net);
    for (const Route& route : host.routes)
        if (route.dev == device && route.type == RouteType::unicast)
            nets.push_back(route.to);
    std::erase_if(nets, [family](const Network& net) { return net.base.family != family || net.isAny(); });
    return nets;
}

std::optional<InterfaceName> outsideDevice(const Host& host, Family family)
{
    if (const auto device = deviceTowards(stranger(family), host))
        return device;
    for (const Interface& interface : host.interfaces)
        if (interface.name != InterfaceName("lo"))
            return interface.name;
    return {};
}

std::optional<InterfaceName> podDevice(const Document& document, Family family)
{
    const auto outside = outsideDevice(*document.host, family);
    for (const Address& pod : natDestinations(document, family)) {
        const auto device = deviceTowards(pod, *document.host);
        if (device && device != outside)
            return device;
    }
    return {};
}

std::optional<Address> ownAddressTowards(const Address& to, const Host& host)
{
    const RouteAnswer answer = host.route(to, Address::any(to.family), 0);
    return answer.found ? host.addressFor(answer.dev, answer.nextHop, to) : std::optional<Address>();
}

}  // namespace

std::optional<Address> nodeAddress(const Host& host, Family family)
{
    if (const auto address = ownAddressTowards(stranger(family), host))
        return address;
    for (const Interface& interface : host.interfaces)
        for (const LocalAddress& local : interface.addresses)
            if (local.address.family == family && !local.address.isLoopback())
                return local.address;
    return {};
}

std::optional<Address> senderBehind(const InterfaceName& in, const Document& document, Family family)
{
    const Host& host = *document.host;
    if (deviceTowards(stranger(family), host) == in)
        return stranger(family);
    const std::vector<Address> taken = natDestinations(document, family);
    for (const Network& net : netsBehind(in, host, family))
        if (const auto address = neighbourIn(net, host, taken))
            return address;
    const auto behind = std::ranges::find_if(taken, [&](const Address& to) { return deviceTowards(to, host) == in; });
    return behind != taken.end() ? *behind : stranger(family);
}

std::optional<Place> placeOf(From from, const Document& document, Family family)
{
    if (from == From::node) {
        const auto src = nodeAddress(*document.host, family);
        return src ? Place{{}, *src} : std::optional<Place>();
    }
    const auto device = from == From::pod ? podDevice(document, family) : outsideDevice(*document.host, family);
    if (!device)
        return {};
    const auto src = senderBehind(*device, document, family);
    return src ? Place{*device, *src} : std::optional<Place>();
}

}  // namespace natwalk
