// What `ip -json` prints of addresses, routes and rules, and the parts of a host that text and JSON have in common.
#pragma once

#include "host/host_facts.h"
#include "text/diagnostic.h"
#include "text/token.h"

#include <optional>
#include <string_view>
#include <vector>

namespace natwalk {

/// Reads what one `ip -json` command printed.
/// @param firstLine  the number of the text's first line
void readHostJson(std::string_view text, std::uint32_t firstLine, HostFacts& facts,
                  std::vector<Diagnostic>& complaints);

/// Adds a route in the words of `ip route`; words that natwalk does not model are passed over.
void addRoute(std::vector<Route>& routes, std::vector<Token> words, Family family);

/// Adds a rule in its place, but for the three that always exist.
void addRule(std::vector<RoutingRule>& rules, const RoutingRule& rule);

/// Leaves out the routes that follow from the addresses, as the kernel makes them.
void dropImpliedRoutes(std::vector<Route>& routes, const std::optional<std::vector<Interface>>& interfaces);

}  // namespace natwalk
