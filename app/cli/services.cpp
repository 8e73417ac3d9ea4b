#include "cli/answer.h"
#include "cli/command.h"
#include "cli/document.h"
#include "cli/finding_words.h"
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
    std::string service;
    bool matrix = false;
};

/// The services of one ruleset that were asked for, and what comes of their connections.
struct Chosen
{
    RulesetPtr ruleset;
    std::vector<Service> services;
    std::vector<std::vector<WayCell>> ways;  ///< by service; empty when nobody asked
};

Json waysInJson(const Service& service)
{
    Json json = Json::array();
    for (const WayIn& way : service.waysIn)
        json.push_back({{"kind", nameOf(way.kind)},
                        {"address", way.address ? Json(toText(*way.address)) : Json()},
                        {"port", way.port}});
    return json;
}

Json shareJson(const std::optional<double>& share) { return share ? Json(*share) : Json(); }

Json endpointsJson(const Service& service)
{
    Json json = Json::array();
    for (const ServiceEndpoint& endpoint : service.endpoints)
        json.push_back({{"address", toText(endpoint.address)},
                        {"port", endpoint.port},
                        {"share", shareJson(endpoint.share)},
                        {"local_share", shareJson(endpoint.localShare)}});
    return json;
}

Json rangesJson(const Service& service)
{
    Json json = Json::array();
    for (const Network& range : service.sourceRanges)
        json.push_back(toText(range));
    return json;
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

Json serviceJson(const Service& service, const FindingsByService& findings, const KubeDocument& kube)
{
    Json json = {{"namespace", service.name ? Json(service.name->space) : Json()},
                 {"name", service.name ? Json(service.name->name) : Json()},
                 {"port_name", service.name ? Json(service.name->port) : Json()},
                 {"protocol", protocolName(service.protocol)},
                 {"title", service.title()},
                 {"hash", service.hash.empty() ? Json() : Json(service.hash)},
                 {"hash_verified", service.verified},
                 {"ways_in", waysInJson(service)},
                 {"endpoints", endpointsJson(service)}};
    json["affinity_seconds"] = service.affinitySeconds ? Json(*service.affinitySeconds) : Json();
    json["internal_policy"] = nameOf(service.internalPolicy);
    json["external_policy"] = service.externalPolicy ? Json(nameOf(*service.externalPolicy)) : Json();
    json["source_ranges"] = rangesJson(service);
    json["masqueraded"] = masqueradeText(service.masquerade);
    json["health_check_port"] = service.healthCheckPort ? Json(*service.healthCheckPort) : Json();
    json["findings"] = findingsJson(findingsAbout(service.title(), findings), kube);
    return json;
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
        Chosen chosen{kube.document->rulesets[i], {}, {}};
        std::ranges::copy_if(kube.services[i], std::back_inserter(chosen.services), [&](const Service& service) {
            return words.service.empty() || isNamed(service, words.service);
        });
        all.push_back(std::move(chosen));
    }
    return all;
}

void fillMatrix(std::vector<Chosen>& all, const DocumentPtr& document)
{
    Progress progress;
    for (Chosen& chosen : all)
        if (document->rulesetFor(chosen.ruleset->family()) == chosen.ruleset)
            chosen.ways = waysMatrix(document, chosen.ruleset->family(), chosen.services, progress.checkpoint());
}

Json servicesJson(const std::vector<Chosen>& all, const FindingsByService& findings, const KubeDocument& kube)
{
    Json json = Json::array();
    for (const Chosen& chosen : all)
        for (std::size_t i = 0; i < chosen.services.size(); ++i) {
            Json service = serviceJson(chosen.services[i], findings, kube);
            if (i < chosen.ways.size())
                service["matrix"] = waysJson(chosen.ways[i], chosen.services[i], *chosen.ruleset);
            json.push_back(std::move(service));
        }
    return json;
}

void tellServices(const std::vector<Chosen>& all, const FindingsByService& findings, const KubeDocument& kube)
{
    std::size_t count = 0;
    for (const Chosen& chosen : all)
        count += chosen.services.size();
    paper().line(paper().inked(Ink::heading, counted(count, "service port")));
    tellFindings(findingsAbout({}, findings), kube, Severity::warning);
    for (const Chosen& chosen : all)
        for (std::size_t i = 0; i < chosen.services.size(); ++i) {
            tellService(chosen.services[i]);
            if (i < chosen.ways.size())
                tellWays(chosen.ways[i], chosen.services[i], *chosen.ruleset);
            tellFindings(findingsAbout(chosen.services[i].title(), findings), kube);
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
    const std::vector<Finding> findings = findingsOf(kube);
    if (words.input.json)
        printJson(servicesJson(all, byService(findings), kube));
    else
        tellServices(all, byService(findings), kube);
    return exitCodeOf(findings);
}

}  // namespace

Command servicesCommand(CLI::App& program)
{
    const auto words = std::make_shared<Words>();
    CLI::App* command =
        program.add_subcommand("services", "The services that kube-proxy meant: ways in, endpoints, shares, faults");
    addInput(*command, words->input);
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
