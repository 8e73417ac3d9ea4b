#include "cli/answer.h"
#include "cli/chances.h"
#include "cli/command.h"
#include "cli/document.h"
#include "cli/ending.h"
#include "cli/packet_words.h"

namespace natwalk::cli {

namespace {

constexpr std::size_t barWidth = 30;

struct Words
{
    InputWords input;
    PacketWords packet;
};

Json outcomeJson(const OutcomeShare& outcome, const Ruleset& ruleset)
{
    Json json = {{"probability", outcome.probability}};
    json["least"] = outcome.least;
    json["numerator"] = outcome.exact ? Json(outcome.exact->numerator.str()) : Json();
    json["denominator_log2"] = outcome.exact ? Json(outcome.exact->log2Denominator) : Json();
    json["verdict"] = nameOf(outcome.verdict.outcome);
    json["endpoint"] = outcome.endpoint ? Json(*outcome.endpoint) : Json();
    json["masqueraded"] = outcome.masqueraded;
    json["result"] = packetJson(outcome.result);
    json["deciding_rule"] = ruleJson(ruleset, outcome.verdict.decidingRule);
    json["code"] = codeOf(outcome.verdict);
    json["courses"] = outcome.courses;
    json["doubted"] = outcome.doubted;
    return json;
}

Json distributionJson(const Distribution& distribution, const Question& question)
{
    Json outcomes = Json::array();
    for (const OutcomeShare& outcome : distribution.outcomes)
        outcomes.push_back(outcomeJson(outcome, *question.ruleset()));
    return {{"packet", packetJson(question.packet)},
            {"outcomes", outcomes},
            {"uncovered", distribution.uncovered},
            {"depends", distribution.depends}};
}

/// The share with 15 digits; where it hangs on a doubt, from the smallest to the largest that it can be.
std::string shareText(const OutcomeShare& outcome)
{
    const std::string most = fixed(outcome.probability, 15);
    return outcome.least < outcome.probability ? fixed(outcome.least, 15) + " to " + most : most;
}

void tellShares(const Distribution& distribution)
{
    using enum Table::Align;
    Table table({right, right, left, left});
    table.add({"#", "share", "outcome", ""}, Ink::quiet);
    for (std::size_t i = 0; i < distribution.outcomes.size(); ++i) {
        const OutcomeShare& outcome = distribution.outcomes[i];
        table.add({std::to_string(i + 1), shareText(outcome), outcomeText(outcome),
                   paper().bar(outcome.probability, barWidth)});
    }
    table.print(paper());
}

ExitCode worstOf(const Distribution& distribution)
{
    if (distribution.depends)
        return ExitCode::depends;
    ExitCode code = ExitCode::fine;
    for (const OutcomeShare& outcome : distribution.outcomes)
        code = worse(code, exitCodeOf(outcome.verdict.outcome));
    return code;
}

void tell(const Asked& asked, const Distribution& distribution)
{
    tellQuestion(paper(), asked);
    paper().line();
    tellShares(distribution);
    if (const std::string sentence = reservation(distribution); !sentence.empty())
        paper().line("  " + paper().inked(Ink::warning, sentence));
    tellChances(paper(), asked.question);
}

ExitCode run(const Words& words)
{
    const Opened opened = open(words.input);
    printDiagnostics(opened.parsed.diagnostics, opened.source, Severity::error);
    const Asked asked = askedOf(opened, words.packet);
    const Distribution distribution = distributionOf(asked.question);
    if (words.input.json)
        printJson(distributionJson(distribution, asked.question));
    else
        tell(asked, distribution);
    return worstOf(distribution);
}

}  // namespace

Command distributionCommand(CLI::App& program)
{
    const auto words = std::make_shared<Words>();
    CLI::App* command = program.add_subcommand("distribution", "Where connections end up, with exact shares");
    addInput(*command, words->input);
    addPacket(*command, words->packet);
    command->footer(
        "A rule's probability is a share of the packets that reach it; the shares here are of all packets.\n\n"
        "Examples:\n"
        "  natwalk-cli distribution samples/nginx_basic\n"
        "  natwalk-cli distribution ruleset.save --from pod --dst 10.97.35.60 --dport 80 --json");
    return {command, [words] { return run(*words); }};
}

}  // namespace natwalk::cli
