#include "cli/answer.h"
#include "cli/command.h"
#include "cli/document.h"
#include "cli/packet_words.h"
#include "cli/paper.h"
#include "cli/word_values.h"
#include "emulator/emulate.h"
#include "graph/graph_text.h"

#include <algorithm>

namespace natwalk::cli {

namespace {

enum class Part { whole, reachable, path };

struct Words
{
    InputWords input;
    PacketWords packet;
    CourseWords course;
    std::optional<std::string> part;

    /// The packet's path where a packet was described, else the whole.
    Part wanted() const
    {
        if (!part)
            return packet.empty() ? Part::whole : Part::path;
        return oneOf<Part>("--part", *part,
                           {{"whole", Part::whole}, {"reachable", Part::reachable}, {"path", Part::path}});
    }
};

/// Marks the chains and rules that a packet came through.
void visit(GraphPart& part, const Trace& trace)
{
    for (const Step& step : trace.steps) {
        const auto* entered = std::get_if<ChainEntered>(&step.event);
        if (entered != nullptr && std::ranges::find(part.visitedChains, entered->chain) == part.visitedChains.end())
            part.visitedChains.push_back(entered->chain);
        if (const auto* matched = std::get_if<RuleMatched>(&step.event))
            part.visited.push_back(matched->rule);
    }
}

/// @param asked  nothing: no packet is drawn
GraphPart partOf(const Words& words, const Ruleset& ruleset, const std::optional<Asked>& asked)
{
    GraphPart part = words.wanted() == Part::reachable ? reachableGraph(ruleset) : wholeGraph(ruleset);
    if (!asked)
        return part;
    visit(part, *emulate(asked->question, *chanceFor(words.course, asked->question, distributionOf(asked->question))));
    if (words.wanted() == Part::path)
        part.chains = part.visitedChains;
    return part;
}

ExitCode run(const Words& words)
{
    const Opened opened = open(words.input);
    printDiagnostics(opened.parsed.diagnostics, opened.source, Severity::error);
    std::optional<Asked> asked;
    if (words.wanted() == Part::path || !words.packet.empty())
        asked = askedOf(opened, words.packet);
    const RulesetPtr ruleset = asked ? asked->question.ruleset() : opened.document->rulesets.front();
    const GraphPart part = partOf(words, *ruleset, asked);
    if (words.input.json)
        printJson(jsonOf(*ruleset, part));
    else
        paper().out() << dotOf(*ruleset, part);
    return ExitCode::fine;
}

}  // namespace

Command graphCommand(CLI::App& program)
{
    const auto words = std::make_shared<Words>();
    CLI::App* command = program.add_subcommand("graph", "The chain graph as DOT or JSON");
    addInput(*command, words->input);
    command->add_option("--part", words->part, "whole, reachable (from the built-in chains) or path (of the packet)")
        ->type_name("PART");
    addPacket(*command, words->packet);
    addCourse(*command, words->course);
    command->footer("With a packet, what it came through is drawn heavy.\n\n"
                    "Examples:\n"
                    "  natwalk-cli graph samples/nginx_basic | dot -Tsvg > chains.svg\n"
                    "  natwalk-cli graph samples/nginx_basic --part path --json\n"
                    "  natwalk-cli graph ruleset.save --part reachable --dst 10.97.35.60 --dport 80");
    return {command, [words] { return run(*words); }};
}

}  // namespace natwalk::cli
