#include "cli/command.h"
#include "cli/document.h"
#include "cli/finding_words.h"
#include "cli/json_writer.h"
#include "cli/paper.h"
#include "cli/progress.h"
#include "cli/service_words.h"
#include "cli/ways_table.h"
#include "kube/findings.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>

namespace natwalk::cli {

namespace {

struct Words
{
    InputWords input;
    FindingChoice findings;
    std::string service;
    bool matrix = false;
};

/// The services of one ruleset that were asked for, and what comes of their connections.
struct Chosen
{
    RulesetPtr ruleset;
    std::vector<Service> services;
    std::vector<std::vector<WayCell>> ways;  ///< by service; empty when nobody asked
    bool stopped = false;                    ///< before all were asked
};

void writeWaysIn(JsonWriter& json, const Service& service)
{
    json.beginArray();
    for (const WayIn& way : service.waysIn) {
        json.beginObject();
        json.member("kind", nameOf(way.kind));
        json.member("address", way.address ? std::optional(toText(*way.address)) : std::nullopt);
        json.member("port", way.port);
        json.endObject();
    }
    json.endArray();
}

void writeEndpoints(JsonWriter& json, const Service& service)
{
    json.beginArray();
    for (const ServiceEndpoint& endpoint : service.endpoints) {
        json.beginObject();
        json.member("address", toText(endpoint.address));
        json.member("port", endpoint.port);
        json.member("share", endpoint.share);
        json.member("local_share", endpoint.localShare);
        json.endObject();
    }
    json.endArray();
}

void writeRanges(JsonWriter& json, const Service& service)
{
    json.beginArray();
    for (const Network& range : service.sourceRanges)
        json.value(toText(range));
    json.endArray();
}

std::string masqueradeText(const ClusterMasquerade& masquerade)
{
    using enum ClusterMasquerade::Who;
    if (masquerade.who == none)
        return "nobody";
    if (masquerade.who == everybody)
        return "everybody";
    return "all but " + (masquerade.device.empty() ? toText(masquerade.pods) : masquerade.device);
}

/// By the title of the service that they are about; those of the whole dump under an empty one.
using FindingsByService = std::map<std::string, std::vector<Finding>>;

FindingsByService byService(const std::vector<Finding>& findings)
{
    FindingsByService sorted;
    for (const Finding& finding : findings)
        sorted[finding.service].push_back(finding);
    return sorted;
}

std::span<const Finding> findingsAbout(const std::string& service, const FindingsByService& findings)
{
    const auto found = findings.find(service);
    return found == findings.end() ? std::span<const Finding>() : std::span<const Finding>(found->second);
}

void writeNames(JsonWriter& json, const Service& service)
{
    const auto& name = service.name;
    json.member("namespace", name ? std::optional(name->space) : std::nullopt);
    json.member("name", name ? std::optional(name->name) : std::nullopt);
    json.member("port_name", name ? std::optional(name->port) : std::nullopt);
    json.member("protocol", protocolName(service.protocol));
    json.member("title", service.title());
    json.member("hash", service.hash.empty() ? std::nullopt : std::optional(service.hash));
    json.member("hash_verified", service.verified);
}

void writeParticulars(JsonWriter& json, const Service& service)
{
    json.member("affinity_seconds", service.affinitySeconds);
    json.member("internal_policy", nameOf(service.internalPolicy));
    json.member("external_policy",
                service.externalPolicy ? std::optional(nameOf(*service.externalPolicy)) : std::nullopt);
    json.key("source_ranges");
    writeRanges(json, service);
    json.member("masqueraded", masqueradeText(service.masquerade));
    json.member("health_check_port", service.healthCheckPort);
}

void tellEndpoints(const Service& service)
{
    using enum Table::Align;
    constexpr std::size_t barWidth = 20;
    Table table({left, right, left});
    for (const ServiceEndpoint& endpoint : service.endpoints) {
        const double share = endpoint.share.value_or(endpoint.localShare.value_or(0));
        table.add({endpointText(endpoint.address, endpoint.port, service.protocol), percent(share),
                   paper().bar(share, barWidth) + (endpoint.localShare ? " on this node" : "")});
    }
    table.print(paper(), 4);
}

std::string particulars(const Service& service)
{
    std::string text;
    const auto add = [&](const std::string& more) { text += (text.empty() ? "" : "; ") + more; };
    if (service.affinitySeconds)
        add("session affinity for " + std::to_string(*service.affinitySeconds) + " s");
    if (service.internalPolicy == TrafficPolicy::local)
        add("internal traffic policy Local");
    if (service.externalPolicy)
        add("external traffic policy " + std::string(nameOf(*service.externalPolicy)));
    for (const Network& range : service.sourceRanges)
        add("load balancer for " + toText(range));
    if (service.healthCheckPort)
        add("health check on port " + std::to_string(*service.healthCheckPort));
    if (service.hasEndpoints())
        add("the ClusterIP masquerades " + masqueradeText(service.masquerade));
    return text;
}

void tellService(const Service& service)
{
    std::string ways;
    for (const WayIn& way : service.waysIn)
        ways += (ways.empty() ? "" : ", ") + toText(way);
    const std::string unsure = service.name && !service.hash.empty() && !service.verified
                                   ? " (the name does not give the letters of its chains)"
                                   : "";
    paper().line();
    paper().line(paper().inked(Ink::heading, printable(service.title()) + ' ' + protocolName(service.protocol))
                 + unsure);
    paper().line("  " + (ways.empty() ? "no rule leads to it" : ways));
    tellEndpoints(service);
    if (!service.hasEndpoints())
        paper().line("    no endpoints");
    if (const std::string more = particulars(service); !more.empty())
        paper().line(paper().inked(Ink::quiet, "  " + more));
}

std::vector<Chosen> choose(const KubeDocument& kube, const Words& words)
{
    std::vector<Chosen> all;
    for (std::size_t i = 0; i < kube.services.size(); ++i) {
        Chosen chosen{kube.document->rulesets[i], {}, {}, false};
        std::ranges::copy_if(kube.services[i], std::back_inserter(chosen.services), [&](const Service& service) {
            return words.service.empty() || isNamed(service, words.service);
        });
        all.push_back(std::move(chosen));
    }
    return all;
}

/// What comes of connections to all that was chosen; Ctrl+C stops.
void fillMatrix(std::vector<Chosen>& all, const DocumentPtr& document)
{
    Progress progress;
    const Checkpoint shown = progress.checkpoint();
    for (Chosen& chosen : all) {
        if (document->rulesetFor(chosen.ruleset->family()) != chosen.ruleset)
            continue;
        const auto goOn = [&](double shareDone) {
            chosen.stopped = !shown(shareDone);
            return !chosen.stopped;
        };
        chosen.ways = waysMatrix(document, chosen.ruleset->family(), chosen.services, goOn);
    }
}

/// False where the matrix was stopped before it came to this service.
bool isAsked(const Chosen& chosen, std::size_t service) { return !chosen.stopped || !chosen.ways[service].empty(); }

void tellStop(const std::vector<Chosen>& all)
{
    if (std::ranges::any_of(all, &Chosen::stopped))
        errorPaper().line(errorPaper().inked(Ink::warning, "stopped: the matrix does not hold all services"));
}

void writeService(JsonWriter& json, const Service& service, std::span<const Finding> findings, const KubeDocument& kube)
{
    writeNames(json, service);
    json.key("ways_in");
    writeWaysIn(json, service);
    json.key("endpoints");
    writeEndpoints(json, service);
    writeParticulars(json, service);
    json.key("findings");
    writeFindings(json, findings, kube);
}

void printServices(const std::vector<Chosen>& all, const FindingsByService& findings, const KubeDocument& kube)
{
    JsonWriter json;
    json.beginArray();
    for (const Chosen& chosen : all)
        for (std::size_t i = 0; i < chosen.services.size(); ++i) {
            const Service& service = chosen.services[i];
            json.beginObject();
            writeService(json, service, findingsAbout(service.title(), findings), kube);
            if (i < chosen.ways.size()) {
                json.key("matrix");
                if (isAsked(chosen, i))
                    writeWays(json, chosen.ways[i], service, *chosen.ruleset);
                else
                    json.null();
            }
            json.endObject();
            if (json.isFull())
                json.flush();
        }
    json.endArray();
    json.flush();
}

void tellServices(const std::vector<Chosen>& all, const FindingsByService& findings, const KubeDocument& kube,
                  const FindingChoice& choice)
{
    std::size_t count = 0;
    for (const Chosen& chosen : all)
        count += chosen.services.size();
    paper().line(paper().inked(Ink::heading, counted(count, "service port")));
    tellFindings(findingsAbout({}, findings), kube, choice, Severity::warning);
    for (const Chosen& chosen : all)
        for (std::size_t i = 0; i < chosen.services.size(); ++i) {
            tellService(chosen.services[i]);
            if (i < chosen.ways.size())
                tellWays(chosen.ways[i], chosen.services[i], *chosen.ruleset);
            tellFindings(findingsAbout(chosen.services[i].title(), findings), kube, choice);
        }
}

ExitCode run(const Words& words)
{
    const Opened opened = open(words.input);
    printDiagnostics(opened.parsed.diagnostics, opened.source, Severity::error);
    const KubeDocument kube(opened.document);
    std::vector<Chosen> all = choose(kube, words);
    const auto isEmpty = [](const Chosen& chosen) { return chosen.services.empty(); };
    if (!words.service.empty() && std::ranges::all_of(all, isEmpty))
        serviceNamed(words.service, *opened.document);  // says which there are
    if (words.matrix)
        fillMatrix(all, opened.document);
    tellStop(all);
    const std::vector<Finding> findings = findingsOf(kube, words.findings);
    if (words.input.json)
        printServices(all, byService(findings), kube);
    else
        tellServices(all, byService(findings), kube, words.findings);
    return exitCodeOf(findings);
}

}  // namespace

Command servicesCommand(CLI::App& program)
{
    const auto words = std::make_shared<Words>();
    CLI::App* command =
        program.add_subcommand("services", "The services that kube-proxy meant: ways in, endpoints, shares, faults");
    addInput(*command, words->input);
    addFindings(*command, words->findings);
    command->add_option("--service", words->service, "only this one")->type_name("NS/NAME[:PORT]");
    command->add_flag("--matrix", words->matrix,
                      "what comes of connections by each way in, from outside, a pod, the node, and its localhost");
    command->footer("Exit code 1 when there is a warning or an error.\n\n"
                    "Examples:\n"
                    "  natwalk-cli services samples/nginx_basic\n"
                    "  iptables-save | natwalk-cli services - --matrix --json");
    return {command, [words] { return run(*words); }};
}

}  // namespace natwalk::cli
