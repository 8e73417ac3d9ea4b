// Walks over the lines of a text, and over the plain words of a line, without copying.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

namespace natwalk {

/// A blank, a tab, or the carriage return that some lines end with.
constexpr bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

/// The lines of a text, without their line feeds. What follows the last line feed is a line unless it is empty.
class Lines
{
public:
    explicit Lines(std::string_view text) : m_rest(text) {}

    std::optional<std::string_view> next()
    {
        if (m_rest.empty())
            return {};
        const std::size_t end = std::min(m_rest.find('\n'), m_rest.size());
        const std::string_view line = m_rest.substr(0, end);
        m_rest.remove_prefix(std::min(end + 1, m_rest.size()));
        return line;
    }
    /// What was not walked over yet.
    std::string_view rest() const { return m_rest; }

private:
    std::string_view m_rest;
};

/// The words of a line between blanks; quotes are characters like others.
class Words
{
public:
    explicit Words(std::string_view line) : m_rest(line) {}

    std::optional<std::string_view> next()
    {
        const auto* const begin = std::ranges::find_if_not(m_rest, isBlank);
        const auto* const end = std::find_if(begin, m_rest.end(), isBlank);
        m_rest = {end, m_rest.end()};
        return begin == end ? std::nullopt : std::optional(std::string_view(begin, end));
    }

private:
    std::string_view m_rest;
};

/// A line without the carriage returns that it ends with; one that was copied twice has several.
inline std::string_view withoutReturns(std::string_view line)
{
    while (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

/// A line without the blanks (and the carriage return) at both ends.
inline std::string_view trimmed(std::string_view line)
{
    while (!line.empty() && isBlank(line.front()))
        line.remove_prefix(1);
    while (!line.empty() && isBlank(line.back()))
        line.remove_suffix(1);
    return line;
}

}  // namespace natwalk
