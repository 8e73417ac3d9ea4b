// -m multiport: up to 15 ports, a range counting for two.
// Source: Linux net/netfilter/xt_multiport.c, iptables extensions/libxt_multiport.c.
#include "extensions/all.h"
#include "extensions/ports.h"
#include "extensions/words.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

enum class Side : std::uint8_t { source, destination, either };

class Multiport final : public Match
{
public:
    Multiport(Side side, std::span<const PortRange> ranges, bool inverted)
        : m_ranges(ranges)
        , m_side(side)
        , m_inverted(inverted)
    {}

    std::string_view name() const override { return "multiport"; }

    Answer ask(const MatchContext& context) const override
    {
        return Answer::of(!context.packet.isLaterFragment() && fits(context.packet) != m_inverted);
    }

    std::string save() const override
    {
        constexpr std::array<std::string_view, 3> optionNames = {"--sports", "--dports", "--ports"};
        return std::move(SavedOptions().value(optionNames[static_cast<std::size_t>(m_side)], rangesText(), m_inverted))
            .text();
    }

    Message describe() const override
    {
        switch (m_side) {
        case Side::source: return message(m_inverted ? MessageId::NotFromPort : MessageId::FromPort, rangesText());
        case Side::destination: return message(m_inverted ? MessageId::NotToPort : MessageId::ToPort, rangesText());
        case Side::either: break;
        }
        return message(m_inverted ? MessageId::NeitherPort : MessageId::EitherPort, rangesText());
    }

    Message whyNot(const MatchContext& context) const override
    {
        const Packet& packet = context.packet;
        if (packet.isLaterFragment())
            return message(MessageId::LaterFragmentHasNoPorts);
        switch (m_side) {
        case Side::source:
            return message(m_inverted ? MessageId::SourcePortExcluded : MessageId::SourcePortDiffers, packet.sport,
                           rangesText());
        case Side::destination:
            return message(m_inverted ? MessageId::DestinationPortExcluded : MessageId::DestinationPortDiffers,
                           packet.dport, rangesText());
        case Side::either: break;
        }
        return message(m_inverted ? MessageId::PortsExcluded : MessageId::PortsDiffer, packet.sport, packet.dport,
                       rangesText());
    }

private:
    bool holds(std::uint16_t port) const
    {
        return std::any_of(m_ranges.begin(), m_ranges.end(),
                           [&](const PortRange& range) { return range.contains(port); });
    }

    bool fits(const Packet& packet) const
    {
        return (m_side != Side::destination && holds(packet.sport)) || (m_side != Side::source && holds(packet.dport));
    }

    std::string rangesText() const
    {
        std::string text;
        for (const PortRange& range : m_ranges)
            text.append(text.empty() ? "" : ",").append(toText(range));
        return text;
    }

    std::span<const PortRange> m_ranges;
    Side m_side;
    bool m_inverted;
};

/// XT_MULTI_PORTS
constexpr std::size_t mostPorts = 15;

PortRange rangeOf(std::string_view part, const Option& option)
{
    const auto [firstWord, lastWord] = splitAt(part, ':');
    const auto first = portFrom(firstWord);
    const auto last = lastWord ? portFrom(*lastWord) : first;
    if (!first || !last)
        option.rejectValue();
    if (lastWord && *first >= *last)
        option.reject(message(MessageId::PortsReversed, *first, *last));
    return {*first, *last};
}

std::span<const PortRange> rangesOf(const Option& option, Arena& arena)
{
    std::array<PortRange, mostPorts> ranges;
    std::size_t count = 0;
    std::size_t ports = 0;
    forEachPart(option.value().text, [&](std::string_view part) {
        const PortRange range = rangeOf(part, option);
        ports += range.isSingle() ? 1 : 2;
        if (ports > mostPorts)
            option.reject(message(MessageId::TooManyPorts, mostPorts));
        ranges[count++] = range;
    });
    return arena.keep(std::span<const PortRange>(ranges.data(), count));
}

constexpr auto options = std::to_array<OptionSpec>({
    {"--sports", Values::one, "--source-ports"},
    {"--dports", Values::one, "--destination-ports"},
    {"--ports"},
});

const Match* parse(Options& words)
{
    if (!words.rule().protocolHasPorts())
        words.reject(message(MessageId::OptionNeedsProtocol, words.extension().text));
    const Option option = words.only("--dports");
    const Side side = option.is("--sports") ? Side::source : option.is("--dports") ? Side::destination : Side::either;
    return words.arena().make<Multiport>(side, rangesOf(option, words.arena()), option.inverted());
}

}  // namespace

extern const MatchExtension multiportMatch = {"multiport", options, parse};

}  // namespace natwalk
