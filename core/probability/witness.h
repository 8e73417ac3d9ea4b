// Whether another packet would go the way of one that was watched: a packet of another connection, from another port of
// the client, at another time, with other connections in the table.
//
// It does, where each match that was asked looks at nothing that differs; those that look at ports are asked anew.
#pragma once

#include "emulator/recorder.h"
#include "emulator/walk.h"

#include <vector>

namespace natwalk {

/// Which way a packet of a conversation goes.
enum class Speaker : std::uint8_t { client, server };

/// The client's port, or the id of its ICMP requests.
std::uint16_t clientPortOf(const Packet& packet, Speaker speaker);
void setClientPort(Packet& packet, Speaker speaker, std::uint16_t port);

/// A match that was asked, and may answer otherwise to another port of the client.
struct PortQuestion
{
    const Match* match = nullptr;
    Packet packet;
    Speaker speaker = Speaker::client;
    Hook hook = Hook::prerouting;
    TrackState tracking = TrackState::newConnection;
    Direction direction = Direction::original;
    bool yes = false;

    /// Whether it says the same to a packet with this port.
    bool isAnsweredAlike(const Host& host, const State& state, std::uint16_t clientPort) const;
    bool operator==(const PortQuestion&) const = default;
};

/// Looks at a walk while it goes on, and at those that follow.
class Witness final : public Recorder
{
public:
    Witness(const Ruleset& ruleset, const Host& host, const State& state)
        : Recorder(WithoutTrace())
        , m_ruleset(ruleset)
        , m_host(host)
        , m_state(state)
    {}

    /// @param walk  the next; must live until the one behind it is named, or until nothing more is noted
    void follow(const Walk& walk, Speaker speaker);

    /// Whether nothing was met so far that may be answered otherwise another time, but for `questions`.
    bool isPlain() const { return m_plain; }
    const std::vector<PortQuestion>& questions() const { return m_questions; }

protected:
    void hear(const Event& event) override;

private:
    MatchContext context() const;
    void look(const Rule& rule);
    bool ask(const Match& match);
    void lookAtTarget(const Target& target);

    const Ruleset& m_ruleset;
    const Host& m_host;
    const State& m_state;
    const Walk* m_walk = nullptr;
    Speaker m_speaker = Speaker::client;
    Hook m_hook = Hook::prerouting;
    bool m_plain = true;
    std::vector<PortQuestion> m_questions;
};

}  // namespace natwalk
