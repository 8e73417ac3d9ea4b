// A rule's conditions in few words, each with the part of the rule that it stands for.
#pragma once

#include "ruleset/rule.h"

#include <QString>

#include <string>
#include <vector>

namespace natwalk {

/// A word of a rule, and which part of it says so.
struct RuleToken
{
    QString text;
    enum class Part : std::uint8_t { dst, src, in, out, protocol, match } part = Part::match;
    std::uint32_t match = 0;  ///< for Part::match: which, from 0
};

/// The conditions of a rule in short form, in the order in which people read them: "10.97.35.60/32", "tcp", ":80".
std::vector<RuleToken> tokensOf(const Rule& rule);

/// The options of a match or target as iptables saves them, in short: "! --dport 80 --sport 1:9" is "not :80 from
/// :1:9".
QString shortOptions(const std::string& saved);

}  // namespace natwalk
