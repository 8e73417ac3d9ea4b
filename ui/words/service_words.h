// Services in words.
#pragma once

#include "kube/ways.h"

#include <QString>

namespace natwalk {

/// Its ways in, then its endpoints with their shares, a line each; what is special about it at the end.
QString storyOf(const Service& service);

/// "from outside", "from a pod"...
QString clientText(Client client);

/// Where connections by a way in end: "10.1.0.1:80 50 %, 10.1.0.2:80 50 %", "refused".
QString endsText(const WayCell& cell);

/// The same in few letters: "3 endpoints, 33.33 % each" where there are several.
QString briefEndsText(const WayCell& cell);

/// Whom the endpoint sees: "sees 192.0.2.10, masqueraded"; where nothing arrives, what stopped it and with which
/// answer.
QString detailText(const WayCell& cell, const Ruleset& ruleset);

/// "33.33 % each" where all endpoints have one share, else the smallest and the largest; empty without endpoints.
QString sharesText(const Service& service);

}  // namespace natwalk
