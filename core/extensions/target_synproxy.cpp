// -j SYNPROXY: answers a SYN in the server's place, and lets only those through who answer in turn.
// Source: Linux net/netfilter/nf_synproxy_core.c, net/ipv4/netfilter/ipt_SYNPROXY.c, iptables
// extensions/libxt_SYNPROXY.c.
#include "extensions/all.h"
#include "extensions/kept.h"

#include <array>

namespace natwalk {

namespace {

/// The options say which TCP options the kernel's answer has: none changes a packet's way.
class Synproxy final : public Target
{
public:
    explicit Synproxy(std::string_view options) : m_options(options) {}

    std::string_view name() const override { return "SYNPROXY"; }
    Action act(const MatchContext& /*context*/) const override { return GuardHandshake{}; }
    std::string save() const override { return std::string(m_options); }
    Message describe() const override { return message(MessageId::GuardsHandshake); }
    bool allowedIn(TableName /*table*/, Hook hook) const override
    {
        return hook == Hook::input || hook == Hook::forward;
    }

private:
    std::string_view m_options;
};

/// In the order in which they are printed.
constexpr auto options = std::to_array<OptionSpec>({
    {"--sack-perm", Values::none},
    {"--timestamp", Values::none},
    {"--wscale"},
    {"--mss"},
    {"--ecn", Values::none},
});

std::string valueOf(const Option& option)
{
    if (!option.hasValue())
        return {};
    return toText(option.is("--wscale") ? option.number(0, 255) : option.number(0, 65535));
}

const Target* parse(Options& words)
{
    if (!words.rule().protocolIs(protocol::tcp))
        words.reject(message(MessageId::NeedsProtocolNamed, words.extension().text, "tcp"));
    KeptOptions kept(options);
    while (const auto option = words.next()) {
        option->rejectInverted();
        kept.put(*option, valueOf(*option));
    }
    return words.arena().make<Synproxy>(words.arena().keep(kept.text()));
}

}  // namespace

extern const TargetExtension synproxyTarget = {"SYNPROXY", options, parse};

}  // namespace natwalk
