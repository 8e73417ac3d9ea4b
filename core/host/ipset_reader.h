// The text of `ipset save` -> sets.
#pragma once

#include "host/ipsets.h"

#include <string_view>
#include <vector>

namespace natwalk {

/// Lines that cannot be read are passed over.
std::vector<IpSet> readIpSets(std::string_view text);

}  // namespace natwalk
