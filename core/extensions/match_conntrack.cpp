// -m conntrack: state, addresses, ports and status of the packet's connection.
// Source: Linux net/netfilter/xt_conntrack.c, iptables extensions/libxt_conntrack.c.
#include "extensions/all.h"
#include "extensions/connection_states.h"
#include "extensions/host_mask.h"
#include "extensions/ports.h"
#include "extensions/saved_options.h"
#include "extensions/words.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

/// What can be asked of a connection, in the order in which iptables-save prints it.
enum class Item : std::uint8_t {
    state,
    protocol,
    originalSource,
    originalDestination,
    replySource,
    replyDestination,
    originalSourcePort,
    originalDestinationPort,
    replySourcePort,
    replyDestinationPort,
    status,
    expires,
    direction,
};

constexpr auto itemCount = static_cast<std::size_t>(Item::direction) + 1;

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
static_assert(options.size() == itemCount);

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

// Bits of Connection::status.
constexpr auto statusNames = std::to_array<std::string_view>({"EXPECTED", "SEEN_REPLY", "ASSURED", "CONFIRMED"});

/// Some of the items.
struct ItemSet
{
    std::uint16_t bits = 0;

    bool has(Item item) const { return (bits >> static_cast<unsigned>(item) & 1U) != 0; }
    void add(Item item) { bits = static_cast<std::uint16_t>(bits | 1U << static_cast<unsigned>(item)); }
};

struct SecondsRange
{
    std::uint32_t first = 0;
    std::uint32_t last = 0xffffffffU;
};

constexpr std::size_t tupleFields = 4;

struct ConntrackConditions
{
    ItemSet given;
    ItemSet inverted;
    std::uint32_t states = 0;
    std::uint8_t protocol = 0;
    std::array<HostMask, tupleFields> addresses{};  ///< from originalSource on
    std::array<PortRange, tupleFields> ports{};     ///< from originalSourcePort on
    std::uint32_t status = 0;
    SecondsRange expires{};
    Direction direction = Direction::original;
};

std::size_t addressIndex(Item item)
{
    return static_cast<std::size_t>(item) - static_cast<std::size_t>(Item::originalSource);
}

std::size_t portIndex(Item item)
{
    return static_cast<std::size_t>(item) - static_cast<std::size_t>(Item::originalSourcePort);
}

bool isAddress(Item item) { return Item::originalSource <= item && item <= Item::replyDestination; }

bool isPort(Item item) { return Item::originalSourcePort <= item && item <= Item::replyDestinationPort; }

const Tuple& tupleFor(const Connection& connection, std::size_t field)
{
    return field < 2 ? connection.original : connection.reply;
}

const Address& addressOf(const Connection& connection, Item item)
{
    const std::size_t field = addressIndex(item);
    const Tuple& tuple = tupleFor(connection, field);
    return field % 2 == 0 ? tuple.src : tuple.dst;
}

std::uint16_t portOf(const Connection& connection, Item item)
{
    const std::size_t field = portIndex(item);
    const Tuple& tuple = tupleFor(connection, field);
    return field % 2 == 0 ? tuple.sport : tuple.dport;
}

/// Whole seconds until the entry times out. The clock of an entry that is being made does not run yet, and reads 0.
std::uint32_t secondsLeft(const Connection& connection, double now)
{
    const bool runs = connection.has(status::confirmed) && connection.expires > now;
    return runs ? static_cast<std::uint32_t>(connection.expires - now) : 0;
}

std::string_view nameOf(Direction direction) { return direction == Direction::original ? "ORIGINAL" : "REPLY"; }

std::string statusText(std::uint32_t bits)
{
    const std::string names = namesOfBits(bits, statusNames);
    return names.empty() ? "NONE" : names;
}

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
        // Without a connection nothing else is asked: xt_conntrack.c, "if (ct == NULL) return match_flags & STATE"
        if (context.connection == nullptr)
            return Answer::of(m_wanted.given.has(Item::state));
        return Answer::of(std::all_of(askingOrder.begin(), askingOrder.end(),
                                      [&](Item item) { return !m_wanted.given.has(item) || holds(item, context); }));
    }

    std::string save() const override
    {
        SavedOptions saved;
        for (std::size_t i = 0; i < itemCount; ++i)
            if (const Item item = static_cast<Item>(i); m_wanted.given.has(item))
                saved.value(options[i].name, wantedText(item), m_wanted.inverted.has(item));
        return std::move(saved).text();
    }

    Message describe() const override
    {
        if (m_wanted.given.bits != 1U << static_cast<unsigned>(Item::state))
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
                           foundText(Item::state, context), wantedText(Item::state));
        if (context.connection == nullptr)
            return message(MessageId::NoConnection);
        const auto failed = std::find_if(askingOrder.begin(), askingOrder.end(),
                                         [&](Item item) { return m_wanted.given.has(item) && !holds(item, context); });
        if (failed == askingOrder.end())
            return {};
        return message(
            m_wanted.inverted.has(*failed) ? MessageId::ConnectionValueExcluded : MessageId::ConnectionValueDiffers,
            options[static_cast<std::size_t>(*failed)].name, foundText(*failed, context), wantedText(*failed));
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
            return m_wanted.addresses[addressIndex(item)].network().contains(addressOf(connection, item));
        if (isPort(item))
            return m_wanted.ports[portIndex(item)].contains(portOf(connection, item));
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
            return toText(m_wanted.addresses[addressIndex(item)]);
        if (isPort(item))
            return toText(m_wanted.ports[portIndex(item)]);
        switch (item) {
        case Item::state: return namesOfBits(m_wanted.states, connectionStateNames);
        case Item::protocol: return toText(m_wanted.protocol);
        case Item::status: return statusText(m_wanted.status);
        case Item::expires: return secondsText(m_wanted.expires);
        default: return std::string(nameOf(m_wanted.direction));
        }
    }

    std::string foundText(Item item, const MatchContext& context) const
    {
        if (item == Item::state)
            return namesOfBits(connectionStates(context), connectionStateNames);
        const Connection& connection = *context.connection;
        if (isAddress(item))
            return toText(addressOf(connection, item));
        if (isPort(item))
            return toText(portOf(connection, item));
        switch (item) {
        case Item::protocol: return toText(connection.original.protocol);
        case Item::status: return statusText(connection.status);
        case Item::expires: return toText(secondsLeft(connection, context.state.clock));
        default: return std::string(nameOf(context.direction));
        }
    }

    ConntrackConditions m_wanted;
};

std::uint32_t statusOf(const Option& option)
{
    // NONE is bit 4 while reading, and no bit in the end.
    constexpr auto names = std::to_array<std::string_view>({"EXPECTED", "SEEN_REPLY", "ASSURED", "CONFIRMED", "NONE"});
    return bitsNamed(option, names) & ((1U << statusNames.size()) - 1);
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
        wanted.addresses[addressIndex(item)] = hostMaskOf(option, rule);
    else if (isPort(item))
        wanted.ports[portIndex(item)] = portRangeOf(option);
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
