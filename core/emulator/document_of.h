// Rules and what was given of their host -> a document, and what was before.
#pragma once

#include "host/host_facts.h"
#include "host/state.h"
#include "ruleset/document.h"

#include <memory>
#include <vector>

namespace natwalk {

/// What files beside the rules tell: a whole host (of a scenario), or facts of one. The last scenario wins.
struct GivenHost
{
    std::shared_ptr<const Host> whole;
    HostFacts facts;
    BackEnd first = BackEnd::unknown;  ///< whose rules come first where both back ends have some; unknown: not said
};

/// A document, and the connections that were there before the first packet.
struct DocumentOf
{
    DocumentPtr document;
    std::shared_ptr<const State> before;
};

/// Without a whole host, one is inferred from the rules and the facts. Where both back ends have rules of a family,
/// these become one ruleset, and a packet meets both: see bothBackEnds(). Rulesets without rules and policies that drop
/// come last: of two back ends, packets meet the one that has some.
DocumentOf documentOf(std::vector<RulesetPtr> rulesets, const GivenHost& given);

}  // namespace natwalk
