// The words that -m set and -j SET share: a set's name, and from which sides of the packet its parts are taken.
// Source: iptables extensions/libxt_set.h.
#pragma once

#include "host/ipsets.h"
#include "text/options.h"

#include <string_view>

namespace natwalk {

std::string_view setNameOf(const Option& option);
/// "src,dst": the option's second value.
IpSetSides setSidesOf(const Option& option);

}  // namespace natwalk
