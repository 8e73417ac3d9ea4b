// -m icmp, -m icmp6: type and code of an ICMP message.
// Source: Linux net/ipv4/netfilter/ip_tables.c (icmp_match), net/ipv6/netfilter/ip6_tables.c (icmp6_match),
// iptables extensions/libxt_icmp.h.
#include "extensions/all.h"
#include "extensions/numbers.h"
#include "extensions/saved_options.h"
#include "extensions/words.h"

#include <array>

namespace natwalk {

namespace {

/// A type, and the codes that count: all, or one.
struct IcmpType
{
    std::uint8_t type = 0;
    std::uint8_t firstCode = 0;
    std::uint8_t lastCode = 255;

    constexpr bool hasCode() const { return firstCode != 0 || lastCode != 255; }
};

struct IcmpName
{
    std::string_view name;
    IcmpType type;
};

constexpr IcmpType withCode(std::uint8_t type, std::uint8_t code) { return {type, code, code}; }

/// In IPv4 this type stands for all of them.
constexpr std::uint8_t anyType = 255;

constexpr auto names4 = std::to_array<IcmpName>({
    {"any", {anyType}},
    {"echo-reply", {0}},
    {"pong", {0}},
    {"destination-unreachable", {3}},
    {"network-unreachable", withCode(3, 0)},
    {"host-unreachable", withCode(3, 1)},
    {"protocol-unreachable", withCode(3, 2)},
    {"port-unreachable", withCode(3, 3)},
    {"fragmentation-needed", withCode(3, 4)},
    {"source-route-failed", withCode(3, 5)},
    {"network-unknown", withCode(3, 6)},
    {"host-unknown", withCode(3, 7)},
    {"network-prohibited", withCode(3, 9)},
    {"host-prohibited", withCode(3, 10)},
    {"TOS-network-unreachable", withCode(3, 11)},
    {"TOS-host-unreachable", withCode(3, 12)},
    {"communication-prohibited", withCode(3, 13)},
    {"host-precedence-violation", withCode(3, 14)},
    {"precedence-cutoff", withCode(3, 15)},
    {"source-quench", {4}},
    {"redirect", {5}},
    {"network-redirect", withCode(5, 0)},
    {"host-redirect", withCode(5, 1)},
    {"TOS-network-redirect", withCode(5, 2)},
    {"TOS-host-redirect", withCode(5, 3)},
    {"echo-request", {8}},
    {"ping", {8}},
    {"router-advertisement", {9}},
    {"router-solicitation", {10}},
    {"time-exceeded", {11}},
    {"ttl-exceeded", {11}},
    {"ttl-zero-during-transit", withCode(11, 0)},
    {"ttl-zero-during-reassembly", withCode(11, 1)},
    {"parameter-problem", {12}},
    {"ip-header-bad", withCode(12, 0)},
    {"required-option-missing", withCode(12, 1)},
    {"timestamp-request", {13}},
    {"timestamp-reply", {14}},
    {"address-mask-request", {17}},
    {"address-mask-reply", {18}},
});

constexpr auto names6 = std::to_array<IcmpName>({
    {"destination-unreachable", {1}},
    {"no-route", withCode(1, 0)},
    {"communication-prohibited", withCode(1, 1)},
    {"beyond-scope", withCode(1, 2)},
    {"address-unreachable", withCode(1, 3)},
    {"port-unreachable", withCode(1, 4)},
    {"failed-policy", withCode(1, 5)},
    {"reject-route", withCode(1, 6)},
    {"packet-too-big", {2}},
    {"time-exceeded", {3}},
    {"ttl-exceeded", {3}},
    {"ttl-zero-during-transit", withCode(3, 0)},
    {"ttl-zero-during-reassembly", withCode(3, 1)},
    {"parameter-problem", {4}},
    {"bad-header", withCode(4, 0)},
    {"unknown-header-type", withCode(4, 1)},
    {"unknown-option", withCode(4, 2)},
    {"echo-request", {128}},
    {"ping", {128}},
    {"echo-reply", {129}},
    {"pong", {129}},
    {"router-solicitation", {133}},
    {"router-advertisement", {134}},
    {"neighbour-solicitation", {135}},
    {"neighbor-solicitation", {135}},
    {"neighbour-advertisement", {136}},
    {"neighbor-advertisement", {136}},
    {"redirect", {137}},
});

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
    bool isAny() const { return !m_ipv6 && m_wanted.type == anyType; }

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

const Match* parse4(Options& words) { return parseType(words, protocol::icmp, "--icmp-type", names4); }

const Match* parse6(Options& words) { return parseType(words, protocol::icmp6, "--icmpv6-type", names6); }

}  // namespace

extern const MatchExtension icmpMatch = {"icmp", options4, parse4};
extern const MatchExtension icmp6Match = {"icmp6", options6, parse6};

}  // namespace natwalk
