// What an IPv6 host makes of addresses: those that it shares with others, the groups that it hears, and which of its
// own it sends from.
//
// Source: Linux net/ipv6/anycast.c, mcast.c, addrconf.c (ipv6_dev_get_saddr), addrlabel.c; RFC 4291, RFC 6724.
#pragma once

#include "host/host.h"

namespace natwalk {

/// Whether it is the first address of one of the host's nets, which all routers of the net have.
bool isRoutersAnycast(const Host& host, const Address& address);

/// Whether a device takes what is sent to a group: all nodes, all routers, or those of an address of its own.
bool hears(const Host& host, const Address& group, const InterfaceName& dev);

/// The first address of a device; towards what is known on the link only, one that is, too (REDIRECT).
/// @see Linux net/netfilter/nf_nat_redirect.c, nf_nat_redirect_ipv6_usable()
std::optional<Address> addressAsNear(const Host& host, const InterfaceName& dev, const Address& to);

/// The address that this host sends from, by a device, to another address.
std::optional<Address> sourceTowards(const Host& host, const InterfaceName& dev, const Address& to);

}  // namespace natwalk
