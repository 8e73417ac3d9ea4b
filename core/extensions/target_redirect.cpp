// -j REDIRECT: the destination becomes this host.
// Source: Linux net/netfilter/nf_nat_redirect.c, iptables extensions/libxt_NAT.c.
#include "extensions/all.h"
#include "extensions/nat_range.h"

#include <array>

namespace natwalk {

namespace {

class RedirectTarget final : public Target
{
public:
    explicit RedirectTarget(const NatRange& range) : m_range(range) {}

    std::string_view name() const override { return "REDIRECT"; }
    Action act(const MatchContext& /*context*/) const override { return Redirect{&m_range}; }
    std::string save() const override { return savedPortsAndFlags(m_range); }

    Message describe() const override
    {
        if (!m_range.ports)
            return message(MessageId::DestinationBecomesHost);
        return message(MessageId::DestinationBecomesHostPort, natPortsText(*m_range.ports));
    }

    bool allowedIn(TableName table, Hook hook) const override
    {
        return table == TableName::nat && (hook == Hook::prerouting || hook == Hook::output);
    }

private:
    NatRange m_range;
};

constexpr auto options = std::to_array<OptionSpec>({{"--to-ports"}, {"--random", Values::none}});

const Target* parse(Options& words)
{
    NatRange range;
    while (const auto option = words.next())
        if (!readNatFlag(*option, range))
            range.ports = natPortsOf(*option, words.rule());
    return words.arena().make<RedirectTarget>(range);
}

}  // namespace

extern const TargetExtension redirectTarget = {"REDIRECT", options, parse};

}  // namespace natwalk
