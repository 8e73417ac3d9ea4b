// What comes of connections by each way in and from each kind of client, as a table and as JSON.
#pragma once

#include "cli/json_writer.h"
#include "kube/ways.h"

#include <span>

namespace natwalk::cli {

/// [{kind, address, port, from, depends, outcomes: [{share, verdict, code, endpoint, source, masqueraded, reject,
/// deciding_rule}]}]
void writeWays(JsonWriter& json, std::span<const WayCell> cells, const Service& service, const Ruleset& ruleset);

/// One line for each way in and client.
void tellWays(std::span<const WayCell> cells, const Service& service, const Ruleset& ruleset);

}  // namespace natwalk::cli
