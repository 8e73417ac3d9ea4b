// -j NETMAP: a whole net becomes another, host by host.
// Source: Linux net/netfilter/xt_NETMAP.c, iptables extensions/libxt_NAT.c.
#include "extensions/all.h"
#include "extensions/host_mask.h"

#include <array>

namespace natwalk {

namespace {

class Netmap final : public Target
{
public:
    explicit Netmap(const Network& net)
    {
        m_range.netmap = true;
        m_range.netmapTo = net;
    }

    std::string_view name() const override { return "NETMAP"; }
    std::string save() const override { return "--to " + toText(m_range.netmapTo); }
    Message describe() const override { return message(MessageId::NetBecomes, m_range.netmapTo); }

    Action act(const MatchContext& context) const override
    {
        const bool source = context.hook == Hook::postrouting || context.hook == Hook::input;
        return Translate{source ? ManipType::source : ManipType::destination, &m_range};
    }

    bool allowedIn(TableName table, Hook /*hook*/) const override { return table == TableName::nat; }

private:
    NatRange m_range;
};

constexpr auto options = std::to_array<OptionSpec>({{"--to"}});

const Target* parse(Options& words)
{
    const Option option = words.only("--to");
    option.rejectInverted();
    return words.arena().make<Netmap>(hostMaskOf(option, words.rule()).network());
}

}  // namespace

extern const TargetExtension netmapTarget = {"NETMAP", options, parse};

}  // namespace natwalk
