#include "extensions/numbers.h"

#include "extensions/words.h"

#include <array>
#include <charconv>

namespace natwalk {

namespace {

std::optional<std::uint32_t> number32(std::string_view word)
{
    const auto number = wholeNumber(word);
    if (!number || *number > MaskedNumber::allBits)
        return {};
    return static_cast<std::uint32_t>(*number);
}

}  // namespace

std::string hexadecimal(std::uint32_t value)
{
    std::array<char, 8> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), value, 16).ptr;
    return "0x" + std::string(digits.begin(), end);
}

std::string toText(const MaskedNumber& number)
{
    return number.mask == MaskedNumber::allBits ? hexadecimal(number.value) : withMask(number);
}

std::string withMask(const MaskedNumber& number) { return hexadecimal(number.value) + "/" + hexadecimal(number.mask); }

MaskedNumber maskedNumberOf(const Option& option)
{
    const auto [valueWord, maskWord] = splitAt(option.value().text, '/');
    const auto value = number32(valueWord);
    const auto mask = maskWord ? number32(*maskWord) : MaskedNumber::allBits;
    if (!value || !mask)
        option.rejectValue();
    return {*value, *mask};
}

}  // namespace natwalk
