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

bool Road::carries(const Packet& packet, Speaker speaker)
{
    Walk walk(m_ruleset, m_host, m_state, packet);
    if (m_witness != nullptr)
        m_witness->follow(walk, speaker);
    while (const Fork* fork = walk.run(m_chance, m_witness != nullptr ? *m_witness : m_nobody))
        walk.answer(m_chance.decide(*fork));
    return hasArrived(walk.end().verdict.outcome);
}

Conversation::Conversation(const Packet& first, const Packet& sent, Outcome outcome)
    : m_client(first)
    , m_server(replyTo(sent, outcome))
{
    m_client.seq = first.sequenceEnd();
    m_client.ack = 0;
    m_server.ack = m_client.seq;
}

void Conversation::giveTo(const Packet& first, const Packet& sent)
{
    m_client.src = first.src;
    m_server.dst = sent.src;
    setClientPort(m_client, Speaker::client, clientPortOf(first, Speaker::client));
    setClientPort(m_server, Speaker::server, clientPortOf(sent, Speaker::client));
}

bool Conversation::clientSays(Road& road, std::uint8_t flags, std::uint16_t bytes)
{
    return road.carries(send(m_client, m_server, flags, bytes), Speaker::client);
}

bool Conversation::serverSays(Road& road, std::uint8_t flags, std::uint16_t bytes)
{
    return road.carries(send(m_server, m_client, flags, bytes), Speaker::server);
}

bool Conversation::run(Road& road, std::uint32_t requests)
{
    if (!isTcp()) {
        bool goesOn = serverSays(road, 0, answerBytes);
        for (std::uint32_t more = 1; more < requests && goesOn; ++more)
            goesOn = request(road);
        return goesOn;
    }
    bool goesOn = serverSays(road, tcpflag::syn | tcpflag::ack, 0) && clientSays(road, tcpflag::ack, 0);
    for (std::uint32_t i = 0; i < requests && goesOn; ++i)
        goesOn = request(road);
    return goesOn;
}

bool Conversation::request(Road& road)
{
    return clientSays(road, data, requestBytes) && serverSays(road, data, answerBytes);
}

bool Conversation::close(Road& road)
{
    return clientSays(road, last, 0) && serverSays(road, last, 0) && clientSays(road, tcpflag::ack, 0);
}

}  // namespace natwalk
