// A host for a ruleset that came without one: drawn from the rules, each supposed fact an Assumption.
#pragma once

#include "host/host.h"
#include "ruleset/ruleset.h"

#include <memory>
#include <span>

namespace natwalk {

/// Interfaces from -i/-o, pod networks from "! -s NET -j KUBE-MARK-MASQ" and endpoints, node address from counters'
/// rules where possible, else 192.0.2.10; the switches of an ordinary node.
std::shared_ptr<const Host> inferHost(std::span<const RulesetPtr> rulesets);

}  // namespace natwalk
