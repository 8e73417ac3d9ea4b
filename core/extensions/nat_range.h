// The addresses and ports that a NAT target writes: reading them, and printing them back.
//
// Source: iptables extensions/libxt_NAT.c; what the ports of a range mean is in ruleset/target.h.
#pragma once

#include "extensions/saved_options.h"
#include "ruleset/target.h"
#include "text/options.h"

#include <string>

namespace natwalk {

/// Whether "10.0.0.1:2010-2020/1010" is understood: by DNAT alone.
enum class Shifts : bool { refused, allowed };

/// Reads all options of DNAT or SNAT; the value of `name` is "10.0.0.1", "10.0.0.1-10.0.0.9:80-90", ":80" or
/// "[fd00::1]:80". Throws ParseError at what cannot be accepted.
NatRange natRangeFrom(Options& words, std::string_view name, Shifts shifts);

/// Reads the value of --to-ports, "80" or "80-90"; throws ParseError at the value otherwise.
PortRange natPortsOf(const Option& option, const RuleHead& rule);

/// "80-90", as iptables-save prints it.
std::string natPortsText(const PortRange& ports);

/// "10.0.0.1-10.0.0.9:80-90", as iptables-save prints it.
std::string addressesAndPorts(const NatRange& range);

/// Takes --random, --random-fully or --persistent.
/// @return false when the option is another
bool readNatFlag(const Option& option, NatRange& range);
void saveNatFlags(SavedOptions& saved, const NatRange& range);

/// --to-ports, where there are any, and the flags: all that MASQUERADE and REDIRECT print.
std::string savedPortsAndFlags(const NatRange& range);

}  // namespace natwalk
