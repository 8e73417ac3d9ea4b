#include "cli/finding_words.h"

#include "kube/node_checks.h"

#include <algorithm>

namespace natwalk::cli {

namespace {

Json sentenceJson(const Message& message) { return message.id == MessageId::Nothing ? Json() : Json(english(message)); }

Json findingJson(const Finding& finding, const KubeDocument& kube)
{
    const Ruleset& ruleset = *kube.document->rulesets[finding.ruleset];
    Json json = {
        {"severity", toText(finding.severity)}, {"code", finding.code()},
        {"message", english(finding.what)},     {"consequence", sentenceJson(finding.consequence)},
        {"cause", sentenceJson(finding.cause)}, {"service", finding.service.empty() ? Json() : Json(finding.service)}};
    const bool placed = finding.chain != noChain;
    json["table"] = placed ? Json(nameOf(ruleset.chain(finding.chain).table)) : Json();
    json["chain"] = placed ? Json(ruleset.chain(finding.chain).name) : Json();
    json["num"] = finding.rule != noRule ? Json(ruleset.numberOf(finding.rule)) : Json();
    json["line"] = finding.line(ruleset) != 0 ? Json(finding.line(ruleset)) : Json();
    json["checks"] = nodeChecksFor(finding, kube);
    return json;
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

void tell(const Finding& finding, const KubeDocument& kube)
{
    const Ruleset& ruleset = *kube.document->rulesets[finding.ruleset];
    const std::string severity(toText(finding.severity));
    paper().line("  " + paper().inked(inkOf(finding.severity), severity + ": " + printable(english(finding.what)))
                 + paper().inked(Ink::quiet, printable(placeOf(finding, ruleset))));
    for (const Message& more : {finding.consequence, finding.cause})
        if (more.id != MessageId::Nothing)
            paper().line("      " + printable(english(more)));
    if (finding.severity != Severity::note)
        for (const std::string& command : nodeChecksFor(finding, kube))
            paper().line(paper().inked(Ink::quiet, "      $ " + printable(command)));
}

}  // namespace

Json findingsJson(std::span<const Finding> findings, const KubeDocument& kube)
{
    Json json = Json::array();
    for (const Finding& finding : findings)
        json.push_back(findingJson(finding, kube));
    return json;
}

void tellFindings(std::span<const Finding> findings, const KubeDocument& kube, Severity least)
{
    for (const Finding& finding : findings)
        if (finding.severity >= least)
            tell(finding, kube);
}

ExitCode exitCodeOf(std::span<const Finding> findings)
{
    const auto counts = [](const Finding& finding) { return finding.severity != Severity::note; };
    return std::ranges::any_of(findings, counts) ? ExitCode::refused : ExitCode::fine;
}

}  // namespace natwalk::cli
