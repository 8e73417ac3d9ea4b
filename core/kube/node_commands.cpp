#include "kube/node_commands.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

/// Another ruleset of the family, from the other back end.
bool hasTwin(const Ruleset& ruleset, const Document& document)
{
    return std::ranges::any_of(document.rulesets, [&](const RulesetPtr& other) {
        return other->family() == ruleset.family() && ruleset.backEnd() != BackEnd::unknown
               && other->backEnd() == otherThan(ruleset.backEnd()) && other->ruleCount() > 0;
    });
}

/// " -p tcp": by a name that both iptables and conntrack know.
std::string protocolWords(const WatchedFlow& flow)
{
    return " -p " + (flow.protocol == protocol::icmp6 ? "icmpv6" : protocolName(flow.protocol));
}

std::string portWords(const WatchedFlow& flow)
{
    const bool icmp = flow.protocol == protocol::icmp || flow.protocol == protocol::icmp6;
    return icmp || flow.dport == 0 ? "" : " --dport " + std::to_string(flow.dport);
}

}  // namespace

bool isExample(const Address& address)
{
    static const std::array nets = {*Network::from("192.0.2.0/24"), *Network::from("198.51.100.0/24"),
                                    *Network::from("203.0.113.0/24"), *Network::from("2001:db8::/32")};
    return std::ranges::any_of(nets, [&](const Network& net) { return net.contains(address); });
}

std::string shellWord(std::string_view word)
{
    const auto isPlain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
               || std::string_view("-_.:/=,+").find(c) != std::string_view::npos;
    };
    if (std::ranges::all_of(word, isPlain))
        return std::string(word);
    std::string quoted = "'";
    for (const char c : word)
        quoted += c == '\'' ? R"('\'')" : std::string(1, c);
    return quoted + '\'';
}

NodeCommands::NodeCommands(const Ruleset& ruleset, const Document& document)
    : m_ruleset(ruleset)
    , m_namesBackEnds(ruleset.isOfBoth() || hasTwin(ruleset, document))
{}

std::string NodeCommands::program(BackEnd backEnd) const
{
    std::string program = m_ruleset.family() == Family::ipv4 ? "iptables" : "ip6tables";
    if (m_namesBackEnds)
        program.append("-").append(nameOf(backEnd));
    return program;
}

std::string NodeCommands::counters(RuleId rule) const
{
    return counters(m_ruleset.rule(rule).chain) + ' ' + std::to_string(m_ruleset.numberOf(rule));
}

std::string NodeCommands::counters(ChainId id) const
{
    const Chain& chain = m_ruleset.chain(id);
    return program(m_ruleset.backEndOf(id)) + " -t " + toText(chain.table) + " -vnL " + shellWord(chain.name);
}

std::string NodeCommands::policyCounters(ChainId chain) const { return counters(chain) + " | head -n 1"; }

std::string NodeCommands::traceRule(std::string_view command, const WatchedFlow& flow, BackEnd backEnd) const
{
    std::string rule = program(backEnd) + " -t raw ";
    rule.append(command).append(flow.fromHost ? " OUTPUT" : " PREROUTING");
    if (flow.src)
        rule += " -s " + toText(*flow.src);
    if (flow.dst)
        rule += " -d " + toText(*flow.dst);
    rule += protocolWords(flow);
    if (flow.protocol == protocol::tcp)
        rule += " --syn";
    rule += portWords(flow);
    return rule + (flow.dst ? "" : " -m addrtype --dst-type LOCAL") + " -j TRACE";
}

void NodeCommands::addTrace(std::vector<NodeCheck>& checks, const WatchedFlow& flow, BackEnd backEnd) const
{
    checks.push_back({MessageId::CheckTraceOn, traceRule("-I", flow, backEnd)});
    if (backEnd != BackEnd::legacy)
        checks.push_back({MessageId::CheckTraceRead, "xtables-monitor --trace"});
    if (backEnd != BackEnd::nft)
        checks.push_back({MessageId::CheckTraceRead, "dmesg -w | grep TRACE:"});
    checks.push_back({MessageId::CheckTraceOff, traceRule("-D", flow, backEnd)});
}

void NodeCommands::addTrace(std::vector<NodeCheck>& checks, const WatchedFlow& flow) const
{
    addTrace(checks, flow, m_ruleset.backEnd());
    if (m_ruleset.isOfBoth())
        addTrace(checks, flow, otherThan(m_ruleset.backEnd()));
}

std::string NodeCommands::connections(const WatchedFlow& flow)
{
    std::string command = flow.family == Family::ipv4 ? "conntrack -L" : "conntrack -L -f ipv6";
    command += protocolWords(flow);
    if (flow.src)
        command += " -s " + toText(*flow.src);
    if (flow.dst)
        command += " -d " + toText(*flow.dst);
    return command + portWords(flow);
}

std::string NodeCommands::endpoints(const ServicePortName& name)
{
    return "kubectl -n " + shellWord(name.space)
           + " get endpointslices -l kubernetes.io/service-name=" + shellWord(name.name);
}

/// kube-proxy calls the list as it calls the chain.
std::string NodeCommands::recentList(ChainId endpoint, const Ruleset& ruleset)
{
    return "cat /proc/net/xt_recent/" + shellWord(ruleset.chain(endpoint).name);
}

}  // namespace natwalk
