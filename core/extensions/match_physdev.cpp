// -m physdev: by which port of a bridge a packet comes and goes. natwalk knows no ports of bridges: it is sure of
// packets that no bridge can have handed over, and doubts the others.
// Source: Linux net/netfilter/xt_physdev.c, iptables extensions/libxt_physdev.c.
#include "extensions/all.h"
#include "extensions/kept.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

/// What administrators, distributions and container networks call their bridges.
constexpr auto bridgeNames = std::to_array<std::string_view>(
    {"br", "cbr", "cni", "docker", "kube-bridge", "lxcbr", "lxdbr", "podman", "virbr", "vmbr", "weave", "xenbr"});

bool mayBeBridge(const InterfaceName& device)
{
    return std::ranges::any_of(bridgeNames, [&](std::string_view name) { return device.view().starts_with(name); });
}

bool mayPassBridge(const MatchContext& context)
{
    const Host& host = context.host;
    if (host.sysctl("net.bridge.bridge-nf-call-iptables", 1) == 0)
        return false;
    if (context.hook != Hook::postrouting)
        return mayBeBridge(context.packet.in);
    return std::ranges::any_of(host.interfaces, mayBeBridge, &Interface::name);
}

class Physdev final : public Match
{
public:
    Physdev(std::string_view words, bool holdsElsewhere) : m_words(words), m_holdsElsewhere(holdsElsewhere) {}

    std::string_view name() const override { return "physdev"; }
    Answer ask(const MatchContext& context) const override
    {
        return mayPassBridge(context) ? Answer::doubt() : Answer::of(m_holdsElsewhere);
    }
    std::string save() const override { return std::string(m_words); }
    Message describe() const override { return message(MessageId::PassesBridge, m_words); }
    Message whyNot(const MatchContext& context) const override
    {
        if (mayPassBridge(context))
            return message(MessageId::NotSimulated, name());
        return message(MessageId::PassesNoBridge, m_words);
    }

private:
    std::string_view m_words;
    bool m_holdsElsewhere;  ///< for packets that pass no bridge: every option must be inverted
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--physdev-in"},
    {"--physdev-out"},
    {"--physdev-is-in", Values::none},
    {"--physdev-is-out", Values::none},
    {"--physdev-is-bridged", Values::none},
});

const Match* parse(Options& words)
{
    SavedOptions saved;
    bool allInverted = true;
    while (const auto option = words.next()) {
        allInverted = allInverted && option->inverted();
        keep(*option, saved);
    }
    return words.arena().make<Physdev>(words.arena().keep(std::move(saved).text()), allInverted);
}

}  // namespace

extern const MatchExtension physdevMatch = {"physdev", options, parse};

}  // namespace natwalk
