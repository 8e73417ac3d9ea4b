#include "ui/service_packets.h"

#include "ui/session.h"

#include <algorithm>

namespace natwalk {

namespace {

bool takes(const Packet& packet, const Service& service, const Host& host)
{
    return packet.protocol == service.protocol && std::ranges::any_of(service.waysIn, [&](const WayIn& way) {
               const bool there = way.address ? packet.dst == *way.address : host.isLocal(packet.dst);
               return there && packet.dport == way.port;
           });
}

/// Who the question's packet is.
Client clientOf(const Session& session)
{
    const auto question = session.question();
    if (!question || question->packet.in.empty())
        return question ? Client::node : Client::outside;
    const auto pod = placeOf(From::pod, *session.document(), question->packet.src.family);
    return pod && pod->in == question->packet.in ? Client::pod : Client::outside;
}

}  // namespace

const Service& serviceAt(const Session& session, const ServicePlace& place)
{
    return session.opened()->kube->services[place.ruleset][place.service];
}

std::optional<ServicePlace> serviceAimedAt(const Session& session)
{
    const OpenedPtr opened = session.opened();
    const auto question = session.question();
    if (!opened || !opened->kube || !question)
        return {};
    const auto& services = opened->kube->services;
    for (std::size_t ruleset = 0; ruleset < services.size(); ++ruleset)
        for (std::size_t service = 0; service < services[ruleset].size(); ++service)
            if (takes(question->packet, services[ruleset][service], *session.document()->host))
                return ServicePlace{ruleset, service};
    return {};
}

std::optional<Packet> packetToService(const Session& session, const ServicePlace& place)
{
    const Service& service = serviceAt(session, place);
    const Client client = clientOf(session);
    const WayIn* way = wayFor(service, client);
    if (way == nullptr)
        return {};
    const Family family = session.document()->rulesets[place.ruleset]->family();
    return Clients(*session.document(), family).packetTo(*way, service.protocol, client);
}

}  // namespace natwalk
