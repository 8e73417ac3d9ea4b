// -j TOS, -j DSCP: the packet's type of service.
// Source: Linux net/netfilter/xt_DSCP.c, iptables extensions/libxt_TOS.c and libxt_DSCP.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"
#include "extensions/tos.h"

#include <array>

namespace natwalk {

namespace {

class Tos final : public Target
{
public:
    explicit Tos(MaskedByte change) : m_change(change) {}

    std::string_view name() const override { return "TOS"; }
    Action act(const MatchContext& /*context*/) const override { return SetTos{m_change.value, m_change.mask}; }
    std::string save() const override { return "--set-tos " + toText(m_change); }
    Message describe() const override { return message(MessageId::TosChanges, toText(m_change)); }
    bool allowedIn(TableName table, Hook /*hook*/) const override { return table == TableName::mangle; }

private:
    MaskedByte m_change;
};

class Dscp final : public Target
{
public:
    explicit Dscp(std::uint8_t dscp) : m_dscp(dscp) {}

    std::string_view name() const override { return "DSCP"; }
    Action act(const MatchContext& /*context*/) const override
    {
        return SetTos{static_cast<std::uint8_t>(m_dscp << 2), 0xfc};
    }
    std::string save() const override { return "--set-dscp " + hexadecimalByte(m_dscp); }
    Message describe() const override { return message(MessageId::DscpBecomes, hexadecimalByte(m_dscp)); }
    bool allowedIn(TableName table, Hook /*hook*/) const override { return table == TableName::mangle; }

private:
    std::uint8_t m_dscp;
};

constexpr auto tosOptions = std::to_array<OptionSpec>({{"--set-tos"}, {"--and-tos"}, {"--or-tos"}, {"--xor-tos"}});
constexpr auto dscpOptions = std::to_array<OptionSpec>({{"--set-dscp"}, {"--set-dscp-class"}});

/// Every form is one change: (tos & ~mask) ^ value.
MaskedByte changeOf(const Option& option)
{
    if (option.is("--set-tos"))
        return tosOf(option);
    const auto bits = static_cast<std::uint8_t>(option.number(0, 255));
    if (option.is("--and-tos"))
        return {0, static_cast<std::uint8_t>(~bits)};
    return {bits, option.is("--or-tos") ? bits : std::uint8_t{0}};
}

Option onlyOption(Options& words, std::string_view name)
{
    const Option option = words.only(name);
    option.rejectInverted();
    return option;
}

const Target* parseTos(Options& words) { return words.arena().make<Tos>(changeOf(onlyOption(words, "--set-tos"))); }

const Target* parseDscp(Options& words) { return words.arena().make<Dscp>(dscpOf(onlyOption(words, "--set-dscp"))); }

}  // namespace

extern const TargetExtension tosTarget = {"TOS", tosOptions, parseTos};
extern const TargetExtension dscpTarget = {"DSCP", dscpOptions, parseDscp};

}  // namespace natwalk
