// How an answer begins and ends, in words: the question, the verdict, the host's answers, doubts, and the other
// outcomes.
#pragma once

#include "cli/packet_words.h"
#include "cli/paper.h"
#include "probability/distribution.h"
#include "trace/trace.h"

namespace natwalk::cli {

/// The packet in question, and what was supposed of it.
void tellQuestion(Paper& paper, const Asked& asked);

/// "reaches 192.168.166.157:80, forwarded": what tells one outcome of a packet from another.
std::string outcomeText(const OutcomeShare& outcome);
Ink inkOf(Outcome outcome);

/// The verdict's sentence, its code, and the rule that decided.
void tellVerdict(Paper& paper, const Trace& trace);
/// What this host said in answer.
void tellAnswers(Paper& paper, const Trace& trace);
/// What natwalk only approximated, once each.
void tellDoubts(Paper& paper, const Trace& trace);
/// The shares of all outcomes; the one that was told is marked.
void tellOutcomes(Paper& paper, const Distribution& distribution, const Trace& told);

/// The sentence for shares that a limit cut off or that hang on a doubt; empty when they are whole.
std::string reservation(const Distribution& distribution);

}  // namespace natwalk::cli
