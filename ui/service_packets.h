// Packets to services: which one the question's packet is sent to, and the packet that somebody would send to another.
#pragma once

#include "kube/ways.h"

#include <cstddef>
#include <optional>

namespace natwalk {

class Session;

/// A service of the document that the session shows.
struct ServicePlace
{
    std::size_t ruleset = 0;
    std::size_t service = 0;

    bool operator==(const ServicePlace&) const = default;
};

const Service& serviceAt(const Session& session, const ServicePlace& place);

/// The service whose way in the question's packet takes; nothing where it is sent elsewhere.
std::optional<ServicePlace> serviceAimedAt(const Session& session);

/// The first packet of a connection to a service, from where the question's packet comes: from outside by an external
/// address or port where it has one, else by its ClusterIP. Nothing where no rule leads to it.
std::optional<Packet> packetToService(const Session& session, const ServicePlace& place);

}  // namespace natwalk
