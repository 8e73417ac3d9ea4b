#include "probability/conversation.h"

#include "emulator/other_end.h"

namespace natwalk {

namespace {

constexpr std::uint16_t requestBytes = 100;
constexpr std::uint16_t answerBytes = 400;

constexpr std::uint8_t data = tcpflag::psh | tcpflag::ack;
constexpr std::uint8_t last = tcpflag::fin | tcpflag::ack;

/// One side sends: its sequence number moves on, and so does what the other acknowledges.
Packet send(Packet& sender, Packet& other, std::uint8_t flags, std::uint16_t bytes)
{
    sender.tcpFlags = flags;
    sender.payloadLength = bytes;
    const Packet sent = sender;
    sender.seq = sent.sequenceEnd();
    other.ack = sender.seq;
    return sent;
}

}  // namespace

bool Road::carries(Packet packet)
{
    return hasArrived(walk(m_ruleset, m_host, m_state, packet, m_chance, m_nobody).verdict.outcome);
}

Conversation::Conversation(const Packet& first, const Packet& sent, Outcome outcome)
    : m_client(first)
    , m_server(replyTo(sent, outcome))
    , m_opens(first.tcpFlags == tcpflag::syn)
{
    m_client.seq = first.sequenceEnd();
    m_client.ack = 0;
    m_server.ack = m_client.seq;
}

Packet Conversation::clientSays(std::uint8_t flags, std::uint16_t bytes)
{
    return send(m_client, m_server, flags, bytes);
}

Packet Conversation::serverSays(std::uint8_t flags, std::uint16_t bytes)
{
    return send(m_server, m_client, flags, bytes);
}

bool Conversation::run(Road& road, std::uint32_t requests)
{
    if (!isTcp()) {
        bool goesOn = road.carries(serverSays(0, answerBytes));
        for (std::uint32_t more = 1; more < requests && goesOn; ++more)
            goesOn = request(road);
        return goesOn;
    }
    bool goesOn = road.carries(serverSays(tcpflag::syn | tcpflag::ack, 0)) && road.carries(clientSays(tcpflag::ack, 0));
    for (std::uint32_t i = 0; i < requests && goesOn; ++i)
        goesOn = request(road);
    return goesOn;
}

bool Conversation::request(Road& road)
{
    return road.carries(clientSays(data, requestBytes)) && road.carries(serverSays(data, answerBytes));
}

bool Conversation::close(Road& road)
{
    return road.carries(clientSays(last, 0)) && road.carries(serverSays(last, 0))
           && road.carries(clientSays(tcpflag::ack, 0));
}

}  // namespace natwalk
