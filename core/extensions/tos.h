// The TOS byte (Traffic Class in IPv6) and the DSCP in its upper six bits, as rules write them.
// Source: iptables extensions/tos_values.c, dscp_helper.c.
#pragma once

#include "text/options.h"

#include <cstdint>
#include <string>

namespace natwalk {

struct MaskedByte
{
    std::uint8_t value = 0;
    std::uint8_t mask = 0xff;
};

/// Reads "0x10", "0x10/0x3f" or a name ("Minimize-Delay"); throws ParseError at the value otherwise.
MaskedByte tosOf(const Option& option);

/// "0x10/0x3f"
std::string toText(const MaskedByte& byte);

/// "0x2e": two digits
std::string hexadecimalByte(std::uint8_t value);

/// Reads a DSCP (0 to 63), by number or by class ("EF", "AF41") as the option's name asks.
std::uint8_t dscpOf(const Option& option);

}  // namespace natwalk
