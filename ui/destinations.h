// Where a packet may be sent to, as far as the rules name it: for completion in the packet form.
#pragma once

#include "packet/address.h"
#include "ruleset/document.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace natwalk {

struct Destination
{
    Address address;
    std::uint16_t port = 0;     ///< 0: not named
    std::uint8_t protocol = 0;  ///< 0: not named
    QString service;            ///< "default/nginx-basic:http"; empty where no comment says

    /// "default/nginx-basic:http  10.97.35.60:80 tcp"
    QString text() const;
};

/// Each address that a rule of nat demands as its destination, in the order of the rules, each once.
std::vector<Destination> destinationsOf(const Document& document);

/// The destination with this address (and port, where there are several).
const Destination* destinationAt(const std::vector<Destination>& destinations, const Address& address,
                                 std::uint16_t port);

/// What somebody typed as a destination: an address, "address:port", a service's name, or both beside each other.
struct TypedDestination
{
    Address address;
    std::optional<std::uint16_t> port;
    std::optional<std::uint8_t> protocol;
};
std::optional<TypedDestination> readDestination(const QString& text, const std::vector<Destination>& known);

}  // namespace natwalk
