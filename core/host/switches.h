// The kernel's switches by name, found without putting names together: walks ask for them all the time.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace natwalk {

/// "net.ipv4.conf.DEV.NAME", in its parts.
struct DeviceSwitch
{
    std::string_view dev;
    std::string_view name;
};

/// Orders names by length, then by letters: they have long beginnings in common, so that the length mostly decides.
class SwitchOrder
{
public:
    using is_transparent = void;

    bool operator()(std::string_view a, std::string_view b) const
    {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    }
    bool operator()(std::string_view a, const DeviceSwitch& b) const { return compare(a, b) < 0; }
    bool operator()(const DeviceSwitch& a, std::string_view b) const { return compare(b, a) > 0; }

private:
    static int compare(std::string_view text, const DeviceSwitch& wanted)
    {
        constexpr std::string_view beginning = "net.ipv4.conf.";
        const std::size_t length = beginning.size() + wanted.dev.size() + 1 + wanted.name.size();
        if (text.size() != length)
            return text.size() < length ? -1 : 1;
        for (const std::string_view part : {beginning, wanted.dev, std::string_view("."), wanted.name}) {
            if (const int order = text.substr(0, part.size()).compare(part); order != 0)
                return order;
            text.remove_prefix(part.size());
        }
        return 0;
    }
};

/// "net.ipv4.conf.all.rp_filter" -> "1"
using Switches = std::map<std::string, std::string, SwitchOrder>;

}  // namespace natwalk
