#include "extensions/tos.h"

#include "extensions/words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace natwalk {

namespace {

using NamedByte = std::pair<std::string_view, std::uint8_t>;

/// The bits that a name speaks of: all but ECN's.
constexpr std::uint8_t namedMask = 0x3f;

constexpr auto tosNames = std::to_array<NamedByte>({
    {"Minimize-Delay", 0x10},
    {"Maximize-Throughput", 0x08},
    {"Maximize-Reliability", 0x04},
    {"Minimize-Cost", 0x02},
    {"Normal-Service", 0x00},
});

constexpr auto dscpClasses = std::to_array<NamedByte>({
    {"CS0", 0x00},  {"CS1", 0x08},  {"CS2", 0x10},  {"CS3", 0x18},  {"CS4", 0x20},  {"CS5", 0x28},
    {"CS6", 0x30},  {"CS7", 0x38},  {"BE", 0x00},   {"AF11", 0x0a}, {"AF12", 0x0c}, {"AF13", 0x0e},
    {"AF21", 0x12}, {"AF22", 0x14}, {"AF23", 0x16}, {"AF31", 0x1a}, {"AF32", 0x1c}, {"AF33", 0x1e},
    {"AF41", 0x22}, {"AF42", 0x24}, {"AF43", 0x26}, {"EF", 0x2e},
});

std::optional<std::uint8_t> byteNamed(std::string_view word, std::span<const NamedByte> names)
{
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](const NamedByte& each) { return equalIgnoringCase(each.first, word); });
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

std::uint8_t byteOf(std::string_view word, const Option& option)
{
    const auto number = wholeNumber(word);
    if (!number || *number > 255)
        option.rejectValue();
    return static_cast<std::uint8_t>(*number);
}

}  // namespace

MaskedByte tosOf(const Option& option)
{
    if (const auto named = byteNamed(option.value().text, tosNames))
        return {*named, namedMask};
    const auto [value, mask] = splitAt(option.value().text, '/');
    return {byteOf(value, option), mask ? byteOf(*mask, option) : std::uint8_t{0xff}};
}

std::string hexadecimalByte(std::uint8_t value)
{
    constexpr std::string_view digits = "0123456789abcdef";
    return {'0', 'x', digits[value >> 4], digits[value & 0xf]};
}

std::string toText(const MaskedByte& byte) { return hexadecimalByte(byte.value) + "/" + hexadecimalByte(byte.mask); }

std::uint8_t dscpOf(const Option& option)
{
    if (!option.name().ends_with("-class"))
        return static_cast<std::uint8_t>(option.number(0, 63));
    const auto named = byteNamed(option.value().text, dscpClasses);
    if (!named)
        option.rejectValue();
    return *named;
}

}  // namespace natwalk
