// -m physdev: by which port of a bridge a packet comes and goes. natwalk knows no ports of bridges, and routes what
// comes: it is sure of packets that no bridge can have handed over, and of what all answer that are routed.
// Source: Linux net/netfilter/xt_physdev.c, iptables extensions/libxt_physdev.c.
#include "extensions/all.h"
#include "extensions/kept.h"

#include <boost/container/static_vector.hpp>

#include <algorithm>
#include <array>
#include <utility>

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
    const bool ipv6 = context.packet.src.family == Family::ipv6;
    const char* calls = ipv6 ? "net.bridge.bridge-nf-call-ip6tables" : "net.bridge.bridge-nf-call-iptables";
    return context.host.sysctl(calls, 1) != 0 && mayBeBridge(context.packet.in);
}

/// It may be for somebody behind another port, who gets it without routing.
bool mayBeBridged(const MatchContext& context)
{
    const bool onItsWay = context.hook == Hook::forward || context.hook == Hook::postrouting;
    return onItsWay && context.packet.in == context.packet.out;
}

enum class Asked : std::uint8_t { in, out, isIn, isOut, isBridged };

struct Condition
{
    Asked asked;
    bool inverted;
};

enum class Holds : std::uint8_t { no, unknown, yes };

/// One condition on a packet that came by a port of a bridge. @see Linux net/netfilter/xt_physdev.c, physdev_mt()
Holds holds(const Condition& condition, bool mayGoByPort)
{
    const auto isSo = [&](bool fact) { return fact != condition.inverted ? Holds::yes : Holds::no; };
    switch (condition.asked) {
    case Asked::in: return Holds::unknown;
    case Asked::isIn: return isSo(true);
    case Asked::out: return mayGoByPort ? Holds::unknown : Holds::no;  // without a port it is never asked which
    case Asked::isOut:
    case Asked::isBridged: return mayGoByPort ? Holds::unknown : isSo(false);
    }
    return Holds::unknown;
}

using Conditions = boost::container::static_vector<Condition, 5>;

/// Packets that no bridge handed over: every option must be inverted.
bool holdsElsewhere(const Conditions& conditions) { return std::ranges::all_of(conditions, &Condition::inverted); }

class Physdev final : public Match
{
public:
    Physdev(std::string_view words, Conditions conditions) : m_words(words), m_conditions(std::move(conditions)) {}

    std::string_view name() const override { return "physdev"; }
    Answer ask(const MatchContext& context) const override
    {
        const bool elsewhere = holdsElsewhere(m_conditions);
        const bool sure = !mayPassBridge(context) || byPort(context) == (elsewhere ? Holds::yes : Holds::no);
        return sure ? Answer::of(elsewhere) : Answer::doubt();
    }
    std::string save() const override { return std::string(m_words); }
    Message describe() const override { return message(MessageId::PassesBridge, m_words); }
    Message whyNot(const MatchContext& context) const override
    {
        if (ask(context).doubtful)
            return message(MessageId::NotSimulated, name());
        if (mayPassBridge(context))
            return message(MessageId::FieldDiffers, "the packet", "routed", m_words);
        return message(MessageId::PassesNoBridge, m_words);
    }

private:
    Holds byPort(const MatchContext& context) const
    {
        Holds all = Holds::yes;
        for (const Condition& each : m_conditions)
            all = std::min(all, holds(each, mayBeBridged(context)));
        return all;
    }

    std::string_view m_words;
    Conditions m_conditions;
};

/// In the order of Asked.
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
    Conditions conditions;
    while (const auto option = words.next()) {
        const auto isIt = [&](const OptionSpec& spec) { return option->is(spec.name); };
        const auto place = std::ranges::find_if(options, isIt) - options.begin();
        if (conditions.size() < conditions.capacity())
            conditions.push_back({static_cast<Asked>(place), option->inverted()});
        keep(*option, saved);
    }
    return words.arena().make<Physdev>(words.arena().keep(std::move(saved).text()), conditions);
}

}  // namespace

extern const MatchExtension physdevMatch = {"physdev", options, parse};

}  // namespace natwalk
