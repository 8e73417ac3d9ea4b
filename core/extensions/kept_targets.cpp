// Targets that natwalk reads and prints back without doing anything: those that leave the packet's path alone, and
// those whose effect nothing in a ruleset tells. Source: iptables extensions/libxt_*.c of the same names.
#include "extensions/all.h"
#include "extensions/kept.h"

#include <array>

namespace natwalk {

namespace {

constexpr auto auditOptions = std::to_array<OptionSpec>({{"--type"}});
constexpr auto checksumOptions = std::to_array<OptionSpec>({{"--checksum-fill", Values::none}});
constexpr auto classifyOptions = std::to_array<OptionSpec>({{"--set-class"}});
constexpr auto connsecmarkOptions = std::to_array<OptionSpec>({{"--save", Values::none}, {"--restore", Values::none}});
constexpr auto ecnOptions = std::to_array<OptionSpec>({{"--ecn-tcp-remove", Values::none}});
constexpr auto idletimerOptions = std::to_array<OptionSpec>({{"--timeout"}, {"--label"}, {"--alarm", Values::none}});
constexpr auto ledOptions =
    std::to_array<OptionSpec>({{"--led-trigger-id"}, {"--led-delay"}, {"--led-always-blink", Values::none}});
constexpr auto rateestOptions =
    std::to_array<OptionSpec>({{"--rateest-name"}, {"--rateest-interval"}, {"--rateest-ewmalog"}});
constexpr auto secmarkOptions = std::to_array<OptionSpec>({{"--selctx"}});
constexpr auto tcpmssOptions = std::to_array<OptionSpec>({{"--set-mss"}, {"--clamp-mss-to-pmtu", Values::none}});
constexpr auto tcpoptstripOptions = std::to_array<OptionSpec>({{"--strip-options"}});
constexpr auto teeOptions = std::to_array<OptionSpec>({{"--gateway"}, {"--oif"}});
constexpr auto ulogOptions =
    std::to_array<OptionSpec>({{"--ulog-nlgroup"}, {"--ulog-cprange"}, {"--ulog-qthreshold"}, {"--ulog-prefix"}});

constexpr auto nfqueueOptions = std::to_array<OptionSpec>({
    {"--queue-num"},
    {"--queue-balance"},
    {"--queue-bypass", Values::none},
    {"--queue-cpu-fanout", Values::none},
});
constexpr auto setOptions = std::to_array<OptionSpec>({
    {"--add-set", Values::two},
    {"--del-set", Values::two},
    {"--map-set", Values::two},
    {"--exist", Values::none},
    {"--timeout"},
    {"--map-mark", Values::none},
    {"--map-prio", Values::none},
    {"--map-queue", Values::none},
});
constexpr auto synproxyOptions = std::to_array<OptionSpec>({
    {"--sack-perm", Values::none},
    {"--timestamp", Values::none},
    {"--wscale"},
    {"--mss"},
    {"--ecn", Values::none},
});

}  // namespace

extern const TargetExtension auditTarget = {"AUDIT", auditOptions, keptTarget, Standing::noEffect};
extern const TargetExtension checksumTarget = {"CHECKSUM", checksumOptions, keptTarget, Standing::noEffect};
extern const TargetExtension classifyTarget = {"CLASSIFY", classifyOptions, keptTarget, Standing::noEffect};
extern const TargetExtension connsecmarkTarget = {"CONNSECMARK", connsecmarkOptions, keptTarget, Standing::noEffect};
extern const TargetExtension ecnTarget = {"ECN", ecnOptions, keptTarget, Standing::noEffect};
extern const TargetExtension idletimerTarget = {"IDLETIMER", idletimerOptions, keptTarget, Standing::noEffect};
extern const TargetExtension ledTarget = {"LED", ledOptions, keptTarget, Standing::noEffect};
extern const TargetExtension rateestTarget = {"RATEEST", rateestOptions, keptTarget, Standing::noEffect};
extern const TargetExtension secmarkTarget = {"SECMARK", secmarkOptions, keptTarget, Standing::noEffect};
extern const TargetExtension tcpmssTarget = {"TCPMSS", tcpmssOptions, keptTarget, Standing::noEffect};
extern const TargetExtension tcpoptstripTarget = {"TCPOPTSTRIP", tcpoptstripOptions, keptTarget, Standing::noEffect};
extern const TargetExtension teeTarget = {"TEE", teeOptions, keptTarget, Standing::noEffect};
extern const TargetExtension traceTarget = {"TRACE", {}, keptTarget, Standing::noEffect};
extern const TargetExtension ulogTarget = {"ULOG", ulogOptions, keptTarget, Standing::noEffect};

extern const TargetExtension nfqueueTarget = {"NFQUEUE", nfqueueOptions, keptDoubtfulTarget, Standing::doubted};
extern const TargetExtension setTarget = {"SET", setOptions, keptDoubtfulTarget, Standing::doubted};
extern const TargetExtension synproxyTarget = {"SYNPROXY", synproxyOptions, keptDoubtfulTarget, Standing::doubted};

}  // namespace natwalk
