// -j MARK: changes the packet's mark.
// Source: Linux net/netfilter/xt_mark.c, iptables extensions/libxt_MARK.c.
#include "extensions/all.h"
#include "extensions/mark_change.h"

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

    Message describe() const override { return describeMarkChange(m_change); }

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

const Target* parse(Options& words)
{
    const Option option = words.only("--set-mark");
    option.rejectInverted();
    const MaskedNumber change = *markChangeOf(option);
    return words.arena().make<MarkTarget>(change);
}

}  // namespace

extern const TargetExtension markTarget = {"MARK", options, parse};

}  // namespace natwalk
