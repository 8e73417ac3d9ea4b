// All ways in of all services as sources of one distribution.
#pragma once

#include "kube/services.h"
#include "probability/sources.h"
#include "ruleset/document.h"

#include <span>
#include <vector>

namespace natwalk {

/// The first packet by each way into each service from each kind of client that there is, weighing alike:
/// "shop/web:http ClusterIP 10.97.35.60:80 from pod".
std::vector<WeightedPacket> allWaysIn(const Document& document, Family family, std::span<const Service> services);

}  // namespace natwalk
