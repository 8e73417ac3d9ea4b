// What benchmarks ask: nginx_basic, and clusters of any size, each made once.
#pragma once

#include "emulator/question.h"
#include "files/reading.h"
#include "support/builders.h"
#include "support/kube_rules.h"
#include "syntax/parser.h"

#include <array>
#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>

namespace natwalk::bench {

inline Question nginxBasic()
{
    const FileText file = readFile(NATWALK_SOURCE_DIR "/samples/nginx_basic/ruleset.save");
    if (!file.text)
        throw std::runtime_error(english(file.problem));
    return test::ask(test::documentOf(*file.text), test::tcp("203.0.113.9", 40000, "10.97.35.60", 80, "eth0"));
}

/// A cluster of plain services with so many endpoints each, read once for all benchmarks of a program.
inline DocumentPtr cluster(std::uint32_t services, std::uint32_t endpoints = 3)
{
    static std::map<std::pair<std::uint32_t, std::uint32_t>, DocumentPtr> known;
    DocumentPtr& document = known[{services, endpoints}];
    if (!document)
        document = test::documentOf(test::kubeRules({services, endpoints, false}));
    return document;
}

inline Address addressOf(std::uint32_t service) { return *Address::from(test::clusterIp(service)); }

/// From outside, from a pod, from the node itself; to port 80.
inline std::array<Packet, 3> sources()
{
    return {test::tcp("203.0.113.9", 40000, "10.96.0.10", 80, "eth0"),
            test::tcp("10.244.0.7", 40000, "10.96.0.10", 80, "cni0"),
            test::tcp("192.168.1.10", 40000, "10.96.0.10", 80)};
}

/// A packet from outside to the ClusterIP of the last of so many services.
inline Question lastService(std::uint32_t services, std::uint32_t endpoints = 3)
{
    Packet packet = sources().front();
    packet.dst = addressOf(services - 1);
    return test::ask(cluster(services, endpoints), packet);
}

}  // namespace natwalk::bench
