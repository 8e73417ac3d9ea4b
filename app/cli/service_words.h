// A service named on the command line: NS/NAME, or NS/NAME:PORT where it has several ports.
#pragma once

#include "kube/services.h"
#include "packet/packet.h"
#include "ruleset/document.h"

#include <string>

namespace natwalk::cli {

/// Whether the words name this service: its title, its title without the port, or its port's number behind the colon.
bool isNamed(const Service& service, const std::string& words);

/// The one service that is named.
/// @throws Failure when there is none (says which there are), or several (says which port to add)
Service serviceNamed(const std::string& words, const Document& document);

/// Sends a packet there; a NodePort means the node's own address.
void sendTo(Packet& packet, const Service& service, const WayIn& way, const Host& host);

}  // namespace natwalk::cli
