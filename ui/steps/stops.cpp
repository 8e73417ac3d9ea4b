#include "ui/steps/stops.h"

namespace natwalk {

namespace {

/// Whether the next step goes on telling about the same rule.
template <typename Next>
bool isFollowedBy(const Trace& trace, std::size_t step)
{
    return step + 1 < trace.steps.size() && std::holds_alternative<Next>(trace.steps[step + 1].event)
        && trace.ruleAt(step + 1) == trace.ruleAt(step);
}

/// Whether a step's event closes something that happened.
struct ClosesStop
{
    const Trace& trace;
    std::size_t step;

    bool operator()(const RulesPassed&) const { return true; }
    bool operator()(const Drawn&) const { return !isFollowedBy<RuleMatched>(trace, step) && !isFollowedBy<Drawn>(trace, step); }
    bool operator()(const RuleMatched&) const { return !isFollowedBy<Rewritten>(trace, step); }
    bool operator()(const Rewritten&) const { return !isFollowedBy<Rewritten>(trace, step); }
    bool operator()(const Routed&) const { return true; }
    bool operator()(const Doubted&) const { return true; }
    bool operator()(const TableLeft& left) const { return left.byPolicy; }
    bool operator()(const Decided&) const { return true; }
    template <typename Other>
    bool operator()(const Other& /*event*/) const { return false; }
};

struct KindOf
{
    StopKind operator()(const RulesPassed&) const { return StopKind::passed; }
    StopKind operator()(const Drawn& drawn) const { return drawn.outcome ? StopKind::matched : StopKind::missed; }
    StopKind operator()(const RuleMatched&) const { return StopKind::matched; }
    StopKind operator()(const Rewritten&) const { return StopKind::rewritten; }
    StopKind operator()(const Routed&) const { return StopKind::routed; }
    StopKind operator()(const Doubted&) const { return StopKind::doubted; }
    StopKind operator()(const TableLeft&) const { return StopKind::tableEnd; }
    StopKind operator()(const Decided&) const { return StopKind::decided; }
    template <typename Other>
    StopKind operator()(const Other& /*event*/) const { return StopKind::entry; }
};

bool translates(const Change& change)
{
    const Packet& before = change.before;
    const Packet& after = change.after;
    return before.src != after.src || before.dst != after.dst || before.sport != after.sport || before.dport != after.dport;
}

} // namespace

std::vector<std::size_t> stopsOf(const Trace& trace)
{
    std::vector<std::size_t> stops = {0};
    for (std::size_t step = 1; step < trace.steps.size(); ++step)
        if (std::visit(ClosesStop{trace, step}, trace.steps[step].event))
            stops.push_back(step);
    return stops;
}

StopKind kindOfStop(const Trace& trace, std::size_t step)
{
    return step == 0 ? StopKind::entry : std::visit(KindOf{}, trace.steps[step].event);
}

bool isTranslation(const Trace& trace, std::size_t step)
{
    const auto* rewritten = std::get_if<Rewritten>(&trace.steps[step].event);
    return rewritten != nullptr && translates(trace.changes[rewritten->change]);
}

} // namespace natwalk
