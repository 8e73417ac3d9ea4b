// Matches that ask for an IPv6 extension header. Packets of natwalk carry none but that of a fragment; one that is
// given such a header as its protocol begins with it.
#pragma once

#include "ruleset/match.h"
#include "text/options.h"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace natwalk {

/// Numbers of extension headers. @see RFC 8200
namespace header {
inline constexpr std::uint8_t hopByHop = 0;
inline constexpr std::uint8_t routing = 43;
inline constexpr std::uint8_t destinationOptions = 60;
inline constexpr std::uint8_t mobility = 135;
}  // namespace header

/// A match on a header whose options were read, and are printed back; what stands in the header natwalk does not know.
/// @param asksInside  whether the options ask for more than that the header is there
const Match* headerMatch(Options& words, std::uint8_t header, std::string_view options, bool asksInside);

/// Puts the texts of options together, left to right.
std::string joined(std::span<const std::string> texts);

/// Which of the options it is.
std::size_t placeOf(const Option& option, std::span<const OptionSpec> specs);

}  // namespace natwalk
