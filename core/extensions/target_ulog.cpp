// -j ULOG: NFLOG's forerunner; kernels have not had it since Linux 3.17.
// Source: iptables extensions/libipt_ULOG.c.
#include "extensions/all.h"
#include "extensions/kept.h"

#include <array>

namespace natwalk {

namespace {

/// In the order in which they are printed.
constexpr auto options =
    std::to_array<OptionSpec>({{"--ulog-nlgroup"}, {"--ulog-cprange"}, {"--ulog-qthreshold"}, {"--ulog-prefix"}});

const Target* parse(Options& words)
{
    return idleTarget(words, severalOf(words, options, wordOf, {}), MessageId::NoEffectOnPath, everywhere);
}

}  // namespace

extern const TargetExtension ulogTarget = {"ULOG", options, parse, Standing::noEffect};

}  // namespace natwalk
