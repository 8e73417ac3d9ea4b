// Matches that natwalk reads and prints back, but cannot decide: they ask for what neither packet nor host tells here.
// Source: iptables extensions/libxt_*.c and libip6t_*.c of the same names.
#include "extensions/all.h"
#include "extensions/kept.h"

#include <array>

namespace natwalk {

namespace {

constexpr auto ahOptions = std::to_array<OptionSpec>({{"--ahspi"}, {"--ahlen"}, {"--ahres", Values::none}});
constexpr auto bpfOptions = std::to_array<OptionSpec>({{"--bytecode"}, {"--object-pinned"}});
constexpr auto cgroupOptions = std::to_array<OptionSpec>({{"--path"}, {"--cgroup"}});
constexpr auto connbytesOptions =
    std::to_array<OptionSpec>({{"--connbytes"}, {"--connbytes-mode"}, {"--connbytes-dir"}});
constexpr auto connlabelOptions = std::to_array<OptionSpec>({{"--label"}, {"--set", Values::none}});
constexpr auto cpuOptions = std::to_array<OptionSpec>({{"--cpu"}});
constexpr auto devgroupOptions = std::to_array<OptionSpec>({{"--src-group"}, {"--dst-group"}});
constexpr auto ecnOptions =
    std::to_array<OptionSpec>({{"--ecn-tcp-cwr", Values::none}, {"--ecn-tcp-ece", Values::none}, {"--ecn-ip-ect"}});
constexpr auto espOptions = std::to_array<OptionSpec>({{"--espspi"}});
constexpr auto helperOptions = std::to_array<OptionSpec>({{"--helper"}});
constexpr auto osfOptions = std::to_array<OptionSpec>({{"--genre"}, {"--ttl"}, {"--log"}});
constexpr auto quotaOptions = std::to_array<OptionSpec>({{"--quota"}});
constexpr auto realmOptions = std::to_array<OptionSpec>({{"--realm"}});
constexpr auto tcpmssOptions = std::to_array<OptionSpec>({{"--mss"}});
constexpr auto u32Options = std::to_array<OptionSpec>({{"--u32"}});

constexpr auto clusterOptions = std::to_array<OptionSpec>({
    {"--cluster-local-node"},
    {"--cluster-local-nodemask"},
    {"--cluster-total-nodes"},
    {"--cluster-hash-seed"},
});
constexpr auto connlimitOptions = std::to_array<OptionSpec>({
    {"--connlimit-upto"},
    {"--connlimit-above"},
    {"--connlimit-mask"},
    {"--connlimit-saddr", Values::none},
    {"--connlimit-daddr", Values::none},
});
constexpr auto hashlimitOptions = std::to_array<OptionSpec>({
    {"--hashlimit-upto", Values::one, "--hashlimit"},
    {"--hashlimit-above"},
    {"--hashlimit-burst"},
    {"--hashlimit-mode"},
    {"--hashlimit-name"},
    {"--hashlimit-htable-size"},
    {"--hashlimit-htable-max"},
    {"--hashlimit-htable-gcinterval"},
    {"--hashlimit-htable-expire"},
    {"--hashlimit-srcmask"},
    {"--hashlimit-dstmask"},
    {"--hashlimit-rate-match", Values::none},
    {"--hashlimit-rate-interval"},
});
constexpr auto ipvsOptions = std::to_array<OptionSpec>({
    {"--ipvs", Values::none},
    {"--vproto"},
    {"--vaddr"},
    {"--vport"},
    {"--vdir"},
    {"--vmethod"},
    {"--vportctl"},
});
constexpr auto policyOptions = std::to_array<OptionSpec>({
    {"--dir"},
    {"--pol"},
    {"--strict", Values::none},
    {"--reqid", Values::one, {}, true},
    {"--spi", Values::one, {}, true},
    {"--proto", Values::one, {}, true},
    {"--mode", Values::one, {}, true},
    {"--tunnel-src", Values::one, {}, true},
    {"--tunnel-dst", Values::one, {}, true},
    {"--next", Values::none, {}, true},
});
constexpr auto rateestOptions = std::to_array<OptionSpec>({
    {"--rateest"},
    {"--rateest1"},
    {"--rateest2"},
    {"--rateest-delta", Values::none},
    {"--rateest-bps", Values::optional},
    {"--rateest-bps1", Values::optional},
    {"--rateest-bps2", Values::optional},
    {"--rateest-pps", Values::optional},
    {"--rateest-pps1", Values::optional},
    {"--rateest-pps2", Values::optional},
    {"--rateest-lt", Values::none},
    {"--rateest-gt", Values::none},
    {"--rateest-eq", Values::none},
});
constexpr auto rpfilterOptions = std::to_array<OptionSpec>({
    {"--loose", Values::none},
    {"--validmark", Values::none},
    {"--accept-local", Values::none},
    {"--invert", Values::none},
});
constexpr auto socketOptions = std::to_array<OptionSpec>({
    {"--nowildcard", Values::none},
    {"--transparent", Values::none},
    {"--restore-skmark", Values::none},
});
constexpr auto stringOptions = std::to_array<OptionSpec>({
    {"--string"},
    {"--hex-string"},
    {"--algo"},
    {"--from"},
    {"--to"},
    {"--icase", Values::none},
});
constexpr auto timeOptions = std::to_array<OptionSpec>({
    {"--timestart"},
    {"--timestop"},
    {"--monthdays"},
    {"--weekdays", Values::one, "--days"},
    {"--datestart"},
    {"--datestop"},
    {"--kerneltz", Values::none},
    {"--contiguous", Values::none},
    {"--utc", Values::none},
});

}  // namespace

extern const MatchExtension ahMatch = {"ah", ahOptions, keptMatch, Standing::doubted};
extern const MatchExtension bpfMatch = {"bpf", bpfOptions, keptMatch, Standing::doubted};
extern const MatchExtension cgroupMatch = {"cgroup", cgroupOptions, keptMatch, Standing::doubted};
extern const MatchExtension clusterMatch = {"cluster", clusterOptions, keptMatch, Standing::doubted};
extern const MatchExtension connbytesMatch = {"connbytes", connbytesOptions, keptMatch, Standing::doubted};
extern const MatchExtension connlabelMatch = {"connlabel", connlabelOptions, keptMatch, Standing::doubted};
extern const MatchExtension connlimitMatch = {"connlimit", connlimitOptions, keptMatch, Standing::doubted};
extern const MatchExtension cpuMatch = {"cpu", cpuOptions, keptMatch, Standing::doubted};
extern const MatchExtension devgroupMatch = {"devgroup", devgroupOptions, keptMatch, Standing::doubted};
extern const MatchExtension ecnMatch = {"ecn", ecnOptions, keptMatch, Standing::doubted};
extern const MatchExtension espMatch = {"esp", espOptions, keptMatch, Standing::doubted};
extern const MatchExtension hashlimitMatch = {"hashlimit", hashlimitOptions, keptMatch, Standing::doubted};
extern const MatchExtension helperMatch = {"helper", helperOptions, keptMatch, Standing::doubted};
extern const MatchExtension ipvsMatch = {"ipvs", ipvsOptions, keptMatch, Standing::doubted};
extern const MatchExtension osfMatch = {"osf", osfOptions, keptMatch, Standing::doubted};
extern const MatchExtension policyMatch = {"policy", policyOptions, keptMatch, Standing::doubted};
extern const MatchExtension quotaMatch = {"quota", quotaOptions, keptMatch, Standing::doubted};
extern const MatchExtension rateestMatch = {"rateest", rateestOptions, keptMatch, Standing::doubted};
extern const MatchExtension realmMatch = {"realm", realmOptions, keptMatch, Standing::doubted};
extern const MatchExtension rpfilterMatch = {"rpfilter", rpfilterOptions, keptMatch, Standing::doubted};
extern const MatchExtension socketMatch = {"socket", socketOptions, keptMatch, Standing::doubted};
extern const MatchExtension stringMatch = {"string", stringOptions, keptMatch, Standing::doubted};
extern const MatchExtension tcpmssMatch = {"tcpmss", tcpmssOptions, keptMatch, Standing::doubted};
extern const MatchExtension timeMatch = {"time", timeOptions, keptMatch, Standing::doubted};
extern const MatchExtension u32Match = {"u32", u32Options, keptMatch, Standing::doubted};

}  // namespace natwalk
