#include "text/diagnostic.h"

#include <algorithm>

namespace natwalk {

namespace {

// Of a longer line only the surroundings of the place are shown, in bytes.
constexpr std::size_t widestLine = 160;
constexpr std::size_t widestBefore = 60;
constexpr std::string_view cut = "...";

bool continuesCharacter(char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U; }

bool isControl(char byte) { return (static_cast<unsigned char>(byte) < 0x20U && byte != '\t') || byte == 0x7f; }

/// The line as it may be shown: nothing in it moves a terminal's cursor.
std::string shown(std::string_view line)
{
    std::string text(line);
    std::replace_if(text.begin(), text.end(), isControl, '.');
    return text;
}

/// The next place in a line that begins a character.
std::size_t characterFrom(std::string_view line, std::size_t place)
{
    while (place < line.size() && continuesCharacter(line[place]))
        ++place;
    return place;
}

/// The surroundings of a place in a long line; `where` becomes the place in what is answered.
std::string surroundings(std::string_view line, SourceSpan& where)
{
    if (line.size() <= widestLine)
        return std::string(line);
    const std::size_t place = std::min<std::size_t>(where.column == 0 ? 0 : where.column - 1, line.size());
    const std::size_t begin = characterFrom(line, place > widestBefore ? place - widestBefore : 0);
    const std::size_t end = characterFrom(line, std::min(begin + widestLine, line.size()));
    const std::string_view before = begin == 0 ? std::string_view() : cut;
    const std::string_view after = end == line.size() ? std::string_view() : cut;
    where.column = static_cast<std::uint32_t>(place - begin + before.size() + 1);
    return std::string(before).append(line.substr(begin, end - begin)).append(after);
}

/// The line that begins here, as far as what is shown of it: it may be endless, and complained about often.
std::string_view lineAround(std::string_view rest, std::uint32_t column)
{
    constexpr std::uint32_t farIn = 4096;
    const std::string_view near = rest.substr(0, column + 2 * widestLine);
    std::string_view line = near.substr(0, near.find('\n', column > farIn ? column - 2 : 0));
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

/// Blanks below `text`, one for each character; a tab stays one, so that what follows stands below its place.
std::string blanksBelow(std::string_view text)
{
    std::string blanks;
    for (const char byte : text)
        if (!continuesCharacter(byte))
            blanks += byte == '\t' ? '\t' : ' ';
    return blanks;
}

/// "^~~" below a place in a line; a place that goes on in the next line is marked to the end of this one.
std::string caretsBelow(std::string_view line, const SourceSpan& where)
{
    const std::size_t begin = std::min<std::size_t>(where.column == 0 ? 0 : where.column - 1, line.size());
    const std::string_view marked = line.substr(begin, where.length);
    const auto characters = static_cast<std::size_t>(
        std::count_if(marked.begin(), marked.end(), [](char byte) { return !continuesCharacter(byte); }));
    return blanksBelow(line.substr(0, begin)) + '^' + std::string(characters > 1 ? characters - 1 : 0, '~');
}

std::string placeText(const SourceSpan& where)
{
    return where.line == 0 ? std::string() : ':' + std::to_string(where.line) + ':' + std::to_string(where.column);
}

}  // namespace

std::string_view toText(Severity severity)
{
    switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: break;
    }
    return "error";
}

std::string_view lineAt(std::string_view text, std::uint32_t number)
{
    std::size_t begin = 0;
    for (std::uint32_t line = 1; line < number && begin != std::string_view::npos; ++line) {
        const std::size_t end = text.find('\n', begin);
        begin = end == std::string_view::npos ? end : end + 1;
    }
    if (number == 0 || begin == std::string_view::npos)
        return {};
    std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

std::string print(const Diagnostic& diagnostic, std::string_view fileName, std::string_view text)
{
    return DiagnosticPrinter(fileName, text).print(diagnostic);
}

std::string DiagnosticPrinter::print(const Diagnostic& diagnostic)
{
    std::string printed(m_fileName);
    printed += placeText(diagnostic.where) + ": ";
    printed += toText(diagnostic.severity);
    printed += ": " + english(diagnostic.message) + '\n';
    if (diagnostic.where.line == 0)
        return printed;
    SourceSpan where = diagnostic.where;
    if (where.line < m_line) {
        m_line = 1;
        m_begin = 0;
    }
    for (; m_line < where.line && m_begin < m_text.size(); ++m_line)
        m_begin = std::min(m_text.find('\n', m_begin), m_text.size() - 1) + 1;
    const std::string line = surroundings(lineAround(m_text.substr(m_begin), where.column), where);
    return printed + shown(line) + '\n' + caretsBelow(line, where) + '\n';
}

ParseError::ParseError(SourceSpan where, Message message)
    : m_where(where)
    , m_message(std::move(message))
    , m_what(english(m_message))
{}

const char* ParseError::what() const noexcept { return m_what.c_str(); }

}  // namespace natwalk
