// What single words of a command line mean.
#pragma once

#include "ruleset/rule.h"
#include "text/token.h"

#include <cstdint>
#include <string_view>

namespace natwalk {

/// "!", which turns the option beside it around.
bool isNegation(const Token& word);

/// Exactly one of iptables' own options, long or short.
bool isBaseOption(const Token& word);

/// Reads "[12:3456]". Throws CountersMalformed.
Counters countersOf(const Token& word);
/// Reads "2,3". Throws CountersMalformed.
Counters countersPairOf(const Token& word);
/// Reads one of the two numbers; `word` is what is pointed at. Throws CountersMalformed.
std::uint64_t countOf(std::string_view digits, const Token& word);

/// Throws: nobody in the rule knows this option. Says who would, where an extension does.
[[noreturn]] void rejectOption(const Token& word, std::string_view name);

}  // namespace natwalk
