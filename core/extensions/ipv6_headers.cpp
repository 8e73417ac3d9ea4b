#include "extensions/ipv6_headers.h"

#include <algorithm>

namespace natwalk {

namespace {

constexpr std::uint32_t shortest = 8;

/// A match whose options natwalk reads and prints, and that asks for a header.
class HeaderMatch final : public Match
{
public:
    HeaderMatch(std::string_view name, std::uint8_t header, std::string_view words, const HeaderConditions& wanted)
        : m_name(name)
        , m_words(words)
        , m_wanted(wanted)
        , m_header(header)
    {}

    std::string_view name() const override { return m_name; }
    Answer ask(const MatchContext& context) const override
    {
        const bool holds = isThere(context.packet) && fits(context.packet);
        return holds && !m_wanted.known ? Answer::doubt() : Answer::of(holds);
    }
    std::string save() const override { return std::string(m_words); }
    Message describe() const override
    {
        return message(MessageId::Ipv6HeaderIs, m_words.empty() ? std::string(m_name) : save());
    }
    Message whyNot(const MatchContext& context) const override
    {
        if (!isThere(context.packet))
            return message(MessageId::NoIpv6Header);
        return fits(context.packet) ? message(MessageId::NotSimulated, save())
                                    : message(MessageId::Ipv6HeaderDiffers, save());
    }

private:
    bool isThere(const Packet& packet) const
    {
        if (m_header == 0)
            return packet.protocol == protocol::mobility && !packet.isLaterFragment();
        return shows(packet, m_header);
    }

    bool fits(const Packet& packet) const
    {
        const std::uint8_t type = m_header == 0 ? packet.mobilityType : packet.routingType;
        return m_wanted.fits && m_wanted.type.holdsFor(type) && m_wanted.segmentsLeft.holdsFor(0)
               && m_wanted.length.holdsFor(shortest);
    }

    std::string_view m_name;
    std::string_view m_words;
    HeaderConditions m_wanted;
    std::uint8_t m_header;
};

}  // namespace

bool shows(const Packet& packet, std::uint8_t header)
{
    constexpr std::uint8_t early = header::hopByHop | header::routing | header::fragment;
    const std::uint8_t seen = packet.isLaterFragment() ? early : 0xffU;
    return (packet.extensionHeaders() & seen & header) != 0;
}

const Match* headerMatch(Options& words, std::uint8_t header, std::string_view options,
                         const HeaderConditions& conditions)
{
    Arena& arena = words.arena();
    return arena.make<HeaderMatch>(arena.keep(words.extension().text), header, arena.keep(options), conditions);
}

NumberRange oneNumberOf(const Option& option)
{
    const auto number = static_cast<std::uint32_t>(option.number(0, NumberRange::highest));
    return {number, number, option.inverted()};
}

std::string joined(std::span<const std::string> texts)
{
    std::string all;
    for (const std::string& text : texts)
        if (!text.empty())
            all.append(all.empty() ? "" : " ").append(text);
    return all;
}

std::size_t placeOf(const Option& option, std::span<const OptionSpec> specs)
{
    const auto isNamed = [&](const OptionSpec& spec) { return option.is(spec.name); };
    return static_cast<std::size_t>(std::find_if(specs.begin(), specs.end(), isNamed) - specs.begin());
}

}  // namespace natwalk
