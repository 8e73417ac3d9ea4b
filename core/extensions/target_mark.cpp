// -j MARK: changes the packet's mark.
// Source: Linux net/netfilter/xt_mark.c, iptables extensions/libxt_MARK.c.
#include "extensions/all.h"
#include "extensions/numbers.h"

#include <array>

namespace natwalk {

namespace {

class MarkTarget final : public Target
{
public:
    explicit MarkTarget(MaskedNumber change) : m_change(change) {}

    std::string_view name() const override { return "MARK"; }
    Action act(const MatchContext& /*context*/) const override { return SetMark{m_change.value, m_change.mask}; }
    std::string save() const override { return "--set-xmark " + withMask(m_change); }

    Message describe() const override
    {
        if (m_change.mask == MaskedNumber::allBits)
            return message(MessageId::MarkBecomes, hexadecimal(m_change.value));
        if (m_change.mask == m_change.value)
            return message(MessageId::MarkGains, hexadecimal(m_change.value));
        return message(MessageId::MarkChanges, hexadecimal(m_change.mask), hexadecimal(m_change.value));
    }

private:
    MaskedNumber m_change;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--set-xmark"},
    {"--set-mark"},
    {"--and-mark"},
    {"--or-mark"},
    {"--xor-mark"},
});

/// Every form is one change: (mark & ~mask) ^ value.
MaskedNumber changeOf(const Option& option)
{
    option.rejectInverted();
    if (option.is("--set-xmark"))
        return maskedNumberOf(option);
    if (option.is("--set-mark")) {
        const MaskedNumber number = maskedNumberOf(option);
        return {number.value, number.value | number.mask};
    }
    const auto bits = static_cast<std::uint32_t>(option.number(0, MaskedNumber::allBits));
    if (option.is("--and-mark"))
        return {0, ~bits};
    return option.is("--or-mark") ? MaskedNumber{bits, bits} : MaskedNumber{bits, 0};
}

const Target* parse(Options& words)
{
    const auto option = words.next();
    if (!option)
        words.rejectMissing("--set-mark");
    const MaskedNumber change = changeOf(*option);
    if (const auto another = words.next())
        words.reject(message(MessageId::OptionsExclude, option->name(), another->name()));
    return words.arena().make<MarkTarget>(change);
}

}  // namespace

extern const TargetExtension markTarget = {"MARK", options, parse};

}  // namespace natwalk
