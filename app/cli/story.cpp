#include "cli/story.h"

#include "cli/answer.h"
#include "kube/node_commands.h"
#include "packet/difference.h"
#include "syntax/writer.h"
#include "trace/event_words.h"

#include <algorithm>

namespace natwalk::cli {

namespace {

constexpr std::string_view meaningOf(TrackState state)
{
    switch (state) {
    case TrackState::invalid: return "INVALID: it fits no connection";
    case TrackState::newConnection: return "NEW: it begins a connection";
    case TrackState::established: return "ESTABLISHED: its connection is known, nat is not asked again";
    case TrackState::related: return "RELATED: it belongs to a known connection";
    case TrackState::untracked: return "UNTRACKED: a rule asked for it";
    }
    return "";
}

/// Tells one event after the other.
class Teller
{
public:
    Teller(Paper& paper, const Trace& trace, bool all)
        : m_paper(paper)
        , m_trace(trace)
        , m_ruleset(*trace.ruleset)
        , m_all(all)
    {}

    void tell()
    {
        for (m_index = 0; m_index < m_trace.steps.size(); ++m_index)
            std::visit(*this, m_trace.steps[m_index].event);
    }

    void operator()(const HookEntered& event)
    {
        m_told = noRule;
        m_paper.line();
        const std::string whose =
            event.backEnd == BackEnd::unknown ? "" : " of iptables-" + std::string(natwalk::nameOf(event.backEnd));
        m_paper.line(m_paper.inked(Ink::heading, toText(event.hook)) + "  table " + toText(event.table) + whose);
    }
    void operator()(const ChainEntered& /*event*/) {}  // the jump, or the hook, has just been told
    void operator()(const RulesPassed& event)
    {
        if (m_all)
            tellEach(event);
        else
            say(Ink::quiet, rulesText(event) + " of " + chainName(event.chain)
                                + " did not match: " + reasonsOf(m_trace, m_index, event));
    }
    void operator()(const RuleMatched& event) { tellRule(event.rule); }
    void operator()(const Drawn& event)
    {
        tellRule(event.rule);
        if (event.random)
            sayOfRule(event.outcome ? Ink::good : Ink::warning, "chance " + percent(event.probability.share(), 9)
                                                                    + ": the draw says "
                                                                    + (event.outcome ? "yes" : "no"));
        else if (!event.outcome)
            sayOfRule(Ink::quiet, "did not match: " + english(whyNot(m_trace, m_index, event.rule)));
    }
    void operator()(const Rewritten& event)
    {
        const Change& change = m_trace.changes[event.change];
        for (const Difference& difference : differences(change.before, change.after)) {
            if (difference.field == "out" || difference.field == "in")
                continue;  // the routing decision has just been told
            const std::string text =
                std::string(difference.field) + ' ' + difference.before + " -> " + difference.after;
            if (event.by == RewriteBy::target)
                sayOfRule(Ink::change, text);
            else
                tellOtherChange(event.by, text);
        }
    }
    void operator()(const Routed& event)
    {
        m_paper.line();
        m_paper.line(m_paper.inked(Ink::heading, event.again ? "ROUTING again" : "ROUTING") + "  "
                     + routeText(event.answer));
    }
    void operator()(const Doubted& event)
    {
        if (event.rule == noRule)
            return say(Ink::warning, "doubt: " + doubtedName(m_ruleset, event));
        tellRule(event.rule);
        if (event.chosen)
            return sayOfRule(Ink::warning, english(assumedWords(m_ruleset, event)));
        sayOfRule(Ink::warning, "doubt: natwalk cannot decide " + doubtedName(m_ruleset, event)
                                    + "; supposed: " + (event.assumed ? "it matches" : "it does not match"));
        if (const std::string text = doubtedMatchText(m_ruleset, event); !text.empty())
            sayOfRule(Ink::quiet, "(--assume or --assume-not " + shellWord(text) + " says otherwise)");
    }
    void operator()(const SetChanged& event)
    {
        sayOfRule(Ink::change, english(wordsOf(m_trace.setChanges[event.change])));
    }
    void operator()(const ChainLeft& event)
    {
        if (event.byEnd && !m_ruleset.chain(event.chain).hook)
            say(Ink::quiet, "end of " + chainName(event.chain) + ", back to its caller");
    }
    void operator()(const TableLeft& event)
    {
        if (!event.byPolicy)
            return;
        const ChainId chain = m_ruleset.entry(event.table, event.hook, event.backEnd);
        const bool drops = m_ruleset.chain(chain).policy == Policy::drop;
        m_paper.line("  policy " + (drops ? m_paper.inked(Ink::bad, "DROP") : std::string("ACCEPT")));
    }
    void operator()(const Tracked& event)
    {
        m_paper.line();
        const std::string reply = event.direction == Direction::reply ? " (a reply)" : "";
        m_paper.line(m_paper.inked(Ink::heading, "CONNECTION TRACKING") + "  " + std::string(meaningOf(event.state))
                     + reply);
    }
    void operator()(const Decided& /*event*/) {}  // the verdict's sentence ends the story

private:
    /// A rule is named once, however many steps speak of it.
    void tellRule(RuleId rule)
    {
        if (rule == m_told)
            return;
        m_told = rule;
        m_toldAt = indent();
        say(Ink::name, printable(m_ruleset.kernelName(rule)));
        sayOfRule(Ink::plain, printable(write(m_ruleset, rule)));
    }

    void tellEach(const RulesPassed& passed)
    {
        const RuleId first = m_ruleset.ruleAt(passed.chain, passed.first);
        const auto refusals = refusalsOf(m_trace, m_index, first, passed.last - passed.first + 1);
        for (std::uint32_t i = 0; i < refusals.size(); ++i) {
            const RuleId rule = m_ruleset.ruleAt(passed.chain, passed.first + i);
            say(Ink::quiet, printable(m_ruleset.kernelName(rule)));
            sayInside(Ink::quiet, printable(write(m_ruleset, rule)));
            sayInside(Ink::quiet, "did not match: " + english(refusals[i].reason));
        }
    }

    void tellOtherChange(RewriteBy by, const std::string& text)
    {
        const std::string reason = by == RewriteBy::connection ? "  (translated as its connection is)" : "";
        m_paper.line("  " + m_paper.inked(Ink::change, text) + reason);
    }

    void say(Ink ink, const std::string& text) { m_paper.line(indent() + m_paper.inked(ink, text)); }
    void sayInside(Ink ink, const std::string& text) { m_paper.line(indent() + "    " + m_paper.inked(ink, text)); }
    /// Below the rule that was told last: what nat changes comes when its table is done.
    void sayOfRule(Ink ink, const std::string& text) { m_paper.line(m_toldAt + "    " + m_paper.inked(ink, text)); }

    /// Two blanks for each jump, up to where the words would stand outside of what anybody sees.
    std::string indent() const
    {
        constexpr std::uint32_t deepest = 32;
        return std::string(std::size_t{2} * std::clamp(m_trace.steps[m_index].depth, 1U, deepest), ' ');
    }
    std::string chainName(ChainId chain) const { return printable(std::string(m_ruleset.chain(chain).name)); }

    static std::string rulesText(const RulesPassed& passed)
    {
        if (passed.first == passed.last)
            return "rule " + std::to_string(passed.first);
        return "rules " + std::to_string(passed.first) + '-' + std::to_string(passed.last);
    }

    static std::string routeText(const WayOut& answer)
    {
        if (!answer.found)
            return "no route to the destination";
        switch (answer.type) {
        case RouteType::local: return "to this host";
        case RouteType::broadcast: return "a broadcast, to this host";
        case RouteType::blackhole: return "into a blackhole";
        case RouteType::unreachable: return "unreachable";
        case RouteType::prohibit: return "prohibited";
        default: return "out by " + toText(answer.dev) + ", next hop " + toText(answer.nextHop);
        }
    }

    Paper& m_paper;
    const Trace& m_trace;
    const Ruleset& m_ruleset;
    bool m_all;
    std::size_t m_index = 0;
    RuleId m_told = noRule;
    std::string m_toldAt = "  ";  ///< its indentation
};

}  // namespace

void tellWalk(Paper& paper, const Trace& trace, bool all) { Teller(paper, trace, all).tell(); }

}  // namespace natwalk::cli
