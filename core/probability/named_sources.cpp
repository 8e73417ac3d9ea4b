#include "probability/named_sources.h"

#include "emulator/places.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace natwalk {

namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(blanks);
    return first == text.npos ? std::string_view() : text.substr(first, text.find_last_not_of(blanks) + 1 - first);
}

std::optional<From> placeNamed(std::string_view who)
{
    if (who == "outside")
        return From::outside;
    if (who == "pod")
        return From::pod;
    return who == "node" ? std::optional(From::node) : std::nullopt;
}

}  // namespace

std::optional<double> weightFrom(std::string_view text)
{
    constexpr double most = 1e15;
    double weight = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), weight);
    const bool isNumber = problem == std::errc() && end == text.data() + text.size();
    return isNumber && weight > 0 && weight < most ? std::optional(weight) : std::nullopt;
}

std::optional<NamedSource> namedSource(std::string_view text)
{
    const std::string_view words = trimmed(text);
    const std::size_t end = words.find_first_of(" \t=");
    if (end == words.npos)
        return NamedSource{std::string(words), 1};
    std::string_view rest = trimmed(words.substr(end));
    if (rest.starts_with('='))
        rest = trimmed(rest.substr(1));
    const auto weight = weightFrom(rest);
    return weight ? std::optional(NamedSource{std::string(words.substr(0, end)), *weight}) : std::nullopt;
}

SourceFault addPackets(const NamedSource& source, const Question& question, NetworkSources& sources)
{
    const Family family = question.packet.src.family;
    if (const auto from = placeNamed(source.who)) {
        const auto place = placeOf(*from, *question.document, family);
        if (!place)
            return SourceFault::noSuchPlace;
        WeightedPacket packet{question.packet, source.weight, source.who};
        packet.packet.in = place->in;
        packet.packet.src = place->src;
        sources.packets.push_back(std::move(packet));
        return SourceFault::none;
    }
    const auto network = Network::from(source.who);
    if (!network || !network->prefixLength() || network->base.family != family)
        return SourceFault::unknown;
    NetworkSources found = sourcesIn(question, *network, source.weight);
    sources.sampled |= found.sampled;
    std::ranges::move(found.packets, std::back_inserter(sources.packets));
    return SourceFault::none;
}

}  // namespace natwalk
