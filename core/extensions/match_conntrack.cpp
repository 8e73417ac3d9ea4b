// -m conntrack: state, addresses, ports and status of the packet's connection.
// Source: Linux net/netfilter/xt_conntrack.c, iptables extensions/libxt_conntrack.c.
#include "extensions/all.h"
#include "extensions/connection_items.h"
#include "extensions/connection_states.h"
#include "extensions/host_mask.h"
#include "extensions/ports.h"
#include "extensions/saved_options.h"
#include "extensions/words.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

using Item = ConnectionItem;

constexpr auto options = std::to_array<OptionSpec>({
    {"--ctstate"},
    {"--ctproto"},
    {"--ctorigsrc"},
    {"--ctorigdst"},
    {"--ctreplsrc"},
    {"--ctrepldst"},
    {"--ctorigsrcport"},
    {"--ctorigdstport"},
    {"--ctreplsrcport"},
    {"--ctrepldstport"},
    {"--ctstatus"},
    {"--ctexpire"},
    {"--ctdir"},
});
static_assert(options.size() == connectionItems);

/// In the order in which the kernel asks.
constexpr auto askingOrder = std::to_array<Item>({
    Item::direction,
    Item::originalSource,
    Item::originalDestination,
    Item::replySource,
    Item::replyDestination,
    Item::protocol,
    Item::originalSourcePort,
    Item::originalDestinationPort,
    Item::replySourcePort,
    Item::replyDestinationPort,
    Item::status,
    Item::expires,
});

struct SecondsRange
{
    std::uint32_t first = 0;
    std::uint32_t last = 0xffffffffU;
};

struct ConntrackConditions
{
    ConnectionItemSet given;
    ConnectionItemSet inverted;
    std::uint32_t states = 0;
    std::uint8_t protocol = 0;
    std::array<HostMask, tupleFields> addresses{};  ///< from originalSource on
    std::array<PortRange, tupleFields> ports{};     ///< from originalSourcePort on
    std::uint32_t status = 0;
    SecondsRange expires{};
    Direction direction = Direction::original;
};

std::string secondsText(const SecondsRange& range)
{
    return range.first == range.last ? toText(range.first) : toText(range.first) + ":" + toText(range.last);
}

class Conntrack final : public Match
{
public:
    explicit Conntrack(const ConntrackConditions& wanted) : m_wanted(wanted) {}

    std::string_view name() const override { return "conntrack"; }

    Answer ask(const MatchContext& context) const override
    {
        if (m_wanted.given.has(Item::state) && !holds(Item::state, context))
            return Answer::of(false);
        if (m_wanted.given.isOnly(Item::state))
            return Answer::of(true);
        // Without a connection nothing else is asked: xt_conntrack.c, "if (ct == NULL) return match_flags & STATE"
        if (context.connection == nullptr)
            return Answer::of(m_wanted.given.has(Item::state));
        if (m_wanted.given.has(Item::expires) && context.connection->original.protocol == protocol::sctp)
            return Answer::doubt();  // natwalk does not follow handshakes of SCTP, which decide about its time-outs
        return Answer::of(std::all_of(askingOrder.begin(), askingOrder.end(),
                                      [&](Item item) { return !m_wanted.given.has(item) || holds(item, context); }));
    }

    std::string save() const override
    {
        SavedOptions saved;
        for (std::size_t i = 0; i < connectionItems; ++i)
            if (const Item item = static_cast<Item>(i); m_wanted.given.has(item))
                saved.value(options[i].name, wantedText(item), m_wanted.inverted.has(item));
        return std::move(saved).text();
    }

    Message describe() const override
    {
        if (!m_wanted.given.isOnly(Item::state))
            return message(MessageId::ConnectionWith, save());
        return message(m_wanted.inverted.has(Item::state) ? MessageId::ConnectionStateIsNot
                                                          : MessageId::ConnectionStateIs,
                       wantedText(Item::state));
    }

    Message whyNot(const MatchContext& context) const override
    {
        if (m_wanted.given.has(Item::state) && !holds(Item::state, context))
            return message(m_wanted.inverted.has(Item::state) ? MessageId::ConnectionStateExcluded
                                                              : MessageId::ConnectionStateDiffers,
                           textOf(Item::state, context), wantedText(Item::state));
        if (context.connection == nullptr)
            return message(MessageId::NoConnection);
        const auto failed = std::find_if(askingOrder.begin(), askingOrder.end(),
                                         [&](Item item) { return m_wanted.given.has(item) && !holds(item, context); });
        if (failed == askingOrder.end())
            return {};
        return message(m_wanted.inverted.has(*failed) ? MessageId::ConnectionValueExcluded
                                                      : MessageId::ConnectionValueDiffers,
                       options[static_cast<std::size_t>(*failed)].name, textOf(*failed, context), wantedText(*failed));
    }

private:
    bool holds(Item item, const MatchContext& context) const
    {
        return fits(item, context) != m_wanted.inverted.has(item);
    }

    bool fits(Item item, const MatchContext& context) const
    {
        if (item == Item::state)
            return (connectionStates(context) & m_wanted.states) != 0;
        const Connection& connection = *context.connection;
        if (isAddress(item))
            return m_wanted.addresses[fieldOf(item)].network().contains(addressOf(connection, item));
        if (isPort(item))
            return m_wanted.ports[fieldOf(item)].contains(portOf(connection, item));
        if (item == Item::protocol)
            return connection.original.protocol == m_wanted.protocol;
        if (item == Item::status)
            return (connection.status & m_wanted.status) != 0;
        if (item == Item::direction)
            return context.direction == m_wanted.direction;
        const std::uint32_t seconds = secondsLeft(connection, context.state.clock);
        return m_wanted.expires.first <= seconds && seconds <= m_wanted.expires.last;
    }

    std::string wantedText(Item item) const
    {
        if (isAddress(item))
            return toText(m_wanted.addresses[fieldOf(item)]);
        if (isPort(item))
            return toText(m_wanted.ports[fieldOf(item)]);
        switch (item) {
        case Item::state: return namesOfBits(m_wanted.states, connectionStateNames);
        case Item::protocol: return toText(m_wanted.protocol);
        case Item::status: return statusText(m_wanted.status);
        case Item::expires: return secondsText(m_wanted.expires);
        default: return std::string(nameOf(m_wanted.direction));
        }
    }

    ConntrackConditions m_wanted;
};

std::uint32_t statusOf(const Option& option)
{
    // NONE has a bit while reading, and none in the end.
    constexpr auto names = std::to_array<std::string_view>({"EXPECTED", "SEEN_REPLY", "ASSURED", "CONFIRMED", "NONE"});
    constexpr std::uint32_t none = 1U << (names.size() - 1);
    return bitsNamed(option, names) & ~none;
}

SecondsRange secondsOf(const Option& option)
{
    const auto [firstWord, lastWord] = splitAt(option.value().text, ':');
    const auto first = lastWord && firstWord.empty() ? std::optional<std::uint64_t>(0) : wholeNumber(firstWord);
    const auto last = !lastWord           ? first
                      : lastWord->empty() ? std::optional<std::uint64_t>(0xffffffffU)
                                          : wholeNumber(*lastWord);
    if (!first || !last || *first > 0xffffffffU || *last > 0xffffffffU)
        option.rejectValue();
    return {static_cast<std::uint32_t>(*first), static_cast<std::uint32_t>(*last)};
}

Direction directionOf(const Option& option)
{
    option.rejectInverted();
    for (const Direction direction : {Direction::original, Direction::reply})
        if (equalIgnoringCase(option.value().text, nameOf(direction)))
            return direction;
    option.rejectValue();
}

std::uint8_t protocolOf(const Option& option)
{
    const auto protocol = protocolNamed(option.value().text);
    if (!protocol)
        option.rejectValue();
    return *protocol;
}

void read(const Option& option, Item item, const RuleHead& rule, ConntrackConditions& wanted)
{
    if (isAddress(item))
        wanted.addresses[fieldOf(item)] = hostMaskOf(option, rule);
    else if (isPort(item))
        wanted.ports[fieldOf(item)] = portRangeOf(option);
    else if (item == Item::state)
        wanted.states = bitsNamed(option, connectionStateNames);
    else if (item == Item::protocol)
        wanted.protocol = protocolOf(option);
    else if (item == Item::status)
        wanted.status = statusOf(option);
    else if (item == Item::expires)
        wanted.expires = secondsOf(option);
    else
        wanted.direction = directionOf(option);
}

Item itemOf(const Option& option)
{
    const auto spec =
        std::find_if(options.begin(), options.end(), [&](const OptionSpec& each) { return option.is(each.name); });
    return static_cast<Item>(spec - options.begin());
}

const Match* parse(Options& words)
{
    ConntrackConditions wanted;
    while (const auto option = words.next()) {
        const Item item = itemOf(*option);
        read(*option, item, words.rule(), wanted);
        wanted.given.add(item);
        if (option->inverted())
            wanted.inverted.add(item);
    }
    if (wanted.given.bits == 0)
        words.rejectMissing("--ctstate");
    return words.arena().make<Conntrack>(wanted);
}

}  // namespace

extern const MatchExtension conntrackMatch = {"conntrack", options, parse};

}  // namespace natwalk
