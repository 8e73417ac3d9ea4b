// Sentences as ids with arguments, so that they can be translated; the English catalogue.
//
// A room that speaks adds its sentences to text/messages/ROOM.def. Placeholders are %1 to %9.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace natwalk {

enum class MessageId : std::uint16_t {
#ifndef Q_MOC_RUN  // moc of Qt 6.4 cannot read an include within an enum
#define NATWALK_MESSAGE(id, english) id,
#include "text/messages/all.def"
#undef NATWALK_MESSAGE
#endif
};

/// A sentence that can be translated: which one, and what stands in its placeholders.
struct Message
{
    MessageId id = MessageId::Nothing;
    std::vector<std::string> arguments;

    bool operator==(const Message&) const = default;
};

inline std::string toText(std::string_view text) { return std::string(text); }

inline std::string toText(const char* text) { return text; }

template <typename Number>
    requires std::is_arithmetic_v<Number> std::string toText(Number number) { return std::to_string(number); }

/// Makes a message from values that have a toText().
template <typename... Arguments>
Message message(MessageId id, const Arguments&... arguments)
{
    return {id, {toText(arguments)...}};
}

/// The sentence with its placeholders, in English.
std::string_view englishPattern(MessageId id);

/// The stable name of the message ("DestinationDiffers"), for JSON and tests.
std::string_view nameOf(MessageId id);

/// Puts the arguments into a pattern's placeholders.
std::string fill(std::string_view pattern, const std::vector<std::string>& arguments);

/// The whole sentence in English.
std::string english(const Message& message);

}  // namespace natwalk
