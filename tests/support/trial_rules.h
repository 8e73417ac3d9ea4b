// Rules that trials are run on: by chance, in turn, and sticky.
#pragma once

#include "support/builders.h"

#include <cstdint>
#include <numeric>
#include <vector>

namespace natwalk::test {

inline const Packet client = tcp("203.0.113.9", 40000, "10.0.0.1", 80, "eth0");

inline constexpr auto thirds =
    "*nat\n"
    "-A PREROUTING -p tcp -m statistic --mode random --probability 0.33333333349 -j DNAT --to-destination 10.244.0.2\n"
    "-A PREROUTING -p tcp -m statistic --mode random --probability 0.5 -j DNAT --to-destination 10.244.0.3\n"
    "-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.4\nCOMMIT\n";

inline constexpr auto inTurn =
    "*nat\n"
    "-A PREROUTING -p tcp -m statistic --mode nth --every 3 --packet 0 -j DNAT --to-destination 10.244.0.2\n"
    "-A PREROUTING -p tcp -m statistic --mode nth --every 2 --packet 0 -j DNAT --to-destination 10.244.0.3\n"
    "-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.4\nCOMMIT\n";

/// Session affinity as kube-proxy writes it: a client that came within 10 seconds goes where it went before.
inline constexpr auto sticky =
    "*nat\n:A - [0:0]\n:B - [0:0]\n"
    "-A PREROUTING -m recent --rcheck --seconds 10 --reap --name A --rsource -j A\n"
    "-A PREROUTING -m recent --rcheck --seconds 10 --reap --name B --rsource -j B\n"
    "-A PREROUTING -m statistic --mode random --probability 0.5 -j A\n"
    "-A PREROUTING -j B\n"
    "-A A -p tcp -m recent --set --name A --rsource -j DNAT --to-destination 10.244.0.2\n"
    "-A B -p tcp -m recent --set --name B --rsource -j DNAT --to-destination 10.244.0.3\nCOMMIT\n";

inline std::uint64_t sum(const std::vector<std::uint64_t>& counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

}  // namespace natwalk::test
