// Values of options: read, or refused with a sentence that says what the option takes.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace natwalk::cli {

/// @throws Failure  "OPTION takes WANTED, not "GIVEN""
[[noreturn]] void rejectValue(std::string_view option, std::string_view wanted, std::string_view given);

/// A whole number, decimal or (0x) hexadecimal.
std::uint64_t numberOf(std::string_view option, std::string_view text, std::uint64_t low, std::uint64_t high);

/// "outside, pod or node"
std::string alternatives(const std::vector<std::string_view>& names);

/// One of some names.
template <typename T>
T oneOf(std::string_view option, std::string_view text, std::initializer_list<std::pair<std::string_view, T>> names)
{
    std::vector<std::string_view> wanted;
    for (const auto& [name, meaning] : names) {
        if (name == text)
            return meaning;
        wanted.push_back(name);
    }
    rejectValue(option, alternatives(wanted), text);
}

}  // namespace natwalk::cli
