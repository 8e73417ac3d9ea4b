// How a chain spreads connections over endpoints: KUBE-SVC, KUBE-SVL and KUBE-XLB alike.
#pragma once

#include "ruleset/ruleset.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace natwalk {

/// One rule that sends a share of the connections to an endpoint.
struct BalancingTurn
{
    ChainId endpoint = noChain;  ///< the chain that translates
    RuleId rule = noRule;
    Probability chance = certain;  ///< of the connections that reach the rule
    double share = 0;              ///< of all that reach the first one; exact to 1e-15
};

struct Balancing
{
    std::vector<BalancingTurn> turns;              ///< in their order; also those that nothing reaches (share 0)
    double left = 1;                               ///< the share that no turn takes
    std::optional<std::uint32_t> affinitySeconds;  ///< of rules that ask who came lately
};

Balancing balancingOf(const Ruleset& ruleset, ChainId chain);

/// The rule of a chain that translates to an endpoint; noRule when there is none.
RuleId translationIn(const Ruleset& ruleset, ChainId chain);

}  // namespace natwalk
