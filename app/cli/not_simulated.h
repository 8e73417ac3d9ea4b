// Which extensions of a document natwalk cannot decide.
#pragma once

#include "ruleset/document.h"

#include <string>
#include <vector>

namespace natwalk::cli {

struct NotSimulated
{
    std::string name;  ///< "-m psd", "-j TPROXY"
    std::size_t rules = 0;
};

/// In the order in which they are met.
std::vector<NotSimulated> notSimulatedIn(const Document& document);

}  // namespace natwalk::cli
