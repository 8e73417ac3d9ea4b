#include "cli/finding_words.h"

#include "cli/nearest.h"

#include <algorithm>
#include <optional>

namespace natwalk::cli {

namespace {

std::optional<std::string> sentenceOf(const Message& message)
{
    return message.id == MessageId::Nothing ? std::nullopt : std::optional(english(message));
}

void writeChecks(JsonWriter& json, const std::vector<NodeCheck>& checks)
{
    json.beginArray();
    for (const NodeCheck& check : checks) {
        json.beginObject();
        json.member("shows", englishPattern(check.shows));
        json.member("command", check.command);
        json.member("changes", check.changes());
        json.endObject();
    }
    json.endArray();
}

void writePlace(JsonWriter& json, const Finding& finding, const Ruleset& ruleset)
{
    const Chain* chain = finding.chain == noChain ? nullptr : &ruleset.chain(finding.chain);
    const std::uint32_t line = finding.line(ruleset);
    json.member("table", chain != nullptr ? std::optional(nameOf(chain->table)) : std::nullopt);
    json.member("chain", chain != nullptr ? std::optional(chain->name) : std::nullopt);
    json.member("num", finding.rule != noRule ? std::optional(ruleset.numberOf(finding.rule)) : std::nullopt);
    json.member("line", line != 0 ? std::optional(line) : std::nullopt);
}

void writeFinding(JsonWriter& json, const Finding& finding, const KubeDocument& kube)
{
    json.beginObject();
    json.member("severity", toText(finding.severity));
    json.member("code", finding.code());
    json.member("message", english(finding.what));
    json.member("consequence", sentenceOf(finding.consequence));
    json.member("cause", sentenceOf(finding.cause));
    json.member("service", finding.service.empty() ? std::nullopt : std::optional(finding.service));
    writePlace(json, finding, *kube.document->rulesets[finding.ruleset]);
    json.key("checks");
    writeChecks(json, nodeChecksFor(finding, kube));
    json.endObject();
}

Ink inkOf(Severity severity)
{
    switch (severity) {
    case Severity::error: return Ink::bad;
    case Severity::warning: return Ink::warning;
    case Severity::note: break;
    }
    return Ink::quiet;
}

std::string placeOf(const Finding& finding, const Ruleset& ruleset)
{
    if (finding.rule != noRule)
        return "  (line " + std::to_string(finding.line(ruleset)) + ": " + ruleset.kernelName(finding.rule) + ')';
    if (finding.chain != noChain)
        return "  (" + toText(ruleset.chain(finding.chain).table) + ':' + std::string(ruleset.chain(finding.chain).name)
               + ')';
    return {};
}

void tell(const Finding& finding, const KubeDocument& kube, bool checks)
{
    const Ruleset& ruleset = *kube.document->rulesets[finding.ruleset];
    const std::string severity(toText(finding.severity));
    paper().line(
        "  " + paper().inked(inkOf(finding.severity), severity + ": " + printable(english(finding.what)))
        + paper().inked(Ink::quiet, printable(placeOf(finding, ruleset)) + "  [" + std::string(finding.code()) + ']'));
    for (const Message& more : {finding.consequence, finding.cause})
        if (more.id != MessageId::Nothing)
            paper().line("      " + printable(english(more)));
    if (checks)
        tellChecks(nodeChecksFor(finding, kube), 6);
}

/// "note", "OwnersMeet"
bool isNamed(const Finding& finding, const std::string& word)
{
    return word == finding.code() || word == toText(finding.severity);
}

std::vector<std::string> hidableWords()
{
    std::vector<std::string> words = {"note", "warning", "error"};
    for (const FindingKind& kind : findingKinds())
        words.emplace_back(kind.code());
    return words;
}

void demandKind(const std::string& word)
{
    const std::vector<std::string> known = hidableWords();
    if (std::ranges::find(known, word) == known.end())
        throw Failure("there is no kind of finding \"" + word + '"' + didYouMean(word, known)
                      + " (a finding's kind stands in brackets behind it; the manual lists all)");
}

}  // namespace

void addFindings(CLI::App& command, FindingChoice& choice)
{
    command.add_option("--hide", choice.hidden, "say nothing of findings of these kinds or severities")
        ->type_name("KIND,...")
        ->delimiter(',');
    command.add_flag("--checks", choice.checks, "with each finding, the commands that check it on the node");
}

std::vector<Finding> findingsOf(const KubeDocument& kube, const FindingChoice& choice)
{
    std::ranges::for_each(choice.hidden, demandKind);
    std::vector<Finding> findings = natwalk::findingsOf(kube);
    std::erase_if(findings, [&](const Finding& finding) {
        return std::ranges::any_of(choice.hidden, [&](const std::string& word) { return isNamed(finding, word); });
    });
    return findings;
}

Json checksJson(const std::vector<NodeCheck>& checks)
{
    JsonWriter json;
    writeChecks(json, checks);
    return Json::parse(json.text());
}

void tellChecks(const std::vector<NodeCheck>& checks, std::size_t indent)
{
    const std::string blanks(indent, ' ');
    MessageId shown = MessageId::Nothing;
    for (const NodeCheck& check : checks) {
        if (check.shows != shown)
            paper().line(paper().inked(Ink::quiet, blanks + "# " + std::string(englishPattern(check.shows))));
        shown = check.shows;
        paper().line(blanks + printable(check.command));
    }
}

void writeFindings(JsonWriter& json, std::span<const Finding> findings, const KubeDocument& kube)
{
    json.beginArray();
    for (const Finding& finding : findings)
        writeFinding(json, finding, kube);
    json.endArray();
}

Json findingsJson(std::span<const Finding> findings, const KubeDocument& kube)
{
    JsonWriter json;
    writeFindings(json, findings, kube);
    return Json::parse(json.text());
}

void tellFindings(std::span<const Finding> findings, const KubeDocument& kube, const FindingChoice& choice,
                  Severity least)
{
    for (const Finding& finding : findings)
        if (finding.severity >= least)
            tell(finding, kube, choice.checks);
}

ExitCode exitCodeOf(std::span<const Finding> findings)
{
    const auto counts = [](const Finding& finding) { return finding.severity != Severity::note; };
    return std::ranges::any_of(findings, counts) ? ExitCode::refused : ExitCode::fine;
}

}  // namespace natwalk::cli
