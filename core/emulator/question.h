// What is asked: which document, what happened before, which packet.
#pragma once

#include "host/state.h"
#include "packet/packet.h"
#include "ruleset/document.h"

#include <memory>

namespace natwalk {

/// One packet put to one document. A packet with `in` enters at PREROUTING, one without is sent by this host (OUTPUT).
struct Question
{
    DocumentPtr document;
    std::shared_ptr<const State> before = std::make_shared<State>();
    Packet packet;

    RulesetPtr ruleset() const { return document->rulesetFor(packet.src.family); }
    const Host& host() const { return *document->host; }
};

}  // namespace natwalk
