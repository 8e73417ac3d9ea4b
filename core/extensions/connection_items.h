// What can be asked of a connection, item by item, and what it answers.
#pragma once

#include "ruleset/match.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace natwalk {

/// In the order in which iptables-save prints them.
enum class ConnectionItem : std::uint8_t {
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

inline constexpr std::size_t connectionItems = static_cast<std::size_t>(ConnectionItem::direction) + 1;

/// Source and destination of both directions.
inline constexpr std::size_t tupleFields = 4;

/// Some of the items.
struct ConnectionItemSet
{
    std::uint16_t bits = 0;

    bool has(ConnectionItem item) const { return (bits >> static_cast<unsigned>(item) & 1U) != 0; }
    void add(ConnectionItem item) { bits = static_cast<std::uint16_t>(bits | 1U << static_cast<unsigned>(item)); }
    bool isOnly(ConnectionItem item) const { return bits == 1U << static_cast<unsigned>(item); }
};

bool isAddress(ConnectionItem item);
bool isPort(ConnectionItem item);
/// Which of the four fields an address or port is, from 0.
std::size_t fieldOf(ConnectionItem item);

const Address& addressOf(const Connection& connection, ConnectionItem item);
std::uint16_t portOf(const Connection& connection, ConnectionItem item);
/// Whole seconds until the entry times out. The clock of an entry that is being made does not run yet, and reads 0.
std::uint32_t secondsLeft(const Connection& connection, double now);

/// "ORIGINAL" or "REPLY"
std::string_view nameOf(Direction direction);
/// "SEEN_REPLY,ASSURED"; "NONE" where no bit is set that --ctstatus knows.
std::string statusText(std::uint32_t status);

/// What the packet's connection answers, as --ct... options write it. Only `state` may be asked without a connection.
std::string textOf(ConnectionItem item, const MatchContext& context);

}  // namespace natwalk
