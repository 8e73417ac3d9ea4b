// What was asked: a question with the course that is shown of it, and the ways to come to another one.
#pragma once

#include "emulator/question.h"
#include "emulator/scenario.h"
#include "trace/trace.h"
#include "ui/opening.h"

#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace natwalk {

/// A question with the course that is shown of it.
struct Asked
{
    std::shared_ptr<const Question> question;
    /// Outcomes of the draws, in order; further ones fall to their likelier side. Nothing: the likeliest whole course.
    std::optional<std::vector<bool>> course;
    QString packetName;    ///< the scenario's packet, where it was taken unchanged
    bool carried = false;  ///< other packets went before, and what they left is still there
    /// A trial of this question, whose walk is shown: it began where the trials before it ended. Null: the question's
    /// own walk.
    TracePtr trial = {};
};

/// The first packet of the scenario; without one, a packet that shows what the rules are for.
Asked firstAsked(const Opened& opened);

/// A packet of the scenario, with what the packets before it left behind; nothing when there is no such packet.
/// @param asked  whose host holds on
std::optional<Asked> savedAsked(const Asked& asked, const Opened& opened, const std::string& id);

/// Another packet put to the same host and rules.
/// @param state  how connection tracking sees it, with nothing else before it but what the scenario says; nothing:
///               what went before stays as it is
Asked packetAsked(const Asked& asked, const Opened& opened, const Packet& packet, std::optional<TrackState> state);

/// The same packet put to another host.
Asked hostAsked(const Asked& asked, std::shared_ptr<const Host> host);

/// The answer; null where the document has no rules for the packet's family.
TracePtr traceOf(const Asked& asked);

}  // namespace natwalk
