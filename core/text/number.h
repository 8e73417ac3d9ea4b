// Whole numbers as iptables reads them.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace natwalk {

/// Reads a number with strtoul's base 0: "10", "0x0a" and "012" are all ten; nothing when the text is no number or
/// the number is larger than `high`. No sign and no blank is accepted.
inline std::optional<std::uint64_t> wholeNumber(std::string_view text, std::uint64_t high = UINT64_MAX)
{
    int base = 10;
    if (text.size() > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X')) {
        base = 16;
        text.remove_prefix(2);
    } else if (text.size() > 1 && text[0] == '0') {
        base = 8;
    }
    std::uint64_t value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value, base);
    if (error != std::errc() || stop != end || value > high)
        return {};
    return value;
}

}  // namespace natwalk
