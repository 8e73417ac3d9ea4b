// -m rpfilter: whether an answer would go back the way that the packet came.
// Source: Linux net/ipv4/netfilter/ipt_rpfilter.c, net/ipv6/netfilter/ip6t_rpfilter.c, iptables
// extensions/libxt_rpfilter.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"

#include <array>

namespace natwalk {

namespace {

const InterfaceName loopback = "lo";

struct Strictness
{
    bool loose = false;
    bool byMark = false;
    bool acceptsLocal = false;
    bool inverted = false;
};

/// 0.0.0.0/8, as a host without an address sends
bool isUnspecified(const Address& address)
{
    return address.family == Family::ipv4 ? address.v4() >> 24U == 0 : address.isAny();
}

/// 224.0.0.0/24
bool isLocalMulticast(const Address& address)
{
    return address.family == Family::ipv4 && address.v4() >> 8U == 0xe00000U;
}

class Rpfilter final : public Match
{
public:
    explicit Rpfilter(const Strictness& wanted) : m_wanted(wanted) {}

    std::string_view name() const override { return "rpfilter"; }

    Answer ask(const MatchContext& context) const override
    {
        return Answer::of(hasWayBack(context) != m_wanted.inverted);
    }

    std::string save() const override
    {
        SavedOptions saved;
        if (m_wanted.loose)
            saved.flag("--loose");
        if (m_wanted.byMark)
            saved.flag("--validmark");
        if (m_wanted.acceptsLocal)
            saved.flag("--accept-local");
        if (m_wanted.inverted)
            saved.flag("--invert");
        return std::move(saved).text();
    }

    Message describe() const override
    {
        return message(m_wanted.inverted ? MessageId::WayBackMissing : MessageId::WayBackExists);
    }

    Message whyNot(const MatchContext& context) const override
    {
        const RouteAnswer back = wayBack(context);
        return back.found ? message(MessageId::AnswerLeavesBy, context.packet.src, back.dev)
                          : message(MessageId::AnswerHasNoRoute, context.packet.src);
    }

    bool allowedIn(TableName table, Hook hook) const override
    {
        return hook == Hook::prerouting && (table == TableName::raw || table == TableName::mangle);
    }

private:
    RouteAnswer wayBack(const MatchContext& context) const
    {
        const Packet& packet = context.packet;
        const Address from = packet.dst.isMulticast() ? Address::any(packet.dst.family) : packet.dst;
        return context.host.route(packet.src, from, m_wanted.byMark ? packet.mark : 0, {});
    }

    bool hasWayBack(const MatchContext& context) const
    {
        const Packet& packet = context.packet;
        if (packet.in == loopback)
            return true;
        if (packet.dst.isMulticast() && isUnspecified(packet.src))
            return isLocalMulticast(packet.dst);
        if (packet.src.family == Family::ipv6 && packet.src.isAny())
            return true;
        const RouteAnswer back = wayBack(context);
        if (!back.found)
            return false;
        if (back.type == RouteType::local && packet.src.family == Family::ipv6)
            return m_wanted.acceptsLocal && context.host.isLocal(packet.src);
        if (back.type == RouteType::local)
            return m_wanted.acceptsLocal && (m_wanted.loose || context.host.isLocalOn(packet.src, packet.in));
        return back.type == RouteType::unicast && (m_wanted.loose || back.dev == packet.in);
    }

    Strictness m_wanted;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--loose", Values::none},
    {"--validmark", Values::none},
    {"--accept-local", Values::none},
    {"--invert", Values::none},
});

const Match* parse(Options& words)
{
    Strictness wanted;
    while (const auto option = words.next()) {
        option->rejectInverted();
        if (option->is("--loose"))
            wanted.loose = true;
        else if (option->is("--validmark"))
            wanted.byMark = true;
        else if (option->is("--accept-local"))
            wanted.acceptsLocal = true;
        else
            wanted.inverted = true;
    }
    return words.arena().make<Rpfilter>(wanted);
}

}  // namespace

extern const MatchExtension rpfilterMatch = {"rpfilter", options, parse};

}  // namespace natwalk
