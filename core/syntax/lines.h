// Walks over the lines of a text, and over the plain words of a line, without copying.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

namespace natwalk {

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
        m_rest.remove_prefix(std::min(m_rest.find_first_not_of(" \t\r"), m_rest.size()));
        if (m_rest.empty())
            return {};
        const std::string_view word = m_rest.substr(0, m_rest.find_first_of(" \t\r"));
        m_rest.remove_prefix(word.size());
        return word;
    }

private:
    std::string_view m_rest;
};

/// A line without the blanks (and the carriage return) at both ends.
inline std::string_view trimmed(std::string_view line)
{
    const std::size_t begin = std::min(line.find_first_not_of(" \t\r"), line.size());
    return line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin);
}

}  // namespace natwalk
