// Source: Kubernetes 1.28, pkg/proxy/iptables/proxier.go.
#include "support/kube_rules.h"

#include "extensions/saved_options.h"

#include <array>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace natwalk::test {

namespace {

using std::to_string;

constexpr std::uint32_t podNetwork = 10U << 24 | 244U << 16;
constexpr std::uint32_t serviceNetwork = 10U << 24 | 96U << 16;

std::string dotted(std::uint32_t address)
{
    return to_string(address >> 24) + '.' + to_string(address >> 16 & 255U) + '.' + to_string(address >> 8 & 255U) + '.'
           + to_string(address & 255U);
}

/// 16 letters that stand for a name, as kube-proxy's hashes do.
std::string nameHash(std::string_view name)
{
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::uint64_t hash = 0xcbf29ce484222325U;
    std::string text;
    for (const char letter : name)
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3U;
    for (int i = 0; i < 16; ++i) {
        text += letters[hash >> 59];
        hash = (hash ^ (hash >> 29)) * 0xbf58476d1ce4e5b9U + 1;
    }
    return text;
}

std::string comment(const std::string& text) { return "-m comment --comment \"" + text + "\" "; }

/// The probability of the first of n equal ones, as the kernel keeps and iptables-save prints it.
std::string equalShare(std::uint32_t n) { return savedShare(Probability::nearest(1.0 / n)); }

/// What makes a service special; mixed clusters go through all of them.
struct Kind
{
    bool udp = false, nodePort = false, loadBalancer = false, ranges = false, local = false, affinity = false,
         external = false, noEndpoints = false, noLocalEndpoints = false;
};

constexpr std::array<Kind, 12> kinds = {{
    {},
    {.udp = true},
    {.nodePort = true},
    {.nodePort = true, .loadBalancer = true},
    {.nodePort = true, .loadBalancer = true, .ranges = true},
    {.nodePort = true, .local = true},
    {.affinity = true},
    {.noEndpoints = true},
    {.nodePort = true, .affinity = true},
    {.external = true},
    {.nodePort = true, .loadBalancer = true, .local = true},
    {.nodePort = true, .local = true, .noLocalEndpoints = true},
}};

struct Endpoint
{
    std::string address;
    std::string chain;
    bool local = false;
};

class KubeText
{
public:
    explicit KubeText(const KubeCluster& cluster) : m_cluster(cluster) {}
    std::string write();

private:
    void addService(std::uint32_t number);
    void addWayIn(std::string_view address, std::string_view what, std::string_view to);
    void addExternalWays(const std::vector<Endpoint>& endpoints);
    void addExternalChain(const std::vector<Endpoint>& endpoints);
    void addBalancing(const std::string& from, const std::vector<Endpoint>& endpoints);
    void addEndpoint(const Endpoint& endpoint);
    std::vector<Endpoint> endpointsOf();
    std::string filterTable() const;
    std::string natTable() const;

    static void add(std::string& lines, std::initializer_list<std::string_view> parts)
    {
        for (const std::string_view part : parts)
            lines += part;
        lines += '\n';
    }
    void rule(std::initializer_list<std::string_view> parts) { add(m_rules, parts); }
    void chain(std::string_view name) { add(m_chains, {":", name, " - [0:0]"}); }
    std::string port(std::string_view why, std::uint32_t number) const
    {
        return "-p " + m_protocol + ' ' + comment(std::string(why)) + "-m " + m_protocol + " --dport "
               + to_string(number) + ' ';
    }

    const KubeCluster m_cluster;
    std::string m_chains, m_services, m_nodePorts, m_rules, m_filterServices, m_filterExternal, m_filterFirewall;
    std::uint32_t m_endpointCount = 0;
    // of the service at hand
    Kind m_kind;
    std::uint32_t m_number = 0, m_port = 0;
    std::string m_name, m_protocol, m_svc, m_svl, m_ext, m_fw;
};

std::vector<Endpoint> KubeText::endpointsOf()
{
    std::vector<Endpoint> endpoints;
    for (std::uint32_t i = 0; i < m_cluster.endpoints && !m_kind.noEndpoints; ++i) {
        const std::string address = endpointIp(m_endpointCount);
        const bool local = !m_kind.noLocalEndpoints && m_endpointCount % 2 == 0;
        endpoints.push_back({address, "KUBE-SEP-" + nameHash(m_name + address), local});
        ++m_endpointCount;
    }
    return endpoints;
}

void KubeText::addService(std::uint32_t number)
{
    m_number = number;
    m_kind = kinds[m_cluster.mixed ? number % kinds.size() : 0];
    m_name = (number % 3 != 0 ? "default" : "team-" + to_string(number % 17)) + "/svc-" + to_string(number) + ":http";
    m_protocol = m_kind.udp ? "udp" : "tcp";
    m_port = m_kind.udp ? 53 : 80;
    const std::string hash = nameHash(m_name);
    m_svc = "KUBE-SVC-" + hash;
    m_svl = "KUBE-SVL-" + hash;
    m_ext = "KUBE-EXT-" + hash;
    m_fw = "KUBE-FW-" + hash;
    const std::vector<Endpoint> endpoints = endpointsOf();
    const std::string address = clusterIp(number);
    if (endpoints.empty()) {
        add(m_filterServices, {"-A KUBE-SERVICES -d ", address, "/32 ", port(m_name + " has no endpoints", m_port),
                               "-j REJECT --reject-with icmp-port-unreachable"});
        return;
    }
    chain(m_svc);
    addWayIn(address, "cluster IP", m_svc);
    addExternalWays(endpoints);
    rule({"-A ", m_svc, " ! -s 10.244.0.0/16 -d ", address, "/32 ", port(m_name + " cluster IP", m_port),
          "-j KUBE-MARK-MASQ"});
    addBalancing(m_svc, endpoints);
    for (const Endpoint& endpoint : endpoints)
        addEndpoint(endpoint);
}

void KubeText::addWayIn(std::string_view address, std::string_view what, std::string_view to)
{
    add(m_services,
        {"-A KUBE-SERVICES -d ", address, "/32 ", port(m_name + ' ' + std::string(what), m_port), "-j ", to});
}

void KubeText::addExternalWays(const std::vector<Endpoint>& endpoints)
{
    if (!m_kind.nodePort && !m_kind.loadBalancer && !m_kind.external)
        return;
    chain(m_ext);
    addExternalChain(endpoints);
    if (m_kind.external)
        addWayIn("198.19." + to_string(m_number >> 8 & 255U) + '.' + to_string(m_number & 255U), "external IP", m_ext);
    if (m_kind.loadBalancer) {
        const std::string address = "198.18." + to_string(m_number >> 8 & 255U) + '.' + to_string(m_number & 255U);
        addWayIn(address, "loadbalancer IP", m_kind.ranges ? m_fw : m_ext);
        if (m_kind.ranges) {
            chain(m_fw);
            rule({"-A ", m_fw, " -s 192.168.1.0/24 ", comment(m_name + " loadbalancer IP"), "-j ", m_ext});
            rule({"-A ", m_fw, " ", comment("other traffic to " + m_name + " will be dropped by KUBE-PROXY-FIREWALL")});
            add(m_filterFirewall, {"-A KUBE-PROXY-FIREWALL -d ", address, "/32 ",
                                   port(m_name + " traffic not accepted by " + m_fw, m_port), "-j DROP"});
        }
    }
    const std::uint32_t nodePort = 30000 + m_number;
    if (m_kind.nodePort && nodePort < 65536)
        add(m_nodePorts, {"-A KUBE-NODEPORTS ", port(m_name, nodePort), "-j ", m_ext});
}

/// How traffic from outside goes on: to all endpoints, or to those of this node.
void KubeText::addExternalChain(const std::vector<Endpoint>& endpoints)
{
    const std::string destinations = m_name + " external destinations";
    if (!m_kind.local) {
        rule({"-A ", m_ext, " ", comment("masquerade traffic for " + destinations), "-j KUBE-MARK-MASQ"});
        rule({"-A ", m_ext, " -j ", m_svc});
        return;
    }
    rule({"-A ", m_ext, " -s 10.244.0.0/16 ", comment("pod traffic for " + destinations), "-j ", m_svc});
    rule({"-A ", m_ext, " ", comment("masquerade LOCAL traffic for " + destinations),
          "-m addrtype --src-type LOCAL -j KUBE-MARK-MASQ"});
    rule({"-A ", m_ext, " ", comment("route LOCAL traffic for " + destinations), "-m addrtype --src-type LOCAL -j ",
          m_svc});
    std::vector<Endpoint> local;
    for (const Endpoint& endpoint : endpoints)
        if (endpoint.local)
            local.push_back(endpoint);
    if (local.empty()) {
        add(m_filterExternal, {"-A KUBE-EXTERNAL-SERVICES -p ", m_protocol, " ",
                               comment(m_name + " has no local endpoints"), "-m addrtype --dst-type LOCAL -m ",
                               m_protocol, " --dport ", to_string(30000 + m_number % 2768), " -j DROP"});
        return;
    }
    chain(m_svl);
    rule({"-A ", m_ext, " -j ", m_svl});
    addBalancing(m_svl, local);
}

void KubeText::addBalancing(const std::string& from, const std::vector<Endpoint>& endpoints)
{
    const auto why = [&](const Endpoint& to) { return comment(m_name + " -> " + to.address + ":8080"); };
    if (m_kind.affinity)
        for (const Endpoint& to : endpoints)
            rule({"-A ", from, " ", why(to), "-m recent --rcheck --seconds 10800 --reap --name ", to.chain,
                  " --mask 255.255.255.255 --rsource -j ", to.chain});
    for (std::uint32_t i = 0; i < endpoints.size(); ++i) {
        const auto left = static_cast<std::uint32_t>(endpoints.size()) - i;
        const std::string draw = left > 1 ? "-m statistic --mode random --probability " + equalShare(left) + ' ' : "";
        rule({"-A ", from, " ", why(endpoints[i]), draw, "-j ", endpoints[i].chain});
    }
}

void KubeText::addEndpoint(const Endpoint& endpoint)
{
    chain(endpoint.chain);
    const std::string remember = "-m recent --set --name " + endpoint.chain + " --mask 255.255.255.255 --rsource ";
    rule({"-A ", endpoint.chain, " -s ", endpoint.address, "/32 ", comment(m_name), "-j KUBE-MARK-MASQ"});
    rule({"-A ", endpoint.chain, " -p ", m_protocol, " ", comment(m_name), m_kind.affinity ? remember : "", "-m ",
          m_protocol, " -j DNAT --to-destination ", endpoint.address, ":8080"});
}

std::string KubeText::filterTable() const
{
    return "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n"
           ":KUBE-EXTERNAL-SERVICES - [0:0]\n:KUBE-FORWARD - [0:0]\n:KUBE-PROXY-FIREWALL - [0:0]\n:KUBE-SERVICES - "
           "[0:0]\n"
           "-A INPUT -m conntrack --ctstate NEW -m comment --comment \"kubernetes load balancer firewall\" -j "
           "KUBE-PROXY-FIREWALL\n"
           "-A INPUT -m conntrack --ctstate NEW -m comment --comment \"kubernetes externally-visible service portals\" "
           "-j KUBE-EXTERNAL-SERVICES\n"
           "-A FORWARD -m comment --comment \"kubernetes forwarding rules\" -j KUBE-FORWARD\n"
           "-A FORWARD -m conntrack --ctstate NEW -m comment --comment \"kubernetes service portals\" -j "
           "KUBE-SERVICES\n"
           "-A OUTPUT -m conntrack --ctstate NEW -m comment --comment \"kubernetes service portals\" -j KUBE-SERVICES\n"
           "-A KUBE-FORWARD -m conntrack --ctstate INVALID -j DROP\n"
           "-A KUBE-FORWARD -m comment --comment \"kubernetes forwarding rules\" -m mark --mark 0x4000/0x4000 -j "
           "ACCEPT\n"
           "-A KUBE-FORWARD -m comment --comment \"kubernetes forwarding conntrack rule\" -m conntrack --ctstate "
           "RELATED,ESTABLISHED -j ACCEPT\n"
           + m_filterExternal + m_filterFirewall + m_filterServices + "COMMIT\n";
}

std::string KubeText::natTable() const
{
    return "*nat\n:PREROUTING ACCEPT [0:0]\n:INPUT ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n:POSTROUTING ACCEPT [0:0]\n"
           ":KUBE-SERVICES - [0:0]\n:KUBE-NODEPORTS - [0:0]\n:KUBE-POSTROUTING - [0:0]\n:KUBE-MARK-MASQ - [0:0]\n"
           + m_chains
           + "-A PREROUTING -m comment --comment \"kubernetes service portals\" -j KUBE-SERVICES\n"
             "-A OUTPUT -m comment --comment \"kubernetes service portals\" -j KUBE-SERVICES\n"
             "-A POSTROUTING -m comment --comment \"kubernetes postrouting rules\" -j KUBE-POSTROUTING\n"
             "-A KUBE-MARK-MASQ -j MARK --set-xmark 0x4000/0x4000\n"
             "-A KUBE-POSTROUTING -m mark ! --mark 0x4000/0x4000 -j RETURN\n"
             "-A KUBE-POSTROUTING -j MARK --set-xmark 0x4000/0x0\n"
             "-A KUBE-POSTROUTING -m comment --comment \"kubernetes service traffic requiring SNAT\" -j MASQUERADE "
             "--random-fully\n"
           + m_nodePorts + m_services
           + "-A KUBE-SERVICES -m comment --comment \"kubernetes service nodeports; NOTE: this must be the last rule "
             "in this chain\" "
             "-m addrtype --dst-type LOCAL -j KUBE-NODEPORTS\n"
           + m_rules + "COMMIT\n";
}

std::string KubeText::write()
{
    for (std::uint32_t i = 0; i < m_cluster.services; ++i)
        addService(i);
    return "*mangle\n:PREROUTING ACCEPT [0:0]\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n"
           ":POSTROUTING ACCEPT [0:0]\n:KUBE-PROXY-CANARY - [0:0]\nCOMMIT\n"
           + filterTable() + natTable();
}

}  // namespace

std::string clusterIp(std::uint32_t service) { return dotted(serviceNetwork + 10 + service); }

std::string endpointIp(std::uint32_t endpoint) { return dotted(podNetwork + 2 + endpoint % 65000); }

std::string kubeRules(const KubeCluster& cluster) { return KubeText(cluster).write(); }

}  // namespace natwalk::test
