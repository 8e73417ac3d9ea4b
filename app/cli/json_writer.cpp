#include "cli/json_writer.h"

#include "cli/paper.h"

#include <algorithm>

namespace natwalk::cli {

namespace {

constexpr std::size_t indent = 2;

bool isPlain(char letter)
{
    const auto code = static_cast<unsigned char>(letter);
    return code >= 0x20 && code < 0x7f && letter != '"' && letter != '\\';
}

std::string dumped(const Json& json)
{
    return json.dump(static_cast<int>(indent), ' ', false, Json::error_handler_t::replace);
}

}  // namespace

void JsonWriter::newLine()
{
    m_text += '\n';
    m_text.append(m_depth * indent, ' ');
}

void JsonWriter::open()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_depth == 0)
        return;
    if (!m_isFirst)
        m_text += ',';
    m_isFirst = false;
    newLine();
}

void JsonWriter::begin(char bracket)
{
    open();
    m_text += bracket;
    ++m_depth;
    m_isFirst = true;
}

void JsonWriter::end(char bracket)
{
    --m_depth;
    if (!m_isFirst)
        newLine();
    m_isFirst = false;
    m_text += bracket;
    if (m_depth == 0)
        m_text += '\n';
}

void JsonWriter::key(std::string_view name)
{
    value(name);
    m_text += ": ";
    m_afterKey = true;
}

void JsonWriter::literal(std::string_view text)
{
    open();
    m_text += text;
}

/// What needs escapes, or may be no UTF-8, is left to the library.
void JsonWriter::value(std::string_view text)
{
    open();
    if (!std::ranges::all_of(text, isPlain)) {
        m_text += dumped(Json(text));
        return;
    }
    m_text += '"';
    m_text += text;
    m_text += '"';
}

void JsonWriter::value(double number) { literal(dumped(Json(number))); }

/// A value that is there already, moved in by as much as stands before it.
void JsonWriter::value(const Json& json)
{
    open();
    const std::string blanks(m_depth * indent, ' ');
    for (const char letter : dumped(json)) {
        m_text += letter;
        if (letter == '\n')
            m_text += blanks;
    }
}

void JsonWriter::flush()
{
    paper().out() << m_text;
    m_text.clear();
}

}  // namespace natwalk::cli
