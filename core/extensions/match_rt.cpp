// -m rt: routing headers of IPv6.
// Source: Linux net/ipv6/netfilter/ip6t_rt.c, iptables extensions/libip6t_rt.c.
#include "extensions/all.h"
#include "extensions/ipv6_headers.h"
#include "extensions/numbers.h"
#include "extensions/saved_options.h"
#include "extensions/words.h"

#include <array>

namespace natwalk {

namespace {

/// In the order in which they are printed.
constexpr auto options = std::to_array<OptionSpec>({
    {"--rt-type"},
    {"--rt-segsleft"},
    {"--rt-len"},
    {"--rt-0-res", Values::none},
    {"--rt-0-addrs"},
    {"--rt-0-not-strict", Values::none},
});

std::string addressesText(const Option& option)
{
    constexpr std::size_t mostAddresses = 16;
    std::string text;
    std::size_t count = 0;
    forEachPart(option.value().text, [&](std::string_view part) {
        const auto address = Address::from(part);
        if (!address || address->family != Family::ipv6 || ++count > mostAddresses)
            option.rejectValue();
        text.append(text.empty() ? "" : ",").append(toText(*address));
    });
    return text;
}

/// What is printed of an option of rt; nothing where it says nothing.
std::string rtText(const Option& option)
{
    SavedOptions saved;
    if (option.is("--rt-segsleft")) {
        const NumberRange range = numberRangeOf(option);
        if (!range.isAny())
            saved.value(option.name(), toText(range), option.inverted());
    } else if (option.is("--rt-0-addrs")) {
        saved.value(option.name(), addressesText(option));
    } else if (option.hasValue()) {
        saved.value(option.name(), toText(option.number(0, 0xffffffffU)), option.inverted());
    } else {
        option.rejectInverted();
        saved.flag(option.name());
    }
    return std::move(saved).text();
}

/// What the header must have, as far as it may differ here. @see Linux net/ipv6/netfilter/ip6t_rt.c, rt_mt6()
void demand(const Option& option, HeaderConditions& wanted)
{
    if (option.is("--rt-type"))
        wanted.type = oneNumberOf(option);
    else if (option.is("--rt-segsleft"))
        wanted.segmentsLeft = numberRangeOf(option);
    else if (option.is("--rt-len"))
        wanted.length = oneNumberOf(option);
    else if (option.is("--rt-0-addrs"))
        wanted.fits = false;  // a header of 8 bytes has no addresses
}

const Match* parse(Options& words)
{
    std::array<std::string, options.size()> texts;
    HeaderConditions wanted;
    while (const auto option = words.next()) {
        const std::string_view name = option->name();
        if (name.starts_with("--rt-0-") && texts[0] != "--rt-type 0")
            words.rejectMissing("--rt-type 0");
        if (option->is("--rt-0-not-strict") && texts[4].empty())
            words.rejectMissing("--rt-0-addrs");
        texts[placeOf(*option, options)] = rtText(*option);
        demand(*option, wanted);
    }
    return headerMatch(words, header::routing, joined(texts), wanted);
}

}  // namespace

extern const MatchExtension rtMatch = {"rt", options, parse};

}  // namespace natwalk
