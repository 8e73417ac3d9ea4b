// -j TCPMSS: changes the largest segment that a SYN announces, never its way.
// Source: Linux net/netfilter/xt_TCPMSS.c, iptables extensions/libxt_TCPMSS.c.
#include "extensions/all.h"
#include "extensions/kept.h"

#include <array>

namespace natwalk {

namespace {

class Tcpmss final : public Target
{
public:
    /// @param size  0: as large as the path allows
    explicit Tcpmss(std::uint16_t size) : m_size(size) {}

    std::string_view name() const override { return "TCPMSS"; }
    Action act(const MatchContext& /*context*/) const override { return GoOn{}; }
    std::string save() const override { return m_size == 0 ? "--clamp-mss-to-pmtu" : "--set-mss " + toText(m_size); }
    Message describe() const override { return message(MessageId::NoEffectOnPath, name()); }
    bool allowedIn(TableName table, Hook hook) const override { return m_size != 0 || onTheWayOut(table, hook); }

private:
    std::uint16_t m_size;
};

constexpr auto options = std::to_array<OptionSpec>({{"--set-mss"}, {"--clamp-mss-to-pmtu", Values::none}});

const Target* parse(Options& words)
{
    if (!words.rule().protocolIs(protocol::tcp))
        words.reject(message(MessageId::NeedsProtocolNamed, "TCPMSS", "tcp"));
    const Option option = words.only("--clamp-mss-to-pmtu");
    option.rejectInverted();
    const std::uint64_t largest = words.rule().ipv6 ? 65535 - 60 : 65535 - 40;
    const auto size = option.is("--set-mss") ? option.number(1, largest) : 0;
    return words.arena().make<Tcpmss>(static_cast<std::uint16_t>(size));
}

}  // namespace

extern const TargetExtension tcpmssTarget = {"TCPMSS", options, parse, Standing::noEffect};

}  // namespace natwalk
