// How kube-proxy spreads connections over n endpoints: the probabilities that it writes, and what comes of each.
//
// Source: kubernetes pkg/proxy/iptables/proxier.go, computeProbability(): "%0.10f" of one over the endpoints left.
#pragma once

#include "ruleset/probability.h"

#include <cstdint>
#include <string>
#include <vector>

namespace natwalk {

/// One of the rules of a service's chain.
struct ShareRule
{
    std::uint32_t number = 1;      ///< from 1
    std::uint32_t left = 1;        ///< endpoints that are left when it is reached: it is meant to take 1 of them
    std::string written;           ///< "0.3333333333"; empty for the last rule, which takes what is left
    Probability stored = certain;  ///< as the kernel keeps it
    double reached = 1;            ///< share of all connections that come to it
    double share = 1;              ///< share of all connections that it takes; exact to 1e-15
    double bias = 0;               ///< how much more than 1 in n that is
};

/// The rules for so many endpoints, at least one.
std::vector<ShareRule> shareRules(std::uint32_t endpoints);

}  // namespace natwalk
