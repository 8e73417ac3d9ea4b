// Where packets come from, seen from a host: outside, a pod, the node itself.
#pragma once

#include "ruleset/document.h"

#include <optional>
#include <string_view>

namespace natwalk {

enum class From { outside, pod, node };

/// Where a packet enters, and a source address that fits there.
struct Place
{
    InterfaceName in;  ///< empty: made by the host itself
    Address src;
};

/// The place's device and a source address of that family; nothing when the host has no such place.
std::optional<Place> placeOf(From from, const Document& document, Family family);

/// A source address for packets that come in by a device.
std::optional<Address> senderBehind(const InterfaceName& in, const Document& document, Family family);

/// An address of the host that others can reach: of the device towards outside, where there is one.
std::optional<Address> nodeAddress(const Host& host, Family family);

}  // namespace natwalk
