// -m rateest: compares rates that RATEEST measured, which natwalk does not.
// Source: Linux net/netfilter/xt_rateest.c, iptables extensions/libxt_rateest.c.
#include "extensions/all.h"
#include "extensions/kept.h"
#include "extensions/words.h"
#include "text/quoting.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace natwalk {

namespace {

constexpr auto options = std::to_array<OptionSpec>({
    {"--rateest-delta", Values::none},
    {"--rateest1", Values::one, "--rateest"},
    {"--rateest2"},
    {"--rateest-bps1", Values::optional, "--rateest-bps"},
    {"--rateest-bps2", Values::optional},
    {"--rateest-pps1", Values::optional, "--rateest-pps"},
    {"--rateest-pps2", Values::optional},
    {"--rateest-lt", Values::none},
    {"--rateest-gt", Values::none},
    {"--rateest-eq", Values::none},
});

/// What one of the two rates is compared by; a rate that was named without a number is 0.
struct Rates
{
    std::optional<std::uint32_t> first;
    std::optional<std::uint32_t> second;

    bool areAsked() const { return first || second; }
};

struct Comparison
{
    bool delta = false;
    std::string_view estimator1, estimator2;
    Rates bytes, packets;
    std::string_view sign;  ///< "--rateest-lt"
    bool inverted = false;
};

struct Suffix
{
    std::string_view name;
    double bits;
};

constexpr auto suffixes = std::to_array<Suffix>({
    {"", 1},
    {"bit", 1},
    {"kibit", 1024.0},
    {"kbit", 1e3},
    {"mibit", 1048576.0},
    {"mbit", 1e6},
    {"gibit", 1073741824.0},
    {"gbit", 1e9},
    {"bps", 8},
    {"kibps", 8192.0},
    {"kbps", 8e3},
    {"mibps", 8388608.0},
    {"mbps", 8e6},
    {"gbps", 8e9},
});

/// Bytes in a second: "5kbit" is 625.
std::uint32_t bytesOf(const Option& option)
{
    const std::string_view word = option.value().text;
    double number = 0;
    const auto [stop, problem] = std::from_chars(word.data(), word.data() + word.size(), number);
    const std::string_view rest = word.substr(static_cast<std::size_t>(stop - word.data()));
    const auto suffix =
        std::ranges::find_if(suffixes, [&](const Suffix& each) { return equalIgnoringCase(each.name, rest); });
    if (problem != std::errc() || number < 0 || suffix == suffixes.end() || number * suffix->bits / 8 > 4294967295.0)
        option.rejectValue();
    return static_cast<std::uint32_t>(number * suffix->bits / 8);
}

std::string bitsText(std::uint64_t bytes)
{
    constexpr std::uint64_t kilo = 1000;
    const std::uint64_t bits = bytes * 8;
    if (bits >= kilo * kilo * kilo)
        return toText((bits + kilo * kilo / 2) / (kilo * kilo)) + "Mbit";
    if (bits >= kilo * kilo)
        return toText((bits + kilo / 2) / kilo) + "Kbit";
    return toText(bits) + "bit";
}

void read(const Option& option, Comparison& wanted)
{
    const std::string_view name = option.name();
    const auto rate = [&]() -> std::uint32_t {
        if (!option.hasValue())
            return 0;
        return name.starts_with("--rateest-bps") ? bytesOf(option)
                                                 : static_cast<std::uint32_t>(option.number(0, 0xffffffffU));
    };
    if (name == "--rateest-lt" || name == "--rateest-gt" || name == "--rateest-eq") {
        if (!wanted.sign.empty())
            option.reject(message(MessageId::OptionsExclude, wanted.sign, name));
        wanted.sign = name;
        wanted.inverted = option.inverted();
        return;
    }
    option.rejectInverted();
    if (name == "--rateest-delta")
        wanted.delta = true;
    else if (name == "--rateest1")
        wanted.estimator1 = option.value().text;
    else if (name == "--rateest2")
        wanted.estimator2 = option.value().text;
    else if (name.starts_with("--rateest-bps"))
        (name.ends_with('1') ? wanted.bytes.first : wanted.bytes.second) = rate();
    else
        (name.ends_with('1') ? wanted.packets.first : wanted.packets.second) = rate();
}

/// The comparison by bytes or by packets: which numbers are printed hangs on what is compared with what.
void save(const Comparison& wanted, const Rates& rates, std::string_view name, auto text, SavedOptions& saved)
{
    if (!rates.areAsked())
        return;
    const std::string option = "--rateest-" + std::string(name);
    if (wanted.delta)
        saved.value(option + '1', text(rates.first.value_or(0)));
    saved.flag(wanted.sign, wanted.inverted);
    if (wanted.delta)
        saved.value(option + '2', text(rates.second.value_or(0)));
    else if (wanted.estimator2.empty())
        saved.value(option, text(rates.first.value_or(0)));
    else
        saved.flag(option);
}

std::string textOf(const Comparison& wanted)
{
    SavedOptions saved;
    if (wanted.delta)
        saved.flag("--rateest-delta");
    saved.value(wanted.estimator2.empty() ? "--rateest" : "--rateest1", bareOrQuoted(wanted.estimator1));
    save(
        wanted, wanted.bytes, "bps", [](std::uint32_t bytes) { return bitsText(bytes); }, saved);
    save(
        wanted, wanted.packets, "pps", [](std::uint32_t packets) { return toText(packets); }, saved);
    if (!wanted.estimator2.empty())
        saved.value("--rateest2", bareOrQuoted(wanted.estimator2));
    return std::move(saved).text();
}

const Match* parse(Options& words)
{
    Comparison wanted;
    while (const auto option = words.next())
        read(*option, wanted);
    if (wanted.estimator1.empty() || wanted.sign.empty())
        words.rejectMissing(wanted.estimator1.empty() ? "--rateest" : "--rateest-lt");
    if (!wanted.bytes.areAsked() && !wanted.packets.areAsked())
        words.rejectMissing("--rateest-bps");
    return doubtedMatch(words, textOf(wanted), MessageId::RateIs);
}

}  // namespace

extern const MatchExtension rateestMatch = {"rateest", options, parse, Standing::doubted};

}  // namespace natwalk
