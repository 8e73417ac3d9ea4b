#include "cli/history_words.h"

#include "cli/ending.h"
#include "cli/judgement_words.h"

#include <algorithm>

namespace natwalk::cli {

namespace {

constexpr std::size_t shownClients = 40;
constexpr std::size_t shownOutcomes = 8;

/// What an outcome is called in a table: its endpoint, or its verdict.
std::string labelOf(const Trials& trials, std::size_t outcome)
{
    if (outcome >= trials.expected.outcomes.size())
        return "none of these";
    const OutcomeShare& share = trials.expected.outcomes[outcome];
    return share.endpoint.value_or(std::string(nameOf(share.verdict.outcome)));
}

std::uint64_t countOf(const SharePoint& point, std::size_t outcome)
{
    return outcome < point.counts.size() ? point.counts[outcome] : 0;
}

/// One point for each power of ten, and the last.
std::vector<const SharePoint*> landmarks(const std::vector<SharePoint>& series)
{
    std::vector<const SharePoint*> found;
    std::uint64_t next = 10;
    for (const SharePoint& point : series) {
        if (point.trials < next && &point != &series.back())
            continue;
        found.push_back(&point);
        while (next <= point.trials)
            next *= 10;
    }
    return found;
}

std::size_t unmoved(const std::vector<ClientResult>& clients)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(clients, [](const ClientResult& client) { return client.moves == 0; }));
}

}  // namespace

void tellHistory(Paper& paper, const Trials& trials)
{
    if (!trials.history)
        return;
    if (trials.met > 0)
        paper.line("  " + counted(trials.met, "connection")
                   + " met an earlier one: taken for it, or left without a port");
    if (trials.full > 0)
        paper.line("  "
                   + paper.inked(Ink::warning, counted(trials.full, "connection")
                                                   + " found conntrack's table full (nf_conntrack_max)"));
    if (trials.cut > 0)
        paper.line("  " + paper.inked(Ink::warning, counted(trials.cut, "connection") + " lost a later packet"));
    if (trials.clients.size() > 1)
        paper.line("  " + grouped(unmoved(trials.clients)) + " of " + counted(trials.clients.size(), "client")
                   + " always came to the same end" + (trials.plan.replicas > 1 ? " (in the first history)" : ""));
}

Json historyJson(const Trials& trials)
{
    const ClientPlan& clients = trials.plan.clients;
    return {{"clients", clients.clients()},
            {"connections_per_second", clients.connectionsPerSecond},
            {"seconds_open", clients.secondsOpen},
            {"requests_per_connection", clients.requestsPerConnection},
            {"same_port", clients.keepsPort},
            {"replicas", trials.plan.replicas},
            {"met", trials.met},
            {"full", trials.full},
            {"cut", trials.cut}};
}

void tellSeries(Paper& paper, const Trials& trials)
{
    paper.line();
    paper.line(paper.inked(Ink::heading, "How the shares converge"));
    const std::size_t columns = std::min(trials.counts.size(), shownOutcomes);
    std::vector<std::string> head = {"trials"};
    for (std::size_t i = 0; i < columns; ++i)
        head.push_back(labelOf(trials, i));
    Table table(std::vector(head.size(), Table::Align::right));
    table.add(head, Ink::quiet);
    for (const SharePoint* point : landmarks(trials.series)) {
        std::vector<std::string> cells = {grouped(point->trials)};
        for (std::size_t i = 0; i < columns; ++i)
            cells.push_back(percent(wilson(countOf(*point, i), point->trials).share, 3));
        table.add(std::move(cells));
    }
    table.print(paper);
    if (columns < trials.counts.size())
        paper.line("  ... and " + counted(trials.counts.size() - columns, "more outcome"));
}

Json seriesJson(const Trials& trials)
{
    Json series = Json::array();
    for (const SharePoint& point : trials.series)
        series.push_back({{"trials", point.trials}, {"counts", point.counts}});
    return series;
}

void printSeriesCsv(Paper& paper, const Trials& trials)
{
    std::string head = "trials";
    for (std::size_t i = 0; i < trials.counts.size(); ++i)
        head += ',' + csvCell(labelOf(trials, i));
    paper.line(head);
    for (const SharePoint& point : trials.series) {
        std::string line = std::to_string(point.trials);
        for (std::size_t i = 0; i < trials.counts.size(); ++i)
            line += ',' + std::to_string(countOf(point, i));
        paper.line(line);
    }
}

void tellClients(Paper& paper, const Trials& trials)
{
    paper.line();
    paper.line(paper.inked(Ink::heading, "Which end each client came to"));
    using enum Table::Align;
    Table table({left, right, right, left});
    table.add({"client", "connections", "moves", "ends"}, Ink::quiet);
    for (const ClientResult& client : std::span(trials.clients).first(std::min(trials.clients.size(), shownClients))) {
        std::string ends;
        for (std::size_t i = 0; i < std::min(client.outcomes.size(), shownOutcomes); ++i)
            ends += (i == 0 ? "" : ", ") + labelOf(trials, client.outcomes[i].first) + " ("
                    + grouped(client.outcomes[i].second) + ')';
        table.add({toText(client.address), grouped(client.connections), grouped(client.moves), ends});
    }
    table.print(paper);
    if (trials.clients.size() > shownClients)
        paper.line("  ... and " + counted(trials.clients.size() - shownClients, "more client"));
}

Json clientsJson(const Trials& trials)
{
    Json clients = Json::array();
    for (const ClientResult& client : trials.clients) {
        Json outcomes = Json::array();
        for (const auto& [outcome, count] : client.outcomes)
            outcomes.push_back({{"outcome", outcome}, {"count", count}});
        clients.push_back({{"address", toText(client.address)},
                           {"connections", client.connections},
                           {"moves", client.moves},
                           {"outcomes", outcomes}});
    }
    return clients;
}

void printClientsCsv(Paper& paper, const Trials& trials)
{
    paper.line("client,connections,moves,outcome,count");
    for (const ClientResult& client : trials.clients)
        for (const auto& [outcome, count] : client.outcomes)
            paper.line(toText(client.address) + ',' + std::to_string(client.connections) + ','
                       + std::to_string(client.moves) + ',' + csvCell(labelOf(trials, outcome)) + ','
                       + std::to_string(count));
}

}  // namespace natwalk::cli
