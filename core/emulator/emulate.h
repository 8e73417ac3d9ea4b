// A question answered: walk, recorded, with the answers of this host; pure.
#pragma once

#include "emulator/chance.h"
#include "emulator/question.h"
#include "trace/trace.h"

namespace natwalk {

/// The trace of one packet. The ruleset for the packet's family must exist in the document.
TracePtr emulate(const Question& question, Chance& chance);

/// One course: each draw falls to its likelier side. For the likeliest whole course see likeliestCourse().
TracePtr emulate(const Question& question);

/// The verdict as a sentence: "Reaches 192.168.166.162:80, forwarded after NAT, source kept".
Message sentenceOf(const Trace& trace);
/// The class shown to people: "Forwarded", "Delivered", "Rejected", "Dropped", "Answered by the host", "Depends".
Message classOf(const Trace& trace);
/// The endpoint that the packet reaches, where NAT changed its destination; else nothing.
std::optional<std::string> endpointOf(const Verdict& verdict, const Packet& out);

}  // namespace natwalk
