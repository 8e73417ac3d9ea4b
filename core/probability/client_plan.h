// Who connects: how many clients, from which addresses, how often, and what goes over a connection.
#pragma once

#include "packet/packet.h"

#include <cstdint>
#include <optional>

namespace natwalk {

/// Clients that take turns. Each opens its connections one after the other, from one source port after the other
/// (32768 to 60999, as Linux hands them out by net.ipv4.ip_local_port_range), or always from the same.
struct ClientPlan
{
    static constexpr std::uint32_t mostClients = 1'000'000;

    std::optional<Network> network = {};      ///< whose addresses they have; nothing: the packet's and those behind it
    std::uint32_t count = 0;                  ///< 0: one client, or all of the network
    bool keepsPort = false;                   ///< all connections of a client come from one source port
    std::uint32_t requestsPerConnection = 1;  ///< keep-alive: so many requests go over each connection (at least 1)
    double connectionsPerSecond = 0;          ///< of all clients, on the state's clock; 0: the clock stands still
    double secondsOpen = 0;                   ///< how long a TCP connection stays open before its client closes it

    /// How many clients there are, at least 1.
    std::uint32_t clients() const;
    Address addressOf(const Packet& asked, std::uint64_t client) const;
    /// The first packet of connection n (from 0), made of the one that was asked about.
    Packet packetOf(const Packet& asked, std::uint64_t connection) const;
    /// When connection n begins, in seconds behind the first.
    double secondsTo(std::uint64_t connection) const;

    bool operator==(const ClientPlan&) const = default;
};

/// How many addresses of a network a host may have: IPv4 networks keep the first and the last for themselves.
std::uint64_t hostsOf(const Network& network);

}  // namespace natwalk
