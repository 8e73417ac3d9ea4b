// What comes of connections to a service, by each way in and from each kind of source: asked of the walk, not of
// patterns.
#pragma once

#include "emulator/places.h"
#include "kube/services.h"
#include "packet/packet.h"
#include "ruleset/document.h"
#include "text/checkpoint.h"
#include "trace/verdict.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace natwalk {

/// Who connects.
enum class Client : std::uint8_t {
    outside,
    pod,
    node,
    localhost  ///< a program on the node that says 127.0.0.1 (::1): only to NodePorts
};
inline constexpr std::array allClients = {Client::outside, Client::pod, Client::node, Client::localhost};
std::string_view nameOf(Client client);  ///< "outside", "pod", "node", "localhost"

/// Connections that end alike.
struct WayOutcome
{
    double share = 0;  ///< exact to 1e-15; where it hangs on a doubt, the largest it can be
    Verdict verdict;
    Address source;                   ///< whom the endpoint sees
    std::optional<Address> endpoint;  ///< where it arrives with another destination
    std::uint16_t port = 0;           ///< of the endpoint
};

/// One way in, from one kind of source.
struct WayCell
{
    std::uint32_t way = 0;  ///< index in Service::waysIn
    Client client = Client::outside;
    Packet packet;  ///< the packet that was asked about
    std::vector<WayOutcome> outcomes;
    bool depends = false;  ///< some shares hang on something natwalk cannot know
};

/// Makes the packets of clients; finds their places once.
class Clients
{
public:
    Clients(const Document& document, Family family);

    /// The first packet of a connection; nothing where such a client does not exist.
    std::optional<Packet> packetTo(const WayIn& way, std::uint8_t protocol, Client client) const;

private:
    std::optional<Address> destinationOf(const WayIn& way, Client client) const;

    Family m_family;
    std::optional<Address> m_node;
    std::array<std::optional<Place>, 3> m_places;  ///< by Client
};

/// The way in that such a client would use: from outside an external one where there is one, else the ClusterIP.
/// @return null when no rule leads to the service
const WayIn* wayFor(const Service& service, Client client);

/// What comes of one way in, from one client.
WayCell wayCell(const DocumentPtr& document, std::uint32_t way, Client client, const Packet& packet);

/// All ways in of all services, a list for each service.
///
/// @param services  of the document's ruleset of that family
/// @param goOn      told the share of services done; when it says stop, the lists of the others stay empty
std::vector<std::vector<WayCell>> waysMatrix(const DocumentPtr& document, Family family,
                                             std::span<const Service> services, const Checkpoint& goOn = keepGoing);

}  // namespace natwalk
