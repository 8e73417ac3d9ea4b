#include "cli/document.h"

#include "cli/exit_code.h"
#include "cli/paper.h"
#include "emulator/document_of.h"
#include "files/reading.h"
#include "host/assumed_matches.h"
#include "syntax/host_reader.h"
#include "syntax/snapshot.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>

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

/// A scenario is a JSON object; what `ip -json` prints is a list.
bool isScenario(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return begin != std::string_view::npos && text[begin] == '{';
}

/// Takes what a file tells of the host: a scenario's, a snapshot's, or what commands printed.
void addHost(GivenHost& given, const Source& source)
{
    HostText host = readHostText(*source.text);
    printDiagnostics(host.diagnostics, source);
    given.facts.add(std::move(host.facts));
}

bool asksFor(const Document& document, const std::string& text)
{
    const auto isIt = [&text](const Match* match) { return match->name() == text || matchText(*match) == text; };
    return std::ranges::any_of(document.rulesets, [&](const RulesetPtr& ruleset) {
        return std::ranges::any_of(ruleset->rules(),
                                   [&](const Rule& rule) { return std::ranges::any_of(rule.matches, isIt); });
    });
}

/// What somebody says of matches counts before what a scenario says of them.
DocumentPtr withAssumed(const DocumentPtr& document, const InputWords& words)
{
    if (words.holding.empty() && words.notHolding.empty())
        return document;
    auto host = std::make_shared<Host>(*document->host);
    for (const auto* texts : {&words.holding, &words.notHolding})
        for (const std::string& text : *texts) {
            if (!asksFor(*document, assumedText(text)))
                throw Failure("no rule has the match \"" + text
                              + "\"; write it as iptables-save prints it, or its name alone");
            assume(*host, text, texts == &words.holding);
        }
    return std::make_shared<const Document>(Document{document->rulesets, std::move(host)});
}

GivenHost hostOf(const InputWords& words, const Opened& opened)
{
    GivenHost given;
    given.first = words.first;
    if (opened.scenario)
        given.whole = opened.scenario->host;
    if (opened.source.text->starts_with(snapshotMark))
        addHost(given, opened.source);
    for (const std::string& path : words.hosts) {
        const Source source = readText(path);
        if (isScenario(*source.text)) {
            given.whole = openScenario(path).host;
            continue;
        }
        const bool wasEmpty = given.facts.empty();
        addHost(given, source);
        if (wasEmpty && given.facts.empty())
            throw Failure(english(message(MessageId::HostTextUnknown, source.name)));
        given.whole.reset();
    }
    return given;
}

}  // namespace

Source readText(const std::string& path)
{
    const FileText file = readFile(path);
    if (!file.text)
        throw Failure(english(file.problem));
    return {path == "-" ? "standard input" : path, file.text};
}

void addFile(CLI::App& command, InputWords& words)
{
    command.add_option("FILE", words.file, "an iptables-save dump, a sample's folder, or - for standard input")
        ->required();
    command.add_flag("--json", words.json, "print JSON (the keys stand in natwalk-cli(1))");
}

void addCsv(CLI::App& command, bool& csv)
{
    command.add_flag("--csv", csv, "print a table for other programs")->excludes(command.get_option("--json"));
}

void addInput(CLI::App& command, InputWords& words)
{
    addFile(command, words);
    command
        .add_option("--host", words.hosts,
                    "what is known of the host, where it is not to be inferred from the rules: a scenario, a node "
                    "snapshot, or what ip, ipset save, conntrack -L or sysctl -a printed; may be given again")
        ->type_name("FILE")
        ->allow_extra_args(false);
    const std::map<std::string, BackEnd> backEnds = {{"legacy", BackEnd::legacy}, {"nft", BackEnd::nft}};
    command
        .add_option("--back-end", words.first,
                    "whose rules come first at each hook where both back ends have some: legacy or nft")
        ->transform(CLI::CheckedTransformer(backEnds, CLI::ignore_case))
        ->type_name("NAME");
    command.add_option("--scenario", words.scenario, "a scenario: its host, its packets, and what happened before")
        ->type_name("FILE");
    for (const auto& [option, texts, help] :
         {std::tuple{"--assume", &words.holding,
                     "take it that this match holds where natwalk cannot decide it: as iptables-save prints it, or its "
                     "name alone"},
          std::tuple{"--assume-not", &words.notHolding, "take it that this match does not hold"}})
        command.add_option(option, *texts, help)->type_name("MATCH")->allow_extra_args(false);
}

Opened open(const InputWords& words, bool mayBeEmpty)
{
    Opened opened;
    const std::string path = rulesetPath(words.file);
    opened.source = readText(path);
    opened.parsed = parse(opened.source.text);
    if (opened.parsed.rulesets.empty() && !mayBeEmpty) {
        printDiagnostics(opened.parsed.diagnostics, opened.source);
        throw Failure(opened.source.name + " holds no rules that natwalk can read");
    }
    opened.scenarioName = words.scenario.empty() ? scenarioBeside(path) : words.scenario;
    if (!opened.scenarioName.empty())
        opened.scenario = openScenario(opened.scenarioName);
    DocumentOf made = documentOf(opened.parsed.rulesets, hostOf(words, opened));
    opened.document = withAssumed(made.document, words);
    opened.before = std::move(made.before);
    return opened;
}

void printDiagnostics(const std::vector<Diagnostic>& diagnostics, const Source& source, Severity least)
{
    DiagnosticPrinter printer(source.name, *source.text);
    for (const Diagnostic& diagnostic : diagnostics)
        if (diagnostic.severity >= least)
            errorPaper().out() << printer.print(diagnostic);
}

Scenario openScenario(const std::string& path)
{
    const Source source = readText(path);
    ScenarioResult result = readScenario(*source.text);
    printDiagnostics(result.diagnostics, source);
    if (!result.scenario || hasErrors(result.diagnostics))
        throw Failure(source.name + " cannot be used as a scenario: mend what is said above");
    return *std::move(result.scenario);
}

}  // namespace natwalk::cli
