#include "cli/source_words.h"

#include "cli/ending.h"
#include "cli/exit_code.h"
#include "cli/word_values.h"
#include "kube/all_ways.h"
#include "probability/named_sources.h"

#include <algorithm>
#include <functional>
#include <span>
#include <sstream>

namespace natwalk::cli {

namespace {

constexpr std::size_t shownSources = 40;
constexpr std::size_t shownEnds = 3;

NamedSource namedBy(const std::string& word)
{
    if (auto named = namedSource(word))
        return *std::move(named);
    rejectValue("a source's weight", "a number above 0", word);
}

/// A source and a weight on each line; "#" begins a remark.
std::vector<NamedSource> readSources(const std::string& path)
{
    std::vector<NamedSource> found;
    std::istringstream lines(*readText(path).text);
    for (std::string line; std::getline(lines, line);)
        if (NamedSource named = namedBy(line.substr(0, line.find('#'))); !named.who.empty())
            found.push_back(std::move(named));
    return found;
}

void add(const NamedSource& named, const Question& question, ManyAsked& many)
{
    switch (addPackets(named, question, many)) {
    case SourceFault::none: return;
    case SourceFault::noSuchPlace: throw Failure("the host shows no place \"" + named.who + '"');
    case SourceFault::unknown:
        rejectValue("--source", "outside, pod, node or a network of the packet's family", named.who);
    }
}

/// "10.244.0.2:80 33.3 %, 10.244.0.3:80 66.7 %": the largest first.
std::string endsOf(const SourceShares& source, const Distribution& all)
{
    auto shares = source.shares;
    std::ranges::stable_sort(shares, std::greater<>(), &std::pair<std::uint32_t, double>::second);
    std::string text;
    for (const auto& [outcome, share] : std::span(shares).first(std::min(shares.size(), shownEnds)))
        text += (text.empty() ? "" : ", ")
                + all.outcomes[outcome].endpoint.value_or(std::string(nameOf(all.outcomes[outcome].verdict.outcome)))
                + ' ' + shortPercent(share, 3);
    return shares.size() > shownEnds ? text + ", ..." : text;
}

}  // namespace

void addSources(CLI::App& command, SourceWords& words)
{
    const std::string group = "Many sources";
    auto* sources = command
                        .add_option("--source", words.sources,
                                    "outside, pod, node or a network, and its weight: 10.0.0.0/8=3; may be given again")
                        ->type_name("WHO[=WEIGHT]")
                        ->group(group)
                        ->allow_extra_args(false);
    auto* file =
        command.add_option("--sources", words.file, "the same from a file: a source and its weight on each line")
            ->type_name("FILE")
            ->group(group);
    command
        .add_flag("--all-ways", words.allWays, "each way into each service, from each kind of client, weighing alike")
        ->group(group)
        ->excludes(sources)
        ->excludes(file);
}

ManyAsked manyOf(const SourceWords& words, const Asked& asked)
{
    const Question& question = asked.question;
    ManyAsked many;
    if (words.allWays) {
        const Family family = question.packet.src.family;
        many.packets = allWaysIn(*question.document, family, servicesOf(*question.ruleset()));
        if (many.packets.empty())
            throw Failure("the rules hold no services: say --source");
        return many;
    }
    std::vector<NamedSource> named = words.file.empty() ? std::vector<NamedSource>() : readSources(words.file);
    for (const std::string& word : words.sources)
        named.push_back(namedBy(word));
    if (named.empty())
        throw Failure(words.file + " names no source: each line holds one, and its weight");
    for (const NamedSource& each : named)
        add(each, question, many);
    return many;
}

void tellSources(Paper& paper, const ManyAsked& many, const SourcesDistribution& shares)
{
    paper.line();
    paper.line(paper.inked(Ink::heading, "The sources"));
    using enum Table::Align;
    Table table({right, left, left});
    table.add({"weight", "source", "ends"}, Ink::quiet);
    for (std::size_t i = 0; i < std::min(shares.sources.size(), shownSources); ++i)
        table.add({shortPercent(shares.sources[i].weight, 4), printable(many.packets[i].name),
                   endsOf(shares.sources[i], shares.all)});
    table.print(paper);
    if (shares.sources.size() > shownSources)
        paper.line("  ... and " + counted(shares.sources.size() - shownSources, "more source"));
    if (many.sampled)
        paper.line("  "
                   + paper.inked(Ink::warning,
                                 "Each address may fare otherwise, and they are too many to ask all: some "
                                 "were asked, evenly apart, for their neighbours too."));
}

Json sourcesJson(const ManyAsked& many, const SourcesDistribution& shares)
{
    Json sources = Json::array();
    for (std::size_t i = 0; i < shares.sources.size(); ++i) {
        Json ends = Json::array();
        for (const auto& [outcome, share] : shares.sources[i].shares)
            ends.push_back({{"outcome", outcome}, {"share", share}});
        sources.push_back(
            {{"source", many.packets[i].name}, {"weight", shares.sources[i].weight}, {"shares", std::move(ends)}});
    }
    return sources;
}

}  // namespace natwalk::cli
