#include "cli/service_words.h"

#include "cli/exit_code.h"
#include "cli/nearest.h"
#include "emulator/places.h"

#include <algorithm>
#include <vector>

namespace natwalk::cli {

namespace {

std::vector<std::string> titlesOf(const std::vector<Service>& services)
{
    std::vector<std::string> titles;
    titles.reserve(services.size());
    for (const Service& service : services)
        titles.push_back(service.title());
    return titles;
}

std::string list(const std::vector<Service>& services)
{
    constexpr std::size_t most = 12;
    std::string text;
    for (std::size_t i = 0; i < services.size() && i < most; ++i)
        text += (i == 0 ? "" : ", ") + services[i].title() + '/' + protocolName(services[i].protocol);
    return text + (services.size() > most ? ", ..." : "");
}

bool hasPort(const Service& service, const std::string& number)
{
    return std::ranges::any_of(service.waysIn, [&](const WayIn& way) { return std::to_string(way.port) == number; });
}

}  // namespace

bool isNamed(const Service& service, const std::string& words)
{
    if (words == service.title() || words == service.hash)
        return true;
    if (!service.name)
        return false;
    const std::string base = service.name->space + '/' + service.name->name;
    return words == base || (words.starts_with(base + ':') && hasPort(service, words.substr(base.size() + 1)));
}

Service serviceNamed(const std::string& words, const Document& document)
{
    std::vector<Service> all;
    for (const RulesetPtr& ruleset : document.rulesets)
        std::ranges::move(servicesOf(*ruleset), std::back_inserter(all));
    std::vector<Service> named;
    std::ranges::copy_if(all, std::back_inserter(named), [&](const Service& each) { return isNamed(each, words); });
    if (named.size() == 1)
        return named.front();
    if (!named.empty())
        throw Failure('"' + words + "\" has several ports; add one of them: " + list(named));
    if (all.empty())
        throw Failure("the rules lead to no services: say --dst ADDRESS and --dport PORT");
    throw Failure("there is no service \"" + words + '"' + didYouMean(words, titlesOf(all)) + " (there is " + list(all)
                  + ')');
}

void sendTo(Packet& packet, const Service& service, const WayIn& way, const Host& host)
{
    packet.protocol = service.protocol;
    packet.dst = way.address ? *way.address : nodeAddress(host, packet.src.family).value_or(packet.dst);
    packet.dport = way.port;
}

}  // namespace natwalk::cli
