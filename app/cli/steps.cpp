#include "cli/answer.h"
#include "emulator/connection_names.h"
#include "packet/difference.h"
#include "trace/event_words.h"

#include <array>

namespace natwalk::cli {

namespace {

/// Writes each kind of event: what it is called, and its values.
class EventWriter
{
public:
    EventWriter(const Trace& trace, Json& json) : m_trace(trace), m_ruleset(*trace.ruleset), m_json(json) {}

    void operator()(const HookEntered& event)
    {
        name("hook_entered");
        m_json["hook"] = natwalk::nameOf(event.hook);
        m_json["table"] = natwalk::nameOf(event.table);
        backEnd(event.backEnd);
    }
    void operator()(const ChainEntered& event)
    {
        name("chain_entered");
        chain(event.chain);
    }
    void operator()(const RulesPassed& event)
    {
        name("rules_passed");
        chain(event.chain);
        m_json["first"] = event.first;
        m_json["last"] = event.last;
    }
    void operator()(const RuleMatched& event)
    {
        name("rule_matched");
        rule(event.rule);
    }
    void operator()(const Drawn& event)
    {
        name("drawn");
        rule(event.rule);
        m_json["probability"] = event.random ? Json(event.probability.share()) : Json();
        m_json["outcome"] = event.outcome;
    }
    void operator()(const Rewritten& event)
    {
        name("rewritten");
        rule(event.rule);
        const Change& change = m_trace.changes[event.change];
        Json changes = Json::array();
        for (const Difference& difference : differences(change.before, change.after))
            changes.push_back(
                {{"field", difference.field}, {"before", difference.before}, {"after", difference.after}});
        m_json["by"] = byName(event.by);
        m_json["changes"] = changes;
    }
    void operator()(const Routed& event)
    {
        name("routed");
        m_json["again"] = event.again;
        m_json["found"] = event.answer.found;
        m_json["out"] = event.answer.dev.empty() ? Json() : Json(event.answer.dev.view());
        m_json["next_hop"] = event.answer.found ? Json(toText(event.answer.nextHop)) : Json();
        m_json["to_this_host"] = event.answer.found && event.answer.type == RouteType::local;
    }
    void operator()(const Doubted& event)
    {
        name("doubted");
        rule(event.rule);
        m_json["what"] = doubtedName(m_ruleset, event);
        m_json["assumed"] = event.assumed;
        m_json["match"] = event.match == 0xff ? Json() : Json(doubtedMatchText(m_ruleset, event));
        m_json["chosen"] = event.chosen;
    }
    void operator()(const SetChanged& event)
    {
        const IpSetChange& change = m_trace.setChanges[event.change];
        name("set_changed");
        rule(event.rule);
        m_json["set"] = change.set;
        m_json["entry"] = change.entry.empty() ? Json() : Json(change.entry);
        m_json["outcome"] = outcomeName(change.outcome);
        m_json["seconds"] = change.secondsLeft == 0 ? Json() : Json(change.secondsLeft);
    }
    void operator()(const ChainLeft& event)
    {
        name("chain_left");
        chain(event.chain);
        m_json["by_end"] = event.byEnd;
    }
    void operator()(const TableLeft& event)
    {
        name("table_left");
        m_json["hook"] = natwalk::nameOf(event.hook);
        m_json["table"] = natwalk::nameOf(event.table);
        m_json["by_policy"] = event.byPolicy;
        backEnd(event.backEnd);
    }
    void operator()(const Tracked& event)
    {
        name("tracked");
        m_json["state"] = natwalk::nameOf(event.state);
        m_json["direction"] = event.direction == Direction::original ? "original" : "reply";
    }
    void operator()(const Decided& event)
    {
        name("decided");
        m_json["verdict"] = natwalk::nameOf(event.verdict.outcome);
        rule(event.verdict.decidingRule);
    }

private:
    void name(const char* event) { m_json["event"] = event; }
    /// Where the ruleset is of both.
    void backEnd(BackEnd whose)
    {
        if (whose != BackEnd::unknown)
            m_json["back_end"] = natwalk::nameOf(whose);
    }
    void chain(ChainId id) { m_json["chain"] = m_ruleset.chain(id).name; }
    void rule(RuleId id) { m_json["rule"] = ruleJson(m_ruleset, id); }

    static const char* outcomeName(IpSetOutcome outcome)
    {
        constexpr auto names = std::to_array<const char*>(
            {"added", "refreshed", "already_there", "full", "removed", "not_there", "unfit", "unknown"});
        return names.at(static_cast<std::size_t>(outcome));
    }
    static const char* byName(RewriteBy by)
    {
        return by == RewriteBy::target ? "target" : by == RewriteBy::connection ? "connection" : "routing";
    }

    const Trace& m_trace;
    const Ruleset& m_ruleset;
    Json& m_json;
};

}  // namespace

Json stepsJson(const Trace& trace)
{
    Json steps = Json::array();
    for (std::size_t i = 0; i < trace.steps.size(); ++i) {
        Json json = {{"step", i}, {"depth", trace.steps[i].depth}};
        std::visit(EventWriter(trace, json), trace.steps[i].event);
        steps.push_back(std::move(json));
    }
    return steps;
}

}  // namespace natwalk::cli
