// -j MASQUERADE: the source becomes an address of the outgoing device.
// Source: Linux net/netfilter/nf_nat_masquerade.c, iptables extensions/libipt_MASQUERADE.c.
#include "extensions/all.h"
#include "extensions/nat_range.h"

#include <array>

namespace natwalk {

namespace {

class MasqueradeTarget final : public Target
{
public:
    explicit MasqueradeTarget(const NatRange& range) : m_range(range) {}

    std::string_view name() const override { return "MASQUERADE"; }
    Action act(const MatchContext& /*context*/) const override { return Masquerade{&m_range}; }
    std::string save() const override { return savedPortsAndFlags(m_range); }
    Message describe() const override { return message(MessageId::SourceBecomesOutgoing); }

    bool allowedIn(TableName table, Hook hook) const override
    {
        return table == TableName::nat && hook == Hook::postrouting;
    }

private:
    NatRange m_range;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--to-ports"},
    {"--random", Values::none},
    {"--random-fully", Values::none},
});

const Target* parse(Options& words)
{
    NatRange range;
    while (const auto option = words.next())
        if (!readNatFlag(*option, range))
            range.ports = natPortsOf(*option, words.rule());
    return words.arena().make<MasqueradeTarget>(range);
}

}  // namespace

extern const TargetExtension masqueradeTarget = {"MASQUERADE", options, parse};

}  // namespace natwalk
