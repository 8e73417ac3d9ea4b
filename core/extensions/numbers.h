// Numbers as extensions read and print them: 0x1/0xff and the like.
#pragma once

#include "text/options.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace natwalk {

/// "0x4000"
std::string hexadecimal(std::uint32_t value);

/// A value and the bits of it that count.
struct MaskedNumber
{
    static constexpr std::uint32_t allBits = 0xffffffffU;

    std::uint32_t value = 0;
    std::uint32_t mask = allBits;
};

/// "0x1/0xff"; the mask is left out where it holds all bits.
std::string toText(const MaskedNumber& number);
/// "0x1/0xff", always with its mask.
std::string withMask(const MaskedNumber& number);

/// Reads "1" or "1/0xff"; throws ParseError at the value otherwise.
MaskedNumber maskedNumberOf(const Option& option);

/// Numbers `first` to `last`, both included, that shall be met, or shall not. It may go backwards: then none is in it.
struct NumberRange
{
    static constexpr std::uint32_t highest = 0xffffffffU;

    std::uint32_t first = 0;
    std::uint32_t last = highest;
    bool inverted = false;

    constexpr bool isAny(std::uint32_t most = highest) const { return first == 0 && last == most; }
    constexpr bool holdsFor(std::uint32_t number) const { return (first <= number && number <= last) != inverted; }
};

/// "3" or "3:9"
std::string toText(const NumberRange& range);

/// Reads "3", "3:9", ":9" or "3:"; throws ParseError at the value otherwise.
NumberRange numberRangeOf(const Option& option, std::uint32_t most = NumberRange::highest);

/// Throws where the range goes backwards.
void rejectReversed(const Option& option, const NumberRange& range);

}  // namespace natwalk
