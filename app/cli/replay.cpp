#include "cli/answer.h"
#include "cli/command.h"
#include "cli/document.h"
#include "cli/paper.h"
#include "probability/likeliest.h"

namespace natwalk::cli {

namespace {

struct Words
{
    InputWords input;
    std::string scenario;
};

/// A ruleset that the kernel refuses lets no packet through its rules.
const Diagnostic* refusal(const std::vector<Diagnostic>& diagnostics)
{
    const auto error = std::ranges::find(diagnostics, Severity::error, &Diagnostic::severity);
    return error != diagnostics.end() ? &*error : nullptr;
}

ExitCode tell(const Replayed& replayed)
{
    if (!replayed.trace) {
        printJsonLine(problemJson(replayed));
        return ExitCode::badInput;
    }
    printJsonLine(answerJson(*replayed.trace, replayed.packet->id));
    return exitCodeOf(outcomeOf(*replayed.trace));
}

ExitCode run(Words words)
{
    words.input.scenario = words.scenario;
    const Opened opened = open(words.input);
    const std::vector<Diagnostic>& diagnostics = opened.parsed.diagnostics;
    printDiagnostics(diagnostics, opened.source, Severity::error);
    if (const Diagnostic* error = refusal(diagnostics)) {
        printJsonLine(Json{{"error", english(error->message)}, {"line", error->where.line}});
        return ExitCode::badInput;
    }
    ExitCode code = ExitCode::fine;
    const auto told = [&code](const Replayed& replayed) {
        code = worse(code, tell(replayed));
        return true;
    };
    replay(opened.document, *opened.scenario, told, [](const Question& question) { return likeliestCourse(question); });
    return code;
}

}  // namespace

Command replayCommand(CLI::App& program)
{
    const auto words = std::make_shared<Words>();
    CLI::App* command = program.add_subcommand("replay", "All packets of a scenario in turn, one JSON object a packet");
    addFile(*command, words->input);
    command->add_option("SCENARIO", words->scenario, "the scenario (JSON): host, what happened before, packets")
        ->required();
    command->footer("What a packet leaves behind (connections, counters, lists) is what the next one meets.\n\n"
                    "Examples:\n"
                    "  natwalk-cli replay samples/nginx_basic/ruleset.save samples/nginx_basic/scenario.json\n"
                    "  natwalk-cli replay rules.save scenario.json | jq -c '[.id, .verdict, .result.dst]'");
    return {command, [words] { return run(*words); }};
}

}  // namespace natwalk::cli
