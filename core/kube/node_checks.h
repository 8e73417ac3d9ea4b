// Read-only commands by which a person can check on the node what was found.
#pragma once

#include "kube/findings.h"

#include <string>
#include <vector>

namespace natwalk {

/// For the finding's rule or chain: its counters; for its service: the connections that are known, and its endpoints as
/// Kubernetes has them. Empty for findings without a place.
std::vector<std::string> nodeChecksFor(const Finding& finding, const KubeDocument& kube);

}  // namespace natwalk
