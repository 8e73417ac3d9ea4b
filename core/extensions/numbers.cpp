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

std::string toText(const NumberRange& range)
{
    const std::string first = toText(range.first);
    return range.first == range.last ? first : first + ':' + toText(range.last);
}

NumberRange numberRangeOf(const Option& option, std::uint32_t most)
{
    const auto [firstWord, lastWord] = splitAt(option.value().text, ':');
    const auto first = lastWord && firstWord.empty() ? 0U : number32(firstWord);
    const auto last = !lastWord ? first : lastWord->empty() ? most : number32(*lastWord);
    if (!first || !last || *first > most || *last > most)
        option.rejectValue();
    return {*first, *last, option.inverted()};
}

void rejectReversed(const Option& option, const NumberRange& range)
{
    if (range.first > range.last)
        option.reject(message(MessageId::RangeReversed, range.first, range.last));
}

}  // namespace natwalk
