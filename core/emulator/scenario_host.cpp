#include "emulator/scenario_parts.h"
#include "host/assumed_matches.h"
#include "host/ip_words.h"

#include <algorithm>

namespace natwalk {

namespace {

struct InterfaceDraft
{
    Interface interface;
    const Json* routes = nullptr;
};

InterfaceName deviceFrom(const Json& value)
{
    if (!isDeviceName(value.asText()))
        throw ParseError(value.where, message(MessageId::NotADevice, value.text));
    return std::string_view(value.text);
}

constexpr std::array interfaceKeys = std::to_array<Key<InterfaceDraft>>({
    {"name", [](const Json& value, InterfaceDraft& draft, Complaints&) { draft.interface.name = deviceFrom(value); }},
    {"addresses",
     [](const Json& value, InterfaceDraft& draft, Complaints& complaints) {
         forEachItem(value, complaints,
                     [&](const Json& item) { draft.interface.addresses.push_back(localAddressFrom(item.words())); });
     }},
    {"routes", [](const Json& value, InterfaceDraft& draft, Complaints&) { draft.routes = &value; }},
    {"mtu", [](const Json& value, InterfaceDraft& draft,
               Complaints&) { draft.interface.mtu = static_cast<std::uint32_t>(value.asInteger(68, 65535)); }},
    {"group", [](const Json& value, InterfaceDraft& draft,
                 Complaints&) { draft.interface.group = static_cast<std::uint32_t>(value.asInteger(0, 0x7fffffff)); }},
    {"kind", [](const Json& value, InterfaceDraft&, Complaints&) { value.asText(); }},
});

void addRoute(const Json& text, const InterfaceName& dev, ScenarioDraft& draft)
{
    draft.routes.emplace_back(routeFrom(text.words(), dev), text.where);
}

/// {"dst": "10.0.0.0/8", "via": "10.0.0.1"}: the long form of a route
void addLongRoute(const Json& object, const InterfaceName& dev, ScenarioDraft& draft)
{
    const Json* to = valueOf(object, "dst");
    if (to == nullptr)
        throw ParseError(object.where, message(MessageId::KeyMissing, "dst"));
    std::vector<Token> words = to->words();
    if (const Json* via = valueOf(object, "via"); via != nullptr && via->kind != Json::Kind::null) {
        words.push_back({"via", via->where, false});
        words.push_back({via->asText(), via->where, false});
    }
    draft.routes.emplace_back(routeFrom(words, dev), object.where);
}

void readInterface(const Json& item, ScenarioDraft& draft, Complaints& complaints)
{
    InterfaceDraft read;
    readKeys<InterfaceDraft>(item, interfaceKeys, read, complaints);
    if (read.interface.name.empty() && valueOf(item, "name") == nullptr)
        throw ParseError(item.where, message(MessageId::KeyMissing, "name"));
    draft.host->interfaces.push_back(read.interface);
    if (read.routes == nullptr)
        return;
    forEachItem(*read.routes, complaints, [&](const Json& route) {
        if (route.kind == Json::Kind::object)
            addLongRoute(route, read.interface.name, draft);
        else
            addRoute(route, read.interface.name, draft);
    });
}

void readInterfaces(const Json& value, ScenarioDraft& draft, Complaints& complaints)
{
    forEachItem(value, complaints, [&](const Json& item) { readInterface(item, draft, complaints); });
}

void readRoutes(const Json& value, ScenarioDraft& draft, Complaints& complaints)
{
    forEachItem(value, complaints, [&](const Json& item) { addRoute(item, {}, draft); });
}

void readRules(const Json& value, ScenarioDraft& draft, Complaints& complaints)
{
    std::vector<RoutingRule>& rules = draft.host->rules;
    forEachItem(value, complaints, [&](const Json& item) {
        const RoutingRule rule = routingRuleFrom(item.words(), nextRulePriority(rules));
        const auto place = std::upper_bound(rules.begin(), rules.end(), rule,
                                            [](const auto& a, const auto& b) { return a.priority < b.priority; });
        rules.insert(place, rule);
    });
}

/// A switch's value as the kernel's file shows it.
std::string switchText(const Json& value)
{
    if (value.kind == Json::Kind::text)
        return value.text;
    return std::to_string(value.asInteger(-0x80000000LL, 0xffffffffLL));
}

void readSwitches(const Json& value, ScenarioDraft& draft, Complaints& complaints)
{
    for (const Json::Member& member : value.asObject())
        complaints.collect([&] {
            std::string name = member.key;
            std::replace(name.begin(), name.end(), '/', '.');
            draft.host->sysctls.set(name, switchText(member.value));
        });
}

constexpr std::array listenerKeys = std::to_array<Key<Listener>>({
    {"proto",
     [](const Json& value, Listener& listener, Complaints&) {
         listener.protocol = oneOf<std::uint8_t>(value, {{"tcp", protocol::tcp}, {"udp", protocol::udp}});
     }},
    {"transparent", [](const Json& value, Listener&, Complaints&) { value.asBoolean(); }},  // as TPROXY wants it
    {"port", [](const Json& value, Listener& listener,
                Complaints&) { listener.port = static_cast<std::uint16_t>(value.asInteger(1, 65535)); }},
    {"addr",
     [](const Json& value, Listener& listener, Complaints&) {
         const Address address = addressFrom(value);
         if (!address.isAny())
             listener.address = address;
     }},
});

void readListeners(const Json& value, ScenarioDraft& draft, Complaints& complaints)
{
    forEachItem(value, complaints, [&](const Json& item) {
        Listener listener;
        readKeys<Listener>(item, listenerKeys, listener, complaints);
        draft.host->listeners.push_back(listener);
    });
}

/// {"cpu --cpu 0": true, "time --timestart 08:00:00 ...": false}: of matches that nothing else decides
void readAssumed(const Json& value, ScenarioDraft& draft, Complaints& complaints)
{
    for (const Json::Member& member : value.asObject())
        complaints.collect([&] { assume(*draft.host, member.key, member.value.asBoolean()); });
}

constexpr std::array keys = std::to_array<Key<ScenarioDraft>>({
    {"interfaces", readInterfaces},
    {"routes", readRoutes},
    {"ip_rules", readRules},
    {"sysctl", readSwitches},
    {"ipset", [](const Json& value, ScenarioDraft& draft, Complaints&) { draft.host->ipsets = value.asText(); }},
    {"listen", readListeners},
    {"assume", readAssumed},
    {"first_back_end",
     [](const Json& value, ScenarioDraft& draft, Complaints&) {
         draft.host->firstBackEnd = oneOf<BackEnd>(value, {{"legacy", BackEnd::legacy}, {"nft", BackEnd::nft}});
     }},
    {"conntrack",
     [](const Json& value, ScenarioDraft& draft, Complaints&) { draft.host->tracksAlways = value.asBoolean(); }},
});

}  // namespace

std::shared_ptr<Host> laboratoryHost()
{
    auto host = std::make_shared<Host>();
    for (const char* name :
         {"net.ipv4.conf.all.rp_filter", "net.ipv4.conf.default.rp_filter", "net.ipv4.icmp_ratelimit",
          "net.ipv4.icmp_ratemask", "net.ipv4.icmp_echo_ignore_broadcasts", "net.ipv6.icmp.ratelimit"})
        host->sysctls.set(name, "0");
    for (const char* name : {"net.ipv4.icmp_msgs_per_sec", "net.ipv4.icmp_msgs_burst"})
        host->sysctls.set(name, "10000000");
    host->sysctls.set("net.ipv4.ip_forward", "1");
    host->sysctls.set("net.ipv6.conf.all.forwarding", "1");
    return host;
}

std::span<const Key<ScenarioDraft>> hostKeys() { return keys; }

void finishHost(ScenarioDraft& draft, Complaints& complaints)
{
    for (auto& [route, where] : draft.routes) {
        if (route.dev.empty() && route.via)
            route.dev = deviceTowards(draft.host->interfaces, *route.via);
        if (route.dev.empty() && route.via)
            complaints.error(where, message(MessageId::GatewayOutOfReach, *route.via));
        draft.host->routes.push_back(route);
    }
    draft.scenario.host = draft.host;
}

}  // namespace natwalk
