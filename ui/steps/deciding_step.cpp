#include "ui/steps/deciding_step.h"

#include "ui/steps/stops.h"

namespace natwalk {

namespace {

bool isPolicyOf(const Trace& trace, std::size_t step, ChainId chain)
{
    return std::holds_alternative<TableLeft>(trace.steps[step].event) && trace.chainAt(step) == chain;
}

}  // namespace

std::size_t decidingStep(const Trace& trace)
{
    const Verdict& verdict = trace.verdict;
    for (std::size_t step = trace.steps.size(); step-- > 0;) {
        const bool decidedByRule = verdict.decidingRule != noRule && trace.ruleAt(step) == verdict.decidingRule;
        const bool decidedByPolicy = verdict.decidingRule == noRule && verdict.decidingChain != noChain
                                     && isPolicyOf(trace, step, verdict.decidingChain);
        if (decidedByRule || decidedByPolicy)
            return stopOf(trace, step);
    }
    return trace.steps.empty() ? 0 : trace.steps.size() - 1;
}

std::optional<std::size_t> stepOfRule(const Trace& trace, RuleId rule)
{
    for (std::size_t step = 0; step < trace.steps.size(); ++step) {
        const auto* passed = std::get_if<RulesPassed>(&trace.steps[step].event);
        const bool within = passed != nullptr && trace.ruleset->rule(rule).chain == passed->chain
                            && trace.ruleset->numberOf(rule) >= passed->first
                            && trace.ruleset->numberOf(rule) <= passed->last;
        if (within || trace.ruleAt(step) == rule)
            return stopOf(trace, step);
    }
    return {};
}

std::optional<std::size_t> stepInChain(const Trace& trace, ChainId chain)
{
    for (std::size_t step = 0; step < trace.steps.size(); ++step)
        if (const auto* entered = std::get_if<ChainEntered>(&trace.steps[step].event);
            entered != nullptr && entered->chain == chain)
            return stopOf(trace, step);
    return {};
}

}  // namespace natwalk
