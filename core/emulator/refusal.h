// What this host says to the sender of a packet that it refuses: an ICMP error or a reset.
//
// Source: Linux net/ipv4/icmp.c (__icmp_send), net/ipv4/netfilter/nf_reject_ipv4.c,
// net/ipv6/netfilter/nf_reject_ipv6.c.
#pragma once

#include "host/host.h"
#include "trace/verdict.h"

#include <optional>

namespace natwalk {

/// REJECT's answer; nothing where the kernel keeps silent (ICMP errors, broadcasts, later fragments, bad checksums,
/// resets).
/// @param toThisHost  the packet was routed to this host, so that its destination may speak
std::optional<Packet> rejection(const Host& host, const Packet& packet, RejectWith with, bool toThisHost);

/// The host's own error where routing, ttl or size stop a packet; nothing for silent drops.
std::optional<Packet> routingError(const Host& host, const Packet& packet, Because because);

/// An ICMP error about a packet, or nothing where none may be sent.
std::optional<Packet> icmpError(const Host& host, const Packet& packet, std::uint8_t type, std::uint8_t code,
                                bool toThisHost);

}  // namespace natwalk
