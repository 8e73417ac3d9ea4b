// A rule: conditions on addresses, devices and protocol, then matches from left to right, then an action.
#pragma once

#include "ruleset/match.h"
#include "ruleset/target.h"
#include "text/token.h"

#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace natwalk {

enum class ChainId : std::uint32_t {};
enum class RuleId : std::uint32_t {};
inline constexpr ChainId noChain{0xffffffffU};
inline constexpr RuleId noRule{0xffffffffU};

/// "eth0", or "cali+" for every name that begins with "cali"; empty: any.
struct InterfacePattern
{
    InterfaceName name;  ///< without the "+"
    bool prefix = false;

    bool isAny() const { return name.empty() && !prefix; }
    bool matches(const InterfaceName& device) const
    {
        return prefix ? device.view().starts_with(name.view()) : device == name;
    }
    bool operator==(const InterfacePattern&) const = default;
};

std::string toText(const InterfacePattern& pattern);

/// What ip_packet_match() and ip6_packet_match() test before any match.
/// @see Linux net/ipv4/netfilter/ip_tables.c
struct Conditions
{
    Network src{};
    Network dst{};
    InterfacePattern in;
    InterfacePattern out;
    std::uint8_t protocol = protocol::any;
    bool srcInverted : 1 = false;
    bool dstInverted : 1 = false;
    bool inInverted : 1 = false;
    bool outInverted : 1 = false;
    bool protocolInverted : 1 = false;
    bool fragment : 1 = false;  ///< -f: later fragments only
    bool fragmentInverted : 1 = false;

    bool holdFor(const Packet& packet) const
    {
        return addressHolds(src, srcInverted, packet.src) && addressHolds(dst, dstInverted, packet.dst)
               && (in.isAny() || in.matches(packet.in) != inInverted)
               && (out.isAny() || out.matches(packet.out) != outInverted)
               && (protocol == protocol::any || (protocol == packet.protocol) != protocolInverted)
               && (!fragment || packet.isLaterFragment() != fragmentInverted);
    }
    /// "! -s 0.0.0.0/0" is a condition that no packet meets.
    static bool addressHolds(const Network& network, bool inverted, const Address& address)
    {
        return (network.isAny() && !inverted) || network.contains(address) != inverted;
    }
    /// Whether every packet meets them, as there are none.
    bool areNone() const
    {
        return src.isAny() && dst.isAny() && in.isAny() && out.isAny() && protocol == protocol::any && !fragment
               && !srcInverted && !dstInverted;
    }
    /// The first condition that fails; only asked when one does.
    Message whyNot(const Packet& packet) const;
    bool operator==(const Conditions&) const = default;
};

/// Packets and bytes, as `iptables-save -c` prints them.
struct Counters
{
    std::uint64_t packets = 0;
    std::uint64_t bytes = 0;
    bool operator==(const Counters&) const = default;
};

/// How a rule ends: built-in verdicts and jumps are here, everything else is a Target.
enum class RuleAction : std::uint8_t { none, accept, drop, returnToCaller, jump, go, target };

struct Rule
{
    Conditions conditions;
    std::span<const Match* const> matches;
    const Target* target = nullptr;  ///< for RuleAction::target
    ChainId destination = noChain;   ///< for jump and go (goto)
    ChainId chain = noChain;         ///< where it stands
    RuleAction action = RuleAction::none;
    bool hasCounters = false;
    bool hasConditions = true;  ///< false: every packet meets them; noted when the rule is added
    Counters counters{};
    std::uint32_t line = 0;     ///< in the text, from 1; 0 when the rule was made otherwise
    std::uint32_t remarks = 0;  ///< bit n: match n (of the first 32) is a remark; noted when the rule is added

    /// The first match, at or behind this one, that is to be asked.
    std::uint32_t askedFrom(std::uint32_t match) const
    {
        return match < 32 ? match + static_cast<std::uint32_t>(std::countr_one(remarks >> match)) : match;
    }
};

/// How the rule speaks of its target: "ACCEPT", "KUBE-SVC-X", "DNAT"; empty for none. A goto's chain is the chain's
/// name. (Declared with Ruleset, which knows the names.)

}  // namespace natwalk
