// -m hbh, -m dst: hop-by-hop and destination options of IPv6.
// Source: Linux net/ipv6/netfilter/ip6t_hbh.c, iptables extensions/libip6t_hbh.c and libip6t_dst.c.
#include "extensions/all.h"
#include "extensions/ipv6_headers.h"
#include "extensions/saved_options.h"
#include "extensions/words.h"

#include <array>

namespace natwalk {

namespace {

constexpr auto hbhOptions = std::to_array<OptionSpec>({{"--hbh-len"}, {"--hbh-opts"}});
constexpr auto dstOptions = std::to_array<OptionSpec>({{"--dst-len"}, {"--dst-opts"}});

/// "1:2,23:42,4": the types of options, and how long each is.
std::string typesText(const Option& option)
{
    constexpr std::size_t mostTypes = 16;
    std::string text;
    std::size_t count = 0;
    const auto add = [&](std::string_view word, std::string_view separator) {
        const auto number = wholeNumber(word);
        if (!number || *number > 65535)
            option.rejectValue();
        text.append(separator).append(toText(*number & 0xffU));
    };
    forEachPart(option.value().text, [&](std::string_view part) {
        if (++count > mostTypes)
            option.rejectValue();
        const auto [type, length] = splitAt(part, ':');
        add(type, text.empty() ? "" : ",");
        if (length)
            add(*length, ":");
    });
    return text;
}

/// The one option in a header here: PadN, with four bytes of padding. @see ip6t_hbh.c, hbh_mt6()
bool isPadding(std::string_view types) { return types == "1" || types == "1:4" || types == "1:255"; }

/// --hbh-len and --hbh-opts, or the same of dst.
const Match* parseOptionsHeader(Options& words, std::uint8_t header)
{
    std::array<std::string, 2> texts;
    HeaderConditions wanted;
    while (const auto option = words.next()) {
        if (option->name().ends_with("-len")) {
            wanted.length = oneNumberOf(*option);
            texts.front() =
                std::move(SavedOptions().value(option->name(), toText(wanted.length.first), option->inverted())).text();
        } else {
            option->rejectInverted();
            const std::string types = typesText(*option);
            wanted.fits = isPadding(types);
            texts.back() = std::move(SavedOptions().value(option->name(), types)).text();
        }
    }
    return headerMatch(words, header, joined(texts), wanted);
}

const Match* parseHbh(Options& words) { return parseOptionsHeader(words, header::hopByHop); }

const Match* parseDst(Options& words) { return parseOptionsHeader(words, header::destinationOptions); }

}  // namespace

extern const MatchExtension hbhMatch = {"hbh", hbhOptions, parseHbh};
extern const MatchExtension dstMatch = {"dst", dstOptions, parseDst};

}  // namespace natwalk
