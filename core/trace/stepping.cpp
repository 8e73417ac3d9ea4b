#include "trace/stepping.h"

#include <algorithm>

namespace natwalk {

namespace {

/// The first step after `index` that a condition holds for; else the last step.
template <typename Condition>
std::size_t nextWhere(const Trace& trace, std::size_t index, Condition holds)
{
    for (std::size_t i = index + 1; i < trace.steps.size(); ++i)
        if (holds(i))
            return i;
    return trace.steps.empty() ? 0 : trace.steps.size() - 1;
}

/// The last step before `index` that a condition holds for; else the first step.
template <typename Condition>
std::size_t previousWhere(const Trace& trace, std::size_t index, Condition holds)
{
    for (std::size_t i = std::min(index, trace.steps.size()); i-- > 0;)
        if (holds(i))
            return i;
    return 0;
}

constexpr auto always = [](std::size_t) { return true; };

auto notDeeperThan(const Trace& trace, std::size_t index)
{
    return [&trace, depth = trace.steps.at(index).depth](std::size_t i) { return trace.steps[i].depth <= depth; };
}

auto outsideOf(const Trace& trace, std::size_t index)
{
    return [&trace, depth = trace.steps.at(index).depth](std::size_t i) { return trace.steps[i].depth < depth; };
}

auto entersHook(const Trace& trace)
{
    return [&trace](std::size_t i) { return std::holds_alternative<HookEntered>(trace.steps[i].event); };
}

/// Whether one of the rules that a step speaks of stops here; of several steps about one rule only the first does.
bool stopsIn(const Trace& trace, std::size_t index, const std::function<bool(RuleId)>& stopsAt)
{
    if (const auto* passed = std::get_if<RulesPassed>(&trace.steps[index].event)) {
        for (std::uint32_t number = passed->first; number <= passed->last; ++number)
            if (stopsAt(trace.ruleset->ruleAt(passed->chain, number)))
                return true;
        return false;
    }
    const RuleId rule = trace.ruleAt(index);
    return rule != noRule && (index == 0 || trace.ruleAt(index - 1) != rule) && stopsAt(rule);
}

}  // namespace

std::size_t stepInto(const Trace& trace, std::size_t index) { return nextWhere(trace, index, always); }

std::size_t stepBackInto(const Trace& trace, std::size_t index) { return previousWhere(trace, index, always); }

std::size_t stepOver(const Trace& trace, std::size_t index)
{
    return nextWhere(trace, index, notDeeperThan(trace, index));
}

std::size_t stepBackOver(const Trace& trace, std::size_t index)
{
    return previousWhere(trace, index, notDeeperThan(trace, index));
}

std::size_t stepOut(const Trace& trace, std::size_t index) { return nextWhere(trace, index, outsideOf(trace, index)); }

std::size_t stepBackOut(const Trace& trace, std::size_t index)
{
    return previousWhere(trace, index, outsideOf(trace, index));
}

std::size_t nextHook(const Trace& trace, std::size_t index) { return nextWhere(trace, index, entersHook(trace)); }

std::size_t previousHook(const Trace& trace, std::size_t index)
{
    return previousWhere(trace, index, entersHook(trace));
}

std::size_t runTo(const Trace& trace, std::size_t index, const std::function<bool(RuleId)>& stopsAt)
{
    return nextWhere(trace, index, [&](std::size_t i) { return stopsIn(trace, i, stopsAt); });
}

std::size_t runBackTo(const Trace& trace, std::size_t index, const std::function<bool(RuleId)>& stopsAt)
{
    return previousWhere(trace, index, [&](std::size_t i) { return stopsIn(trace, i, stopsAt); });
}

}  // namespace natwalk
