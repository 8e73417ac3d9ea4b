// What this host's own stack says to a packet that was delivered to it.
//
// Source: Linux net/ipv4/tcp_ipv4.c (tcp_v4_send_reset), udp.c, icmp.c, ip_input.c.
#pragma once

#include "host/host.h"

#include <optional>

namespace natwalk {

/// A listener of the host that takes packets to this address and port; a listener with port 0 takes every port.
bool isListening(const Host& host, std::uint8_t protocol, const Address& address, std::uint16_t port);

/// Reset, SYN/ACK, echo reply, port or protocol unreachable; nothing where the stack keeps silent.
/// @param handed  TPROXY gave the packet to a socket that listens
std::optional<Packet> stackReply(const Host& host, const Packet& delivered, bool handed);

}  // namespace natwalk
