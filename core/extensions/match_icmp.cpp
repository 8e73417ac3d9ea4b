// -m icmp, -m icmp6: type and code of an ICMP message.
// Source: Linux net/ipv4/netfilter/ip_tables.c (icmp_match), net/ipv6/netfilter/ip6_tables.c (icmp6_match),
// iptables extensions/libxt_icmp.h.
#include "extensions/all.h"
#include "extensions/numbers.h"
#include "extensions/saved_options.h"
#include "extensions/words.h"
#include "packet/icmp_names.h"

#include <array>

namespace natwalk {

namespace {

std::string typeAndCode(std::uint8_t type, std::uint8_t code) { return toText(type) + "/" + toText(code); }

class Icmp final : public Match
{
public:
    Icmp(bool ipv6, IcmpType wanted, bool inverted) : m_ipv6(ipv6), m_inverted(inverted), m_wanted(wanted) {}

    std::string_view name() const override { return m_ipv6 ? "icmp6" : "icmp"; }

    Answer ask(const MatchContext& context) const override
    {
        return Answer::of(!context.packet.isLaterFragment() && fits(context.packet) != m_inverted);
    }

    std::string save() const override
    {
        return std::move(SavedOptions().value(m_ipv6 ? "--icmpv6-type" : "--icmp-type", wantedText(), m_inverted))
            .text();
    }

    Message describe() const override
    {
        return message(m_inverted ? MessageId::IcmpTypeIsNot : MessageId::IcmpTypeIs, wantedText());
    }

    Message whyNot(const MatchContext& context) const override
    {
        const Packet& packet = context.packet;
        if (packet.isLaterFragment())
            return message(MessageId::LaterFragmentHasNoIcmpType);
        return message(m_inverted ? MessageId::IcmpTypeExcluded : MessageId::IcmpTypeDiffers,
                       typeAndCode(packet.icmpType, packet.icmpCode), wantedText());
    }

private:
    bool isAny() const { return !m_ipv6 && m_wanted.type == anyIcmpType; }

    bool fits(const Packet& packet) const
    {
        return isAny()
               || (packet.icmpType == m_wanted.type && m_wanted.firstCode <= packet.icmpCode
                   && packet.icmpCode <= m_wanted.lastCode);
    }

    std::string wantedText() const
    {
        if (isAny())
            return "any";
        return m_wanted.hasCode() ? typeAndCode(m_wanted.type, m_wanted.firstCode) : toText(m_wanted.type);
    }

    bool m_ipv6;
    bool m_inverted;
    IcmpType m_wanted;
};

std::optional<std::uint8_t> byteNumber(std::string_view word)
{
    const auto number = wholeNumber(word);
    if (!number || *number > 255)
        return {};
    return static_cast<std::uint8_t>(*number);
}

/// A name may be cut short as long as one alone begins so.
std::optional<IcmpType> typeNamed(std::string_view word, std::span<const IcmpName> names)
{
    std::optional<IcmpType> found;
    for (const IcmpName& each : names) {
        if (!beginsIgnoringCase(each.name, word))
            continue;
        if (found)
            return {};
        found = each.type;
    }
    return found;
}

std::optional<IcmpType> typeNumbered(std::string_view word)
{
    const auto [typeWord, codeWord] = splitAt(word, '/');
    const auto type = byteNumber(typeWord);
    if (!type)
        return {};
    if (!codeWord)
        return IcmpType{*type};
    const auto [firstWord, lastWord] = splitAt(*codeWord, ':');
    const auto first = byteNumber(firstWord);
    const auto last = lastWord ? byteNumber(*lastWord) : first;
    return first && last ? std::optional(IcmpType{*type, *first, *last}) : std::nullopt;
}

const Match* parseType(Options& words, std::uint8_t protocol, std::string_view optionName,
                       std::span<const IcmpName> names)
{
    if (!words.rule().protocolIs(protocol))
        words.reject(message(MessageId::NeedsProtocolNamed, words.extension().text, protocolName(protocol)));
    const Option option = words.only(optionName);
    const auto named = typeNamed(option.value().text, names);
    const auto type = named ? named : typeNumbered(option.value().text);
    if (!type)
        option.rejectValue();
    return words.arena().make<Icmp>(protocol == protocol::icmp6, *type, option.inverted());
}

constexpr auto options4 = std::to_array<OptionSpec>({{"--icmp-type"}});
constexpr auto options6 = std::to_array<OptionSpec>({{"--icmpv6-type"}});

const Match* parse4(Options& words) { return parseType(words, protocol::icmp, "--icmp-type", icmpNames()); }

const Match* parse6(Options& words) { return parseType(words, protocol::icmp6, "--icmpv6-type", icmp6Names()); }

}  // namespace

extern const MatchExtension icmpMatch = {"icmp", options4, parse4};
extern const MatchExtension icmp6Match = {"icmp6", options6, parse6};

}  // namespace natwalk
