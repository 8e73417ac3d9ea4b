#include "cli/ending.h"

#include "cli/answer.h"
#include "cli/exit_code.h"
#include "emulator/emulate.h"

#include <algorithm>

namespace natwalk::cli {

namespace {

Ink inkOf(ExitCode code)
{
    switch (code) {
    case ExitCode::fine: return Ink::good;
    case ExitCode::refused: return Ink::bad;
    case ExitCode::depends:
    case ExitCode::badInput: break;
    }
    return Ink::warning;
}

std::string decidedBy(const Trace& trace)
{
    if (trace.verdict.decidingRule != noRule)
        return "  by " + trace.ruleset->kernelName(trace.verdict.decidingRule);
    if (trace.verdict.decidingChain != noChain)
        return "  by the policy of " + std::string(trace.ruleset->chain(trace.verdict.decidingChain).name);
    return {};
}

/// The share; where it hangs on a doubt, from the smallest to the largest that it can be.
std::string shareText(const OutcomeShare& outcome)
{
    const std::string most = percent(outcome.probability, 6);
    return outcome.least < outcome.probability ? percent(outcome.least, 6) + " to " + most : most;
}

}  // namespace

void tellQuestion(Paper& paper, const Asked& asked)
{
    paper.line(paper.inked(Ink::heading, toText(asked.question.packet)));
    if (!asked.about.empty())
        paper.line(paper.inked(Ink::quiet, '(' + asked.about + ')'));
}

Ink inkOf(Outcome outcome) { return inkOf(exitCodeOf(outcome)); }

std::string outcomeText(const OutcomeShare& outcome)
{
    std::string text(nameOf(outcome.verdict.outcome));
    if (outcome.endpoint)
        text = "reaches " + *outcome.endpoint + ", " + text;
    if (outcome.masqueraded)
        text += ", source " + toText(outcome.result.src);
    return text;
}

void tellVerdict(Paper& paper, const Trace& trace)
{
    paper.line();
    paper.line(paper.inked(Ink::heading, "VERDICT") + "  "
               + paper.inked(inkOf(outcomeOf(trace)), english(sentenceOf(trace))));
    paper.line("  " + std::string(codeOf(trace)) + decidedBy(trace));
    if (exitCodeOf(outcomeOf(trace)) == ExitCode::fine)
        paper.line("  " + toText(trace.packetOut));
}

void tellAnswers(Paper& paper, const Trace& trace)
{
    for (const auto& answer : trace.answers)
        paper.line("  the host answers: " + toText(answer->packetOut) + " ("
                   + std::string(nameOf(answer->verdict.outcome)) + ')');
}

void tellDoubts(Paper& paper, const Trace& trace)
{
    std::vector<std::string> told;
    for (const Step& step : trace.steps) {
        const auto* doubt = std::get_if<Doubted>(&step.event);
        if (doubt == nullptr || doubt->chosen)
            continue;
        const std::string name = doubtedName(*trace.ruleset, *doubt);
        if (std::ranges::find(told, name) != told.end())
            continue;
        told.push_back(name);
        const std::string_view more = doubt->rule == noRule ? "" : " is not simulated (see natwalk-cli extensions)";
        paper.line("  " + paper.inked(Ink::warning, "in doubt: " + name + std::string(more)));
    }
}

void tellOutcomes(Paper& paper, const Distribution& distribution, const Trace& told)
{
    if (distribution.outcomes.size() < 2)
        return;
    paper.line();
    paper.line(paper.inked(Ink::heading, "SHARES") + "  of all packets like this one; --course N tells another way");
    const auto here = distribution.outcomeOf(told.verdict, told.packetOut);
    Table table({Table::Align::right, Table::Align::right, Table::Align::left, Table::Align::left});
    for (std::size_t i = 0; i < distribution.outcomes.size(); ++i) {
        const OutcomeShare& outcome = distribution.outcomes[i];
        table.add({std::to_string(i + 1), shareText(outcome), outcomeText(outcome), here == i ? "<- told above" : ""});
    }
    table.print(paper);
    if (const std::string sentence = reservation(distribution); !sentence.empty())
        paper.line("  " + paper.inked(Ink::warning, sentence));
}

std::string reservation(const Distribution& distribution)
{
    if (distribution.stopped)
        return "stopped before all courses were enumerated";
    if (distribution.depends)
        return "some outcomes hang on what natwalk cannot decide: their shares do not sum to 1";
    if (distribution.uncovered > 0)
        return percent(distribution.uncovered, 6) + " of the packets take courses beyond the limit and are not covered";
    return {};
}

}  // namespace natwalk::cli
