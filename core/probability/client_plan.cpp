#include "probability/client_plan.h"

#include <algorithm>
#include <limits>

namespace natwalk {

namespace {

constexpr PortRange localPorts{32768, 60999};

/// Networks so small have no addresses of their own. @see RFC 3021
constexpr int keepsNone = 31;

bool keepsTwo(const Network& network)
{
    return network.base.family == Family::ipv4 && network.prefixLength().value_or(0) < keepsNone;
}

/// The port of a client's n-th connection: the given one, then those behind it, round and round.
std::uint16_t portOf(std::uint16_t first, std::uint64_t connection)
{
    if (connection == 0)
        return first;
    const std::uint64_t begin =
        localPorts.contains(first) ? static_cast<std::uint64_t>(first - localPorts.first) : localPorts.size() - 1;
    return static_cast<std::uint16_t>(localPorts.first + (begin + connection) % localPorts.size());
}

}  // namespace

std::uint64_t hostsOf(const Network& network)
{
    const int bits = network.base.family == Family::ipv4 ? 32 : 128;
    const int free = bits - network.prefixLength().value_or(bits);
    if (free >= 64)
        return std::numeric_limits<std::uint64_t>::max();
    const std::uint64_t all = std::uint64_t{1} << free;
    return keepsTwo(network) ? all - 2 : all;
}

std::uint32_t ClientPlan::clients() const
{
    const std::uint64_t most = network ? std::min<std::uint64_t>(hostsOf(*network), mostClients) : mostClients;
    const std::uint64_t wanted = count == 0 && network ? most : std::max<std::uint64_t>(count, 1);
    return static_cast<std::uint32_t>(std::min(wanted, most));
}

Address ClientPlan::addressOf(const Packet& asked, std::uint64_t client) const
{
    if (!network)
        return asked.src.plus(client);
    return network->base.plus(client + (keepsTwo(*network) ? 1 : 0));
}

Packet ClientPlan::packetOf(const Packet& asked, std::uint64_t connection) const
{
    Packet packet = asked;
    packet.src = addressOf(asked, connection % clients());
    if (keepsPort)
        return packet;
    const std::uint64_t earlier = connection / clients();
    if (packet.isIcmp())
        packet.icmpId = static_cast<std::uint16_t>(packet.icmpId + earlier);
    else if (hasPorts(packet.protocol))
        packet.sport = portOf(packet.sport, earlier);
    return packet;
}

double ClientPlan::secondsTo(std::uint64_t connection) const
{
    return connectionsPerSecond > 0 ? static_cast<double>(connection) / connectionsPerSecond : 0;
}

}  // namespace natwalk
