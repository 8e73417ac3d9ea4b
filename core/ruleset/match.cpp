#include "ruleset/match.h"

namespace natwalk {

std::string matchText(const Match& match)
{
    const std::string options = match.save();
    return std::string(match.name()) + (options.empty() ? "" : " ") + options;
}

}  // namespace natwalk
