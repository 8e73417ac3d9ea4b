// A packet to begin with, for a document that came without any.
#pragma once

#include "packet/packet.h"
#include "ruleset/document.h"

namespace natwalk {

/// From outside to the first service address that the rules name; else to this host.
Packet firstPacketFor(const Document& document);

/// The device that the default route leaves by; else the first one that is not lo.
InterfaceName outsideInterface(const Host& host);

/// An address that is nobody's: from the ranges set aside for documentation.
Address outsideAddress(Family family);

}  // namespace natwalk
