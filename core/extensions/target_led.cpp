// -j LED: a lamp that lights up.
// Source: Linux net/netfilter/xt_LED.c, iptables extensions/libxt_LED.c.
#include "extensions/all.h"
#include "extensions/kept.h"
#include "text/quoting.h"

#include <array>

namespace natwalk {

namespace {

/// In the order in which they are printed.
constexpr auto options =
    std::to_array<OptionSpec>({{"--led-trigger-id"}, {"--led-delay"}, {"--led-always-blink", Values::none}});

std::string ledValue(const Option& option)
{
    if (option.is("--led-trigger-id"))
        return inQuotes(option.value().text);
    return option.value().text == "inf" ? "inf" : toText(option.number(0, 0xffffffffU));
}

const Target* parse(Options& words)
{
    return idleTarget(words, severalOf(words, options, ledValue, {"--led-trigger-id"}), MessageId::LedLights,
                      everywhere);
}

}  // namespace

extern const TargetExtension ledTarget = {"LED", options, parse, Standing::noEffect};

}  // namespace natwalk
