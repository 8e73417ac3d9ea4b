// Events of a trace in words.
#pragma once

#include "trace/trace.h"

namespace natwalk {

/// "10.0.0.7 is added to the set seen for 300 s"
Message wordsOf(const IpSetChange& change);

/// A match of a rule that somebody may say something of.
struct Assumable
{
    RuleId rule = noRule;
    std::uint8_t match = 0;
    std::optional<bool> said;  ///< nothing: natwalk's default, or what was before, decides
};
/// The one that a step is about: doubted there, or one that asks for more than the packet tells. A step that passes
/// several rules is about none.
std::optional<Assumable> assumableAt(const Trace& trace, std::size_t step);

/// "assumed not to match: -m cpu --cpu 0"; Nothing where the doubt is not about a match.
Message assumedWords(const Ruleset& ruleset, const Doubted& doubt);
/// The match that a doubt is about, as iptables-save prints it; empty where it is about none.
std::string doubtedMatchText(const Ruleset& ruleset, const Doubted& doubt);

}  // namespace natwalk
