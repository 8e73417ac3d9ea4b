#include "cli/word_values.h"

#include "cli/exit_code.h"

#include <charconv>

namespace natwalk::cli {

void rejectValue(std::string_view option, std::string_view wanted, std::string_view given)
{
    throw Failure(std::string(option) + " takes " + std::string(wanted) + ", not \"" + std::string(given) + '"');
}

std::string alternatives(const std::vector<std::string_view>& names)
{
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool last = i + 1 == names.size();
        text.append(i == 0 ? "" : last ? " or " : ", ").append(names[i]);
    }
    return text;
}

std::uint64_t numberOf(std::string_view option, std::string_view text, std::uint64_t low, std::uint64_t high)
{
    const bool hexadecimal = text.starts_with("0x") || text.starts_with("0X");
    const std::string_view digits = hexadecimal ? text.substr(2) : text;
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), value, hexadecimal ? 16 : 10);
    if (error != std::errc() || end != digits.end() || value < low || value > high)
        rejectValue(option, "a number from " + std::to_string(low) + " to " + std::to_string(high), text);
    return value;
}

}  // namespace natwalk::cli
