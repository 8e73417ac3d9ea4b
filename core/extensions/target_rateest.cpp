// -j RATEEST: measures the rate of what matches, for -m rateest; the packet goes on.
// Source: Linux net/netfilter/xt_RATEEST.c, iptables extensions/libxt_RATEEST.c.
#include "extensions/all.h"
#include "extensions/kept.h"
#include "text/quoting.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace natwalk {

namespace {

constexpr auto options = std::to_array<OptionSpec>({{"--rateest-name"}, {"--rateest-interval"}, {"--rateest-ewmalog"}});

constexpr double second = 1e6;  ///< in microseconds

double microsecondsOf(const Option& option)
{
    const std::string_view word = option.value().text;
    double number = 0;
    const auto [stop, problem] = std::from_chars(word.data(), word.data() + word.size(), number);
    const std::string_view unit = word.substr(static_cast<std::size_t>(stop - word.data()));
    if (problem != std::errc() || number <= 0)
        option.rejectValue();
    if (unit.starts_with("s"))
        return number * second;
    if (unit.starts_with("ms"))
        return number * 1000;
    if (!unit.empty() && unit != "us" && unit != "usec" && unit != "usecs")
        option.rejectValue();
    return number;
}

std::string durationText(double microseconds)
{
    std::array<char, 32> text{};
    if (microseconds >= second)
        std::snprintf(text.data(), text.size(), "%.1fs", microseconds / second);
    else if (microseconds >= 1000)
        std::snprintf(text.data(), text.size(), "%.1fms", microseconds / 1000);
    else
        std::snprintf(text.data(), text.size(), "%uus", static_cast<unsigned>(microseconds));
    return text.data();
}

/// The kernel measures every 0.25, 0.5, 1, 2, 4 or 8 seconds: the first of these that is not shorter.
double intervalOf(const Option& option)
{
    const double wanted = microsecondsOf(option);
    for (int doubled = 0; doubled <= 5; ++doubled)
        if (const double interval = std::ldexp(second / 4, doubled); wanted <= interval)
            return interval;
    option.rejectValue();
}

/// Over how many intervals it averages, as a power of two. @see libxt_RATEEST.c, RATEEST_final_check()
int averagingOf(const Option& option, double interval)
{
    const double wanted = microsecondsOf(option);
    int log = 1;
    while (log < 32 && interval / -std::log(1.0 - 1.0 / static_cast<double>(1ULL << log)) <= wanted)
        ++log;
    if (--log == 0 || log >= 31)
        option.rejectValue();
    return log;
}

const Target* parse(Options& words)
{
    KeptOptions kept(options);
    std::optional<Option> averaging;
    double interval = 0;
    while (const auto option = words.next()) {
        option->rejectInverted();
        if (option->is("--rateest-name")) {
            kept.put(*option, bareOrQuoted(option->value().text));
        } else if (option->is("--rateest-interval")) {
            interval = intervalOf(*option);
            kept.put(*option, durationText(interval));
        } else {
            averaging.emplace(*option);
        }
    }
    kept.demand(words, {"--rateest-name", "--rateest-interval"});
    if (!averaging)
        words.rejectMissing("--rateest-ewmalog");
    const double average = interval * static_cast<double>(1ULL << averagingOf(*averaging, interval));
    kept.put(*averaging, durationText(average));
    return idleTarget(words, kept.text(), MessageId::RateMeasured, everywhere);
}

}  // namespace

extern const TargetExtension rateestTarget = {"RATEEST", options, parse, Standing::noEffect};

}  // namespace natwalk
