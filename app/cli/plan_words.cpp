#include "cli/plan_words.h"

#include "cli/exit_code.h"
#include "cli/judgement_words.h"
#include "cli/paper.h"
#include "cli/word_values.h"

namespace natwalk::cli {

namespace {

constexpr std::uint64_t mostTrials = 1'000'000'000'000;
constexpr std::uint64_t mostRequests = 1000;
constexpr std::uint64_t mostReplicas = 100'000;

std::uint32_t numberIn(const char* option, const std::optional<std::string>& text, std::uint64_t most,
                       std::uint32_t otherwise)
{
    return text ? static_cast<std::uint32_t>(numberOf(option, *text, 1, most)) : otherwise;
}

Network networkOf(const std::string& text)
{
    const auto network = Network::from(text);
    if (!network || !network->prefixLength())
        rejectValue("--client-network", "a network such as 10.0.0.0/24", text);
    return *network;
}

void checkRoom(const ClientPlan& clients)
{
    if (!clients.network || hostsOf(*clients.network) >= clients.count)
        return;
    throw Failure(toText(*clients.network) + " has room for " + counted(hostsOf(*clients.network), "client")
                  + " only: name a larger network, or fewer clients");
}

}  // namespace

void addPlan(CLI::App& command, PlanWords& words)
{
    command.add_option("-n,--count", words.count, "how many connections (100000)")->type_name("N");
    command.add_option("--seed", words.plan.seed, "the same seed, the same draws (1)")->type_name("S");
    command
        .add_option("--threads", words.plan.threads, "how many threads (0: one a core); the counts do not depend on it")
        ->type_name("T");
    command
        .add_option("--kind", words.kind,
                    "emulated (each trial walks the rules) or drawn (from the enumerated courses)")
        ->type_name("KIND");

    const std::string group = "Who connects";
    ClientPlan& clients = words.plan.clients;
    const auto add = [&](const char* name, auto& value, const char* help, const char* type) {
        return command.add_option(name, value, help)->type_name(type)->group(group);
    };
    add("--clients", words.clients, "so many clients in turn, from the packet's address on (1)", "N");
    add("--client-network", words.network, "clients have the addresses of this network", "NET");
    add("--requests-per-connection", words.requests, "keep-alive: so many requests go over each connection (1)", "N");
    add("--pace", clients.connectionsPerSecond, "connections a second of all clients (0: all at one moment)", "N")
        ->check(CLI::Range(0.0, 1e9));
    add("--open-for", clients.secondsOpen, "how long a TCP connection stays open (0: closed at once)", "SECONDS")
        ->check(CLI::Range(0.0, 1e9));
    command
        .add_flag("--same-port", clients.keepsPort,
                  "a client connects from one source port, again and again (else each time from the next)")
        ->group(group);
    add("--replicas", words.replicas, "so many histories, independent of each other, share the connections (1)", "N");
}

TrialPlan planOf(const PlanWords& words)
{
    TrialPlan plan = words.plan;
    plan.count = numberOf("-n", words.count, 1, mostTrials);
    plan.kind =
        oneOf<TrialKind>("--kind", words.kind, {{"emulated", TrialKind::emulated}, {"drawn", TrialKind::drawn}});
    plan.clients.count = numberIn("--clients", words.clients, ClientPlan::mostClients, 0);
    plan.clients.requestsPerConnection = numberIn("--requests-per-connection", words.requests, mostRequests, 1);
    plan.replicas = numberIn("--replicas", words.replicas, mostReplicas, 1);
    if (words.network)
        plan.clients.network = networkOf(*words.network);
    checkRoom(plan.clients);
    if (plan.kind == TrialKind::drawn && !(plan.clients == ClientPlan{}))
        throw Failure("--kind drawn draws each connection for itself: who connects matters to emulated ones only");
    return plan;
}

std::string_view nameOf(TrialKind kind) { return kind == TrialKind::drawn ? "drawn" : "emulated"; }

std::string planText(const TrialPlan& plan)
{
    const ClientPlan& clients = plan.clients;
    std::string text = counted(clients.clients(), "client");
    if (clients.network)
        text += " of " + toText(*clients.network);
    if (clients.clients() > 1)
        text += " in turn";
    text += clients.keepsPort ? ", one source port each" : ", a new source port for each connection";
    if (clients.connectionsPerSecond > 0)
        text += ", " + plainNumber(clients.connectionsPerSecond) + " connections a second";
    else
        text += ", all at one moment";
    if (clients.secondsOpen > 0)
        text += ", each open for " + plainNumber(clients.secondsOpen) + " s";
    if (clients.requestsPerConnection > 1)
        text += ", " + counted(clients.requestsPerConnection, "request") + " on each";
    if (plan.replicas > 1)
        text += "; " + grouped(plan.replicas) + " histories";
    return text;
}

}  // namespace natwalk::cli
