// An address with a prefix, kept as written: 10.0.0.1/24 is printed back so.
#pragma once

#include "packet/address.h"
#include "text/options.h"

#include <string>

namespace natwalk {

struct HostMask
{
    Address address;
    int prefixLength = 32;

    Network network() const { return Network::of(address, prefixLength); }
};

/// "10.0.0.1/24"; a single address stands alone.
std::string toText(const HostMask& mask);

/// Reads an address with or without a mask; throws ParseError at the value otherwise. A mask with holes counts as a
/// whole one, as in iptables.
HostMask hostMaskOf(const Option& option, const RuleHead& rule);

/// The bits of an address that a mask keeps; of the net its mask counts alone.
constexpr Address masked(const Address& address, const Network& mask)
{
    return {address.high & mask.maskHigh, address.low & mask.maskLow, address.family};
}

}  // namespace natwalk
