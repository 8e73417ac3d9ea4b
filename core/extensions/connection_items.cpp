#include "extensions/connection_items.h"

#include "extensions/connection_states.h"
#include "extensions/words.h"

#include <array>

namespace natwalk {

namespace {

// Bits of Connection::status.
constexpr auto statusNames = std::to_array<std::string_view>({"EXPECTED", "SEEN_REPLY", "ASSURED", "CONFIRMED"});

std::size_t distance(ConnectionItem from, ConnectionItem to)
{
    return static_cast<std::size_t>(to) - static_cast<std::size_t>(from);
}

const Tuple& tupleFor(const Connection& connection, std::size_t field)
{
    return field < 2 ? connection.original : connection.reply;
}

}  // namespace

bool isAddress(ConnectionItem item)
{
    return ConnectionItem::originalSource <= item && item <= ConnectionItem::replyDestination;
}

bool isPort(ConnectionItem item)
{
    return ConnectionItem::originalSourcePort <= item && item <= ConnectionItem::replyDestinationPort;
}

std::size_t fieldOf(ConnectionItem item)
{
    return distance(isAddress(item) ? ConnectionItem::originalSource : ConnectionItem::originalSourcePort, item);
}

const Address& addressOf(const Connection& connection, ConnectionItem item)
{
    const Tuple& tuple = tupleFor(connection, fieldOf(item));
    return fieldOf(item) % 2 == 0 ? tuple.src : tuple.dst;
}

std::uint16_t portOf(const Connection& connection, ConnectionItem item)
{
    const Tuple& tuple = tupleFor(connection, fieldOf(item));
    return fieldOf(item) % 2 == 0 ? tuple.sport : tuple.dport;
}

std::uint32_t secondsLeft(const Connection& connection, double now)
{
    const bool runs = connection.has(status::confirmed) && connection.expires > now;
    return runs ? static_cast<std::uint32_t>(connection.expires - now) : 0;
}

std::string_view nameOf(Direction direction) { return direction == Direction::original ? "ORIGINAL" : "REPLY"; }

std::string statusText(std::uint32_t status)
{
    const std::string names = namesOfBits(status, statusNames);
    return names.empty() ? "NONE" : names;
}

std::string textOf(ConnectionItem item, const MatchContext& context)
{
    if (item == ConnectionItem::state)
        return namesOfBits(connectionStates(context), connectionStateNames);
    const Connection& connection = *context.connection;
    if (isAddress(item))
        return toText(addressOf(connection, item));
    if (isPort(item))
        return toText(portOf(connection, item));
    switch (item) {
    case ConnectionItem::protocol: return toText(connection.original.protocol);
    case ConnectionItem::status: return statusText(connection.status);
    case ConnectionItem::expires: return toText(secondsLeft(connection, context.state.clock));
    default: return std::string(nameOf(context.direction));
    }
}

}  // namespace natwalk
