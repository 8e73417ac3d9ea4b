#include "cli/answer.h"
#include "cli/command.h"
#include "cli/document.h"
#include "cli/finding_words.h"
#include "cli/not_simulated.h"
#include "cli/paper.h"

#include <algorithm>
#include <span>

namespace natwalk::cli {

namespace {

struct Words
{
    InputWords input;
    FindingChoice findings;
};

struct Sums
{
    std::size_t tables = 0, chains = 0, rules = 0;
};

Sums sumsOf(std::span<const RulesetPtr> rulesets)
{
    Sums sums;
    for (const RulesetPtr& ruleset : rulesets) {
        sums.tables += ruleset->tableCount();
        sums.chains += ruleset->chainCount();
        sums.rules += ruleset->ruleCount();
    }
    return sums;
}

Json rulesetsJson(std::span<const RulesetPtr> rulesets)
{
    Json json = Json::array();
    for (const RulesetPtr& ruleset : rulesets)
        json.push_back({{"family", familyName(ruleset->family())},
                        {"back_end", nameOf(ruleset->backEnd())},
                        {"tables", ruleset->tableCount()},
                        {"chains", ruleset->chainCount()},
                        {"rules", ruleset->ruleCount()}});
    return json;
}

Json linesJson(const LineCounts& lines)
{
    return {{"total", lines.total},       {"rules", lines.rules}, {"chains", lines.chains},  {"headers", lines.headers},
            {"comments", lines.comments}, {"blank", lines.blank}, {"ignored", lines.ignored}};
}

Json diagnosticsJson(const std::vector<Diagnostic>& diagnostics)
{
    Json json = Json::array();
    for (const Diagnostic& diagnostic : diagnostics)
        json.push_back({{"severity", toText(diagnostic.severity)},
                        {"line", diagnostic.where.line},
                        {"column", diagnostic.where.column},
                        {"length", diagnostic.where.length},
                        {"code", nameOf(diagnostic.message.id)},
                        {"message", english(diagnostic.message)}});
    return json;
}

Json notSimulatedJson(const Document& document)
{
    Json json = Json::array();
    for (const NotSimulated& one : notSimulatedIn(document))
        json.push_back({{"name", one.name}, {"rules", one.rules}});
    return json;
}

Json checkJson(const Opened& opened, const std::vector<Diagnostic>& diagnostics, const std::vector<Finding>& findings,
               const KubeDocument& kube)
{
    const Sums sums = sumsOf(opened.parsed.rulesets);
    return {{"file", opened.source.name},
            {"rulesets", rulesetsJson(opened.parsed.rulesets)},
            {"tables", sums.tables},
            {"chains", sums.chains},
            {"rules", sums.rules},
            {"lines", linesJson(opened.parsed.lines)},
            {"repaired", opened.parsed.lines.repaired},
            {"host_lines", opened.parsed.lines.host},
            {"diagnostics", diagnosticsJson(diagnostics)},
            {"findings", findingsJson(findings, kube)},
            {"not_simulated", notSimulatedJson(*opened.document)},
            {"assumptions", assumptionsJson(*opened.document->host)}};
}

void tellRulesets(std::span<const RulesetPtr> rulesets)
{
    using enum Table::Align;
    Table table({left, left, left, right, right});
    table.add({"family", "back end", "table", "chains", "rules"}, Ink::quiet);
    for (const RulesetPtr& ruleset : rulesets)
        for (const TableName name : allTables) {
            if (!ruleset->hasTable(name))
                continue;
            std::size_t rules = 0;
            for (const ChainId chain : ruleset->table(name).chains)
                rules += ruleset->chain(chain).ruleCount;
            table.add({std::string(familyName(ruleset->family())), std::string(nameOf(ruleset->backEnd())),
                       toText(name), grouped(ruleset->table(name).chains.size()), grouped(rules)});
        }
    table.print(paper());
}

void tellLines(const LineCounts& lines)
{
    paper().line("  " + counted(lines.total, "line") + ": " + counted(lines.rules, "rule") + ", "
                 + counted(lines.chains, "chain") + ", " + counted(lines.headers, "header") + ", "
                 + counted(lines.comments, "comment") + ", " + grouped(lines.blank) + " blank, "
                 + grouped(lines.ignored) + " ignored; " + grouped(lines.repaired) + " repaired"
                 + (lines.host > 0 ? "; " + counted(lines.host, "comment") + " of the host" : ""));
}

void tellNotSimulated(const Document& document)
{
    const std::vector<NotSimulated> found = notSimulatedIn(document);
    if (found.empty())
        return paper().line("  everything here is simulated");
    for (const NotSimulated& one : found)
        paper().line(
            "  " + paper().inked(Ink::warning, "not simulated: " + one.name + " (" + counted(one.rules, "rule") + ')'));
}

void tellAssumptions(const Host& host)
{
    if (host.assumptions.empty())
        return;
    paper().line();
    paper().line(paper().inked(Ink::heading, "Supposed about the host") + "  (--host and --back-end say otherwise)");
    for (const Assumption& assumption : host.assumptions)
        paper().line("  " + english(assumption.message));
}

void tellComplaints(const std::vector<Diagnostic>& diagnostics, const std::vector<Finding>& findings,
                    const KubeDocument& kube, const Opened& opened, const FindingChoice& choice)
{
    paper().line();
    if (diagnostics.empty() && findings.empty())
        return paper().line(paper().inked(Ink::good, "Nothing to complain about."));
    tellFindings(findings, kube, choice);
    DiagnosticPrinter printer(opened.source.name, *opened.source.text);
    for (const Diagnostic& diagnostic : diagnostics)
        paper().out() << printer.print(diagnostic);
}

bool isFinding(const Diagnostic& diagnostic) { return diagnostic.severity != Severity::note; }

ExitCode run(const Words& words)
{
    const Opened opened = open(words.input, words.input.json);
    const std::vector<Diagnostic>& diagnostics = opened.parsed.diagnostics;
    const KubeDocument kube(opened.document);
    const std::vector<Finding> findings = findingsOf(kube, words.findings);
    if (words.input.json) {
        printJson(checkJson(opened, diagnostics, findings, kube));
    } else {
        paper().line(paper().inked(Ink::heading, opened.source.name));
        tellRulesets(opened.parsed.rulesets);
        tellLines(opened.parsed.lines);
        tellNotSimulated(*opened.document);
        tellAssumptions(*opened.document->host);
        tellComplaints(diagnostics, findings, kube, opened, words.findings);
    }
    if (opened.parsed.rulesets.empty())
        return ExitCode::badInput;
    return std::ranges::any_of(diagnostics, isFinding) ? ExitCode::refused : exitCodeOf(findings);
}

}  // namespace

Command checkCommand(CLI::App& program)
{
    const auto words = std::make_shared<Words>();
    CLI::App* command =
        program.add_subcommand("check", "Read a ruleset and say what is in it and what is wrong with it");
    addInput(*command, words->input);
    addFindings(*command, words->findings);
    command->footer("Exit code 1 when there is a warning or an error.\n\n"
                    "Examples:\n"
                    "  natwalk-cli check samples/nginx_basic\n"
                    "  natwalk-cli check ruleset.save --hide note,RuleUnreachable\n"
                    "  iptables-save -c | natwalk-cli check - --json");
    return {command, [words] { return run(*words); }};
}

}  // namespace natwalk::cli
