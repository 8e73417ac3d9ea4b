// Counts that somebody measured on the cluster, or that the rules' counters hold, put beside the exact shares.
#pragma once

#include "probability/distribution.h"
#include "probability/judgement.h"
#include "text/message.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace natwalk {

/// So many connections (or requests) were counted at an endpoint.
struct MeasuredCount
{
    std::string endpoint;  ///< "192.168.166.157:80", or the address alone
    std::uint64_t count = 0;
    std::uint32_t line = 0;  ///< of the text, from 1

    bool operator==(const MeasuredCount&) const = default;
};

struct MeasuredText
{
    std::vector<MeasuredCount> counts;
    std::vector<Message> complaints;        ///< lines that hold something else
    std::vector<std::uint32_t> wrongLines;  ///< their numbers, from 1, in the same order
};

/// Reads what people paste: a line holds an endpoint and a number, in any order, apart by blanks, commas or semicolons
/// ("192.168.166.157:80 334", "334 10.0.0.1" as uniq -c writes, "10.0.0.1,334"). Empty lines, "#" remarks and a first
/// line without any number are passed over. JSON may be lists and objects in any order, whole or an object a line.
MeasuredText readCounts(std::string_view text);

/// What was measured of a distribution's outcomes, and what follows.
struct Measured
{
    std::vector<std::uint64_t> counts;  ///< in the order of the outcomes
    std::uint64_t elsewhere = 0;        ///< counted where this packet never ends
    std::vector<Message> complaints;
    Judgement judgement;  ///< of the outcomes; one cell more behind them where something was counted elsewhere

    std::uint64_t total() const;
};

/// Puts counts beside the outcomes: by endpoint, or by address where only one outcome has it. Equal lines add up.
Measured measuredBy(const Distribution& distribution, const std::vector<MeasuredCount>& counts,
                    const CountUnit& unit = {});

/// Takes the counters of the rules that decide each outcome, as iptables-save -c saves them (the nat table counts
/// connections). Outcomes that share a rule cannot be told apart: they are judged by their shares of its count.
///
/// @return what was counted, with a complaint that kube-proxy resets counters; nothing where there are no counters
std::optional<Measured> measuredByCounters(const Distribution& distribution, const Ruleset& ruleset);

}  // namespace natwalk
