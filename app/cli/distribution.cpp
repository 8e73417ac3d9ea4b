#include "cli/answer.h"
#include "cli/chances.h"
#include "cli/command.h"
#include "cli/document.h"
#include "cli/ending.h"
#include "cli/judgement_words.h"
#include "cli/measured_words.h"
#include "cli/packet_words.h"
#include "cli/progress.h"
#include "cli/source_words.h"
#include "probability/draws.h"
#include "probability/fraction.h"

#include <algorithm>

namespace natwalk::cli {

namespace {

constexpr std::size_t barWidth = 30;
constexpr std::size_t shownWays = 40;
/// Longer courses are not told draw by draw in JSON.
constexpr std::size_t mostDrawsTold = 1000;

struct Words
{
    InputWords input;
    PacketWords packet;
    MeasuredWords measured;
    SourceWords sources;
    bool csv = false;
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

/// [{rule, probability, numerator, meant, outcome}]
Json drawsJson(const std::vector<DrawTaken>& draws, const Ruleset& ruleset)
{
    Json json = Json::array();
    for (const DrawTaken& draw : draws) {
        const auto meant = meantBy(draw.probability);
        json.push_back({{"rule", ruleJson(ruleset, draw.rule)},
                        {"probability", draw.probability.share()},
                        {"numerator", draw.probability.k},
                        {"meant", meant ? Json(toText(*meant)) : Json()},
                        {"outcome", draw.outcome}});
    }
    return json;
}

Json distributionJson(const Distribution& distribution, const Question& question)
{
    Json outcomes = Json::array();
    for (const OutcomeShare& outcome : distribution.outcomes) {
        outcomes.push_back(outcomeJson(outcome, *question.ruleset()));
        if (outcome.course.size() <= mostDrawsTold)
            outcomes.back()["draws"] = drawsJson(drawsTo(question, outcome), *question.ruleset());
    }
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

/// "not 0.33333 at rule 1, then 0.5 at rule 2"
std::string wayTo(const OutcomeShare& outcome, const Question& question)
{
    std::string text;
    for (const Message& draw : drawWords(drawsTo(question, outcome), *question.ruleset()))
        text += (text.empty() ? "" : ", then ") + english(draw);
    const std::size_t others = outcome.courses - 1;
    return others == 0 ? text : text + " (and " + counted(others, "other course") + ')';
}

void tellWays(const Distribution& distribution, const Question& question)
{
    const bool draws =
        std::ranges::any_of(distribution.outcomes, [](const OutcomeShare& outcome) { return !outcome.course.empty(); });
    if (!draws)
        return;
    paper().line();
    paper().line(paper().inked(Ink::heading, "The draws that lead there"));
    using enum Table::Align;
    Table table({right, left});
    for (std::size_t i = 0; i < std::min(distribution.outcomes.size(), shownWays); ++i)
        table.add({std::to_string(i + 1), wayTo(distribution.outcomes[i], question)});
    table.print(paper());
    if (distribution.outcomes.size() > shownWays)
        paper().line("  ... and " + counted(distribution.outcomes.size() - shownWays, "more outcome"));
}

void tell(const Asked& asked, const Distribution& distribution)
{
    tellQuestion(paper(), asked);
    paper().line();
    tellShares(distribution);
    if (const auto uneven = unevennessOf(distribution))
        paper().line("  " + paper().inked(Ink::quiet, english(uneven->sentence(distribution))));
    if (const std::string sentence = reservation(distribution); !sentence.empty())
        paper().line("  " + paper().inked(Ink::warning, sentence));
    tellWays(distribution, asked.question);
    tellChances(paper(), asked.question);
}

void printCsv(const Distribution& distribution)
{
    paper().line("verdict,endpoint,probability,least,masqueraded,courses");
    for (const OutcomeShare& outcome : distribution.outcomes)
        paper().line(std::string(nameOf(outcome.verdict.outcome)) + ',' + csvCell(outcome.endpoint.value_or("")) + ','
                     + plainNumber(outcome.probability) + ',' + plainNumber(outcome.least) + ','
                     + (outcome.masqueraded ? "true" : "false") + ',' + std::to_string(outcome.courses));
}

Json manyJson(const ManyAsked& many, const SourcesDistribution& shares, const Ruleset& ruleset)
{
    Json outcomes = Json::array();
    for (const OutcomeShare& outcome : shares.all.outcomes)
        outcomes.push_back(outcomeJson(outcome, ruleset));
    return {{"outcomes", outcomes},
            {"uncovered", shares.all.uncovered},
            {"depends", shares.all.depends},
            {"sources", sourcesJson(many, shares)},
            {"sampled", many.sampled}};
}

ExitCode runMany(const Words& words, const Asked& asked)
{
    const ManyAsked many = manyOf(words.sources, asked);
    const SourcesDistribution shares = [&] {
        Progress progress;
        return distributionOver(asked.question.document, asked.question.before, many.packets, progress.checkpoint());
    }();
    if (shares.all.stopped)
        throw Failure("stopped: of " + counted(many.packets.size(), "source") + " " + grouped(shares.sources.size())
                      + " were asked");
    if (words.input.json) {
        printJson(manyJson(many, shares, *asked.question.ruleset()));
    } else if (words.csv) {
        printCsv(shares.all);
    } else {
        tellShares(shares.all);
        if (const std::string sentence = reservation(shares.all); !sentence.empty())
            paper().line("  " + paper().inked(Ink::warning, sentence));
        tellSources(paper(), many, shares);
    }
    return worstOf(shares.all);
}

ExitCode run(const Words& words)
{
    const Opened opened = open(words.input);
    printDiagnostics(opened.parsed.diagnostics, opened.source, Severity::error);
    const Asked asked = askedOf(opened, words.packet);
    if (words.sources.any())
        return runMany(words, asked);
    const Distribution distribution = distributionOf(asked.question);
    if (words.measured.any())
        return tellMeasured(words.measured, asked, distribution, words.input.json, words.csv);
    if (words.input.json)
        printJson(distributionJson(distribution, asked.question));
    else if (words.csv)
        printCsv(distribution);
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
    addMeasured(*command, words->measured);
    addSources(*command, words->sources);
    addCsv(*command, words->csv);
    addPacket(*command, words->packet);
    command->footer(
        "A rule's probability is a share of the packets that reach it; the shares here are of all packets.\n"
        "Rules choose once for each connection. Where clients keep connections open, count connections, not requests, "
        "or\n"
        "say how many requests go over one.\n\n"
        "Examples:\n"
        "  natwalk-cli distribution samples/nginx_basic\n"
        "  natwalk-cli distribution ruleset.save --from pod --dst 10.97.35.60 --dport 80 --json\n"
        "  natwalk-cli distribution ruleset.save --source 10.0.0.0/8=3 --source pod --dst 10.97.35.60 --dport 80\n"
        "  sort access.log | uniq -c | natwalk-cli distribution ruleset.save --service shop/web --counts -");
    return {command, [words] { return run(*words); }};
}

}  // namespace natwalk::cli
