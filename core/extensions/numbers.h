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

}  // namespace natwalk
