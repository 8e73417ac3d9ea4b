// A word of the input and where it stands, so that every later complaint can point at it.
#pragma once

#include <cstdint>
#include <string_view>

namespace natwalk {

/// A place in the text: line and column count from 1, in bytes; length 0 points between two characters.
struct SourceSpan
{
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t length = 0;

    bool operator==(const SourceSpan&) const = default;
};

/// One word, without its quotes and escapes; a view into the text or into the ruleset's arena.
struct Token
{
    std::string_view text;
    SourceSpan span;
    bool quoted = false;
};

}  // namespace natwalk
