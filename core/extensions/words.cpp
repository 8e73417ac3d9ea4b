#include "extensions/words.h"

#include <algorithm>

namespace natwalk {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

Halves splitAt(std::string_view word, char separator)
{
    const std::size_t place = word.find(separator);
    if (place == std::string_view::npos)
        return {word, {}};
    return {word.substr(0, place), word.substr(place + 1)};
}

bool equalIgnoringCase(std::string_view left, std::string_view right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char a, char b) { return lower(a) == lower(b); });
}

bool beginsIgnoringCase(std::string_view word, std::string_view beginning)
{
    return equalIgnoringCase(word.substr(0, beginning.size()), beginning);
}

std::uint32_t bitsNamed(const Option& option, std::span<const std::string_view> names)
{
    std::uint32_t bits = 0;
    forEachPart(option.value().text, [&](std::string_view part) {
        const auto found = std::find_if(names.begin(), names.end(),
                                        [&](std::string_view name) { return equalIgnoringCase(name, part); });
        if (found == names.end())
            option.rejectValue();
        bits |= 1U << (found - names.begin());
    });
    return bits;
}

std::string namesOfBits(std::uint32_t bits, std::span<const std::string_view> names)
{
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        if ((bits >> i & 1U) != 0)
            text.append(text.empty() ? "" : ",").append(names[i]);
    return text;
}

}  // namespace natwalk
