#include "emulator/nat_choice.h"

#include <algorithm>
#include <array>
#include <bit>

namespace natwalk {

namespace {

constexpr std::uint32_t maxAttempts = 128;
constexpr std::uint32_t fewestAttempts = 16;

using Words = std::array<std::uint32_t, 4>;

/// An address as the kernel's union nf_inet_addr lies in memory: IPv4 in the first word, network byte order.
Words wordsOf(const Address& address)
{
    const auto swapped = [](std::uint64_t value) {
        const auto word = static_cast<std::uint32_t>(value);
        return (word >> 24U) | ((word >> 8U) & 0xff00U) | ((word << 8U) & 0xff0000U) | (word << 24U);
    };
    if (address.family == Family::ipv4)
        return {swapped(address.low), 0, 0, 0};
    return {swapped(address.high >> 32U), swapped(address.high), swapped(address.low >> 32U), swapped(address.low)};
}

/// Jenkins' hash over four words. @see Linux include/linux/jhash.h, jhash2()
std::uint32_t jenkinsHash(const Words& k, std::uint32_t seed)
{
    std::uint32_t a = 0xdeadbeefU + (4U << 2U) + seed;
    std::uint32_t b = a;
    std::uint32_t c = a;
    a += k[0];
    b += k[1];
    c += k[2];
    a -= c;
    a ^= std::rotl(c, 4);
    c += b;
    b -= a;
    b ^= std::rotl(a, 6);
    a += c;
    c -= b;
    c ^= std::rotl(b, 8);
    b += a;
    a -= c;
    a ^= std::rotl(c, 16);
    c += b;
    b -= a;
    b ^= std::rotl(a, 19);
    a += c;
    c -= b;
    c ^= std::rotl(b, 4);
    b += a;
    a += k[3];
    c ^= b;
    c -= std::rotl(b, 14);
    a ^= c;
    a -= std::rotl(c, 11);
    b ^= a;
    b -= std::rotl(a, 25);
    c ^= b;
    c -= std::rotl(b, 16);
    a ^= c;
    a -= std::rotl(c, 4);
    b ^= a;
    b -= std::rotl(a, 14);
    c ^= b;
    c -= std::rotl(b, 24);
    return c;
}

std::uint32_t scaled(std::uint32_t hash, std::uint64_t size)
{
    return static_cast<std::uint32_t>((std::uint64_t{hash} * size) >> 32U);
}

/// Word `index` of an address, from the left, in host byte order.
std::uint32_t wordAt(const Address& address, std::size_t index)
{
    if (address.family == Family::ipv4)
        return address.v4();
    const std::uint64_t half = index < 2 ? address.high : address.low;
    return static_cast<std::uint32_t>(index % 2 == 0 ? half >> 32U : half);
}

void setWord(Address& address, std::size_t index, std::uint32_t value)
{
    if (address.family == Family::ipv4) {
        address.low = value;
        return;
    }
    std::uint64_t& half = index < 2 ? address.high : address.low;
    half = index % 2 == 0 ? (half & 0xffffffffU) | (std::uint64_t{value} << 32U)
                          : (half & ~std::uint64_t{0xffffffffU}) | value;
}

/// Spreads clients over a range of addresses, always the same for one client. The destination that is mixed in is the
/// new one where that is chosen. @see find_best_ips_proto()
Address spread(const NatRange& range, const Tuple& tuple, ManipType manip)
{
    const std::size_t last = range.first->family == Family::ipv4 ? 0 : 3;
    const Words dst = wordsOf(tuple.dst);
    std::uint32_t hash = jenkinsHash(wordsOf(tuple.src), range.persistent ? 0 : dst[last] ^ tuple.zone);
    Address chosen = *range.first;
    bool fullRange = false;
    for (std::size_t i = 0; i <= last; ++i) {
        const std::uint32_t low = fullRange ? 0 : wordAt(*range.first, i);
        const std::uint64_t size = fullRange ? 0xffffffffU : std::uint64_t{wordAt(*range.last, i)} - low + 1;
        setWord(chosen, i, low + scaled(hash, size));
        fullRange = fullRange || wordAt(chosen, i) != wordAt(*range.last, i);
        if (!range.persistent)
            hash ^= manip == ManipType::source ? dst[i] : wordsOf(chosen)[i];
    }
    return chosen;
}

Address chooseAddress(const NatRange& range, const Tuple& tuple, const Address& current, ManipType manip)
{
    if (!range.first)
        return current;
    return *range.first == *range.last ? *range.first : spread(range, tuple, manip);
}

/// NETMAP's range is one address: its net with the host bits of the address that it replaces.
NatRange mapped(const Network& net, const Address& current)
{
    NatRange range;
    range.first = Address{(current.high & ~net.maskHigh) | net.base.high, (current.low & ~net.maskLow) | net.base.low,
                          current.family};
    range.last = range.first;
    return range;
}

auto& portOf(auto& tuple, ManipType manip)
{
    // An ICMP id is the same in both directions.
    const bool icmp = tuple.protocol == protocol::icmp || tuple.protocol == protocol::icmp6;
    return manip == ManipType::source || icmp ? tuple.sport : tuple.dport;
}

bool portInRange(const Tuple& tuple, ManipType manip, const NatRange& range)
{
    return !range.ports || range.ports->contains(portOf(tuple, manip));
}

bool inRange(const Tuple& tuple, const NatRange& range)
{
    const bool address = !range.first || (*range.first <= tuple.src && tuple.src <= *range.last);
    return address && portInRange(tuple, ManipType::source, range);
}

bool isUsed(const Tuple& tuple, const State& state) { return state.connections.isTaken(inverse(tuple), state.clock); }

/// The mapping that this source already has towards other destinations, if it fits: of several, that of the entry that
/// lies first. @see find_appropriate_src()
std::optional<Tuple> sameSource(const Tuple& tuple, const NatRange& range, const State& state)
{
    const Connection* first = nullptr;
    std::optional<Tuple> found;
    state.connections.forEachFrom(tuple, state.clock, [&](const Connection& other) {
        Tuple mapped = inverse(other.reply);
        mapped.dst = tuple.dst;
        mapped.dport = tuple.dport;
        if ((first != nullptr && first < &other) || !inRange(mapped, range))
            return;
        first = &other;
        found = mapped;
    });
    return found;
}

/// Where ports are searched: the given range, or the class of the port (below 512, below 1024, above).
PortRange searchedPorts(std::uint16_t port, const Tuple& tuple, const NatRange& range)
{
    if (range.ports)
        return *range.ports;
    if (tuple.protocol == protocol::icmp || tuple.protocol == protocol::icmp6)
        return {0, 65535};
    if (port < 512)
        return {1, 511};
    return port < 1024 ? PortRange{600, 1023} : PortRange{1024, 65535};
}

void searchPort(Tuple& tuple, ManipType manip, const NatRange& range, const State& state, Chance& chance)
{
    const bool icmp = tuple.protocol == protocol::icmp || tuple.protocol == protocol::icmp6;
    if (!icmp && !isTrackedByPorts(tuple.protocol))
        return;
    if (!icmp && !range.ports && manip == ManipType::destination)
        return;
    std::uint16_t& port = portOf(tuple, manip);
    const PortRange ports = searchedPorts(port, tuple, range);
    const auto anywhere = [&] { return static_cast<std::uint32_t>(chance.port(manip, ports) - ports.first); };
    std::uint32_t offset = 0;
    if (range.shifted)
        offset = static_cast<std::uint16_t>(port - range.basePort);
    else if (range.random || range.randomFully || manip == ManipType::source)
        offset = anywhere();
    for (std::uint32_t attempts = std::min(ports.size(), maxAttempts);; attempts /= 2, offset = anywhere()) {
        for (std::uint32_t i = 0; i < attempts; ++i, ++offset) {
            port = static_cast<std::uint16_t>(ports.first + static_cast<std::uint16_t>(offset) % ports.size());
            if (!isUsed(tuple, state))
                return;
        }
        if (attempts >= ports.size() || attempts < fewestAttempts)
            return;
    }
}

}  // namespace

void chooseTuple(Tuple& tuple, ManipType manip, const NatRange& range, const State& state, Chance& chance)
{
    Address& address = manip == ManipType::source ? tuple.src : tuple.dst;
    if (range.netmap)
        return chooseTuple(tuple, manip, mapped(range.netmapTo, address), state, chance);
    const bool randomPort = range.random || range.randomFully;
    if (manip == ManipType::source && !randomPort) {
        if (inRange(tuple, range)) {
            if (!isUsed(tuple, state))
                return;
        } else if (const auto same = sameSource(tuple, range, state); same && !isUsed(*same, state)) {
            tuple = *same;
            return;
        }
    }
    address = chooseAddress(range, tuple, address, manip);
    const bool fits = range.ports ? !range.shifted && portInRange(tuple, manip, range)
                                        && (range.ports->isSingle() || !isUsed(tuple, state))
                                  : !isUsed(tuple, state);
    if (!fits || randomPort)
        searchPort(tuple, manip, range, state, chance);
}

}  // namespace natwalk
