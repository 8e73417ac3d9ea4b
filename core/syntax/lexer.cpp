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

/// Where the plain word that begins here ends: at a blank, a quote, or the end of the line.
std::size_t plainEnd(std::string_view line, std::size_t begin)
{
    const auto ends = [](char c) { return static_cast<unsigned char>(c) <= '"' && (partsWords(c) || c == '"'); };
    const auto* const end = std::find_if(line.begin() + begin, line.end(), ends);
    return static_cast<std::size_t>(end - line.begin());
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
    if (line[begin] == '"') {
        const std::size_t quote = std::min(line.find('"', begin + 1), line.size());
        const std::string_view text = line.substr(begin + 1, quote - begin - 1);
        if (quote == line.size() || text.find('\\') != std::string_view::npos)
            return readMixedWord(line, begin, number, arena);
        addWord(text, spanOf(begin, quote + 1, number), true);
        return quote + 1;
    }
    const std::size_t end = plainEnd(line, begin);
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
