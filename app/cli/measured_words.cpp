#include "cli/measured_words.h"

#include "cli/answer.h"
#include "cli/document.h"
#include "cli/ending.h"
#include "cli/judgement_words.h"

namespace natwalk::cli {

namespace {

/// Counts that chance makes less often than this are a finding.
constexpr double faultBelow = 0.001;

Measured measured(const MeasuredWords& words, const Asked& asked, const Distribution& distribution)
{
    if (words.fromDump) {
        auto counters = measuredByCounters(distribution, *asked.question.ruleset());
        if (!counters)
            throw Failure(english(message(MessageId::NoCounters)));
        return *std::move(counters);
    }
    const Source source = readText(words.counts);
    MeasuredText text = readCounts(*source.text);
    if (text.counts.empty())
        throw Failure(source.name + " holds no counts: each line names an endpoint and how many connections it got");
    Measured found = measuredBy(distribution, text.counts, words.unit);
    found.complaints.insert(found.complaints.begin(), text.complaints.begin(), text.complaints.end());
    return found;
}

std::vector<CountRow> rowsOf(const Measured& found, const Distribution& distribution)
{
    std::vector<CountRow> rows;
    for (std::size_t i = 0; i < distribution.outcomes.size(); ++i)
        rows.push_back({&distribution.outcomes[i], distribution.outcomes[i].probability, found.counts[i],
                        found.judgement.intervals[i]});
    if (found.elsewhere > 0)
        rows.push_back({nullptr, 0, found.elsewhere, found.judgement.intervals.back()});
    return rows;
}

Json measuredJson(const Measured& found, const Distribution& distribution, const Question& question)
{
    Json json = {{"packet", packetJson(question.packet)},
                 {"n", found.total()},
                 {"outcomes", countsJson(rowsOf(found, distribution))}};
    addJudgement(json, found.judgement);
    json["complaints"] = Json::array();
    for (const Message& complaint : found.complaints)
        json["complaints"].push_back(english(complaint));
    return json;
}

}  // namespace

void addMeasured(CLI::App& command, MeasuredWords& words)
{
    const std::string group = "Measured";
    auto* counts = command
                       .add_option("--counts", words.counts,
                                   "judge what was measured: a file (or -) with an endpoint and a count on each line")
                       ->type_name("FILE")
                       ->group(group);
    command
        .add_flag("--counts-from-dump", words.fromDump,
                  "judge the counters of the rules, as iptables-save -c saved them")
        ->group(group)
        ->excludes(counts);
    command
        .add_option("--requests-per-connection", words.unit.requestsEach,
                    "the counts are requests, and so many go over one connection (1: they are connections)")
        ->type_name("N")
        ->group(group)
        ->check(CLI::Range(1.0, 1e12))
        ->needs(counts);
}

ExitCode tellMeasured(const MeasuredWords& words, const Asked& asked, const Distribution& distribution, bool json,
                      bool csv)
{
    const Measured found = measured(words, asked, distribution);
    const auto rows = rowsOf(found, distribution);
    if (json) {
        printJson(measuredJson(found, distribution, asked.question));
    } else if (csv) {
        printCountsCsv(paper(), rows);
    } else {
        tellQuestion(paper(), asked);
        paper().line();
        tellCounts(paper(), rows);
        paper().line();
        tellJudgement(paper(), found.judgement, found.total());
        if (!words.fromDump && words.unit.requestsEach <= 1)
            paper().line("  "
                         + paper().inked(Ink::quiet,
                                         "Taken as connections. If these are requests, say how many go over "
                                         "one: --requests-per-connection N."));
        for (const Message& complaint : found.complaints)
            paper().line("  " + paper().inked(Ink::warning, english(complaint)));
    }
    const bool isFault = found.judgement.pValue && *found.judgement.pValue < faultBelow;
    return isFault ? ExitCode::refused : ExitCode::fine;
}

}  // namespace natwalk::cli
