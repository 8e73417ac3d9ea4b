// Words inside a value: comma lists, halves, names whatever their case.
#pragma once

#include "text/options.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace natwalk {

/// What stands before and after a separator; nothing after it where there is none.
struct Halves
{
    std::string_view first;
    std::optional<std::string_view> rest;
};

/// Splits at the first separator.
Halves splitAt(std::string_view word, char separator);

/// Calls `read` with each part of "a,b,c"; empty parts count.
template <typename Read>
void forEachPart(std::string_view list, Read read)
{
    std::optional<std::string_view> rest = list;
    while (rest) {
        const Halves halves = splitAt(*rest, ',');
        read(halves.first);
        rest = halves.rest;
    }
}

bool equalIgnoringCase(std::string_view left, std::string_view right);
bool beginsIgnoringCase(std::string_view word, std::string_view beginning);

/// Reads "LOCAL,UNICAST" as bits, numbered as in `names`, whatever the case; throws ParseError otherwise.
std::uint32_t bitsNamed(const Option& option, std::span<const std::string_view> names);
/// "UNICAST,LOCAL": in the order of `names`.
std::string namesOfBits(std::uint32_t bits, std::span<const std::string_view> names);

}  // namespace natwalk
