#include "probability/trials.h"

#include "cli/answer.h"
#include "cli/command.h"
#include "cli/document.h"
#include "cli/ending.h"
#include "cli/judgement_words.h"
#include "cli/packet_words.h"
#include "cli/progress.h"
#include "cli/word_values.h"

namespace natwalk::cli {

namespace {

constexpr std::uint64_t mostTrials = 1'000'000'000'000;

struct Words
{
    InputWords input;
    PacketWords packet;
    TrialPlan plan;
    std::string count = "100000";
    std::string kind = "emulated";
    bool csv = false;
};

std::string_view nameOf(TrialKind kind) { return kind == TrialKind::drawn ? "drawn" : "emulated"; }

double perSecond(const Trials& trials)
{
    return trials.seconds > 0 ? static_cast<double>(trials.done) / trials.seconds : 0;
}

std::vector<CountRow> rowsOf(const Trials& trials)
{
    std::vector<CountRow> rows;
    for (std::size_t i = 0; i < trials.counts.size(); ++i) {
        const bool listed = i < trials.expected.outcomes.size();
        const OutcomeShare* outcome = listed ? &trials.expected.outcomes[i] : nullptr;
        const Interval observed = wilson(trials.counts[i], trials.done);
        rows.push_back(
            {outcome, listed ? outcome->probability : trials.expected.uncovered, trials.counts[i], observed});
    }
    return rows;
}

Json trialsJson(const Trials& trials)
{
    Json json = {{"n", trials.done},
                 {"seed", trials.plan.seed},
                 {"seconds", trials.seconds},
                 {"per_second", perSecond(trials)},
                 {"kind", nameOf(trials.plan.kind)},
                 {"outcomes", countsJson(rowsOf(trials))}};
    addJudgement(json, trials.judgement);
    json["dependent"] = trials.dependent;
    return json;
}

void tell(const Asked& asked, const Trials& trials)
{
    tellQuestion(paper(), asked);
    paper().line();
    tellCounts(paper(), rowsOf(trials));
    paper().line();
    tellJudgement(paper(), trials.judgement, trials.done);
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
    else if (words.csv)
        printCountsCsv(paper(), rowsOf(trials));
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
    command->add_flag("--csv", words->csv, "print a table for other programs");
    addPacket(*command, words->packet);
    command->footer(
        "Each trial is one connection. Ctrl+C stops and shows what was done.\n\n"
        "Examples:\n"
        "  natwalk-cli trials samples/nginx_basic -n 1000000 --seed 1\n"
        "  natwalk-cli trials ruleset.save --from pod --dst 10.97.35.60 --dport 80 --kind drawn -n 100000000");
    return {command, [words] { return run(*words); }};
}

}  // namespace natwalk::cli
