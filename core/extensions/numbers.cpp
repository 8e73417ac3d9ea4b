#include "extensions/numbers.h"

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

std::optional<std::uint64_t> wholeNumber(std::string_view word)
{
    int base = 10;
    if (word.starts_with("0x") || word.starts_with("0X")) {
        base = 16;
        word.remove_prefix(2);
    } else if (word.size() > 1 && word.front() == '0') {
        base = 8;
    }
    std::uint64_t value = 0;
    const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), value, base);
    if (problem != std::errc{} || end != word.data() + word.size())
        return {};
    return value;
}

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
    const std::string_view word = option.value().text;
    const std::size_t slash = word.find('/');
    const auto value = number32(word.substr(0, slash));
    const auto mask = slash == std::string_view::npos ? MaskedNumber::allBits : number32(word.substr(slash + 1));
    if (!value || !mask)
        option.rejectValue();
    return {*value, *mask};
}

}  // namespace natwalk
