// A line into words, as iptables-restore splits it: blanks part words, double quotes keep them together.
//
// Inside quotes a backslash takes the next character as it is; outside it is a character like others. A closing quote
// ends its word. Source: iptables iptables/xshared.c, add_param_to_argv().
#pragma once

#include "text/arena.h"
#include "text/token.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace natwalk {

/// Splits one line after the other.
class Lexer
{
public:
    /// The words of a line; they hold until the next call, their texts as long as the line and the arena.
    ///
    /// @param number  of the line, for the words' places
    /// @param arena   takes the words that need a copy: those with escapes, or with quotes in the middle
    std::span<const Token> split(std::string_view line, std::uint32_t number, Arena& arena);

    /// Where the last line opened a quote that it did not close (its word went to the end of the line).
    const SourceSpan* openQuote() const { return m_quoteIsOpen ? &m_openQuote : nullptr; }

private:
    std::size_t readWord(std::string_view line, std::size_t begin, std::uint32_t number, Arena& arena);
    std::size_t readMixedWord(std::string_view line, std::size_t begin, std::uint32_t number, Arena& arena);
    void addWord(std::string_view text, const SourceSpan& span, bool quoted);
    void leaveOpen(std::string_view line, std::size_t quote, std::uint32_t number);

    std::vector<Token> m_words;
    std::string m_copy;
    SourceSpan m_openQuote;
    bool m_quoteIsOpen = false;
};

}  // namespace natwalk
