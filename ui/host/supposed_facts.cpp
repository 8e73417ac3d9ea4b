#include "ui/host/supposed_facts.h"

#include <algorithm>

namespace natwalk {

namespace {

template <typename Items, typename Holds>
std::optional<HostPlace> firstIn(HostPart part, const Items& items, Holds holds)
{
    const auto found = std::find_if(items.begin(), items.end(), holds);
    if (found == items.end())
        return {};
    return HostPlace{part, static_cast<std::size_t>(std::distance(items.begin(), found))};
}

std::optional<HostPlace> device(const Host& host, const std::string& name)
{
    return firstIn(HostPart::interfaces, host.interfaces,
                   [&](const Interface& each) { return each.name.view() == name; });
}

std::optional<HostPlace> deviceWith(const Host& host, const std::string& name, const std::string& address)
{
    return firstIn(HostPart::interfaces, host.interfaces, [&](const Interface& each) {
        return each.name.view() == name && std::ranges::any_of(each.addresses, [&](const LocalAddress& own) {
                   return toText(own.address) == address;
               });
    });
}

/// The device in whose net it is, or the route that leads to it.
std::optional<HostPlace> net(const Host& host, const std::string& text)
{
    const auto behind = firstIn(HostPart::interfaces, host.interfaces, [&](const Interface& each) {
        return std::ranges::any_of(each.addresses, [&](const LocalAddress& own) { return toText(own.net) == text; });
    });
    return behind
               ? behind
               : firstIn(HostPart::routes, host.routes, [&](const Route& route) { return toText(route.to) == text; });
}

std::optional<HostPlace> wayOut(const Host& host, const std::string& name)
{
    return firstIn(HostPart::routes, host.routes,
                   [&](const Route& route) { return route.to.isAny() && route.dev.view() == name; });
}

std::optional<HostPlace> gateway(const Host& host, const std::string& via)
{
    return firstIn(HostPart::routes, host.routes,
                   [&](const Route& route) { return route.to.isAny() && route.via && toText(*route.via) == via; });
}

std::optional<HostPlace> firstBackEnd(const Host& host, std::string_view name)
{
    return nameOf(host.firstBackEnd) == name ? std::optional(HostPlace{HostPart::switches, 0}) : std::nullopt;
}

/// Behind the row that says which back end comes first.
std::optional<HostPlace> switchAt(const Host& host, std::string_view name, std::string_view value)
{
    auto place = firstIn(HostPart::switches, host.sysctls.values(),
                         [&](const auto& each) { return each.first == name && each.second == value; });
    if (place && host.firstBackEnd != BackEnd::unknown)
        ++place->row;
    return place;
}

std::optional<HostPlace> usualSwitches(const Host& host)
{
    const auto limit = switchAt(host, "net.ipv4.icmp_ratelimit", "1000");
    return limit ? switchAt(host, "net.ipv4.conf.all.rp_filter", "2") : std::nullopt;
}

std::optional<HostPlace> everyPort(const Host& host)
{
    return firstIn(HostPart::listeners, host.listeners,
                   [](const Listener& listener) { return !listener.address && listener.port == 0; });
}

}  // namespace

std::optional<HostPlace> placeOf(const Assumption& assumption, const Host& host)
{
    const std::vector<std::string>& said = assumption.message.arguments;
    switch (assumption.message.id) {
    case MessageId::OutsideDeviceNamed:
    case MessageId::OutsideDeviceSupposed: return wayOut(host, said[0]);
    case MessageId::NetBehindDevice:
    case MessageId::PodNetFromMasquerade:
    case MessageId::PodNetFromEndpoints:
    case MessageId::InnerNetFromEndpoints: return net(host, said[0]);
    case MessageId::PodsBehindDevice:
    case MessageId::HostsBehindDevice: return device(host, said[0]);
    case MessageId::NodeAddressFromRules:
    case MessageId::NodeBesideApiServer:
    case MessageId::NodeAddressSupposed: return deviceWith(host, said[1], said[0]);
    case MessageId::DefaultRouteSupposed: return gateway(host, said[0]);
    case MessageId::SwitchesSupposed: return usualSwitches(host);
    case MessageId::ForwardingSupposed: return switchAt(host, "net.ipv4.ip_forward", "1");
    case MessageId::NoForwardingSupposed: return switchAt(host, "net.ipv4.ip_forward", "0");
    case MessageId::RouteLocalnetSupposed: return switchAt(host, "net.ipv4.conf.all.route_localnet", "1");
    case MessageId::ListenersSupposed: return everyPort(host);
    case MessageId::BothBackEnds: return firstBackEnd(host, said[0]);
    default: return {};
    }
}

void forgetRefuted(Host& host)
{
    std::erase_if(host.assumptions, [&host](const Assumption& assumption) { return !placeOf(assumption, host); });
}

}  // namespace natwalk
