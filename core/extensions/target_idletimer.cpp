// -j IDLETIMER: tells the host when a device has been idle for so long.
// Source: Linux net/netfilter/xt_IDLETIMER.c, iptables extensions/libxt_IDLETIMER.c.
#include "extensions/all.h"
#include "extensions/kept.h"

#include <array>

namespace natwalk {

namespace {

/// In the order in which they are printed.
constexpr auto options = std::to_array<OptionSpec>({{"--timeout"}, {"--label"}, {"--alarm", Values::none}});

std::string timerValue(const Option& option)
{
    return option.is("--timeout") ? toText(option.number(1, 0xffffffffU)) : wordOf(option);
}

const Target* parse(Options& words)
{
    return idleTarget(words, severalOf(words, options, timerValue, {"--timeout", "--label"}), MessageId::TimerStarts,
                      everywhere);
}

}  // namespace

extern const TargetExtension idletimerTarget = {"IDLETIMER", options, parse, Standing::noEffect};

}  // namespace natwalk
