// -m connlimit: how many connections an address, or its net, has open.
// Source: Linux net/netfilter/xt_connlimit.c, nf_conncount.c, iptables extensions/libxt_connlimit.c.
#include "extensions/all.h"
#include "extensions/host_mask.h"
#include "extensions/saved_options.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

struct ConnectionLimit
{
    std::uint32_t most = 0;
    bool above = false;
    bool destination = false;
    std::uint8_t prefix = 0;
    Network mask{};  ///< all but its base counts
};

/// Linux nf_conncount.c, already_closed()
bool isClosed(const Connection& connection)
{
    return connection.tcp == TcpState::timeWait || connection.tcp == TcpState::close;
}

class Connlimit final : public Match
{
public:
    explicit Connlimit(const ConnectionLimit& limit) : m_limit(limit) {}

    std::string_view name() const override { return "connlimit"; }

    Answer ask(const MatchContext& context) const override
    {
        const Counting counting = count(context);
        const bool exceeds = counting.connections > m_limit.most;
        return {exceeds == m_limit.above ? certain : never, counting.change};
    }

    std::string save() const override
    {
        SavedOptions saved;
        saved.value(m_limit.above ? "--connlimit-above" : "--connlimit-upto", toText(m_limit.most));
        saved.value("--connlimit-mask", toText(m_limit.prefix));
        return std::move(saved.flag(m_limit.destination ? "--connlimit-daddr" : "--connlimit-saddr")).text();
    }

    Message describe() const override
    {
        constexpr std::array sentences = {MessageId::FewConnectionsFrom, MessageId::ManyConnectionsFrom,
                                          MessageId::FewConnectionsTo, MessageId::ManyConnectionsTo};
        const std::size_t which = (m_limit.destination ? 2U : 0U) + (m_limit.above ? 1U : 0U);
        return message(sentences[which], m_limit.most, m_limit.prefix);
    }

    Message whyNot(const MatchContext& context) const override
    {
        return message(m_limit.above ? MessageId::ConnectionsNotAbove : MessageId::ConnectionsAbove,
                       count(context).connections, m_limit.most);
    }

    bool remembers() const override { return true; }

private:
    struct Counting
    {
        ConnectionCounted change;
        std::uint32_t connections = 0;
    };

    /// Linux 6.18 nf_conncount.c, __nf_conncount_add(): a packet of a known connection only reads the count, but for
    /// one that came round by lo. A group is looked through once in a jiffy: a new connection that comes to the rule
    /// twice is counted twice.
    Counting count(const MatchContext& context) const
    {
        const std::optional<Tuple> known = knownConnection(context);
        const Tuple own = known.value_or(ownTuple(context));
        Counting counting;
        counting.change.address = masked(m_limit.destination ? context.packet.dst : context.packet.src, m_limit.mask);
        counting.change.zone = own.zone;
        const ConnectionGroup* group =
            context.state.memory.connectionGroup(context.key, counting.change.address, counting.change.zone);
        const bool isCounted =
            group != nullptr && isCountedIn(*group, own, known.has_value(), context, counting.change);
        const std::size_t counted = group == nullptr ? 0 : group->connections.size();
        counting.connections = static_cast<std::uint32_t>(counted - counting.change.endedCount + (isCounted ? 0U : 1U));
        if (!isCounted)
            counting.change.connection = own;
        return counting;
    }

    static Tuple ownTuple(const MatchContext& context)
    {
        const bool tracked = context.connection != nullptr && context.connection->original.protocol != 0;
        return tracked ? context.connection->original : tupleOf(context.packet);
    }

    /// The tuple of the connection, where its entry is made already; in raw it is looked up.
    static std::optional<Tuple> knownConnection(const MatchContext& context)
    {
        const auto found = context.state.connections.find(ownTuple(context), context.state.clock);
        if (!found)
            return {};
        return context.state.connections[found->index].original;
    }

    static bool isCountedIn(const ConnectionGroup& group, const Tuple& own, bool isKnown, const MatchContext& context,
                            ConnectionCounted& change)
    {
        const bool cameRound = context.packet.in.view() == "lo";
        if (isKnown && !cameRound)
            return std::ranges::find(group.connections, own) != group.connections.end();
        const bool looks = isKnown || group.lookedThrough != context.state.clock;
        return looks && look(group, own, context.state, change);
    }

    /// Notes which connections ended, and answers whether the packet's own is counted already.
    static bool look(const ConnectionGroup& group, const Tuple& own, const State& state, ConnectionCounted& change)
    {
        for (std::size_t i = 0; i < group.connections.size() && change.endedCount < change.ended.size(); ++i) {
            const Tuple& tuple = group.connections[i];
            const auto found = state.connections.find(tuple, state.clock);
            if (found && tuple == own)
                return true;
            if (!found || isClosed(state.connections[found->index]))
                change.ended[change.endedCount++] = static_cast<std::uint16_t>(i);
        }
        change.lookedThrough = true;
        return false;
    }

    ConnectionLimit m_limit;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--connlimit-upto"},
    {"--connlimit-above"},
    {"--connlimit-mask"},
    {"--connlimit-saddr", Values::none},
    {"--connlimit-daddr", Values::none},
});

/// By its length, or written out.
std::uint8_t prefixOf(const Option& option, bool ipv6)
{
    const std::uint64_t longest = ipv6 ? 128 : 32;
    if (const auto address = Address::from(option.value().text); address && address->family == Family::ipv4 && !ipv6)
        if (const auto length = Network{Address::any(Family::ipv4), 0, address->low}.prefixLength())
            return static_cast<std::uint8_t>(*length);
    return static_cast<std::uint8_t>(option.number(0, longest));
}

const Match* parse(Options& words)
{
    const bool ipv6 = words.rule().ipv6;
    ConnectionLimit limit;
    limit.prefix = ipv6 ? 128 : 32;
    std::string_view comparison;
    std::string_view side;
    const auto once = [&](std::string_view& given, const Option& option) {
        if (!given.empty())
            words.reject(message(MessageId::OptionsExclude, given, option.name()));
        given = option.name();
    };
    while (const auto option = words.next()) {
        if (option->is("--connlimit-upto") || option->is("--connlimit-above")) {
            once(comparison, *option);
            limit.most = static_cast<std::uint32_t>(option->number(0, 0xffffffffU));
            limit.above = option->is("--connlimit-above") != option->inverted();
        } else if (option->is("--connlimit-mask")) {
            option->rejectInverted();
            limit.prefix = prefixOf(*option, ipv6);
        } else {
            option->rejectInverted();
            once(side, *option);
            limit.destination = option->is("--connlimit-daddr");
        }
    }
    if (comparison.empty())
        words.rejectMissing("--connlimit-above");
    limit.mask = Network::of(Address::any(ipv6 ? Family::ipv6 : Family::ipv4), limit.prefix);
    return words.arena().make<Connlimit>(limit);
}

}  // namespace

extern const MatchExtension connlimitMatch = {"connlimit", options, parse};

}  // namespace natwalk
