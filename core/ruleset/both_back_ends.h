// The rules of both back ends as one ruleset: a packet meets both, table by table.
#pragma once

#include "ruleset/ruleset.h"

namespace natwalk {

/// Chains and rules of two rulesets of one family, the second one's behind the first one's; each chain jumps within its
/// own back end. Which of them a packet meets first is the host's affair: Host::firstBackEnd.
RulesetPtr bothBackEnds(const RulesetPtr& first, const RulesetPtr& second);

}  // namespace natwalk
