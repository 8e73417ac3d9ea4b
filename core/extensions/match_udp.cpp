// -m udp: ports of UDP.
// Source: Linux net/netfilter/xt_tcpudp.c, iptables extensions/libxt_udp.c.
#include "extensions/all.h"
#include "extensions/ports.h"

#include <array>

namespace natwalk {

namespace {

class Udp final : public Match
{
public:
    explicit Udp(const PortConditions& ports) : m_ports(ports) {}

    std::string_view name() const override { return "udp"; }
    Answer ask(const MatchContext& context) const override { return Answer::of(m_ports.holdFor(context.packet)); }
    Message describe() const override { return m_ports.describe(name()); }
    Message whyNot(const MatchContext& context) const override { return m_ports.whyNot(context.packet); }
    Pins pins() const override { return {protocol::udp, m_ports.pinnedPort()}; }

    std::string save() const override
    {
        SavedOptions saved;
        m_ports.save(saved);
        return std::move(saved).text();
    }

private:
    PortConditions m_ports;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--sport", Values::one, "--source-port"},
    {"--dport", Values::one, "--destination-port"},
});

const Match* parse(Options& words)
{
    if (!words.rule().protocolIs(protocol::udp))
        words.reject(message(MessageId::NeedsProtocolNamed, words.extension().text, "udp"));
    PortConditions ports;
    while (const auto option = words.next())
        ports.read(*option);
    return words.arena().make<Udp>(ports);
}

}  // namespace

extern const MatchExtension udpMatch = {"udp", options, parse};

}  // namespace natwalk
