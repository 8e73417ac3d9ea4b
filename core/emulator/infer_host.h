// A host for a ruleset that came without one: drawn from the rules, each supposed fact an Assumption.
#pragma once

#include "host/host_facts.h"
#include "ruleset/ruleset.h"

#include <memory>
#include <span>

namespace natwalk {

/// Interfaces from -i/-o, pod networks from "! -s NET -j KUBE-MARK-MASQ" and endpoints, node address from counters'
/// rules where possible, else 192.0.2.10; the switches of an ordinary node.
/// @param given  what is known: nothing is supposed in its place
std::shared_ptr<const Host> inferHost(std::span<const RulesetPtr> rulesets, const HostFacts& given = {});

}  // namespace natwalk
