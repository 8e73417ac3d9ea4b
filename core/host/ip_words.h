// Addresses, routes and routing rules in the words that `ip ... add` takes.
//
// Each reader throws ParseError at the word that it cannot use. Words that change nothing natwalk models are passed
// over. Source: iproute2 ip/ipaddress.c, ip/iproute.c, ip/iprule.c.
#pragma once

#include "host/host.h"
#include "text/token.h"

#include <span>

namespace natwalk {

/// "10.0.0.1/24", and what may follow it.
LocalAddress localAddressFrom(std::span<const Token> words);

/// "default via 10.0.0.1", "blackhole 10.0.0.0/8", "10.0.0.0/8 dev eth0 table 100".
/// @param dev  the device where the words name none; may be empty
/// A route by a gateway alone leaves `dev` empty: see deviceTowards().
Route routeFrom(std::span<const Token> words, const InterfaceName& dev = {});

/// "fwmark 0x1 table 100", "from 10.0.0.0/8 lookup main". Without a priority, that is `fallbackPriority`.
RoutingRule routingRuleFrom(std::span<const Token> words, std::uint32_t fallbackPriority);

/// The priority that a rule added without one gets: one less than the first rule behind the local table's.
std::uint32_t nextRulePriority(std::span<const RoutingRule> rules);

/// The device in whose net an address lies; empty when there is none.
InterfaceName deviceTowards(std::span<const Interface> interfaces, const Address& gateway);

/// A name that a network device may have.
bool isDeviceName(std::string_view name);

}  // namespace natwalk
