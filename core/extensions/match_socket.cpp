// -m socket: packets for which a socket of this host waits.
// Source: Linux net/netfilter/xt_socket.c, net/ipv4/netfilter/nf_socket_ipv4.c, iptables extensions/libxt_socket.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

struct SocketConditions
{
    bool withWildcards = false;  ///< --nowildcard: those of any address count, too
    bool transparent = false;
    bool restoresMark = false;
};

/// The listeners are all that natwalk knows of sockets: it is sure of packets that only a listener can wait for.
class Socket final : public Match
{
public:
    explicit Socket(const SocketConditions& wanted) : m_wanted(wanted) {}

    std::string_view name() const override { return "socket"; }

    Answer ask(const MatchContext& context) const override
    {
        const Packet& packet = context.packet;
        if (packet.isIcmpError())
            return Answer::doubt();
        if (packet.protocol != protocol::tcp && packet.protocol != protocol::udp)
            return Answer::of(false);
        if (mayBelongToConnection(context) || m_wanted.transparent || m_wanted.restoresMark
            || context.host.listeners.empty())
            return Answer::doubt();
        return Answer::of(hasListener(context));
    }

    std::string save() const override
    {
        SavedOptions saved;
        if (m_wanted.transparent)
            saved.flag("--transparent");
        if (m_wanted.withWildcards)
            saved.flag("--nowildcard");
        if (m_wanted.restoresMark)
            saved.flag("--restore-skmark");
        return std::move(saved).text();
    }

    Message describe() const override { return message(MessageId::SocketWaits, save()); }

    Message whyNot(const MatchContext& context) const override
    {
        return message(ask(context).doubtful ? MessageId::SocketsUnknown : MessageId::NoSocketWaits);
    }

    bool allowedIn(TableName /*table*/, Hook hook) const override
    {
        return hook == Hook::prerouting || hook == Hook::input;
    }

private:
    /// An established socket waits for more than its port tells.
    static bool mayBelongToConnection(const MatchContext& context)
    {
        const Packet& packet = context.packet;
        const bool opens = packet.protocol == protocol::udp || packet.tcpFlags == tcpflag::syn;
        return !opens || (context.connection != nullptr && context.connection->has(status::seenReply));
    }

    bool hasListener(const MatchContext& context) const
    {
        const Packet& packet = context.packet;
        return std::ranges::any_of(context.host.listeners, [&](const Listener& each) {
            const bool isHis = each.address ? *each.address == packet.dst : m_wanted.withWildcards;
            return each.protocol == packet.protocol && each.port == packet.dport && isHis;
        });
    }

    SocketConditions m_wanted;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--transparent", Values::none},
    {"--nowildcard", Values::none},
    {"--restore-skmark", Values::none},
});

const Match* parse(Options& words)
{
    SocketConditions wanted;
    while (const auto option = words.next()) {
        option->rejectInverted();
        if (option->is("--transparent"))
            wanted.transparent = true;
        else if (option->is("--nowildcard"))
            wanted.withWildcards = true;
        else
            wanted.restoresMark = true;
    }
    return words.arena().make<Socket>(wanted);
}

}  // namespace

extern const MatchExtension socketMatch = {"socket", options, parse};

}  // namespace natwalk
