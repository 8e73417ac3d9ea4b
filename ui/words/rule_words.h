// What a rule looked at, and what it did, in a few words: for tables, marks on the picture and the timeline.
#pragma once

#include "trace/trace.h"

#include <QString>

namespace natwalk {

/// The values of the packet that a matching rule looked at: "10.97.35.60 tcp 80"; "no condition" where it looks at
/// none.
QString comparedText(const Trace& trace, std::size_t step, RuleId id);

/// "draw < 0.500" or "draw ≥ 0.333"
QString drawText(const Drawn& drawn);

/// Why a rule did not match, as values beside each other where it is a matter of two: "80 ≠ 22"; else the sentence.
QString refusalText(const Message& why);

/// What the rule does with a packet that matches: "jump", "ACCEPT", "DNAT"...
QString resultText(const Ruleset& ruleset, const Rule& rule);

/// "nat · policy ACCEPT"
QString policyText(const Chain& chain);

/// "DNAT", "SNAT" or both: what NAT wrote.
QString translationText(const Change& change);

/// "forward, by cni0", "to this host", "no route"
QString routingText(const Routed& routed);

/// Where the packet ended: the device it left by, "this host", "dropped"...
QString endText(const Trace& trace);

/// "rule 3" or "rules 3–9"
QString numbersText(std::uint32_t first, std::uint32_t last);

}  // namespace natwalk
