#include "probability/trials.h"

#include "cli/answer.h"
#include "cli/command.h"
#include "cli/document.h"
#include "cli/ending.h"
#include "cli/packet_words.h"
#include "cli/progress.h"
#include "cli/word_values.h"

namespace natwalk::cli {

namespace {

constexpr std::size_t barWidth = 30;
constexpr std::uint64_t mostTrials = 1'000'000'000'000;

struct Words
{
    InputWords input;
    PacketWords packet;
    TrialPlan plan;
    std::string count = "100000";
    std::string kind = "emulated";
};

std::string_view nameOf(TrialKind kind) { return kind == TrialKind::drawn ? "drawn" : "emulated"; }

double perSecond(const Trials& trials)
{
    return trials.seconds > 0 ? static_cast<double>(trials.done) / trials.seconds : 0;
}

/// A row of the comparison: an outcome of the distribution, or (beyond them) what none of them covers.
struct Row
{
    const OutcomeShare* outcome;
    double expected;
    std::uint64_t count;
    Interval observed;
};

std::vector<Row> rowsOf(const Trials& trials)
{
    std::vector<Row> rows;
    for (std::size_t i = 0; i < trials.counts.size(); ++i) {
        const bool listed = i < trials.expected.outcomes.size();
        const OutcomeShare* outcome = listed ? &trials.expected.outcomes[i] : nullptr;
        const Interval observed = wilson(trials.counts[i], trials.done);
        rows.push_back(
            {outcome, listed ? outcome->probability : trials.expected.uncovered, trials.counts[i], observed});
    }
    return rows;
}

Json rowJson(const Row& row)
{
    Json json = {{"verdict", row.outcome != nullptr ? Json(natwalk::nameOf(row.outcome->verdict.outcome)) : Json()}};
    json["endpoint"] = row.outcome != nullptr && row.outcome->endpoint ? Json(*row.outcome->endpoint) : Json();
    json["expected"] = row.expected;
    json["count"] = row.count;
    json["share"] = row.observed.share;
    json["low"] = row.observed.low;
    json["high"] = row.observed.high;
    return json;
}

Json pValueJson(const Judgement& judgement) { return judgement.pValue ? Json(*judgement.pValue) : Json(); }

Json cautionJson(const Judgement& judgement)
{
    return judgement.caution.id == MessageId::Nothing ? Json() : Json(english(judgement.caution));
}

Json trialsJson(const Trials& trials)
{
    Json outcomes = Json::array();
    for (const Row& row : rowsOf(trials))
        outcomes.push_back(rowJson(row));
    return {{"n", trials.done},
            {"seed", trials.plan.seed},
            {"seconds", trials.seconds},
            {"per_second", perSecond(trials)},
            {"kind", nameOf(trials.plan.kind)},
            {"outcomes", outcomes},
            {"chi_square", trials.judgement.chiSquare},
            {"degrees", trials.judgement.degrees},
            {"p_value", pValueJson(trials.judgement)},
            {"sentence", english(trials.judgement.sentence)},
            {"caution", cautionJson(trials.judgement)},
            {"dependent", trials.dependent}};
}

void tellRows(const Trials& trials)
{
    using enum Table::Align;
    Table table({right, right, right, right, right, left, left});
    table.add({"#", "exact", "observed", "95 % interval", "count", "outcome", ""}, Ink::quiet);
    std::size_t number = 0;
    for (const Row& row : rowsOf(trials)) {
        const std::string interval = percent(row.observed.low, 3) + " to " + percent(row.observed.high, 3);
        table.add({std::to_string(++number), percent(row.expected, 6), percent(row.observed.share, 4), interval,
                   grouped(row.count), row.outcome != nullptr ? outcomeText(*row.outcome) : "none of these",
                   paper().bar(row.observed.share, barWidth)});
    }
    table.print(paper());
}

void tellJudgement(const Judgement& judgement)
{
    if (judgement.pValue)
        paper().line("  chi-square " + fixed(judgement.chiSquare, 3) + " with " + counted(judgement.degrees, "degree")
                     + " of freedom, p = " + fixed(*judgement.pValue, 4));
    paper().line("  " + english(judgement.sentence));
    if (judgement.caution.id != MessageId::Nothing)
        paper().line("  " + paper().inked(Ink::warning, english(judgement.caution)));
}

void tell(const Asked& asked, const Trials& trials)
{
    tellQuestion(paper(), asked);
    paper().line();
    tellRows(trials);
    paper().line();
    tellJudgement(trials.judgement);
    if (trials.done < trials.plan.count)
        paper().line("  "
                     + paper().inked(Ink::warning, "stopped after " + grouped(trials.done) + " of "
                                                       + grouped(trials.plan.count) + " trials"));
    paper().line("  " + grouped(trials.done) + " trials (" + std::string(nameOf(trials.plan.kind)) + ", seed "
                 + std::to_string(trials.plan.seed) + ") in " + fixed(trials.seconds, 3)
                 + " s: " + grouped(static_cast<std::uint64_t>(perSecond(trials))) + " a second");
}

TrialPlan planOf(const Words& words)
{
    TrialPlan plan = words.plan;
    plan.count = numberOf("-n", words.count, 1, mostTrials);
    plan.kind =
        oneOf<TrialKind>("--kind", words.kind, {{"emulated", TrialKind::emulated}, {"drawn", TrialKind::drawn}});
    return plan;
}

ExitCode run(const Words& words)
{
    const TrialPlan plan = planOf(words);
    const Opened opened = open(words.input);
    printDiagnostics(opened.parsed.diagnostics, opened.source, Severity::error);
    const Asked asked = askedOf(opened, words.packet);
    const Trials trials = [&] {
        Progress progress;
        return runTrials(asked.question, plan, progress.checkpoint());
    }();
    if (words.input.json)
        printJson(trialsJson(trials));
    else
        tell(asked, trials);
    return trials.expected.depends ? ExitCode::depends : ExitCode::fine;
}

}  // namespace

Command trialsCommand(CLI::App& program)
{
    const auto words = std::make_shared<Words>();
    CLI::App* command =
        program.add_subcommand("trials", "Real draws beside the exact shares: is a skew chance or fault?");
    addInput(*command, words->input);
    command->add_option("-n,--count", words->count, "how many (100000)")->type_name("N");
    command->add_option("--seed", words->plan.seed, "the same seed, the same draws (1)")->type_name("S");
    command
        ->add_option("--threads", words->plan.threads,
                     "how many threads (0: one a core); the counts do not depend on it")
        ->type_name("T");
    command
        ->add_option("--kind", words->kind,
                     "emulated (each trial walks the rules) or drawn (from the enumerated courses)")
        ->type_name("KIND");
    addPacket(*command, words->packet);
    command->footer(
        "Each trial is one connection. Ctrl+C stops and shows what was done.\n\n"
        "Examples:\n"
        "  natwalk-cli trials samples/nginx_basic -n 1000000 --seed 1\n"
        "  natwalk-cli trials ruleset.save --from pod --dst 10.97.35.60 --dport 80 --kind drawn -n 100000000");
    return {command, [words] { return run(*words); }};
}

}  // namespace natwalk::cli
