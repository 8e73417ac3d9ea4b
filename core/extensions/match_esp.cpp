// -m esp, -m ah, -m ipcomp: the index by which the receiver knows what protects (or packs) the packet.
// Source: Linux net/netfilter/xt_esp.c, xt_ipcomp.c, net/ipv4/netfilter/ipt_ah.c, net/ipv6/netfilter/ip6t_ah.c,
// iptables extensions/libxt_esp.c, libxt_ipcomp.c, libipt_ah.c, libip6t_ah.c.
#include "extensions/all.h"
#include "extensions/ipv6_headers.h"
#include "extensions/numbers.h"
#include "extensions/saved_options.h"

#include <array>

namespace natwalk {

namespace {

constexpr std::uint8_t ipcomp = 108;

/// The header that a match looks for, and what it asks beside the index.
struct Protection
{
    std::uint8_t protocol;
    bool isExtension = false;  ///< AH of IPv6
    bool fits = true;          ///< the rest is so of headers as packets have them here
    bool known = true;         ///< false: it asks for what natwalk does not know
};

class SecurityIndex final : public Match
{
public:
    SecurityIndex(const Protection& protection, std::string_view optionName, NumberRange wanted, std::string_view more)
        : m_option(optionName)
        , m_more(more)
        , m_wanted(wanted)
        , m_protection(protection)
    {}

    std::string_view name() const override
    {
        const std::uint8_t protocol = m_protection.protocol;
        return protocol == protocol::esp ? "esp" : protocol == protocol::ah ? "ah" : "ipcomp";
    }

    Answer ask(const MatchContext& context) const override
    {
        const bool fits = hasHeader(context.packet) && m_wanted.holdsFor(context.packet.spi) && m_protection.fits;
        return fits && !m_protection.known ? Answer::doubt() : Answer::of(fits);
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
        if (m_protection.isExtension && !hasHeader(context.packet))
            return message(MessageId::NoIpv6Header);
        if (!m_protection.isExtension && context.packet.protocol != m_protection.protocol)
            return message(MessageId::ProtocolDiffers, protocolName(context.packet.protocol), name());
        if (context.packet.isLaterFragment())
            return message(MessageId::LaterFragmentHasNoPorts);
        if (m_wanted.holdsFor(context.packet.spi))
            return message(m_protection.fits ? MessageId::NotSimulated : MessageId::Ipv6HeaderDiffers, m_more);
        return message(m_wanted.inverted ? MessageId::FieldExcluded : MessageId::FieldDiffers, "SPI",
                       context.packet.spi, toText(m_wanted));
    }

    Pins pins() const override { return {m_protection.isExtension ? protocol::any : m_protection.protocol, 0}; }

private:
    bool hasHeader(const Packet& packet) const
    {
        if (m_protection.isExtension)
            return shows(packet, header::authentication);
        return packet.protocol == m_protection.protocol && !packet.isLaterFragment();
    }

    std::string_view m_option;
    std::string_view m_more;  ///< what is asked beside the index
    NumberRange m_wanted;
    Protection m_protection;
};

constexpr auto espOptions = std::to_array<OptionSpec>({{"--espspi"}});
constexpr auto ahOptions = std::to_array<OptionSpec>({{"--ahspi"}, {"--ahlen"}, {"--ahres", Values::none}});
constexpr auto ipcompOptions = std::to_array<OptionSpec>({{"--ipcompspi"}, {"--compres", Values::none}});

/// Length and reserved bits of the header, which only ip6tables asks for. @see ip6t_ah.c, ah_mt6()
void readMore(const Option& option, Protection& protection, SavedOptions& more)
{
    constexpr std::uint32_t lengthHere = 16;
    if (!protection.isExtension)
        option.rejectUnknown();
    if (!option.is("--ahlen")) {
        more.flag("--ahres");
        return;
    }
    const NumberRange length = oneNumberOf(option);
    protection.fits = length.first == 0 || length.holdsFor(lengthHere);
    more.value("--ahlen", toText(length.first), length.inverted);
}

const Match* parseFor(Options& words, std::uint8_t protocol, std::string_view name)
{
    Protection protection{protocol, protocol == protocol::ah && words.rule().ipv6};
    if (!protection.isExtension && !words.rule().protocolIs(protocol))
        words.reject(message(MessageId::NeedsProtocolNamed, words.extension().text, protocolName(protocol)));
    NumberRange wanted;
    SavedOptions more;
    while (const auto option = words.next()) {
        if (option->is(name))
            wanted = numberRangeOf(*option);
        else if (option->is("--compres"))
            more.flag("--compres");
        else
            readMore(*option, protection, more);
        protection.known &= !option->is("--compres");
    }
    return words.arena().make<SecurityIndex>(protection, name, wanted, words.arena().keep(std::move(more).text()));
}

const Match* parseEsp(Options& words) { return parseFor(words, protocol::esp, "--espspi"); }

const Match* parseAh(Options& words) { return parseFor(words, protocol::ah, "--ahspi"); }

const Match* parseIpcomp(Options& words) { return parseFor(words, ipcomp, "--ipcompspi"); }

}  // namespace

extern const MatchExtension espMatch = {"esp", espOptions, parseEsp};
extern const MatchExtension ahMatch = {"ah", ahOptions, parseAh};
extern const MatchExtension ipcompMatch = {"ipcomp", ipcompOptions, parseIpcomp};

}  // namespace natwalk
