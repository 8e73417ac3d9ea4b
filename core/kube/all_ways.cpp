#include "kube/all_ways.h"

#include "kube/ways.h"

namespace natwalk {

std::vector<WeightedPacket> allWaysIn(const Document& document, Family family, std::span<const Service> services)
{
    const Clients clients(document, family);
    std::vector<WeightedPacket> packets;
    for (const Service& service : services)
        for (const WayIn& way : service.waysIn)
            for (const Client client : allClients)
                if (const auto packet = clients.packetTo(way, service.protocol, client))
                    packets.push_back(
                        {*packet, 1, service.title() + ' ' + toText(way) + " from " + std::string(nameOf(client))});
    return packets;
}

}  // namespace natwalk
