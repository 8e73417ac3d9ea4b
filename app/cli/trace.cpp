#include "cli/answer.h"
#include "cli/command.h"
#include "cli/document.h"
#include "cli/ending.h"
#include "cli/finding_words.h"
#include "cli/packet_words.h"
#include "cli/story.h"
#include "emulator/emulate.h"

namespace natwalk::cli {

namespace {

struct Words
{
    InputWords input;
    PacketWords packet;
    CourseWords course;
    bool all = false;
    bool checks = false;
};

Json traceJson(const Trace& trace, const std::string& id, const KubeDocument& kube)
{
    Json json = answerJson(trace, id);
    json["packet_in"] = packetJson(trace.packetIn);
    json["verdict_class"] = english(classOf(trace));
    json["sentence"] = english(sentenceOf(trace));
    json["deciding_rule"] = ruleJson(*trace.ruleset, trace.verdict.decidingRule);
    json["findings"] = findingsJson(denialsOf(kube), kube);
    json["checks"] = checksJson(nodeChecksFor(trace, *kube.document));
    json["steps"] = stepsJson(trace);
    json["assumptions"] = assumptionsJson(*trace.host);
    return json;
}

void tellAssumptions(const Host& host)
{
    if (host.assumptions.empty())
        return;
    errorPaper().line(errorPaper().inked(Ink::quiet, "Supposed about the host (--host and --back-end say otherwise):"));
    for (const Assumption& assumption : host.assumptions)
        errorPaper().line(errorPaper().inked(Ink::quiet, "  " + english(assumption.message)));
}

void tell(const Asked& asked, const Trace& trace, const Distribution& distribution, const Words& words,
          const KubeDocument& kube)
{
    tellFindings(denialsOf(kube), kube, {});
    tellQuestion(paper(), asked);
    tellWalk(paper(), trace, words.all);
    tellVerdict(paper(), trace);
    tellAnswers(paper(), trace);
    tellDoubts(paper(), trace);
    tellOutcomes(paper(), distribution, trace);
    if (!words.checks)
        return;
    paper().line();
    paper().line(paper().inked(Ink::heading, "To check on the node"));
    tellChecks(nodeChecksFor(trace, *kube.document), 2);
}

ExitCode run(const Words& words)
{
    const Opened opened = open(words.input);
    printDiagnostics(opened.parsed.diagnostics, opened.source, Severity::error);
    const Asked asked = askedOf(opened, words.packet);
    const Distribution distribution = distributionOf(asked.question);
    const TracePtr trace = emulate(asked.question, *chanceFor(words.course, asked.question, distribution));
    const KubeDocument kube(opened.document);
    if (words.input.json) {
        printJson(traceJson(*trace, asked.id, kube));
    } else {
        tellAssumptions(*trace->host);
        tell(asked, *trace, distribution, words, kube);
    }
    return exitCodeOf(outcomeOf(*trace));
}

}  // namespace

Command traceCommand(CLI::App& program)
{
    const auto words = std::make_shared<Words>();
    CLI::App* command = program.add_subcommand("trace", "The walk of one packet: rules, changes, verdict");
    addInput(*command, words->input);
    command->add_flag("--all", words->all, "tell each rule that did not match, and why");
    command->add_flag("--checks", words->checks, "the commands that check the verdict on the node");
    addPacket(*command, words->packet);
    addCourse(*command, words->course);
    command->footer(
        "Without packet words: the scenario's first packet, or one that shows what the rules are for.\n\n"
        "Examples:\n"
        "  natwalk-cli trace samples/nginx_basic\n"
        "  natwalk-cli trace samples/nginx_basic --packet outside-to-nodeport --all\n"
        "  natwalk-cli trace ruleset.save --from pod --dst 10.97.35.60 --dport 80 --endpoint 192.168.166.162:80\n"
        "  natwalk-cli trace ruleset.save --in eth0 --src 198.51.100.7 --dst 192.0.2.10 --dport 22 --json");
    return {command, [words] { return run(*words); }};
}

}  // namespace natwalk::cli
