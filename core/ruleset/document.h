// What a file held: rulesets of both families and back ends, and the host. Const once made.
#pragma once

#include "host/host.h"
#include "ruleset/ruleset.h"

#include <memory>
#include <vector>

namespace natwalk {

struct Document
{
    std::vector<RulesetPtr> rulesets;  ///< in the order of the text; at least one
    std::shared_ptr<const Host> host;

    /// The ruleset that packets of this family meet; nullptr when there is none.
    RulesetPtr rulesetFor(Family family) const
    {
        for (const RulesetPtr& ruleset : rulesets)
            if (ruleset->family() == family)
                return ruleset;
        return {};
    }
};

using DocumentPtr = std::shared_ptr<const Document>;

}  // namespace natwalk
