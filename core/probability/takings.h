// Why 33 %, 50 % and 100 % are one third each: the rules that draw, who reaches each of them, and what it takes.
#pragma once

#include "emulator/question.h"
#include "ruleset/probability.h"
#include "ruleset/ruleset.h"
#include "text/checkpoint.h"

#include <vector>

namespace natwalk {

/// A rule that takes a share of the packets that reach it.
struct Taking
{
    RuleId rule = noRule;
    Probability chance = certain;  ///< of the packets that reach it, the share that it takes
    double reached = 1;            ///< share of all packets

    double share() const { return reached * chance.share(); }
};

/// The rules where a packet's course is drawn, and those that take what the last draw of their chain left over, in the
/// order of the ruleset. A rule that is reached on several ways takes its chance of them all.
///
/// @param most  draws beyond so many have no "rest" told
std::vector<Taking> takingsOf(const Question& question, std::size_t most = 5'000, const Checkpoint& goOn = keepGoing);

}  // namespace natwalk
