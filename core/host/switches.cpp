#include "host/switches.h"

#include <algorithm>
#include <charconv>

namespace natwalk {

namespace {

constexpr std::string_view ofDevices = "net.ipv4.conf.";
constexpr std::array<std::string_view, 3> deviceSwitches = {"rp_filter", "accept_local", "route_localnet"};
const InterfaceName allDevices = "all";

long numberIn(std::string_view text, long fallback)
{
    long value = fallback;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

Switches::Switches(std::initializer_list<Values::value_type> values)
{
    for (const auto& [name, value] : values)
        set(name, value);
}

void Switches::set(const std::string& name, const std::string& value)
{
    m_values[name] = value;
    note(name, numberIn(value, 0));
}

bool Switches::suppose(const std::string& name, const std::string& value)
{
    const bool isNew = !m_values.contains(name);
    if (isNew)
        set(name, value);
    return isNew;
}

void Switches::erase(const std::string& name)
{
    m_values.erase(name);
    note(name, 0);
}

void Switches::supposeAll(const Switches& others)
{
    for (const auto& [name, value] : others.values())
        suppose(name, value);
}

/// "net.ipv4.conf.eth0.10.rp_filter": a device's name may hold dots.
void Switches::note(std::string_view name, long value)
{
    if (name == "net.ipv4.ip_forward")
        m_forwards.front() = value != 0;
    if (name == "net.ipv6.conf.all.forwarding")
        m_forwards.back() = value != 0;
    const std::size_t dot = name.rfind('.');
    const auto known = std::ranges::find(deviceSwitches, name.substr(dot + 1));
    if (!name.starts_with(ofDevices) || dot < ofDevices.size() || known == deviceSwitches.end())
        return;
    const InterfaceName dev = name.substr(ofDevices.size(), dot - ofDevices.size());
    m_devices[dev][static_cast<std::size_t>(known - deviceSwitches.begin())] = value;
}

long Switches::number(std::string_view name, long fallback) const
{
    const auto found = m_values.find(name);
    return found == m_values.end() ? fallback : numberIn(found->second, fallback);
}

long Switches::numberOf(DeviceSwitch which, const InterfaceName& dev) const
{
    const auto found = m_devices.find(dev);
    return found == m_devices.end() ? 0 : found->second[static_cast<std::size_t>(which)];
}

long Switches::larger(DeviceSwitch which, const InterfaceName& dev) const
{
    return m_devices.empty() ? 0 : std::max(numberOf(which, allDevices), numberOf(which, dev));
}

}  // namespace natwalk
