// -m tos, -m dscp: the packet's type of service.
// Source: Linux net/netfilter/xt_dscp.c, iptables extensions/libxt_tos.c and libxt_dscp.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"
#include "extensions/tos.h"

#include <array>

namespace natwalk {

namespace {

class Tos final : public Match
{
public:
    Tos(MaskedByte wanted, bool inverted) : m_wanted(wanted), m_inverted(inverted) {}

    std::string_view name() const override { return "tos"; }

    Answer ask(const MatchContext& context) const override
    {
        return Answer::of(((context.packet.tos & m_wanted.mask) == m_wanted.value) != m_inverted);
    }

    std::string save() const override
    {
        return std::move(SavedOptions().value("--tos", toText(m_wanted), m_inverted)).text();
    }

    Message describe() const override
    {
        return message(m_inverted ? MessageId::TosIsNot : MessageId::TosIs, toText(m_wanted));
    }

    Message whyNot(const MatchContext& context) const override
    {
        return message(m_inverted ? MessageId::TosExcluded : MessageId::TosDiffers, hexadecimalByte(context.packet.tos),
                       toText(m_wanted));
    }

private:
    MaskedByte m_wanted;
    bool m_inverted;
};

class Dscp final : public Match
{
public:
    Dscp(std::uint8_t wanted, bool inverted) : m_wanted(wanted), m_inverted(inverted) {}

    std::string_view name() const override { return "dscp"; }

    Answer ask(const MatchContext& context) const override
    {
        return Answer::of((dscpOfPacket(context) == m_wanted) != m_inverted);
    }

    std::string save() const override
    {
        return std::move(SavedOptions().value("--dscp", hexadecimalByte(m_wanted), m_inverted)).text();
    }

    Message describe() const override
    {
        return message(m_inverted ? MessageId::DscpIsNot : MessageId::DscpIs, hexadecimalByte(m_wanted));
    }

    Message whyNot(const MatchContext& context) const override
    {
        return message(m_inverted ? MessageId::DscpExcluded : MessageId::DscpDiffers,
                       hexadecimalByte(dscpOfPacket(context)), hexadecimalByte(m_wanted));
    }

private:
    static std::uint8_t dscpOfPacket(const MatchContext& context)
    {
        return static_cast<std::uint8_t>(context.packet.tos >> 2);
    }

    std::uint8_t m_wanted;
    bool m_inverted;
};

constexpr auto tosOptions = std::to_array<OptionSpec>({{"--tos"}});
constexpr auto dscpOptions = std::to_array<OptionSpec>({{"--dscp"}, {"--dscp-class"}});

const Match* parseTos(Options& words)
{
    const Option option = words.only("--tos");
    return words.arena().make<Tos>(tosOf(option), option.inverted());
}

const Match* parseDscp(Options& words)
{
    const Option option = words.only("--dscp");
    return words.arena().make<Dscp>(dscpOf(option), option.inverted());
}

}  // namespace

extern const MatchExtension tosMatch = {"tos", tosOptions, parseTos};
extern const MatchExtension dscpMatch = {"dscp", dscpOptions, parseDscp};

}  // namespace natwalk
