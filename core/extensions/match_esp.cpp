// -m esp, -m ah, -m ipcomp: the index by which the receiver knows what protects (or packs) the packet.
// Source: Linux net/netfilter/xt_esp.c, xt_ipcomp.c, net/ipv4/netfilter/ipt_ah.c, net/ipv6/netfilter/ip6t_ah.c,
// iptables extensions/libxt_esp.c, libxt_ipcomp.c, libipt_ah.c, libip6t_ah.c.
#include "extensions/all.h"
#include "extensions/numbers.h"
#include "extensions/saved_options.h"

#include <array>

namespace natwalk {

namespace {

constexpr std::uint8_t ipcomp = 108;

class SecurityIndex final : public Match
{
public:
    SecurityIndex(std::uint8_t protocol, std::string_view optionName, NumberRange wanted, std::string_view more)
        : m_option(optionName)
        , m_more(more)
        , m_wanted(wanted)
        , m_protocol(protocol)
    {}

    std::string_view name() const override
    {
        return m_protocol == protocol::esp ? "esp" : m_protocol == protocol::ah ? "ah" : "ipcomp";
    }

    Answer ask(const MatchContext& context) const override
    {
        const bool fits = hasHeader(context.packet) && m_wanted.holdsFor(context.packet.spi);
        return fits && !m_more.empty() ? Answer::doubt() : Answer::of(fits);
    }

    std::string save() const override
    {
        SavedOptions saved;
        if (!m_wanted.isAny())
            saved.value(m_option, toText(m_wanted), m_wanted.inverted);
        if (!m_more.empty())
            saved.flag(m_more);
        return std::move(saved).text();
    }

    Message describe() const override
    {
        if (!m_more.empty())
            return message(MessageId::PacketsWithOptions, name(), save());
        if (m_wanted.isAny())
            return message(MessageId::AnyPacketOfProtocol, name());
        return message(m_wanted.inverted ? MessageId::SpiIsNot : MessageId::SpiIs, toText(m_wanted));
    }

    Message whyNot(const MatchContext& context) const override
    {
        if (context.packet.protocol != m_protocol)
            return message(MessageId::ProtocolDiffers, protocolName(context.packet.protocol), name());
        if (context.packet.isLaterFragment())
            return message(MessageId::LaterFragmentHasNoPorts);
        if (m_wanted.holdsFor(context.packet.spi))
            return message(MessageId::NotSimulated, m_more);
        return message(m_wanted.inverted ? MessageId::FieldExcluded : MessageId::FieldDiffers, "SPI",
                       context.packet.spi, toText(m_wanted));
    }

    Pins pins() const override { return {m_protocol, 0}; }

private:
    bool hasHeader(const Packet& packet) const { return packet.protocol == m_protocol && !packet.isLaterFragment(); }

    std::string_view m_option;
    std::string_view m_more;  ///< what of an AH header natwalk does not know
    NumberRange m_wanted;
    std::uint8_t m_protocol;
};

constexpr auto espOptions = std::to_array<OptionSpec>({{"--espspi"}});
constexpr auto ahOptions = std::to_array<OptionSpec>({{"--ahspi"}, {"--ahlen"}, {"--ahres", Values::none}});
constexpr auto ipcompOptions = std::to_array<OptionSpec>({{"--ipcompspi"}, {"--compres", Values::none}});

/// Length and reserved bits of the header, which only ip6tables asks for.
void readMore(const Option& option, bool ipv6, SavedOptions& more)
{
    if (!ipv6)
        option.rejectUnknown();
    if (option.is("--ahlen"))
        more.value("--ahlen", toText(option.number(0, 0xffffffffU)), option.inverted());
    else
        more.flag("--ahres");
}

const Match* parseFor(Options& words, std::uint8_t protocol, std::string_view name)
{
    const bool isExtensionHeader = protocol == protocol::ah && words.rule().ipv6;
    if (!isExtensionHeader && !words.rule().protocolIs(protocol))
        words.reject(message(MessageId::NeedsProtocolNamed, words.extension().text, protocolName(protocol)));
    NumberRange wanted;
    SavedOptions more;
    while (const auto option = words.next()) {
        if (option->is(name))
            wanted = numberRangeOf(*option);
        else if (option->is("--compres"))
            more.flag("--compres");
        else
            readMore(*option, isExtensionHeader, more);
    }
    return words.arena().make<SecurityIndex>(protocol, name, wanted, words.arena().keep(std::move(more).text()));
}

const Match* parseEsp(Options& words) { return parseFor(words, protocol::esp, "--espspi"); }

const Match* parseAh(Options& words) { return parseFor(words, protocol::ah, "--ahspi"); }

const Match* parseIpcomp(Options& words) { return parseFor(words, ipcomp, "--ipcompspi"); }

}  // namespace

extern const MatchExtension espMatch = {"esp", espOptions, parseEsp};
extern const MatchExtension ahMatch = {"ah", ahOptions, parseAh};
extern const MatchExtension ipcompMatch = {"ipcomp", ipcompOptions, parseIpcomp};

}  // namespace natwalk
