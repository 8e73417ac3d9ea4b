#include "ui/graph/main_phase.h"

#include <algorithm>
#include <optional>

namespace natwalk {

namespace {

bool coursesPartIn(const Phase& phase, const CourseFlow& flow)
{
    const PhaseExit* first = flow.courses.front().exitOf(phase);
    return std::ranges::any_of(flow.courses, [&](const CourseSummary& course) {
        const PhaseExit* exit = course.exitOf(phase);
        return first != nullptr && exit != nullptr && exit->rules != first->rules;
    });
}

std::optional<Phase> phaseOfTranslation(const Trace& trace)
{
    for (const Change& change : trace.changes)
        if (change.before.dst != change.after.dst || change.before.dport != change.after.dport) {
            const auto hook = trace.hookAt(change.step);
            return hook ? std::optional(Phase{hook->hook, hook->table, hook->backEnd}) : std::nullopt;
        }
    return {};
}

bool decides(const Trace& trace, const ChainVisit& visit, const ChainFacts& facts)
{
    const Verdict& verdict = trace.verdict;
    if (verdict.outcome == Outcome::dropped && verdict.decidingRule == noRule && visit.chain == verdict.decidingChain)
        return true;
    return std::ranges::any_of(facts.rules, [&](const RuleFact& fact) {
        return fact.mark == RowMark::matched && trace.ruleset->ruleAt(visit.chain, fact.first) == verdict.decidingRule;
    });
}

std::optional<Phase> phaseOfVerdict(const Trace& trace, const TraceFacts& facts)
{
    for (const auto& [visit, inChain] : facts)
        if (decides(trace, visit, inChain))
            return visit.phase;
    return {};
}

Phase busiestPhase(const CourseFlow& flow)
{
    return *std::ranges::max_element(flow.phases, {}, [&flow](const Phase& phase) {
        return std::ranges::count_if(flow.rules, [&](const auto& entry) { return entry.first.first == phase; });
    });
}

}  // namespace

Phase mainPhaseOf(const Trace& trace, const CourseFlow& flow, const TraceFacts& facts)
{
    for (const Phase& phase : flow.phases)
        if (coursesPartIn(phase, flow))
            return phase;
    if (const auto phase = phaseOfTranslation(trace))
        return *phase;
    return phaseOfVerdict(trace, facts).value_or(busiestPhase(flow));
}

}  // namespace natwalk
