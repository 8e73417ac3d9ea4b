// -j HMARK: the mark becomes a hash of the packet's addresses and ports, which natwalk does not calculate.
// Source: Linux net/netfilter/xt_HMARK.c, iptables extensions/libxt_HMARK.c.
#include "extensions/all.h"
#include "extensions/kept.h"
#include "extensions/words.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

namespace natwalk {

namespace {

/// In the order in which they are printed.
constexpr auto options = std::to_array<OptionSpec>({
    {"--hmark-src-prefix"},
    {"--hmark-dst-prefix"},
    {"--hmark-sport-mask"},
    {"--hmark-dport-mask"},
    {"--hmark-spi-mask"},
    {"--hmark-sport"},
    {"--hmark-dport"},
    {"--hmark-spi"},
    {"--hmark-proto-mask"},
    {"--hmark-rnd"},
    {"--hmark-mod"},
    {"--hmark-offset"},
    {"--hmark-tuple"},
});

using Values13 = std::array<std::optional<std::uint32_t>, options.size()>;

enum Place : std::uint8_t {
    source,
    destination,
    sport,
    dport,
    spi,
    sportSet,
    dportSet,
    spiSet,
    protocolMask,
    seed,
    modulus,
    offset,
    tuple
};

constexpr auto mostOf = std::to_array<std::uint64_t>(
    {128, 128, 0xffff, 0xffff, 0xffffffff, 0xffff, 0xffff, 0xffffffff, 0xffff, 0xffffffff, 0xffffffff, 0xffffffff, 0});

std::string hex(std::uint32_t number, int digits)
{
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "0x%0*x", digits, number);
    return text.data();
}

std::string valueText(std::size_t place, std::uint32_t value)
{
    switch (place) {
    case sport:
    case dport:
    case sportSet:
    case dportSet: return hex(value, 4);
    case spi:
    case spiSet:
    case seed: return hex(value, 8);
    case protocolMask: return hex(value, 2);
    default: return toText(value);
    }
}

/// "src,dst,sport,dport,proto,spi,ct": each stands for all bits of its part.
void readTuple(const Option& option, bool ipv6, Values13& values)
{
    forEachPart(option.value().text, [&](std::string_view part) {
        if (part == "src" || part == "dst")
            values[part == "src" ? source : destination] = ipv6 ? 128 : 32;
        else if (part == "sport" || part == "dport")
            values[part == "sport" ? sport : dport] = 0xffff;
        else if (part == "spi")
            values[spi] = 0xffffffff;
        else if (part == "proto")
            values[protocolMask] = 0xffff;
        else if (part == "ct")
            values[tuple] = 1;
        else
            option.rejectValue();
    });
}

void check(const Values13& values, const Options& words)
{
    const bool ports = values[sport] || values[dport] || values[sportSet] || values[dportSet];
    const bool index = values[spi] || values[spiSet];
    if (ports && index)
        words.reject(message(MessageId::OptionsExclude, "--hmark-spi-mask", "--hmark-sport-mask"));
    if (!ports && !index && !values[source] && !values[destination] && !values[protocolMask])
        words.rejectMissing("--hmark-tuple");
    if (!values[seed] || !values[modulus])
        words.rejectMissing(values[seed] ? "--hmark-mod" : "--hmark-rnd");
}

const Target* parse(Options& words)
{
    Values13 values;
    while (const auto option = words.next()) {
        option->rejectInverted();
        const auto place =
            static_cast<std::size_t>(std::ranges::find(options, option->name(), &OptionSpec::name) - options.begin());
        if (place == tuple)
            readTuple(*option, words.rule().ipv6, values);
        else
            values[place] = static_cast<std::uint32_t>(option->number(place == modulus ? 1 : 0, mostOf[place]));
    }
    check(values, words);
    SavedOptions saved;
    for (std::size_t place = 0; place < tuple; ++place)
        if (values[place])
            saved.value(options[place].name, valueText(place, *values[place]));
    if (values[tuple])
        saved.value("--hmark-tuple", "ct");
    return doubtedTarget(words, std::move(saved).text(), everywhere);
}

}  // namespace

extern const TargetExtension hmarkTarget = {"HMARK", options, parse, Standing::doubted};

}  // namespace natwalk
