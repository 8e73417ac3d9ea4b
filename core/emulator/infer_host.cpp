#include "emulator/infer_host.h"

#include "emulator/clues.h"
#include "syntax/rule_maker.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace natwalk {

namespace {

/// Nets of endpoints beyond this number are drawn together into one.
constexpr std::size_t mostNets = 32;

bool beginsWithOneOf(const InterfaceName& name, std::initializer_list<std::string_view> beginnings)
{
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return name.view().starts_with(beginning); });
}

bool leadsOutside(const InterfaceName& name)
{
    return beginsWithOneOf(name, {"eth", "en", "em", "wl", "bond", "ppp", "wan", "venet"});
}

bool leadsToPods(const InterfaceName& name)
{
    return beginsWithOneOf(name, {"cni", "cali", "cbr", "lxc", "weave", "kube-bridge", "azv"});
}

/// Devices that pods and containers do not sit behind: tunnels and those that only hold addresses.
bool isTunnelOrDummy(const InterfaceName& name)
{
    return name == "lo"
           || beginsWithOneOf(name, {"tun", "vxlan", "flannel", "wg", "kube-ipvs", "nodelocaldns", "dummy"});
}

int usualPrefix(Family family) { return family == Family::ipv4 ? 24 : 64; }

Network netAround(const Address& address) { return Network::of(address, usualPrefix(address.family)); }

/// The smallest net that holds all of these.
Network netAroundAll(const std::vector<Network>& nets)
{
    int length = usualPrefix(nets.front().base.family);
    const auto holdsAll = [&](const Network& wide) {
        return std::all_of(nets.begin(), nets.end(), [&](const Network& each) { return wide.contains(each.base); });
    };
    while (length > 0 && !holdsAll(Network::of(nets.front().base, length)))
        --length;
    return Network::of(nets.front().base, length);
}

/// The last address of a net that a host may have.
Address lastOf(const Network& net)
{
    Address last = net.broadcast();
    --last.low;
    return last;
}

/// Draws up the host for the clues of one family, beside what other families gave already.
class HostDraft
{
public:
    HostDraft(Host& host, const Clues& clues, Family family) : m_host(host), m_clues(clues), m_family(family) {}

    void draw()
    {
        nameDevices();
        pairNets();
        placeEndpoints();
        placeNode();
    }

private:
    Interface& device(const InterfaceName& name)
    {
        for (Interface& interface : m_host.interfaces)
            if (interface.name == name)
                return interface;
        m_host.interfaces.push_back({name, {}});
        return m_host.interfaces.back();
    }

    template <typename... Arguments>
    void suppose(MessageId id, const Arguments&... arguments)
    {
        m_host.assumptions.push_back({message(id, arguments...)});
    }

    void nameDevices()
    {
        chooseOutside();
        device(m_outside);
        for (const InterfaceName& name : m_clues.devices)
            if (name != "lo")
                device(name);
    }

    void chooseOutside()
    {
        const auto isOutside = [](const InterfaceName& name) { return leadsOutside(name); };
        const auto named = std::find_if(m_clues.devices.begin(), m_clues.devices.end(), isOutside);
        if (!m_clues.wayOut.empty())
            m_outside = m_clues.wayOut.front();
        else if (named != m_clues.devices.end())
            m_outside = *named;
        const bool known = !m_clues.wayOut.empty() || named != m_clues.devices.end();
        suppose(known ? MessageId::OutsideDeviceNamed : MessageId::OutsideDeviceSupposed, m_outside);
    }

    /// A net lies behind a device, whose address in it is the first, or the last where that is taken.
    void putBehind(const Network& net, const InterfaceName& name)
    {
        const Address first = net.base.plus(1);
        const bool taken =
            std::find(m_clues.endpoints.begin(), m_clues.endpoints.end(), first) != m_clues.endpoints.end();
        const Address own = taken ? lastOf(net) : first;
        device(name).addresses.emplace_back(own, net.prefixLength().value_or(usualPrefix(m_family)));
        m_known.push_back(net);
    }

    void pairNets()
    {
        for (const auto& [net, name] : m_clues.nets) {
            if (isKnown(net.base) || name == m_outside)
                continue;
            putBehind(net, name);
            suppose(MessageId::NetBehindDevice, net, name);
        }
    }

    bool isKnown(const Address& address) const
    {
        return std::any_of(m_known.begin(), m_known.end(), [&](const Network& net) { return net.contains(address); });
    }

    /// Services lead to pods on a node; elsewhere to hosts behind some inner device.
    InterfaceName innerDevice() const
    {
        const std::vector<InterfaceName>& devices = m_clues.devices;
        const auto pods = std::find_if(devices.begin(), devices.end(), leadsToPods);
        if (pods != devices.end())
            return *pods;
        const auto inner = std::find_if(devices.begin(), devices.end(), [&](const InterfaceName& name) {
            return name != m_outside && !isTunnelOrDummy(name);
        });
        if (m_clues.kubernetes || inner == devices.end())
            return m_clues.kubernetes ? "pods" : "inside";
        return *inner;
    }

    void placeEndpoints()
    {
        for (const Network& net : m_clues.podNets)
            if (net.base.family == m_family && !isKnown(net.base)) {
                addInnerNet(net);
                suppose(MessageId::PodNetFromMasquerade, net);
            }
        std::vector<Network> nets = netsOfEndpoints();
        if (nets.size() > mostNets)
            nets = {netAroundAll(nets)};
        for (const Network& net : nets) {
            addInnerNet(net);
            suppose(m_clues.kubernetes ? MessageId::PodNetFromEndpoints : MessageId::InnerNetFromEndpoints, net);
        }
        if (!m_inner.empty())
            suppose(m_clues.kubernetes ? MessageId::PodsBehindDevice : MessageId::HostsBehindDevice, m_inner);
    }

    void addInnerNet(const Network& net)
    {
        if (!m_inner.empty()) {
            m_host.routes.push_back(routeTo(net));
            m_known.push_back(net);
            return;
        }
        m_inner = innerDevice();
        putBehind(net, m_inner);
    }

    Route routeTo(const Network& net) const
    {
        Route route;
        route.to = net;
        route.dev = m_inner;
        return route;
    }

    std::vector<Network> netsOfEndpoints() const
    {
        std::vector<Network> nets;
        std::set<Address> seen;
        for (const Address& endpoint : m_clues.endpoints) {
            const Network net = netAround(endpoint);
            const bool isNode = contains(m_clues.apiServers, endpoint) || contains(m_clues.own, endpoint);
            if (!isNode && !isKnown(endpoint) && seen.insert(net.base).second)
                nets.push_back(net);
        }
        return nets;
    }

    static bool contains(const std::vector<Address>& addresses, const Address& address)
    {
        return std::find(addresses.begin(), addresses.end(), address) != addresses.end();
    }

    void placeNode()
    {
        const Address node = nodeAddress();
        const Network net = netAround(node);
        device(m_outside).addresses.emplace_back(node, usualPrefix(m_family));
        for (const Address& own : m_clues.own)
            if (own != node && !isKnown(own))
                device(m_outside).addresses.emplace_back(own, m_family == Family::ipv4 ? 32 : 128);

        Route route;
        route.to = Network::any(m_family);
        route.via = net.base.plus(1) == node ? lastOf(net) : net.base.plus(1);
        route.dev = m_outside;
        m_host.routes.push_back(route);
        suppose(MessageId::DefaultRouteSupposed, *route.via);
    }

    Address nodeAddress()
    {
        for (const Address& own : m_clues.own)
            if (!isKnown(own)) {
                suppose(MessageId::NodeAddressFromRules, own, m_outside);
                return own;
            }
        for (const Address& server : m_clues.apiServers)
            if (!isKnown(server)) {
                const Address beside = freeIn(netAround(server));
                suppose(MessageId::NodeBesideApiServer, beside, m_outside, server);
                return beside;
            }
        const Address placeholder = *Address::from(m_family == Family::ipv4 ? "192.0.2.10" : "2001:db8::10");
        suppose(MessageId::NodeAddressSupposed, placeholder, m_outside);
        return placeholder;
    }

    /// An address that no service leads to, counted from the tenth.
    Address freeIn(const Network& net) const
    {
        std::uint64_t number = 10;
        while (number < 250 && contains(m_clues.endpoints, net.base.plus(number)))
            ++number;
        return net.base.plus(number);
    }

    Host& m_host;
    const Clues& m_clues;
    Family m_family;
    InterfaceName m_outside = "eth0";
    InterfaceName m_inner;
    std::vector<Network> m_known;
};

/// What distributions set, and what those set who write such rules; what is known goes before.
void setSwitches(Host& host, const Switches& given, bool forwards, bool kubernetes)
{
    host.sysctls = given;
    const auto suppose = [&](std::initializer_list<std::pair<const char*, const char*>> switches, MessageId id) {
        bool supposed = false;
        for (const auto& [name, value] : switches)
            supposed |= host.sysctls.suppose(name, value);
        if (supposed)
            host.assumptions.push_back({Message{id, {}}});
    };
    suppose(
        {{"net.ipv4.conf.all.rp_filter", "2"}, {"net.ipv4.icmp_ratelimit", "1000"}, {"net.ipv4.icmp_ratemask", "6168"}},
        MessageId::SwitchesSupposed);
    const char* const forwarding = forwards ? "1" : "0";
    suppose({{"net.ipv4.ip_forward", forwarding}, {"net.ipv6.conf.all.forwarding", forwarding}},
            forwards ? MessageId::ForwardingSupposed : MessageId::NoForwardingSupposed);
    if (kubernetes)
        suppose({{"net.ipv4.conf.all.route_localnet", "1"}}, MessageId::RouteLocalnetSupposed);
}

/// What was given in place of what the rules tell.
void takeOver(Host& host, const HostFacts& given)
{
    host.name = given.name;
    if (given.interfaces)
        host.interfaces = *given.interfaces;
    if (given.interfaces || given.routes)
        host.routes = given.routes.value_or(std::vector<Route>());
    if (given.rules)
        host.rules = *given.rules;
    if (given.ipsets)
        host.ipsets = *given.ipsets;
}

void listenEverywhere(Host& host)
{
    for (const std::uint8_t protocol : {protocol::tcp, protocol::udp})
        host.listeners.push_back({protocol, {}, 0});
    host.assumptions.push_back({Message{MessageId::ListenersSupposed, {}}});
}

}  // namespace

std::shared_ptr<const Host> inferHost(std::span<const RulesetPtr> rulesets, const HostFacts& given)
{
    auto host = std::make_shared<Host>();
    bool forwards = false;
    bool kubernetes = false;
    std::set<Family> drawn;
    for (const RulesetPtr& ruleset : rulesets) {
        const Clues clues = cluesOf(*ruleset);
        forwards = forwards || clues.forwards;
        kubernetes = kubernetes || clues.kubernetes;
        if (!given.interfaces && drawn.insert(ruleset->family()).second)
            HostDraft(*host, clues, ruleset->family()).draw();
    }
    takeOver(*host, given);
    setSwitches(*host, given.sysctls, forwards, kubernetes);
    listenEverywhere(*host);
    return host;
}

}  // namespace natwalk
