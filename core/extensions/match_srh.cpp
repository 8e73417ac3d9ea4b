// -m srh: segment routing headers of IPv6.
// Source: Linux net/ipv6/netfilter/ip6t_srh.c, iptables extensions/libip6t_srh.c.
#include "extensions/all.h"
#include "extensions/ipv6_headers.h"
#include "extensions/saved_options.h"
#include "extensions/words.h"

#include <array>

namespace natwalk {

namespace {

constexpr auto options = std::to_array<OptionSpec>({
    {"--srh-next-hdr"},
    {"--srh-hdr-len-eq"},
    {"--srh-hdr-len-gt"},
    {"--srh-hdr-len-lt"},
    {"--srh-segs-left-eq"},
    {"--srh-segs-left-gt"},
    {"--srh-segs-left-lt"},
    {"--srh-last-entry-eq"},
    {"--srh-last-entry-gt"},
    {"--srh-last-entry-lt"},
    {"--srh-tag"},
    {"--srh-psid"},
    {"--srh-nsid"},
    {"--srh-lsid"},
});

/// As written: bits of the host stay.
std::string prefixText(const Option& option)
{
    const auto [addressWord, lengthWord] = splitAt(option.value().text, '/');
    const auto address = Address::from(addressWord);
    const auto length = lengthWord ? wholeNumber(*lengthWord) : std::uint64_t{128};
    if (!address || address->family != Family::ipv6 || !length || *length > 128)
        option.rejectValue();
    return toText(*address) + '/' + toText(*length);
}

std::string srhText(const Option& option)
{
    SavedOptions saved;
    if (option.name().ends_with("sid")) {
        saved.value(option.name(), prefixText(option), option.inverted());
    } else {
        const std::uint64_t most = option.is("--srh-tag") ? 65535 : 255;
        saved.value(option.name(), toText(option.number(0, most)), option.inverted());
    }
    return std::move(saved).text();
}

const Match* parse(Options& words)
{
    std::array<std::string, options.size()> texts;
    while (const auto option = words.next())
        texts[placeOf(*option, options)] = srhText(*option);
    constexpr std::uint32_t segmentRouting = 4;
    HeaderConditions wanted{.type = {segmentRouting, segmentRouting}};
    wanted.known = false;
    return headerMatch(words, header::routing, joined(texts), wanted);
}

}  // namespace

extern const MatchExtension srhMatch = {"srh", options, parse, Standing::doubted};

}  // namespace natwalk
