#include "extensions/set_sides.h"

#include "extensions/words.h"

namespace natwalk {

std::string_view setNameOf(const Option& option)
{
    constexpr std::size_t longestName = 31;  // IPSET_MAXNAMELEN - 1
    const std::string_view name = option.value().text;
    if (name.empty() || name.size() > longestName)
        option.rejectValue();
    return name;
}

IpSetSides setSidesOf(const Option& option)
{
    IpSetSides sides;
    forEachPart(option.value(1).text, [&](std::string_view part) {
        const bool known = part == "src" || part == "dst";
        if (!known || sides.count == IpSetSides::most)
            option.rejectValue(1);
        sides.all.at(sides.count++) = part == "src" ? IpSetSide::source : IpSetSide::destination;
    });
    return sides;
}

}  // namespace natwalk
