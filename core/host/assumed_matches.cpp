#include "host/assumed_matches.h"

#include <algorithm>

namespace natwalk {

std::string assumedText(std::string_view words)
{
    const auto trim = [&words] {
        words.remove_prefix(std::min(words.find_first_not_of(' '), words.size()));
        words = words.substr(0, words.find_last_not_of(' ') + 1);
    };
    trim();
    if (words.starts_with("-m "))
        words.remove_prefix(3);
    trim();
    return std::string(words);
}

void assume(Host& host, std::string_view match, std::optional<bool> holds)
{
    const std::string text = assumedText(match);
    std::erase_if(host.assumedMatches, [&text](const AssumedMatch& each) { return each.match == text; });
    if (holds)
        host.assumedMatches.push_back({text, *holds});
    std::ranges::sort(host.assumedMatches, {}, &AssumedMatch::match);
}

}  // namespace natwalk
