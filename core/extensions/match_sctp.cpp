// -m sctp, -m dccp: ports; what else these can ask for lies deeper in a packet than natwalk knows.
// Source: Linux net/netfilter/xt_sctp.c, xt_dccp.c, iptables extensions/libxt_sctp.c, libxt_dccp.c.
#include "extensions/all.h"
#include "extensions/kept.h"
#include "extensions/ports.h"

#include <array>

namespace natwalk {

namespace {

class PortsAndMore final : public Match
{
public:
    PortsAndMore(std::uint8_t protocol, const PortConditions& ports, std::string_view more)
        : m_ports(ports)
        , m_more(more)
        , m_protocol(protocol)
    {}

    std::string_view name() const override { return m_protocol == protocol::sctp ? "sctp" : "dccp"; }

    Answer ask(const MatchContext& context) const override
    {
        const bool fits = m_ports.holdFor(context.packet);
        return fits && !m_more.empty() ? Answer::doubt() : Answer::of(fits);
    }

    std::string save() const override
    {
        SavedOptions saved;
        m_ports.save(saved);
        if (!m_more.empty())
            saved.flag(m_more);
        return std::move(saved).text();
    }

    Message describe() const override
    {
        return m_more.empty() ? m_ports.describe(name()) : message(MessageId::PacketsWithOptions, name(), save());
    }

    Message whyNot(const MatchContext& context) const override
    {
        if (m_ports.holdFor(context.packet))
            return message(MessageId::NotSimulated, m_more);
        return m_ports.whyNot(context.packet);
    }

    Pins pins() const override { return {m_protocol, m_ports.pinnedPort()}; }

private:
    PortConditions m_ports;
    std::string_view m_more;
    std::uint8_t m_protocol;
};

constexpr auto sctpOptions = std::to_array<OptionSpec>({
    {"--sport", Values::one, "--source-port"},
    {"--dport", Values::one, "--destination-port"},
    {"--chunk-types", Values::two},
});

constexpr auto dccpOptions = std::to_array<OptionSpec>({
    {"--sport", Values::one, "--source-port"},
    {"--dport", Values::one, "--destination-port"},
    {"--dccp-types"},
    {"--dccp-option"},
});

const Match* parseFor(Options& words, std::uint8_t protocol)
{
    if (!words.rule().protocolIs(protocol))
        words.reject(message(MessageId::NeedsProtocolNamed, words.extension().text, protocolName(protocol)));
    PortConditions ports;
    SavedOptions more;
    while (const auto option = words.next())
        if (!ports.read(*option))
            keep(*option, more);
    return words.arena().make<PortsAndMore>(protocol, ports, words.arena().keep(std::move(more).text()));
}

const Match* parseSctp(Options& words) { return parseFor(words, protocol::sctp); }

const Match* parseDccp(Options& words) { return parseFor(words, protocol::dccp); }

}  // namespace

extern const MatchExtension sctpMatch = {"sctp", sctpOptions, parseSctp};
extern const MatchExtension dccpMatch = {"dccp", dccpOptions, parseDccp};

}  // namespace natwalk
