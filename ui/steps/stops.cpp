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

/// Whether a stop begins with a step's event.
struct BeginsStop
{
    const Trace& trace;
    std::size_t step;

    bool operator()(const RulesPassed&) const { return true; }
    bool operator()(const Drawn&) const
    {
        return !isFollowedBy<RuleMatched>(trace, step) && !isFollowedBy<Drawn>(trace, step);
    }
    bool operator()(const RuleMatched&) const { return true; }
    bool operator()(const Rewritten& rewritten) const { return rewritten.by == RewriteBy::connection; }
    bool operator()(const Routed&) const { return true; }
    bool operator()(const Doubted&) const { return true; }
    bool operator()(const TableLeft& left) const { return left.byPolicy; }
    bool operator()(const Decided&) const { return true; }
    template <typename Other>
    bool operator()(const Other& /*event*/) const
    {
        return false;
    }
};

struct KindOf
{
    StopKind operator()(const RulesPassed&) const { return StopKind::passed; }
    StopKind operator()(const Drawn& drawn) const { return drawn.outcome ? StopKind::matched : StopKind::missed; }
    StopKind operator()(const RuleMatched&) const { return StopKind::matched; }
    StopKind operator()(const Routed&) const { return StopKind::routed; }
    StopKind operator()(const Doubted&) const { return StopKind::doubted; }
    StopKind operator()(const TableLeft&) const { return StopKind::tableEnd; }
    StopKind operator()(const Decided&) const { return StopKind::decided; }
    template <typename Other>
    StopKind operator()(const Other& /*event*/) const
    {
        return StopKind::entry;
    }
};

bool isStop(const Trace& trace, std::size_t step)
{
    return step == 0 || std::visit(BeginsStop{trace, step}, trace.steps[step].event);
}

/// Events that finish a story rather than begin one.
bool finishesStory(const Event& event)
{
    return std::holds_alternative<Rewritten>(event) || std::holds_alternative<TableLeft>(event);
}

bool translates(const Change& change)
{
    const Packet& before = change.before;
    const Packet& after = change.after;
    return before.src != after.src || before.dst != after.dst || before.sport != after.sport
           || before.dport != after.dport;
}

}  // namespace

std::vector<std::size_t> stopsOf(const Trace& trace)
{
    std::vector<std::size_t> stops;
    for (std::size_t step = 0; step < trace.steps.size(); ++step)
        if (isStop(trace, step))
            stops.push_back(step);
    return stops;
}

std::size_t stopOf(const Trace& trace, std::size_t step)
{
    std::size_t stop = step;
    if (finishesStory(trace.steps[step].event))
        while (!isStop(trace, stop))
            --stop;
    else
        while (!isStop(trace, stop) && stop + 1 < trace.steps.size())
            ++stop;
    return stop;
}

std::size_t endOfStop(const Trace& trace, std::size_t stop)
{
    std::size_t end = stop;
    while (end + 1 < trace.steps.size() && !isStop(trace, end + 1))
        ++end;
    return end;
}

StopKind kindOfStop(const Trace& trace, std::size_t stop)
{
    if (stop == 0)
        return StopKind::entry;
    return translationAt(trace, stop) != nullptr ? StopKind::translated : std::visit(KindOf{}, trace.steps[stop].event);
}

const Change* changeAt(const Trace& trace, std::size_t stop)
{
    for (std::size_t step = stop, end = endOfStop(trace, stop); step <= end; ++step)
        if (const auto* rewritten = std::get_if<Rewritten>(&trace.steps[step].event))
            return &trace.changes[rewritten->change];
    return nullptr;
}

const Change* translationAt(const Trace& trace, std::size_t stop)
{
    const Change* change = changeAt(trace, stop);
    return change != nullptr && translates(*change) ? change : nullptr;
}

}  // namespace natwalk
