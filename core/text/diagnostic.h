// What a reader has to say about a place in the text.
#pragma once

#include "text/message.h"
#include "text/token.h"

#include <exception>
#include <string>
#include <string_view>

namespace natwalk {

enum class Severity { note, warning, error };

struct Diagnostic
{
    Severity severity = Severity::error;
    Message message;
    SourceSpan where;

    bool operator==(const Diagnostic&) const = default;
};

/// "error", "warning", "note": for people and for JSON.
std::string_view toText(Severity severity);

/// "FILE:LINE:COLUMN: error: SENTENCE", then the line itself and carets below the place.
///
/// @param text  the whole input that the diagnostic speaks of
std::string print(const Diagnostic& diagnostic, std::string_view fileName, std::string_view text);

/// Prints the complaints about one text. Those that come in the order of its lines need no search from its beginning.
class DiagnosticPrinter
{
public:
    DiagnosticPrinter(std::string_view fileName, std::string_view text) : m_fileName(fileName), m_text(text) {}

    std::string print(const Diagnostic& diagnostic);

private:
    std::string_view m_fileName;
    std::string_view m_text;
    std::uint32_t m_line = 1;  // the last one found
    std::size_t m_begin = 0;   // where it begins
};

/// The line with this number (from 1), without its line break; empty when there is none.
std::string_view lineAt(std::string_view text, std::uint32_t number);

/// A wrong word: thrown where it is met, caught once by the loop over lines.
class ParseError final : public std::exception
{
public:
    ParseError(SourceSpan where, Message message);

    const char* what() const noexcept override;
    const SourceSpan& where() const { return m_where; }
    const Message& message() const { return m_message; }

private:
    SourceSpan m_where;
    Message m_message;
    std::string m_what;
};

}  // namespace natwalk
