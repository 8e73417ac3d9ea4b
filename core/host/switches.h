// The kernel's switches (sysctl) by name; those that every packet asks for are kept as numbers, too.
#pragma once

#include "packet/address.h"
#include "packet/interface_name.h"

#include <boost/container/flat_map.hpp>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace natwalk {

/// A switch that each device has for itself, and one more that counts for all: net.ipv4.conf.DEV.NAME.
enum class DeviceSwitch : std::uint8_t { rpFilter, acceptLocal, routeLocalnet };

class Switches
{
public:
    /// "net.ipv4.conf.all.rp_filter" -> "1"
    using Values = std::map<std::string, std::string, std::less<>>;

    Switches() = default;
    Switches(std::initializer_list<Values::value_type> values);

    const Values& values() const { return m_values; }
    bool empty() const { return m_values.empty(); }

    void set(const std::string& name, const std::string& value);
    /// Sets what is not set yet; answers whether it did.
    bool suppose(const std::string& name, const std::string& value);
    void erase(const std::string& name);
    /// Those of others, where this one has none.
    void supposeAll(const Switches& others);

    /// The number that stands for a switch, or the default where it is not given.
    long number(std::string_view name, long fallback) const;
    /// The larger of conf.all.NAME and conf.DEV.NAME; absent ones are 0.
    long larger(DeviceSwitch which, const InterfaceName& dev) const;
    /// net.ipv4.ip_forward, net.ipv6.conf.all.forwarding; off where not given, as in a new network namespace.
    bool forwards(Family family) const { return m_forwards[static_cast<std::size_t>(family)]; }

private:
    using Numbers = std::array<long, 3>;  // by DeviceSwitch

    void note(std::string_view name, long value);
    long numberOf(DeviceSwitch which, const InterfaceName& dev) const;

    Values m_values;
    boost::container::flat_map<InterfaceName, Numbers> m_devices;
    std::array<bool, 2> m_forwards{};  // by Family
};

}  // namespace natwalk
