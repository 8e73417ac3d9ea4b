// The parts that a scenario file is read by: its host, its packets, and the state before them.
#pragma once

#include "emulator/keys.h"
#include "emulator/scenario.h"

#include <memory>

namespace natwalk {

/// A scenario while it is read.
struct ScenarioDraft
{
    Scenario scenario;
    std::shared_ptr<Host> host;
    std::vector<std::pair<Route, SourceSpan>> routes;  ///< devices of gateways are found once all interfaces are known
};

/// The host of the laboratory that scenarios are asked in: forwards, checks no source, limits no ICMP.
std::shared_ptr<Host> laboratoryHost();

/// "interfaces", "routes", "ip_rules", "sysctl", "ipset", "listen", "first_back_end", "conntrack".
std::span<const Key<ScenarioDraft>> hostKeys();
/// Gives the host its routes, once all keys are read.
void finishHost(ScenarioDraft& draft, Complaints& complaints);

/// "before": connections, recent lists, counters, clock.
void readBefore(const Json& value, Scenario& scenario, Complaints& complaints);

/// "packets"; the host must be known.
void readPackets(const Json& value, Scenario& scenario, Complaints& complaints);

/// A protocol by name or number.
std::uint8_t protocolFrom(const Json& value);

/// Puts the fields that a scenario's packet gives into another one (which it is derived from).
void override(Packet& packet, const ScenarioPacket& by);

/// Clears what the protocol does not have: ports, ICMP's id, a checksum that could be wrong.
void tidy(Packet& packet);

}  // namespace natwalk
