#include "cli/ways_table.h"

#include "cli/ending.h"
#include "cli/paper.h"

#include <algorithm>

namespace natwalk::cli {

namespace {

Json endpointJson(const WayOutcome& outcome, std::uint8_t protocol)
{
    return outcome.endpoint ? Json(endpointText(*outcome.endpoint, outcome.port, protocol)) : Json();
}

Json outcomeJson(const WayOutcome& outcome, const Service& service, const Ruleset& ruleset)
{
    const bool rejected = outcome.verdict.outcome == Outcome::rejected;
    return {{"share", outcome.share},
            {"verdict", nameOf(outcome.verdict.outcome)},
            {"code", codeOf(outcome.verdict)},
            {"endpoint", endpointJson(outcome, service.protocol)},
            {"source", toText(outcome.source)},
            {"masqueraded", outcome.verdict.sourceNat},
            {"reject", rejected ? Json(nameOf(outcome.verdict.reject)) : Json()},
            {"deciding_rule", ruleJson(ruleset, outcome.verdict.decidingRule)}};
}

std::string culprit(const Verdict& verdict, const Ruleset& ruleset)
{
    if (verdict.decidingRule != noRule)
        return " by " + ruleset.kernelName(verdict.decidingRule);
    if (verdict.decidingChain != noChain)
        return " by the policy of " + std::string(ruleset.chain(verdict.decidingChain).name);
    return " (" + std::string(codeOf(verdict)) + ')';
}

std::string endText(const WayOutcome& outcome, const Service& service, const Ruleset& ruleset)
{
    const Verdict& verdict = outcome.verdict;
    if (outcome.endpoint)
        return endpointText(*outcome.endpoint, outcome.port, service.protocol);
    if (verdict.outcome == Outcome::rejected)
        return "refused, " + std::string(nameOf(verdict.reject)) + culprit(verdict, ruleset);
    if (verdict.outcome == Outcome::dropped)
        return "dropped" + culprit(verdict, ruleset);
    return std::string(nameOf(verdict.outcome)) + " untranslated";
}

/// "10.1.0.1:80 50 %, 10.1.0.2:80 50 %"; the first few of many.
std::string endsText(const WayCell& cell, const Service& service, const Ruleset& ruleset)
{
    constexpr std::size_t most = 4;
    std::string text;
    for (std::size_t i = 0; i < cell.outcomes.size() && i < most; ++i) {
        text += (i == 0 ? "" : ", ") + endText(cell.outcomes[i], service, ruleset);
        if (cell.outcomes.size() > 1)
            text += ' ' + shortPercent(cell.outcomes[i].share, 2);
    }
    if (cell.outcomes.size() > most)
        text += " and " + std::to_string(cell.outcomes.size() - most) + " more";
    return text + (cell.depends ? " (depends)" : "");
}

std::string sourceText(const WayCell& cell)
{
    const auto masqueraded = std::ranges::find_if(
        cell.outcomes, [](const WayOutcome& outcome) { return outcome.verdict.sourceNat && outcome.endpoint; });
    if (masqueraded != cell.outcomes.end())
        return "from " + toText(masqueraded->source) + " (masqueraded)";
    const bool arrives =
        std::ranges::any_of(cell.outcomes, [](const WayOutcome& outcome) { return outcome.endpoint.has_value(); });
    return arrives ? "from " + toText(cell.packet.src) : "";
}

Ink inkOf(const WayCell& cell)
{
    return cell.outcomes.empty() ? Ink::plain : cli::inkOf(cell.outcomes.front().verdict.outcome);
}

}  // namespace

Json waysJson(std::span<const WayCell> cells, const Service& service, const Ruleset& ruleset)
{
    Json json = Json::array();
    for (const WayCell& cell : cells) {
        const WayIn& way = service.waysIn[cell.way];
        Json outcomes = Json::array();
        for (const WayOutcome& outcome : cell.outcomes)
            outcomes.push_back(outcomeJson(outcome, service, ruleset));
        json.push_back({{"kind", nameOf(way.kind)},
                        {"address", toText(cell.packet.dst)},
                        {"port", way.port},
                        {"from", nameOf(cell.client)},
                        {"depends", cell.depends},
                        {"outcomes", outcomes}});
    }
    return json;
}

void tellWays(std::span<const WayCell> cells, const Service& service, const Ruleset& ruleset)
{
    using enum Table::Align;
    Table table({left, left, left, left});
    for (const WayCell& cell : cells)
        table.add({toText(service.waysIn[cell.way]), std::string(nameOf(cell.client)), endsText(cell, service, ruleset),
                   sourceText(cell)},
                  inkOf(cell));
    table.print(paper(), 4);
}

}  // namespace natwalk::cli
