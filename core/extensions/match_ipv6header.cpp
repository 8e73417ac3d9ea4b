// -m ipv6header: which headers an IPv6 packet has.
// Source: Linux net/ipv6/netfilter/ip6t_ipv6header.c, iptables extensions/libip6t_ipv6header.c.
#include "extensions/all.h"
#include "extensions/ipv6_headers.h"
#include "extensions/saved_options.h"
#include "extensions/words.h"

#include <array>

namespace natwalk {

namespace {

/// In the order of their bits. @see Linux include/uapi/linux/netfilter_ipv6/ip6t_ipv6header.h
constexpr auto headerNames = std::to_array<std::string_view>(
    {"protocol", "ipv6-nonxt", "ah", "esp", "ipv6-frag", "ipv6-route", "ipv6-opts", "hop-by-hop"});
constexpr auto extensions = std::to_array<std::pair<std::uint8_t, std::uint8_t>>({{header::hopByHop, 7},
                                                                                  {header::destinationOptions, 6},
                                                                                  {header::routing, 5},
                                                                                  {header::fragment, 4},
                                                                                  {header::authentication, 2}});
/// In the order in which they are printed.
constexpr auto headersPrinted = std::to_array<std::uint8_t>({7, 6, 5, 4, 2, 3, 1, 0});
constexpr std::uint8_t bitProtocol = 0, bitNone = 1, bitEsp = 3;

struct OtherHeaderName
{
    std::string_view name;
    std::uint8_t bit;
};

constexpr auto otherHeaderNames = std::to_array<OtherHeaderName>({
    {"hop", 7},
    {"0", 7},
    {"dst", 6},
    {"60", 6},
    {"route", 5},
    {"43", 5},
    {"frag", 4},
    {"44", 4},
    {"auth", 2},
    {"51", 2},
    {"50", 3},
    {"none", 1},
    {"59", 1},
    {"prot", 0},
    {"255", 0},
});

/// Which of the headers a packet has.
class Ipv6header final : public Match
{
public:
    Ipv6header(std::uint8_t headers, bool inverted, bool soft) : m_headers(headers), m_inverted(inverted), m_soft(soft)
    {}

    std::string_view name() const override { return "ipv6header"; }

    Answer ask(const MatchContext& context) const override { return Answer::of(holdsFor(headersOf(context.packet))); }

    std::string save() const override
    {
        SavedOptions saved;
        saved.value("--header", headersText(m_headers), m_inverted);
        if (m_soft)
            saved.flag("--soft");
        return std::move(saved).text();
    }

    Message describe() const override { return message(MessageId::Ipv6HeadersAre, save()); }

    Message whyNot(const MatchContext& context) const override
    {
        return message(m_inverted ? MessageId::FieldExcluded : MessageId::FieldDiffers, "ipv6header",
                       headersText(headersOf(context.packet)), headersText(m_headers));
    }

private:
    static std::uint8_t headersOf(const Packet& packet)
    {
        std::uint32_t bits = 0;
        for (const auto& [header, bit] : extensions)
            bits |= shows(packet, header) ? 1U << bit : 0U;
        bits |= 1U << (packet.protocol == protocol::none  ? bitNone
                       : packet.protocol == protocol::esp ? bitEsp
                                                          : bitProtocol);
        return static_cast<std::uint8_t>(bits);
    }

    static std::string headersText(std::uint8_t headers)
    {
        std::string text;
        for (const std::uint8_t bit : headersPrinted)
            if ((headers >> bit & 1U) != 0)
                text.append(text.empty() ? "" : ",").append(headerNames[bit]);
        return text;
    }

    /// Linux ip6t_ipv6header.c, ipv6header_mt6(): soft means among others.
    bool holdsFor(std::uint8_t headers) const
    {
        if (!m_soft)
            return (headers == m_headers) != m_inverted;
        const unsigned inverted = m_inverted ? 0xffU : 0U;
        return ((headers ^ m_headers ^ inverted) & m_headers) == 0;
    }

    std::uint8_t m_headers;
    bool m_inverted;
    bool m_soft;
};

constexpr auto options = std::to_array<OptionSpec>({{"--header"}, {"--soft", Values::none}});

std::uint32_t headerBit(std::string_view word, const Option& option)
{
    for (std::uint32_t bit = 0; bit < headerNames.size(); ++bit)
        if (equalIgnoringCase(headerNames[bit], word))
            return bit;
    for (const OtherHeaderName& other : otherHeaderNames)
        if (equalIgnoringCase(other.name, word))
            return other.bit;
    option.rejectValue();
}

const Match* parse(Options& words)
{
    std::uint32_t headers = 0;
    bool inverted = false;
    bool soft = false;
    while (const auto option = words.next()) {
        if (option->is("--soft")) {
            option->rejectInverted();
            soft = true;
            continue;
        }
        inverted = option->inverted();
        forEachPart(option->value().text, [&](std::string_view part) { headers |= 1U << headerBit(part, *option); });
    }
    if (headers == 0)
        words.rejectMissing("--header");
    return words.arena().make<Ipv6header>(static_cast<std::uint8_t>(headers), inverted, soft);
}

}  // namespace

extern const MatchExtension ipv6headerMatch = {"ipv6header", options, parse};

}  // namespace natwalk
