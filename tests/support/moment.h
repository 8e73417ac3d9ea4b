// One packet at one moment, as a match sees it; and what the match says.
#pragma once

#include "builders.h"

#include <QString>

#include <functional>
#include <optional>
#include <string>

namespace natwalk::test {

/// Everything that a match may look at, as a value.
struct Moment
{
    Packet packet;
    TrackState tracking = TrackState::newConnection;
    Direction direction = Direction::original;
    std::optional<Connection> connection{};
    State state{};
    Host host = node();
    bool ipv6 = false;
};

/// "-m NAME ..." as the only rule of a chain.
RulesetPtr rulesetWith(const std::string& matches, bool ipv6 = false);
/// The last match of the only rule.
const Match& matchIn(const Ruleset& ruleset);
MatchContext contextOf(const Moment& moment);
/// "yes", "no: REASON", "perhaps" or "cannot know: REASON".
QString said(const Match& match, const MatchContext& context);
/// A SYN from 192.168.1.50:40000 by eth0 to a pod, 10.244.0.5:80, with a change.
Moment with(const std::function<void(Packet&)>& change);
Moment plain();
Moment ofProtocol(std::uint8_t protocol);
Moment toAddress(const char* address);
/// From fd00::50; eth1 of the host is fd00::1/64.
Moment toAddress6(const char* address);
Moment toPort(std::uint8_t protocol, std::uint16_t port);
Moment icmp(std::uint8_t type, std::uint8_t code);
Moment icmp6(std::uint8_t type, std::uint8_t code);
Moment laterFragment(std::uint8_t protocol);
/// Made here by a program of this user and group.
Moment sentBy(std::uint32_t uid, std::uint32_t gid);
/// A packet of a connection to 10.96.0.1:80, which is translated to 10.244.0.5:8080.
Moment tracked(TrackState tracking, std::uint32_t status, Direction direction = Direction::original);
/// A packet without a connection.
Moment untracked(TrackState tracking);

}  // namespace natwalk::test
