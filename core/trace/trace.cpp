#include "trace/step_chains.h"

#include <algorithm>

namespace natwalk {

namespace {

/// The rule that an event speaks of.
struct RuleOf
{
    const Ruleset& ruleset;

    RuleId operator()(const RulesPassed& passed) const { return ruleset.ruleAt(passed.chain, passed.first); }
    RuleId operator()(const RuleMatched& matched) const { return matched.rule; }
    RuleId operator()(const Drawn& drawn) const { return drawn.rule; }
    RuleId operator()(const Rewritten& rewritten) const { return rewritten.rule; }
    RuleId operator()(const Doubted& doubted) const { return doubted.rule; }
    RuleId operator()(const SetChanged& changed) const { return changed.rule; }
    template <typename Other>
    RuleId operator()(const Other& /*event*/) const
    {
        return noRule;
    }
};

/// Keeps the chains that are entered and not yet left, event by event.
class StackReader
{
public:
    explicit StackReader(const Trace& trace) : m_trace(trace) {}

    void read(std::size_t index)
    {
        if (const RuleId rule = m_trace.ruleAt(index); rule != noRule && !m_frames.empty())
            m_frames.back().rule = rule;
        if (const auto* entered = std::get_if<ChainEntered>(&m_trace.steps[index].event))
            enter(entered->chain);
    }

    /// What the event takes away: done after the event itself was looked at.
    void finish(std::size_t index)
    {
        const Event& event = m_trace.steps[index].event;
        if (std::holds_alternative<TableLeft>(event))
            m_frames.clear();
        else if (const auto* left = std::get_if<ChainLeft>(&event))
            leave(left->chain);
    }

    std::vector<Frame> frames() && { return std::move(m_frames); }
    ChainId innermost() const { return m_frames.empty() ? noChain : m_frames.back().chain; }

private:
    void enter(ChainId chain)
    {
        const bool byGoto = m_frames.size() > 1 && m_frames.back().rule != noRule
                            && m_trace.ruleset->rule(m_frames.back().rule).action == RuleAction::go;
        if (byGoto)
            m_frames.pop_back();
        m_frames.push_back({chain, noRule});
    }

    void leave(ChainId chain)
    {
        if (!m_frames.empty() && m_frames.back().chain == chain)
            m_frames.pop_back();
    }

    const Trace& m_trace;
    std::vector<Frame> m_frames;
};

/// An answer's own answers come before it: they were made while it was still on its way.
void gather(const Trace& trace, std::vector<TracePtr>& gathered)
{
    for (const TracePtr& answer : trace.answers) {
        gather(*answer, gathered);
        gathered.push_back(answer);
    }
}

/// 0: left by a device, 1: came to this host, 2: ended on its way.
int placeOf(const TracePtr& answer)
{
    switch (answer->verdict.outcome) {
    case Outcome::forwarded:
    case Outcome::sent: return 0;
    case Outcome::delivered: return 1;
    default: return 2;
    }
}

}  // namespace

const Packet& Trace::packetBefore(std::size_t index) const
{
    const auto next = std::partition_point(changes.begin(), changes.end(),
                                           [index](const Change& change) { return change.step < index; });
    return next == changes.begin() ? packetIn : std::prev(next)->after;
}

Tracked Trace::trackingBefore(std::size_t index) const
{
    for (std::size_t i = std::min(index, steps.size()); i-- > 0;)
        if (const auto* tracked = std::get_if<Tracked>(&steps[i].event))
            return *tracked;
    return {TrackState::untracked, Direction::original};
}

std::optional<HookEntered> Trace::hookAt(std::size_t index) const
{
    for (std::size_t i = std::min(index + 1, steps.size()); i-- > 0;) {
        if (const auto* entered = std::get_if<HookEntered>(&steps[i].event))
            return *entered;
        if (i < index && std::holds_alternative<TableLeft>(steps[i].event))
            return {};
    }
    return {};
}

ChainId Trace::chainAt(std::size_t index) const
{
    const std::vector<Frame> frames = callStack(*this, index);
    return frames.empty() ? noChain : frames.back().chain;
}

RuleId Trace::ruleAt(std::size_t index) const
{
    return index < steps.size() ? std::visit(RuleOf{*ruleset}, steps[index].event) : noRule;
}

std::vector<TracePtr> allAnswers(const Trace& trace)
{
    std::vector<TracePtr> gathered;
    gather(trace, gathered);
    std::stable_sort(gathered.begin(), gathered.end(),
                     [](const TracePtr& a, const TracePtr& b) { return placeOf(a) < placeOf(b); });
    return gathered;
}

std::vector<Frame> callStack(const Trace& trace, std::size_t index)
{
    StackReader reader(trace);
    for (std::size_t i = 0; i <= index && i < trace.steps.size(); ++i) {
        if (i > 0)
            reader.finish(i - 1);
        reader.read(i);
    }
    return std::move(reader).frames();
}

std::vector<ChainId> chainsOf(const Trace& trace)
{
    StackReader reader(trace);
    std::vector<ChainId> chains;
    chains.reserve(trace.steps.size());
    for (std::size_t step = 0; step < trace.steps.size(); ++step) {
        reader.read(step);
        chains.push_back(reader.innermost());
        reader.finish(step);
    }
    return chains;
}

}  // namespace natwalk
