// JSON written as it comes, for answers too large to be held: looks as printJson() prints it.
#pragma once

#include "cli/answer.h"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace natwalk::cli {

class JsonWriter
{
public:
    void beginObject() { begin('{'); }
    void endObject() { end('}'); }
    void beginArray() { begin('['); }
    void endArray() { end(']'); }
    void key(std::string_view name);

    void value(std::string_view text);
    void value(const char* text) { value(std::string_view(text)); }
    void value(const std::string& text) { value(std::string_view(text)); }
    void value(bool truth) { literal(truth ? "true" : "false"); }
    void value(double number);
    template <std::integral Number>
    void value(Number number)
    {
        literal(std::to_string(number));
    }
    void value(const Json& json);
    void null() { literal("null"); }
    template <typename Value>
    void value(const std::optional<Value>& maybe)
    {
        maybe ? value(*maybe) : null();
    }

    template <typename Value>
    void member(std::string_view name, const Value& what)
    {
        key(name);
        value(what);
    }

    const std::string& text() const { return m_text; }
    /// Writes what is there so far to standard output. To be called now and then, and at the end.
    void flush();
    /// Whether so much is there that it should be written.
    bool isFull() const { return m_text.size() > blockSize; }

private:
    static constexpr std::size_t blockSize = std::size_t{1} << 20U;

    void begin(char bracket);
    void end(char bracket);
    /// What stands before a value: a comma and a line of its own, or nothing behind a key.
    void open();
    void newLine();
    void literal(std::string_view text);

    std::string m_text;
    std::size_t m_depth = 0;
    bool m_isFirst = true;  ///< nothing stands in the innermost brackets yet
    bool m_afterKey = false;
};

}  // namespace natwalk::cli
