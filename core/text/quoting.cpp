#include "text/quoting.h"

#include <algorithm>

namespace natwalk {

namespace {

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

/// A later line that begins so would be taken for one of the ruleset, and the quote for one that nobody closed.
bool beginsAnotherLine(char c) { return c == '-' || c == '*' || c == 'C'; }

}  // namespace

std::string inQuotes(std::string_view word)
{
    std::string text = "\"";
    bool atLineBegin = false;
    for (const char c : word) {
        if (c == '"' || c == '\\' || c == '\'' || (atLineBegin && beginsAnotherLine(c)))
            text += '\\';
        text += c;
        atLineBegin = c == '\n' || (atLineBegin && (c == ' ' || c == '\t' || c == '\r'));
    }
    return text += '"';
}

std::string quoted(std::string_view word)
{
    if (!word.empty() && std::all_of(word.begin(), word.end(), isPlain))
        return std::string(word);
    return inQuotes(word);
}

std::string bareOrQuoted(std::string_view word)
{
    // a typographic quote is taken for one, a lone "!" for a negation
    const bool looksOther = word.starts_with("\xe2\x80") || word == "!";
    const bool bare = !word.empty() && !looksOther && word.find_first_of(" \t\r\n\"") == std::string_view::npos;
    return bare ? std::string(word) : quoted(word);
}

}  // namespace natwalk
