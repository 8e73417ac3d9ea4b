// Services in words, one to a line: what tests compare and goldens keep.
#pragma once

#include "kube/services.h"

#include <string>

namespace natwalk::test {

/// "ns/svc:http tcp; ClusterIP 10.0.0.1:80, NodePort 30000 (refused); 10.1.0.1:80 50 %, ...; affinity 10800 s; ..."
std::string serviceText(const Service& service);

/// All services, sorted by their titles: the order of rules of different services is chance.
std::string servicesText(const std::vector<Service>& services);

}  // namespace natwalk::test
