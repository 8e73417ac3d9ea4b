#include "kube/ways.h"

#include "probability/distribution.h"

#include <algorithm>

namespace natwalk {

namespace {

constexpr std::uint16_t clientPort = 40000;

Address loopback(Family family) { return *Address::from(family == Family::ipv4 ? "127.0.0.1" : "::1"); }

WayOutcome wayOutcomeOf(const OutcomeShare& outcome)
{
    WayOutcome brief;
    brief.share = outcome.probability;
    brief.verdict = outcome.verdict;
    brief.source = outcome.result.src;
    if (outcome.endpoint) {
        brief.endpoint = outcome.result.dst;
        brief.port = outcome.result.dport;
    }
    return brief;
}

}  // namespace

std::string_view nameOf(Client client)
{
    constexpr std::array<std::string_view, 4> names = {"outside", "pod", "node", "localhost"};
    return names[static_cast<std::size_t>(client)];
}

Clients::Clients(const Document& document, Family family)
    : m_family(family)
    , m_node(nodeAddress(*document.host, family))
    , m_places{placeOf(From::outside, document, family), placeOf(From::pod, document, family),
               placeOf(From::node, document, family)}
{}

std::optional<Packet> Clients::packetTo(const WayIn& way, std::uint8_t protocol, Client client) const
{
    const auto destination = destinationOf(way, client);
    const auto place =
        client == Client::localhost ? Place{{}, loopback(m_family)} : m_places[static_cast<std::size_t>(client)];
    if (!destination || !place)
        return {};
    Packet packet;
    packet.in = place->in;
    packet.src = place->src;
    packet.dst = *destination;
    packet.protocol = protocol;
    packet.sport = clientPort;
    packet.dport = way.port;
    return packet;
}

std::optional<Address> Clients::destinationOf(const WayIn& way, Client client) const
{
    if (way.address)
        return client == Client::localhost ? std::nullopt : way.address;
    return client == Client::localhost ? loopback(m_family) : m_node;
}

const WayIn* wayFor(const Service& service, Client client)
{
    using enum WayKind;
    constexpr std::array<WayKind, 5> outer = {loadBalancerIp, externalIp, externalAddress, nodePort, clusterIp};
    constexpr std::array<WayKind, 5> inner = {clusterIp, loadBalancerIp, externalIp, externalAddress, nodePort};
    for (const WayKind kind : client == Client::outside ? outer : inner)
        if (const auto way = std::ranges::find(service.waysIn, kind, &WayIn::kind); way != service.waysIn.end())
            return &*way;
    return nullptr;
}

WayCell wayCell(const DocumentPtr& document, std::uint32_t way, Client client, const Packet& packet)
{
    WayCell cell{way, client, packet, {}, false};
    const Distribution distribution = distributionOf(Question{.document = document, .packet = packet});
    cell.depends = distribution.depends;
    for (const OutcomeShare& outcome : distribution.outcomes)
        cell.outcomes.push_back(wayOutcomeOf(outcome));
    return cell;
}

std::vector<std::vector<WayCell>> waysMatrix(const DocumentPtr& document, Family family,
                                             std::span<const Service> services, const Checkpoint& goOn)
{
    constexpr std::size_t servicesBetweenQuestions = 64;
    const Clients clients(*document, family);
    std::vector<std::vector<WayCell>> matrix(services.size());
    for (std::size_t i = 0; i < services.size(); ++i) {
        const Service& service = services[i];
        if (i % servicesBetweenQuestions == 0 && !goOn(static_cast<double>(i) / static_cast<double>(services.size())))
            break;
        for (std::uint32_t way = 0; way < service.waysIn.size(); ++way)
            for (const Client client : allClients)
                if (const auto packet = clients.packetTo(service.waysIn[way], service.protocol, client))
                    matrix[i].push_back(wayCell(document, way, client, *packet));
    }
    return matrix;
}

}  // namespace natwalk
