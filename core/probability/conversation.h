// What goes over a connection once its first packet arrived: handshake, requests and their answers, the end.
#pragma once

#include "emulator/chance.h"
#include "emulator/walk.h"
#include "probability/witness.h"

#include <optional>

namespace natwalk {

/// Where the packets of a connection walk, one after the other.
class Road
{
public:
    /// @param witness  looks at each walk; null: nobody does
    Road(const Ruleset& ruleset, const Host& host, State& state, Chance& chance, Witness* witness = nullptr)
        : m_ruleset(ruleset)
        , m_host(host)
        , m_state(state)
        , m_chance(chance)
        , m_witness(witness)
    {}

    /// Whether the packet comes to the other end.
    bool carries(const Packet& packet, Speaker speaker);

private:
    const Ruleset& m_ruleset;
    const Host& m_host;
    State& m_state;
    Chance& m_chance;
    Witness* m_witness;
    Recorder m_nobody;
};

/// A connection between two ends that do what they should: a packet that is lost on its way ends what they say.
class Conversation
{
public:
    /// @param first  the first packet as it entered
    /// @param sent   the same as it arrived
    Conversation(const Packet& first, const Packet& sent, Outcome outcome);

    /// Whether there is something to say behind a first packet: for TCP, if it was a SYN.
    static bool followsOn(const Packet& first)
    {
        return first.protocol != protocol::tcp || first.tcpFlags == tcpflag::syn;
    }
    /// The handshake, and so many requests with their answers; without a handshake the first packet is the first
    /// request.
    bool run(Road& road, std::uint32_t requests);
    /// Whether somebody closes it.
    bool isTcp() const { return m_client.protocol == protocol::tcp; }
    bool close(Road& road);
    /// Makes it the conversation of another client, from another address and port, that came as far.
    void giveTo(const Packet& first, const Packet& sent);

private:
    bool clientSays(Road& road, std::uint8_t flags, std::uint16_t bytes);
    bool serverSays(Road& road, std::uint8_t flags, std::uint16_t bytes);
    bool request(Road& road);

    Packet m_client;  ///< its next packet, but for flags and length
    Packet m_server;
};

}  // namespace natwalk
