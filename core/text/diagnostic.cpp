#include "text/diagnostic.h"

#include <algorithm>

namespace natwalk {

namespace {

bool continuesCharacter(char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U; }

bool isControl(char byte) { return (static_cast<unsigned char>(byte) < 0x20U && byte != '\t') || byte == 0x7f; }

/// The line as it may be shown: nothing in it moves a terminal's cursor.
std::string shown(std::string_view line)
{
    std::string text(line);
    std::replace_if(text.begin(), text.end(), isControl, '.');
    return text;
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
    std::string printed(fileName);
    printed += placeText(diagnostic.where) + ": ";
    printed += toText(diagnostic.severity);
    printed += ": " + english(diagnostic.message) + '\n';
    if (diagnostic.where.line == 0)
        return printed;
    const std::string_view line = lineAt(text, diagnostic.where.line);
    return printed + shown(line) + '\n' + caretsBelow(line, diagnostic.where) + '\n';
}

ParseError::ParseError(SourceSpan where, Message message)
    : m_where(where)
    , m_message(std::move(message))
    , m_what(english(m_message))
{}

const char* ParseError::what() const noexcept { return m_what.c_str(); }

}  // namespace natwalk
