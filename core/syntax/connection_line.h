// One line of `conntrack -L`, `conntrack -L -o extended` or /proc/net/nf_conntrack.
#pragma once

#include "host/connections.h"

#include <optional>
#include <string_view>

namespace natwalk {

/// "tcp 6 431999 ESTABLISHED src=10.0.0.1 dst=10.0.0.2 sport=1 dport=2 src=... [ASSURED] mark=0 use=1".
/// Times count from when the line was printed. Nothing for other lines.
std::optional<Connection> connectionIn(std::string_view line);

}  // namespace natwalk
