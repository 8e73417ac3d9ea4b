#include "cli/ways_table.h"

#include "cli/ending.h"
#include "cli/paper.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace natwalk::cli {

namespace {

void writeRule(JsonWriter& json, const Ruleset& ruleset, RuleId id)
{
    if (id == noRule)
        return json.null();
    const RulePlace place = ruleset.placeOf(id);
    json.beginObject();
    json.member("table", nameOf(place.table));
    json.member("chain", place.chain);
    json.member("num", place.number);
    json.member("line", ruleset.rule(id).line);
    json.endObject();
}

void writeOutcome(JsonWriter& json, const WayOutcome& outcome, const Service& service, const Ruleset& ruleset)
{
    const bool rejected = outcome.verdict.outcome == Outcome::rejected;
    json.beginObject();
    json.member("share", outcome.share);
    json.member("verdict", nameOf(outcome.verdict.outcome));
    json.member("code", codeOf(outcome.verdict));
    json.member("endpoint", outcome.endpoint
                                ? std::optional(endpointText(*outcome.endpoint, outcome.port, service.protocol))
                                : std::nullopt);
    json.member("source", toText(outcome.source));
    json.member("masqueraded", outcome.verdict.sourceNat);
    json.member("reject", rejected ? std::optional(nameOf(outcome.verdict.reject)) : std::nullopt);
    json.key("deciding_rule");
    writeRule(json, ruleset, outcome.verdict.decidingRule);
    json.endObject();
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

/// Whom endpoints see: each once. An endpoint that calls itself is masqueraded where others are not.
std::string sourceText(const WayCell& cell)
{
    std::vector<std::string> seen;
    for (const WayOutcome& outcome : cell.outcomes) {
        if (!outcome.endpoint)
            continue;
        const std::string text = toText(outcome.source) + (outcome.verdict.sourceNat ? " (masqueraded)" : "");
        if (std::ranges::find(seen, text) == seen.end())
            seen.push_back(text);
    }
    std::string all;
    for (const std::string& text : seen)
        all += (all.empty() ? "from " : " or ") + text;
    return all;
}

Ink inkOf(const WayCell& cell)
{
    return cell.outcomes.empty() ? Ink::plain : cli::inkOf(cell.outcomes.front().verdict.outcome);
}

}  // namespace

void writeWays(JsonWriter& json, std::span<const WayCell> cells, const Service& service, const Ruleset& ruleset)
{
    json.beginArray();
    for (const WayCell& cell : cells) {
        const WayIn& way = service.waysIn[cell.way];
        json.beginObject();
        json.member("kind", nameOf(way.kind));
        json.member("address", toText(cell.packet.dst));
        json.member("port", way.port);
        json.member("from", nameOf(cell.client));
        json.member("depends", cell.depends);
        json.key("outcomes");
        json.beginArray();
        for (const WayOutcome& outcome : cell.outcomes)
            writeOutcome(json, outcome, service, ruleset);
        json.endArray();
        json.endObject();
    }
    json.endArray();
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
