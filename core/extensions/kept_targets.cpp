// Targets that natwalk reads and prints back without doing anything: those that leave the packet's path alone, and
// those whose effect nothing in a ruleset tells. Source: iptables extensions/libxt_*.c of the same names.
#include "extensions/all.h"
#include "extensions/kept.h"

#include <array>

namespace natwalk {

namespace {

constexpr auto auditOptions = std::to_array<OptionSpec>({{"--type"}});
constexpr auto checksumOptions = std::to_array<OptionSpec>({{"--checksum-fill", Values::none}});
constexpr auto connsecmarkOptions = std::to_array<OptionSpec>({{"--save", Values::none}, {"--restore", Values::none}});
constexpr auto ecnOptions = std::to_array<OptionSpec>({{"--ecn-tcp-remove", Values::none}});
constexpr auto idletimerOptions = std::to_array<OptionSpec>({{"--timeout"}, {"--label"}, {"--alarm", Values::none}});
constexpr auto ledOptions =
    std::to_array<OptionSpec>({{"--led-trigger-id"}, {"--led-delay"}, {"--led-always-blink", Values::none}});
constexpr auto rateestOptions =
    std::to_array<OptionSpec>({{"--rateest-name"}, {"--rateest-interval"}, {"--rateest-ewmalog"}});
constexpr auto secmarkOptions = std::to_array<OptionSpec>({{"--selctx"}});
constexpr auto tcpoptstripOptions = std::to_array<OptionSpec>({{"--strip-options"}});
constexpr auto teeOptions = std::to_array<OptionSpec>({{"--gateway"}, {"--oif"}});
constexpr auto ulogOptions =
    std::to_array<OptionSpec>({{"--ulog-nlgroup"}, {"--ulog-cprange"}, {"--ulog-qthreshold"}, {"--ulog-prefix"}});

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

template <Places places>
const Target* kept(Options& words)
{
    return keptTarget(words, places);
}

/// The first of the options must be there.
template <const auto& options, Places places>
const Target* keptWith(Options& words)
{
    return keptTarget(words, places, options.front().name);
}

constexpr Places inMangle = onlyInTable<TableName::mangle>;
constexpr Places inRaw = onlyInTable<TableName::raw>;

bool whereSecurityIs(TableName table, Hook /*hook*/)
{
    return table == TableName::mangle || table == TableName::security;
}

}  // namespace

extern const TargetExtension auditTarget = {"AUDIT", auditOptions, keptWith<auditOptions, everywhere>,
                                            Standing::noEffect};
extern const TargetExtension checksumTarget = {"CHECKSUM", checksumOptions, keptWith<checksumOptions, inMangle>,
                                               Standing::noEffect};
extern const TargetExtension connsecmarkTarget = {"CONNSECMARK", connsecmarkOptions, kept<whereSecurityIs>,
                                                  Standing::noEffect};
extern const TargetExtension ecnTarget = {"ECN", ecnOptions, keptWith<ecnOptions, inMangle>, Standing::noEffect};
extern const TargetExtension idletimerTarget = {"IDLETIMER", idletimerOptions, keptWith<idletimerOptions, everywhere>,
                                                Standing::noEffect};
extern const TargetExtension ledTarget = {"LED", ledOptions, keptWith<ledOptions, everywhere>, Standing::noEffect};
extern const TargetExtension rateestTarget = {"RATEEST", rateestOptions, keptWith<rateestOptions, everywhere>,
                                              Standing::noEffect};
extern const TargetExtension secmarkTarget = {"SECMARK", secmarkOptions, keptWith<secmarkOptions, whereSecurityIs>,
                                              Standing::noEffect};
extern const TargetExtension tcpoptstripTarget = {"TCPOPTSTRIP", tcpoptstripOptions, kept<inMangle>,
                                                  Standing::noEffect};
extern const TargetExtension teeTarget = {"TEE", teeOptions, keptWith<teeOptions, everywhere>, Standing::noEffect};
extern const TargetExtension traceTarget = {"TRACE", {}, kept<inRaw>, Standing::noEffect};
extern const TargetExtension ulogTarget = {"ULOG", ulogOptions, kept<everywhere>, Standing::noEffect};

extern const TargetExtension setTarget = {"SET", setOptions, keptDoubtfulTarget, Standing::doubted};
extern const TargetExtension synproxyTarget = {"SYNPROXY", synproxyOptions, keptDoubtfulTarget, Standing::doubted};

}  // namespace natwalk
