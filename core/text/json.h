// JSON with the place of every value, so that a wrong one can be pointed at.
#pragma once

#include "text/diagnostic.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace natwalk {

/// One value of a JSON text and where it stands.
struct Json
{
    enum class Kind : std::uint8_t { null, boolean, number, text, list, object };
    struct Member;

    Kind kind = Kind::null;
    SourceSpan where;
    bool boolean = false;
    double number = 0;
    std::string text;             ///< without quotes and escapes
    std::vector<Json> items;      ///< of a list
    std::vector<Member> members;  ///< of an object, in the order of the text

    /// The value in the form asked for. Each throws ParseError when it has another form or lies out of range.
    bool asBoolean() const;
    double asNumber(double low, double high) const;
    std::int64_t asInteger(std::int64_t low, std::int64_t high) const;
    const std::string& asText() const;
    const std::vector<Json>& asList() const;
    const std::vector<Member>& asObject() const;

    /// The words of a text, each with its place.
    std::vector<Token> words() const;
};

struct Json::Member
{
    std::string key;
    SourceSpan where;
    Json value;
};

/// Reads a whole JSON text; where it is none, one diagnostic at the place where it breaks.
std::variant<Json, Diagnostic> readJson(std::string_view text);

/// The known word that a misspelt one is nearest to; empty when none is near.
std::string_view nearestWord(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace natwalk
