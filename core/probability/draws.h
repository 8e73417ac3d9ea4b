// The draws that lead to an end, in words: "not 0.33333 at rule 1, then 0.5 at rule 2".
#pragma once

#include "emulator/question.h"
#include "probability/distribution.h"
#include "text/message.h"

#include <vector>

namespace natwalk {

/// A random draw, and how it fell.
struct DrawTaken
{
    RuleId rule = noRule;
    Probability probability = certain;
    bool outcome = false;
};

/// The draws on the likeliest course to an outcome, in order.
std::vector<DrawTaken> drawsTo(const Question& question, const OutcomeShare& outcome);

/// The same in words, one message a draw, but more than three in a row that say no in one chain in one; a chain is
/// named when there are several. Without a draw: NoDraws alone.
std::vector<Message> drawWords(const std::vector<DrawTaken>& draws, const Ruleset& ruleset);

}  // namespace natwalk
