#include "extensions/situational.h"

#include "extensions/all.h"

#include <algorithm>
#include <array>

namespace natwalk {

bool isSituational(std::string_view match)
{
    constexpr auto simulated = std::to_array<std::string_view>(
        {"connbytes", "connlimit", "hashlimit", "helper", "limit", "owner", "policy", "quota", "socket", "time"});
    const MatchExtension* extension = matchNamed(match);
    return extension == nullptr || extension->standing == Standing::doubted
           || std::ranges::find(simulated, match) != simulated.end();
}

std::optional<std::uint8_t> situationalMatchOf(const Rule& rule)
{
    for (std::size_t i = 0; i < rule.matches.size(); ++i)
        if (isSituational(rule.matches[i]->name()))
            return static_cast<std::uint8_t>(i);
    return {};
}

}  // namespace natwalk
