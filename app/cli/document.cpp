#include "cli/document.h"

#include "cli/exit_code.h"
#include "cli/paper.h"
#include "emulator/infer_host.h"
#include "files/reading.h"
#include "ruleset/load_check.h"

#include <algorithm>
#include <filesystem>

namespace natwalk::cli {

namespace {

namespace fs = std::filesystem;

bool isFolder(const std::string& path)
{
    std::error_code ignored;
    return path != "-" && fs::is_directory(path, ignored);
}

bool isFile(const fs::path& path)
{
    std::error_code ignored;
    return fs::is_regular_file(path, ignored);
}

Source read(const std::string& path)
{
    const FileText file = readFile(path);
    if (!file.text)
        throw Failure(english(file.problem));
    return {path == "-" ? "standard input" : path, file.text};
}

/// A folder stands for the ruleset in it.
std::string rulesetPath(const std::string& path)
{
    if (!isFolder(path))
        return path;
    const fs::path inside = fs::path(path) / "ruleset.save";
    if (!isFile(inside))
        throw Failure(path + " is a folder without a ruleset.save; name the file that holds the rules");
    return inside.string();
}

/// The scenario of a sample lies beside its ruleset.save.
std::string scenarioBeside(const std::string& ruleset)
{
    const fs::path path(ruleset);
    const fs::path beside = path.parent_path() / "scenario.json";
    return path.filename() == "ruleset.save" && isFile(beside) ? beside.string() : std::string();
}

bool hasErrors(const std::vector<Diagnostic>& diagnostics)
{
    return std::ranges::any_of(diagnostics, [](const Diagnostic& one) { return one.severity == Severity::error; });
}

std::shared_ptr<const Host> hostOf(const InputWords& words, const Opened& opened)
{
    std::shared_ptr<const Host> host;
    for (const std::string& path : words.hosts)
        host = openScenario(path).host;
    if (!host && opened.scenario)
        host = opened.scenario->host;
    return host ? host : inferHost(opened.parsed.rulesets);
}

}  // namespace

void addFile(CLI::App& command, InputWords& words)
{
    command.add_option("FILE", words.file, "an iptables-save dump, a sample's folder, or - for standard input")
        ->required();
    command.add_flag("--json", words.json, "print JSON (the keys stand in natwalk-cli(1))");
}

void addInput(CLI::App& command, InputWords& words)
{
    addFile(command, words);
    command.add_option("--host", words.hosts, "a scenario whose host is taken, instead of one inferred from the rules")
        ->type_name("FILE")
        ->allow_extra_args(false);
    command.add_option("--scenario", words.scenario, "a scenario: its host, its packets, and what happened before")
        ->type_name("FILE");
}

std::vector<Diagnostic> Opened::diagnostics() const
{
    std::vector<Diagnostic> all = parsed.diagnostics;
    for (const RulesetPtr& ruleset : parsed.rulesets)
        std::ranges::copy(checkLoads(*ruleset), std::back_inserter(all));
    std::ranges::stable_sort(all, {}, [](const Diagnostic& one) { return one.where.line; });
    return all;
}

Opened open(const InputWords& words)
{
    Opened opened;
    const std::string path = rulesetPath(words.file);
    opened.source = read(path);
    opened.parsed = parse(opened.source.text);
    if (opened.parsed.rulesets.empty()) {
        printDiagnostics(opened.parsed.diagnostics, opened.source);
        throw Failure(opened.source.name + " holds no rules that natwalk can read");
    }
    opened.scenarioName = words.scenario.empty() ? scenarioBeside(path) : words.scenario;
    if (!opened.scenarioName.empty())
        opened.scenario = openScenario(opened.scenarioName);
    opened.document = std::make_shared<Document>(Document{opened.parsed.rulesets, hostOf(words, opened)});
    return opened;
}

void printDiagnostics(const std::vector<Diagnostic>& diagnostics, const Source& source, Severity least)
{
    for (const Diagnostic& diagnostic : diagnostics)
        if (diagnostic.severity >= least)
            errorPaper().out() << print(diagnostic, source.name, *source.text);
}

Scenario openScenario(const std::string& path)
{
    const Source source = read(path);
    ScenarioResult result = readScenario(*source.text);
    printDiagnostics(result.diagnostics, source);
    if (!result.scenario || hasErrors(result.diagnostics))
        throw Failure(source.name + " cannot be used as a scenario: mend what is said above");
    return *std::move(result.scenario);
}

}  // namespace natwalk::cli
