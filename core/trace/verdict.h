// How a packet's way ends.
#pragma once

#include "packet/packet.h"
#include "ruleset/rule.h"
#include "ruleset/target.h"

#include <optional>
#include <string_view>

namespace natwalk {

enum class Outcome : std::uint8_t { forwarded, sent, delivered, rejected, dropped, icmpError, depends };

/// Who dropped a packet, where `Outcome` is dropped; why the host answered by itself, where it is icmpError.
enum class Because : std::uint8_t {
    nothing,
    rule,
    policy,  // a rule's DROP or REJECT, a chain's policy
    noRoute,
    blackhole,
    unreachable,
    prohibited,  // routing
    martianSource,
    martianDestination,
    reversePath,
    forwardingOff,
    notForUs,
    ttlExceeded,
    fragmentationNeeded,
    beyondScope,  // IPv6: its source is known on its own link only
    natExhausted,
    natClash,              // no free port or address; two connections cannot be told apart
    masqueradedElsewhere,  // the connection has the address of a device that the packet does not leave by
    headerTooShort,        // of a GRE packet that would be translated
    waitsForFragments,     // conntrack holds a fragment until the others come
    guarded,               // SYNPROXY speaks in the place of the other end
    badCookie,             // an acknowledgement that SYNPROXY did not ask for
    match,                 // a match of a rule that cannot judge it
    loop,                  // jumps in a circle: the kernel refuses to load them
    tooManyJumps           // more than natwalk follows
};

/// Where the packet ended, and by what.
struct Verdict
{
    Outcome outcome = Outcome::dropped;
    Because because = Because::nothing;
    RejectWith reject = RejectWith::icmpPortUnreachable;  ///< for rejected
    RuleId decidingRule = noRule;     ///< the rule that decided: DROP, REJECT, ACCEPT of the last table, or the DNAT
    ChainId decidingChain = noChain;  ///< for policy
    bool sourceNat = false;           ///< the packet itself left with another source
    bool destinationNat = false;      ///< ... another destination
    bool reachedRules = true;         ///< false: dropped before any rule (send without a route)

    bool operator==(const Verdict&) const = default;
};

/// "forwarded", "sent", "delivered", "rejected", "dropped", "icmp_error", "depends".
std::string_view nameOf(Outcome outcome);
/// The stable code of a verdict: "NAT.DNAT", "DROP.POLICY"...; see the README's table of verdicts.
std::string_view codeOf(const Verdict& verdict);
/// "icmp-port-unreachable", "tcp-reset": as --reject-with spells it.
std::string_view nameOf(RejectWith with);

}  // namespace natwalk
