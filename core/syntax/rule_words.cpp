#include "syntax/rule_words.h"

#include "extensions/all.h"
#include "syntax/base_options.h"
#include "text/diagnostic.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace natwalk {

namespace {

template <typename Extension>
bool knows(const Extension* extension, std::string_view option)
{
    return std::ranges::any_of(extension->options, [&](const OptionSpec& spec) { return spec.isNamed(option); });
}

}  // namespace

bool isNegation(const Token& word) { return word.text == "!" && !word.quoted; }

bool isBaseOption(const Token& word) { return !word.quoted && baseOptionNamed(word.text) != nullptr; }

Counters countersOf(const Token& word)
{
    const std::string_view text = word.text;
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || !text.starts_with('[') || !text.ends_with(']'))
        throw ParseError(word.span, message(MessageId::CountersMalformed, text));
    return {countOf(text.substr(1, colon - 1), word), countOf(text.substr(colon + 1, text.size() - colon - 2), word)};
}

Counters countersPairOf(const Token& word)
{
    const std::size_t comma = word.text.find(',');
    return {countOf(word.text.substr(0, comma), word), countOf(word.text.substr(comma + 1), word)};
}

std::uint64_t countOf(std::string_view digits, const Token& word)
{
    std::uint64_t count = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, problem] = std::from_chars(digits.data(), end, count);
    if (problem != std::errc() || stop != end)
        throw ParseError(word.span, message(MessageId::CountersMalformed, word.text));
    return count;
}

void rejectOption(const Token& word, std::string_view name)
{
    for (const MatchExtension* match : matchExtensions())
        if (knows(match, name))
            throw ParseError(word.span, message(MessageId::OptionOfAnother, name, "-m " + std::string(match->name)));
    for (const TargetExtension* target : targetExtensions())
        if (knows(target, name))
            throw ParseError(word.span, message(MessageId::OptionOfAnother, name, "-j " + std::string(target->name)));
    throw ParseError(word.span, message(MessageId::OptionOfNobody, name));
}

}  // namespace natwalk
