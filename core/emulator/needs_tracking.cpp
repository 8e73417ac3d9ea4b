#include "emulator/needs_tracking.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

constexpr std::array<std::string_view, 11> matchesThatTrack = {"conntrack", "state",     "connmark", "connbytes",
                                                               "connlabel", "connlimit", "helper",   "cluster",
                                                               "socket",    "rateest",   "nfacct"};
constexpr std::array<std::string_view, 10> targetsThatTrack = {
    "DNAT", "SNAT", "MASQUERADE", "REDIRECT", "NETMAP", "CONNMARK", "CT", "NOTRACK", "CONNSECMARK", "SYNPROXY"};

template <std::size_t count>
bool isAmong(const std::array<std::string_view, count>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool tracks(const Rule& rule)
{
    return (rule.target && isAmong(targetsThatTrack, rule.target->name()))
           || std::any_of(rule.matches.begin(), rule.matches.end(),
                          [](const Match* match) { return isAmong(matchesThatTrack, match->name()); });
}

}  // namespace

bool needsTracking(const Ruleset& ruleset)
{
    return std::any_of(ruleset.rules().begin(), ruleset.rules().end(), tracks);
}

}  // namespace natwalk
