// Matches that ask for an IPv6 extension header. Those of packets here are as short as they can be: 8 bytes (AH: 16),
// options of padding, no segments left, nothing reserved.
#pragma once

#include "extensions/numbers.h"
#include "ruleset/match.h"
#include "text/options.h"

#include <span>
#include <string>
#include <string_view>

namespace natwalk {

/// What a match asks of the header that it looks for.
struct HeaderConditions
{
    NumberRange type = {};          ///< of a routing header, or of a mobility message
    NumberRange segmentsLeft = {};  ///< of a routing header
    NumberRange length = {};        ///< in bytes
    bool fits = true;               ///< whether the rest is so of headers as packets have them here
    bool known = true;              ///< false: it asks for what natwalk does not know
};

/// Whether a packet shows this extension header; a later fragment has only those before the fragment's own.
bool shows(const Packet& packet, std::uint8_t header);

/// A match on a header. Its options were read, and are printed back.
/// @param header  0: a mobility message, which is a protocol
const Match* headerMatch(Options& words, std::uint8_t header, std::string_view options,
                         const HeaderConditions& conditions);

/// Puts the texts of options together, left to right.
std::string joined(std::span<const std::string> texts);

/// Which of the options it is.
std::size_t placeOf(const Option& option, std::span<const OptionSpec> specs);

/// The one number of an option, which may be inverted.
NumberRange oneNumberOf(const Option& option);

}  // namespace natwalk
