// -m tcp: ports, flags and options of TCP.
// Source: Linux net/netfilter/xt_tcpudp.c, iptables extensions/libxt_tcp.c.
#include "extensions/all.h"
#include "extensions/ports.h"

#include <array>

namespace natwalk {

namespace {

/// Of the flags in `mask` exactly those in `set`.
struct FlagCondition
{
    std::uint8_t mask = 0;
    std::uint8_t set = 0;
    bool inverted = false;

    bool isAny() const { return mask == 0 && set == 0 && !inverted; }
    bool holdsFor(std::uint8_t flags) const { return ((flags & mask) == set) != inverted; }
};

constexpr std::uint8_t synMask = tcpflag::syn | tcpflag::rst | tcpflag::ack | tcpflag::fin;

struct TcpConditions
{
    PortConditions ports;
    FlagCondition flags;
    std::uint8_t option = 0;  ///< kind of the TCP option; 0: none is demanded
    bool optionInverted = false;
};

class Tcp final : public Match
{
public:
    explicit Tcp(const TcpConditions& wanted) : m_wanted(wanted) {}

    std::string_view name() const override { return "tcp"; }

    Answer ask(const MatchContext& context) const override
    {
        const bool fits = m_wanted.ports.holdFor(context.packet) && m_wanted.flags.holdsFor(context.packet.tcpFlags);
        return fits && m_wanted.option != 0 ? Answer::doubt() : Answer::of(fits);
    }

    std::string save() const override
    {
        SavedOptions saved;
        m_wanted.ports.save(saved);
        if (m_wanted.option != 0)
            saved.value("--tcp-option", toText(m_wanted.option), m_wanted.optionInverted);
        if (!m_wanted.flags.isAny())
            saved.value("--tcp-flags", flagNames(), m_wanted.flags.inverted);
        return std::move(saved).text();
    }

    Message describe() const override
    {
        if (m_wanted.flags.isAny() && m_wanted.option == 0)
            return m_wanted.ports.describe(name());
        return message(MessageId::PacketsWithOptions, name(), save());
    }

    Message whyNot(const MatchContext& context) const override
    {
        const Packet& packet = context.packet;
        if (!m_wanted.ports.holdFor(packet))
            return m_wanted.ports.whyNot(packet);
        if (m_wanted.flags.holdsFor(packet.tcpFlags))
            return message(MessageId::TcpOptionsUnknown);
        const auto present = static_cast<std::uint8_t>(packet.tcpFlags & m_wanted.flags.mask);
        return message(m_wanted.flags.inverted ? MessageId::TcpFlagsExcluded : MessageId::TcpFlagsDiffer,
                       tcpFlagNames(m_wanted.flags.mask), tcpFlagNames(present), tcpFlagNames(m_wanted.flags.set));
    }

    Pins pins() const override { return {protocol::tcp, m_wanted.ports.pinnedPort()}; }

private:
    std::string flagNames() const { return tcpFlagNames(m_wanted.flags.mask) + " " + tcpFlagNames(m_wanted.flags.set); }

    TcpConditions m_wanted;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--sport", Values::one, "--source-port"},
    {"--dport", Values::one, "--destination-port"},
    {"--tcp-flags", Values::two},
    {"--syn", Values::none},
    {"--tcp-option"},
});

FlagCondition flagsOf(const Option& option)
{
    if (option.is("--syn"))
        return {synMask, tcpflag::syn, option.inverted()};
    const auto mask = tcpFlagsNamed(option.value(0).text);
    const auto set = tcpFlagsNamed(option.value(1).text);
    if (!mask)
        option.rejectValue(0);
    if (!set)
        option.rejectValue(1);
    return {*mask, *set, option.inverted()};
}

const Match* parse(Options& words)
{
    if (!words.rule().protocolIs(protocol::tcp))
        words.reject(message(MessageId::NeedsProtocolNamed, words.extension().text, "tcp"));
    TcpConditions wanted;
    bool flagsGiven = false;
    while (const auto option = words.next()) {
        if (wanted.ports.read(*option)) {
            rejectReversed(*option, portRangeOf(*option));
            continue;
        }
        if (option->is("--tcp-option")) {
            wanted.option = static_cast<std::uint8_t>(option->number(1, 255));
            wanted.optionInverted = option->inverted();
            continue;
        }
        if (flagsGiven)
            words.reject(message(MessageId::OptionsExclude, "--syn", "--tcp-flags"));
        wanted.flags = flagsOf(*option);
        flagsGiven = true;
    }
    return words.arena().make<Tcp>(wanted);
}

}  // namespace

extern const MatchExtension tcpMatch = {"tcp", options, parse};

}  // namespace natwalk
