#include "probability/trials.h"

#include "cli/answer.h"
#include "cli/command.h"
#include "cli/document.h"
#include "cli/ending.h"
#include "cli/history_words.h"
#include "cli/judgement_words.h"
#include "cli/packet_words.h"
#include "cli/plan_words.h"
#include "cli/progress.h"
#include "cli/story.h"
#include "cli/word_values.h"

namespace natwalk::cli {

namespace {

struct Words
{
    InputWords input;
    PacketWords packet;
    PlanWords plan;
    std::optional<std::string> traced, replica;
    bool csv = false;
    bool series = false;
    bool perClient = false;
};

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
        const Interval observed = trials.judgement.intervals[i];
        rows.push_back(
            {outcome, listed ? outcome->probability : trials.expected.uncovered, trials.counts[i], observed});
    }
    return rows;
}

Json trialsJson(const Trials& trials, const Words& words)
{
    Json json = {{"n", trials.done},
                 {"seed", trials.plan.seed},
                 {"seconds", trials.seconds},
                 {"per_second", perSecond(trials)},
                 {"kind", nameOf(trials.plan.kind)},
                 {"outcomes", countsJson(rowsOf(trials))}};
    addJudgement(json, trials.judgement);
    json["dependent"] = trials.dependent;
    if (trials.history)
        json["history"] = historyJson(trials);
    if (words.series)
        json["series"] = seriesJson(trials);
    if (words.perClient)
        json["clients"] = clientsJson(trials);
    return json;
}

void tell(const Asked& asked, const Trials& trials, const Words& words)
{
    tellQuestion(paper(), asked);
    if (trials.history)
        paper().line("  " + paper().inked(Ink::quiet, planText(trials.plan)));
    paper().line();
    tellCounts(paper(), rowsOf(trials));
    paper().line();
    tellJudgement(paper(), trials.judgement, trials.done);
    tellHistory(paper(), trials);
    if (trials.done < trials.plan.count)
        paper().line("  "
                     + paper().inked(Ink::warning, "stopped after " + grouped(trials.done) + " of "
                                                       + grouped(trials.plan.count) + " trials"));
    paper().line("  " + grouped(trials.done) + " trials (" + std::string(nameOf(trials.plan.kind)) + ", seed "
                 + std::to_string(trials.plan.seed) + ") in " + fixed(trials.seconds, 3)
                 + " s: " + grouped(static_cast<std::uint64_t>(perSecond(trials))) + " a second");
    if (words.series)
        tellSeries(paper(), trials);
    if (words.perClient)
        tellClients(paper(), trials);
}

void printCsv(const Trials& trials, const Words& words)
{
    if (words.series)
        printSeriesCsv(paper(), trials);
    else if (words.perClient)
        printClientsCsv(paper(), trials);
    else
        printCountsCsv(paper(), rowsOf(trials));
}

/// The number of the trial that is to be told; a replica counts its own.
std::uint64_t tracedTrial(const Words& words, const TrialPlan& plan)
{
    if (!words.replica)
        return numberOf("--trace-trial", *words.traced, 0, plan.count - 1);
    const auto replica = static_cast<std::uint32_t>(numberOf("--replica", *words.replica, 0, plan.replicas - 1));
    const std::uint64_t first = firstTrialOf(plan, replica);
    return first + numberOf("--trace-trial", *words.traced, 0, firstTrialOf(plan, replica + 1) - first - 1);
}

ExitCode traceTrial(const Words& words, const Asked& asked, const TrialPlan& plan)
{
    const std::uint64_t trial = tracedTrial(words, plan);
    const TracePtr trace = [&] {
        Progress progress;
        return replayTrial(asked.question, plan, trial, progress.checkpoint());
    }();
    if (!trace)
        throw Failure("stopped on the way to trial " + grouped(trial));
    if (words.input.json) {
        Json json = answerJson(*trace, asked.id);
        json["trial"] = trial;
        json["replica"] = replicaOf(plan, trial);
        json["clock"] = trace->before.clock;
        json["connections"] = trace->before.connections.size();
        printJson(json);
        return exitCodeOf(outcomeOf(*trace));
    }
    paper().line(paper().inked(Ink::heading, "Trial " + grouped(trial)) + "  " + toText(trace->packetIn) + "  "
                 + paper().inked(Ink::quiet, counted(trace->before.connections.size(), "connection")
                                                 + " in the table, clock " + fixed(trace->before.clock, 3) + " s"));
    tellWalk(paper(), *trace, false);
    tellVerdict(paper(), *trace);
    tellAnswers(paper(), *trace);
    tellDoubts(paper(), *trace);
    return exitCodeOf(outcomeOf(*trace));
}

ExitCode run(const Words& words)
{
    const TrialPlan plan = planOf(words.plan);
    const Opened opened = open(words.input);
    printDiagnostics(opened.parsed.diagnostics, opened.source, Severity::error);
    const Asked asked = askedOf(opened, words.packet);
    if (words.traced)
        return traceTrial(words, asked, plan);
    const Trials trials = [&] {
        Progress progress;
        return runTrials(asked.question, plan, progress.checkpoint());
    }();
    if (words.input.json)
        printJson(trialsJson(trials, words));
    else if (words.csv)
        printCsv(trials, words);
    else
        tell(asked, trials, words);
    return trials.expected.depends ? ExitCode::depends : ExitCode::fine;
}

void addOutput(CLI::App& command, Words& words)
{
    addCsv(command, words.csv);
    auto* series =
        command.add_flag("--series", words.series, "how the shares converge: counts after 1, 2, 3, ... trials");
    auto* clients = command.add_flag("--per-client", words.perClient, "which end each client came to");
    command.add_option("--trace-trial", words.traced, "tell trial K (from 0) instead of counting")
        ->type_name("K")
        ->excludes(series)
        ->excludes(clients);
    command.add_option("--replica", words.replica, "K counts the trials of this history (from 0)")
        ->type_name("R")
        ->needs("--trace-trial");
}

}  // namespace

Command trialsCommand(CLI::App& program)
{
    const auto words = std::make_shared<Words>();
    CLI::App* command =
        program.add_subcommand("trials", "Real draws beside the exact shares: is a skew chance or fault?");
    addInput(*command, words->input);
    addPlan(*command, words->plan);
    addOutput(*command, *words);
    addPacket(*command, words->packet);
    command->footer(
        "Each trial is one connection. Ctrl+C stops and shows what was done. Where rules remember connections, and\n"
        "where it is said who connects, connections follow each other and find what the earlier ones left: entries of\n"
        "conntrack, recent lists, counters, and the clock.\n\n"
        "Examples:\n"
        "  natwalk-cli trials samples/nginx_basic -n 1000000 --seed 1\n"
        "  natwalk-cli trials ruleset.save --from pod --dst 10.97.35.60 --dport 80 --kind drawn -n 100000000\n"
        "  natwalk-cli trials ruleset.save --service shop/web --clients 50 --pace 10 --per-client");
    return {command, [words] { return run(*words); }};
}

}  // namespace natwalk::cli
