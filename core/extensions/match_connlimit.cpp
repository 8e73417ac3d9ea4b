// -m connlimit: how many connections an address, or its net, has open. Those that ended are looked for at most once a
// jiffy (4 ms at HZ=250) in the kernel; here each packet has a jiffy for itself.
// Source: Linux net/netfilter/xt_connlimit.c, nf_conncount.c, iptables extensions/libxt_connlimit.c.
#include "extensions/all.h"
#include "extensions/host_mask.h"
#include "extensions/saved_options.h"
#include "packet/extension_headers.h"

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

/// What a packet counts as. @see Linux nf_conncount.c, get_ct_or_tuple_from_skb()
struct Subject
{
    Tuple tuple;
    bool isKnown = false;    ///< conntrack has its entry already
    bool isAssured = false;  ///< and it is past its handshake: it is not counted anew
};

/// Of IPv6, nothing may be found behind the headers. @see Linux nf_conntrack_core.c, nf_ct_get_tuplepr()
bool hasTuple(const Packet& packet) { return !endsInNothing(packet) && !packet.isLaterFragment(); }

/// Where conntrack did not look yet, or found nothing, the packet's own tuple is looked up; nothing: it has none.
std::optional<Subject> subjectOf(const MatchContext& context)
{
    const Connection* connection = context.lookedUp();
    if (connection != nullptr)
        return Subject{connection->original, connection->has(status::confirmed), connection->has(status::assured)};
    if (!hasTuple(context.packet))
        return {};
    const bool hasTemplate = context.connection != nullptr;
    const Tuple tuple = tupleOf(context.packet, hasTemplate ? context.connection->original.zone : std::uint16_t{0});
    const auto found = context.state.connections.find(tuple, context.state.clock);
    return Subject{tuple, found.has_value(), found && context.state.connections[found->index].has(status::assured)};
}

/// Linux nf_conncount.c, already_closed()
bool isClosed(const Connection& connection)
{
    return connection.tcp == TcpState::timeWait || connection.tcp == TcpState::close;
}

/// Notes which connections of a group ended, up to `own`; answers whether that is there, and alive.
bool look(const ConnectionGroup& group, const Tuple* own, const State& state, ConnectionCounted& change)
{
    for (std::size_t i = 0; i < group.connections.size() && change.endedCount < change.ended.size(); ++i) {
        const Tuple& tuple = group.connections[i];
        const auto found = state.connections.find(tuple, state.clock);
        if (found && own != nullptr && tuple == *own)
            return true;
        if (!found || isClosed(state.connections[found->index]))
            change.ended[change.endedCount++] = static_cast<std::uint16_t>(i);
    }
    change.lookedThrough = true;
    return false;
}

/// Whether a packet's connection is counted from now on. A group is looked through once in a jiffy: a new connection
/// that comes to the rule twice is counted twice.
/// @see Linux 6.18 nf_conncount.c, __nf_conncount_add()
bool addsTo(const ConnectionGroup& group, const Subject& subject, const State& state, ConnectionCounted& change)
{
    constexpr std::size_t mostUnseen = 64;  // CONNCOUNT_GC_MAX_COLLECT
    const bool isLookedThrough = group.lookedThrough == state.clock;
    if (subject.isKnown && subject.isAssured) {
        if (!isLookedThrough)
            look(group, nullptr, state, change);
        return false;
    }
    if (!subject.isKnown && isLookedThrough && group.connections.size() - group.leftThen < mostUnseen)
        return true;
    return !look(group, &subject.tuple, state, change);
}

class Connlimit final : public Match
{
public:
    explicit Connlimit(const ConnectionLimit& limit) : m_limit(limit) {}

    std::string_view name() const override { return "connlimit"; }

    Answer ask(const MatchContext& context) const override
    {
        const std::optional<Subject> subject = subjectOf(context);
        if (!subject)
            return Answer::drop(std::monostate{});
        const Counting counting = count(*subject, context);
        if (counting.connections == 0)
            return Answer::drop(counting.change);
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
        const std::optional<Subject> subject = subjectOf(context);
        return message(m_limit.above ? MessageId::ConnectionsNotAbove : MessageId::ConnectionsAbove,
                       subject ? count(*subject, context).connections : 0, m_limit.most);
    }

    bool remembers() const override { return true; }

private:
    struct Counting
    {
        ConnectionCounted change;
        std::uint32_t connections = 0;  ///< 0: the kernel drops the packet
    };

    /// Linux 6.18 nf_conncount.c, count_tree(), insert_tree()
    Counting count(const Subject& subject, const MatchContext& context) const
    {
        Counting counting;
        counting.change.address = masked(m_limit.destination ? context.packet.dst : context.packet.src, m_limit.mask);
        counting.change.zone = subject.tuple.zone;
        const ConnectionGroup* group =
            context.state.memory.connectionGroup(context.key, counting.change.address, counting.change.zone);
        const bool adds = group == nullptr || addsTo(*group, subject, context.state, counting.change);
        if (adds)
            counting.change.connection = subject.tuple;
        const std::size_t before = group == nullptr ? 0 : group->connections.size();
        counting.connections = static_cast<std::uint32_t>(before - counting.change.endedCount + (adds ? 1U : 0U));
        return counting;
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
