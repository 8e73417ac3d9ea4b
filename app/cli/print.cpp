#include "cli/answer.h"
#include "cli/command.h"
#include "cli/document.h"
#include "cli/paper.h"
#include "syntax/writer.h"

namespace natwalk::cli {

namespace {

Json printedJson(const std::vector<RulesetPtr>& rulesets)
{
    Json json = Json::array();
    for (const RulesetPtr& ruleset : rulesets)
        json.push_back({{"family", familyName(ruleset->family())},
                        {"back_end", nameOf(ruleset->backEnd())},
                        {"text", write(*ruleset)}});
    return json;
}

ExitCode run(const InputWords& words)
{
    const Opened opened = open(words);
    printDiagnostics(opened.parsed.diagnostics, opened.source);
    if (words.json)
        printJson(printedJson(opened.parsed.rulesets));
    else
        for (const RulesetPtr& ruleset : opened.parsed.rulesets)
            paper().out() << write(*ruleset);
    return opened.parsed.hasErrors() ? ExitCode::refused : ExitCode::fine;
}

}  // namespace

Command printCommand(CLI::App& program)
{
    const auto words = std::make_shared<InputWords>();
    CLI::App* command = program.add_subcommand("print", "The rules in canonical form, as iptables-save prints them");
    addFile(*command, *words);
    command->footer("Lines that cannot be read are named on standard error and left out; the exit code is then 1.\n\n"
                    "Examples:\n"
                    "  natwalk-cli print pasted.txt > ruleset.save\n"
                    "  diff <(natwalk-cli print before.save) <(natwalk-cli print after.save)");
    return {command, [words] { return run(*words); }};
}

}  // namespace natwalk::cli
