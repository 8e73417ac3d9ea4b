// Breakpoints that outlive a reload: they hold on to a rule by its chain, its text and how often that text stood
// before.
#pragma once

#include "ruleset/ruleset.h"

#include <set>

namespace natwalk {

/// The rules of `now` that are the same as some of `before`; those that are gone are left out.
std::set<RuleId> carriedOver(const Ruleset& before, const std::set<RuleId>& rules, const Ruleset& now);

}  // namespace natwalk
