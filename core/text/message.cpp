#include "text/message.h"

#include <array>

namespace natwalk {

namespace {

struct CatalogueEntry
{
    std::string_view name;
    std::string_view english;
};

constexpr auto catalogue = std::to_array<CatalogueEntry>({
#define NATWALK_MESSAGE(id, english) {#id, english},
#include "text/messages/all.def"
#undef NATWALK_MESSAGE
});

const CatalogueEntry& entryOf(MessageId id) { return catalogue.at(static_cast<std::size_t>(id)); }

}  // namespace

std::string_view englishPattern(MessageId id) { return entryOf(id).english; }

std::string_view nameOf(MessageId id) { return entryOf(id).name; }

std::string fill(std::string_view pattern, const std::vector<std::string>& arguments)
{
    std::string filled;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool placeholder =
            pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
        if (!placeholder) {
            filled += pattern[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(pattern[++i] - '1');
        if (index < arguments.size())
            filled += arguments[index];
    }
    return filled;
}

std::string english(const Message& message) { return fill(englishPattern(message.id), message.arguments); }

}  // namespace natwalk
