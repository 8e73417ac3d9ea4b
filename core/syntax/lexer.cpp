#include "syntax/lexer.h"

#include <algorithm>

namespace natwalk {

namespace {

/// A carriage return within a line is a character like others.
constexpr bool partsWords(char c) { return c == ' ' || c == '\t'; }

SourceSpan spanOf(std::size_t begin, std::size_t end, std::uint32_t line)
{
    return {line, static_cast<std::uint32_t>(begin + 1), static_cast<std::uint32_t>(end - begin)};
}

}  // namespace

std::span<const Token> Lexer::split(std::string_view line, std::uint32_t number, Arena& arena)
{
    m_words.clear();
    m_quoteIsOpen = false;
    for (std::size_t i = 0; i < line.size();)
        i = partsWords(line[i]) ? i + 1 : readWord(line, i, number, arena);
    return m_words;
}

/// Reads the word that begins here; most are plain, or in quotes without escapes. Returns where it ends.
std::size_t Lexer::readWord(std::string_view line, std::size_t begin, std::uint32_t number, Arena& arena)
{
    const bool quoted = line[begin] == '"';
    std::size_t end = begin + (quoted ? 1 : 0);
    if (quoted) {
        while (end < line.size() && line[end] != '"' && line[end] != '\\')
            ++end;
        if (end == line.size() || line[end] == '\\')
            return readMixedWord(line, begin, number, arena);
        addWord(line.substr(begin + 1, end - begin - 1), spanOf(begin, end + 1, number), true);
        return end + 1;
    }
    while (end < line.size() && !partsWords(line[end]) && line[end] != '"')
        ++end;
    if (end < line.size() && line[end] == '"')
        return readMixedWord(line, begin, number, arena);
    addWord(line.substr(begin, end - begin), spanOf(begin, end, number), false);
    return end;
}

std::size_t Lexer::readMixedWord(std::string_view line, std::size_t begin, std::uint32_t number, Arena& arena)
{
    m_copy.clear();
    const std::size_t quote = line.find('"', begin);
    std::size_t end = begin;
    for (; end < quote; ++end)
        m_copy += line[end];
    for (++end; end < line.size() && line[end] != '"'; ++end) {
        if (line[end] == '\\' && end + 1 < line.size())
            ++end;
        m_copy += line[end];
    }
    if (end >= line.size())
        leaveOpen(line, quote, number);
    end = std::min(end + 1, line.size());
    addWord(arena.keep(m_copy), spanOf(begin, end, number), true);
    return end;
}

void Lexer::addWord(std::string_view text, const SourceSpan& span, bool quoted)
{
    Token& word = m_words.emplace_back();  // filled in place: this is the innermost loop of reading
    word.text = text;
    word.span = span;
    word.quoted = quoted;
}

void Lexer::leaveOpen(std::string_view line, std::size_t quote, std::uint32_t number)
{
    m_quoteIsOpen = true;
    m_openQuote = spanOf(quote, line.size(), number);
}

}  // namespace natwalk
