#include "host/ipv6_addresses.h"

#include <algorithm>
#include <array>
#include <bit>
#include <tuple>

namespace natwalk {

namespace {

constexpr int linkScope = 2;
constexpr int siteScope = 5;
constexpr int globalScope = 14;
const InterfaceName loopback = "lo";

int scopeOf(const Address& address)
{
    if (address.isMulticast())
        return static_cast<int>(address.high >> 48U & 0xfU);
    if (address.isLoopback() || address.high >> 54U == 0xfe80U >> 6U)
        return linkScope;
    return address.high >> 54U == 0xfec0U >> 6U ? siteScope : globalScope;
}

struct Label
{
    Network net;
    int label;
};

/// Those of RFC 6724 and some more; the longest net that fits counts. @see Linux net/ipv6/addrlabel.c
int labelOf(const Address& address)
{
    static const auto labels = [] {
        const auto net = [](const char* text) { return Network::from(text).value(); };
        return std::array<Label, 10>{{{net("::1/128"), 0},
                                      {net("::/96"), 3},
                                      {net("::ffff:0:0/96"), 4},
                                      {net("2001::/32"), 6},
                                      {net("2001:10::/28"), 7},
                                      {net("3ffe::/16"), 12},
                                      {net("2002::/16"), 2},
                                      {net("fec0::/10"), 11},
                                      {net("fc00::/7"), 5},
                                      {net("::/0"), 1}}};
    }();
    return std::find_if(labels.begin(), labels.end(), [&](const Label& each) { return each.net.contains(address); })
        ->label;
}

int bitsAlike(const Address& one, const Address& other)
{
    const int high = std::countl_zero(one.high ^ other.high);
    return high < 64 ? high : 64 + std::countl_zero(one.low ^ other.low);
}

/// How well an own address serves, rule by rule of RFC 6724, section 5: the larger the better.
using Merit = std::tuple<bool, int, bool, bool, int>;

Merit meritOf(const LocalAddress& own, bool byThisDevice, const Address& to)
{
    constexpr int tooSmall = 128;
    const int scope = scopeOf(own.address);
    const int fits = scope >= scopeOf(to) ? -scope : scope - tooSmall;
    return {own.address == to, fits, byThisDevice, labelOf(own.address) == labelOf(to),
            std::min(bitsAlike(own.address, to), own.prefixLength)};
}

bool isSolicitedFor(const Address& group, const Address& own)
{
    constexpr std::uint64_t lowest = 0xffffffU;
    return group.high == 0xff02000000000000U && group.low >> 24U == 0x1ffU
           && (group.low & lowest) == (own.low & lowest);
}

}  // namespace

bool isRoutersAnycast(const Host& host, const Address& address)
{
    constexpr int mostShared = 126;
    if (address.family != Family::ipv6 || address.isAny() || !host.sysctls.forwards(Family::ipv6))
        return false;
    return std::ranges::any_of(host.interfaces, [&](const Interface& device) {
        return std::ranges::any_of(device.addresses, [&](const LocalAddress& own) {
            return own.prefixLength <= mostShared && own.net.base == address;
        });
    });
}

bool hears(const Host& host, const Address& group, const InterfaceName& dev)
{
    constexpr std::uint64_t ofLink = 0xff02000000000000U;
    constexpr std::uint64_t ofSite = 0xff05000000000000U;
    const bool routers = group.low == 2 && host.sysctls.forwards(Family::ipv6);
    if ((group.high == ofLink && (group.low == 1 || routers)) || (group.high == ofSite && routers))
        return true;
    const Interface* device = host.interfaceNamed(dev);
    return device && std::ranges::any_of(device->addresses, [&](const LocalAddress& own) {
               return isSolicitedFor(group, own.address)
                      || (isRoutersAnycast(host, own.net.base) && isSolicitedFor(group, own.net.base));
           });
}

std::optional<Address> addressAsNear(const Host& host, const InterfaceName& dev, const Address& to)
{
    const Interface* device = host.interfaceNamed(dev);
    const bool onlyNear = scopeOf(to) == linkScope;
    for (std::size_t i = 0; device && i < device->addresses.size(); ++i) {
        const Address& own = device->addresses[i].address;
        if (own.family == Family::ipv6 && (!onlyNear || scopeOf(own) == linkScope))
            return own;
    }
    return {};
}

std::optional<Address> sourceTowards(const Host& host, const InterfaceName& dev, const Address& to)
{
    if (to.isLoopback())
        return to;
    const bool onlyThisDevice = to.isMulticast() || scopeOf(to) <= linkScope;
    const LocalAddress* best = nullptr;
    Merit most;
    for (const Interface& device : host.interfaces) {
        if (device.name == loopback || (onlyThisDevice && device.name != dev))
            continue;
        for (const LocalAddress& own : device.addresses) {
            const Merit merit = meritOf(own, device.name == dev, to);
            if (own.address.family == Family::ipv6 && (best == nullptr || merit > most)) {
                best = &own;
                most = merit;
            }
        }
    }
    return best ? std::optional(best->address) : std::nullopt;
}

}  // namespace natwalk
