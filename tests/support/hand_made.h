// A small ruleset and one walk through it, written by hand: what trace/ promises does not hang on the interpreter.
#pragma once

#include "trace/trace.h"

namespace natwalk::test {

/// nat PREROUTING:  1 -d 10.0.0.9 -j ACCEPT      2 -j USER
/// nat USER:        1 -d 10.0.0.9                2 -j INNER      3 -j OTHER (goto)
/// nat INNER:       1 -p udp                     2 (no target)
/// nat OTHER:       (empty)
RulesetPtr handMadeRuleset();

/// The rule with this number in a chain of the nat table.
RuleId ruleOf(const Ruleset& ruleset, std::string_view chain, std::uint32_t number);

/// A packet that passes the first rules, has its mark set (to 1) in INNER, and leaves by the policy.
Trace handMadeTrace();

/// The places of handMadeTrace()'s steps.
namespace at {
inline constexpr std::size_t hook = 0, prerouting = 1, passed = 2, jump = 3, user = 4, userPassed = 5, userJump = 6,
                             inner = 7, innerPassed = 8, innerMatched = 9, innerMarked = 10, innerLeft = 11,
                             userGoto = 12, other = 13, otherLeft = 14, tableLeft = 15, routed = 16, decided = 17;
}  // namespace at

}  // namespace natwalk::test
