// What goes over a connection once its first packet arrived: handshake, requests and their answers, the end.
#pragma once

#include "emulator/chance.h"
#include "emulator/walk.h"

#include <optional>

namespace natwalk {

/// Where the packets of a connection walk, one after the other.
class Road
{
public:
    Road(const Ruleset& ruleset, const Host& host, State& state, Chance& chance)
        : m_ruleset(ruleset)
        , m_host(host)
        , m_state(state)
        , m_chance(chance)
    {}

    /// Whether the packet comes to the other end.
    bool carries(Packet packet);

private:
    const Ruleset& m_ruleset;
    const Host& m_host;
    State& m_state;
    Chance& m_chance;
    Recorder m_nobody;
};

/// A connection between two ends that do what they should: a packet that is lost on its way ends what they say.
class Conversation
{
public:
    /// @param first  the first packet as it entered
    /// @param sent   the same as it arrived
    Conversation(const Packet& first, const Packet& sent, Outcome outcome);

    /// Whether there is something to say behind the first packet: for TCP, if it was a SYN.
    bool goesOn() const { return !isTcp() || m_opens; }
    /// The handshake, and so many requests with their answers; without a handshake the first packet is the first
    /// request.
    bool run(Road& road, std::uint32_t requests);
    /// Whether somebody closes it.
    bool isTcp() const { return m_client.protocol == protocol::tcp; }
    bool close(Road& road);

private:
    Packet clientSays(std::uint8_t flags, std::uint16_t bytes);
    Packet serverSays(std::uint8_t flags, std::uint16_t bytes);
    bool request(Road& road);

    Packet m_client;  ///< its next packet, but for flags and length
    Packet m_server;
    bool m_opens = false;
};

}  // namespace natwalk
