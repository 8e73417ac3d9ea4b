// SYNPROXY: the packets that this host says in the place of a TCP connection's ends, and the numbers it says them with.
//
// Source: Linux net/netfilter/nf_synproxy_core.c, net/ipv4/syncookies.c; settled by experiment.
#pragma once

#include "emulator/tracking.h"

#include <optional>

namespace natwalk {

/// A packet that SYNPROXY sends.
struct Said
{
    Packet packet;
    std::optional<Flow> flow;            ///< the connection that it belongs to from the beginning
    std::optional<std::uint32_t> shift;  ///< from here on the server's numbers grow by this
};

/// A client's first packet.
bool opensHandshake(const Packet& packet);
/// What a client says to the answer, and ever after: an ACK.
bool continuesHandshake(const Packet& packet);

/// The number that answers a client's SYN: whoever sends it back has seen the answer. The kernel makes it of addresses,
/// ports, the client's number and a secret; natwalk without a secret.
std::uint32_t cookieFor(const Packet& syn, double now);
/// Whether an ACK sends a cookie back that was given in the last two minutes.
/// @param firstSeq  the number of the client's SYN
bool returnsCookie(const Packet& ack, std::uint32_t firstSeq, double now);

Packet synAckToClient(const Packet& syn, double now);
/// @param ack  the client's, with the cookie
Packet synToServer(const Packet& ack, std::uint32_t firstSeq);
Packet ackToServer(const Packet& synAck, const Connection& connection);
Packet ackToClient(const Packet& synAck);

/// The template that conntrack makes a connection from which SYNPROXY opens.
Flow guardedTemplate();

}  // namespace natwalk
