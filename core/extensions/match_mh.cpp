// -m mh: messages of Mobile IPv6.
// Source: Linux net/ipv6/netfilter/ip6t_mh.c, iptables extensions/libip6t_mh.c.
#include "extensions/all.h"
#include "extensions/ipv6_headers.h"
#include "extensions/numbers.h"
#include "extensions/saved_options.h"
#include "extensions/words.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

constexpr auto options = std::to_array<OptionSpec>({{"--mh-type"}});

struct MobilityName
{
    std::string_view name;
    std::uint8_t type;
};

constexpr auto mobilityNames = std::to_array<MobilityName>({
    {"binding-refresh-request", 0},
    {"brr", 0},
    {"home-test-init", 1},
    {"hoti", 1},
    {"careof-test-init", 2},
    {"coti", 2},
    {"home-test", 3},
    {"hot", 3},
    {"careof-test", 4},
    {"cot", 4},
    {"binding-update", 5},
    {"bu", 5},
    {"binding-acknowledgement", 6},
    {"ba", 6},
    {"binding-error", 7},
    {"be", 7},
});

std::optional<std::uint32_t> mobilityType(std::string_view word)
{
    const auto found = std::find_if(mobilityNames.begin(), mobilityNames.end(),
                                    [&](const MobilityName& each) { return equalIgnoringCase(each.name, word); });
    if (found != mobilityNames.end())
        return found->type;
    const auto number = wholeNumber(word);
    if (!number || *number > 255)
        return {};
    return static_cast<std::uint32_t>(*number);
}

NumberRange mobilityTypesOf(const Option& option)
{
    const auto [firstWord, lastWord] = splitAt(option.value().text, ':');
    const auto first = lastWord && firstWord.empty() ? 0U : mobilityType(firstWord);
    const auto last = !lastWord ? first : lastWord->empty() ? 255U : mobilityType(*lastWord);
    if (!first || !last)
        option.rejectValue();
    const NumberRange range{*first, *last, option.inverted()};
    rejectReversed(option, range);
    return range;
}

const Match* parse(Options& words)
{
    if (!words.rule().protocolIs(protocol::mobility))
        words.reject(message(MessageId::NeedsProtocolNamed, "mh", "mobility-header"));
    SavedOptions saved;
    HeaderConditions wanted;
    while (const auto option = words.next()) {
        wanted.type = mobilityTypesOf(*option);
        if (!wanted.type.isAny(255))
            saved.value("--mh-type", toText(wanted.type), wanted.type.inverted);
    }
    return headerMatch(words, 0, std::move(saved).text(), wanted);
}

}  // namespace

extern const MatchExtension mhMatch = {"mh", options, parse};

}  // namespace natwalk
