#include "emulator/error_allowance.h"

#include <algorithm>
#include <cmath>

namespace natwalk {

namespace {

// About routes: one a second, five at once. Of a kind that icmp_ratemask names: one each icmp_ratelimit, six at once.
constexpr double secondsARouteError = 1;
constexpr double routeErrorsAtOnce = 5;
constexpr double errorsAtOnce = 6;
constexpr long usualLimitMilliseconds = 1000;
// About all receivers together. The kernel takes 0, 1 or 2 for an error, by its dice.
constexpr long usualErrorsASecond = 1000;
constexpr long usualErrorsAtOnce = 50;
constexpr double mostForAnError = 2;
constexpr double leastLeft = -1;
constexpr double secondsBetweenFillings = 0.02;
constexpr long usualMask = 0x1818;  // unreachable, source quench, time exceeded, parameter problem
constexpr std::uint8_t typeUnreachable = 3;
constexpr std::uint8_t codeFragmentationNeeded = 4;

bool isAboutRoute(Because because)
{
    return because == Because::noRoute || because == Because::unreachable || because == Because::prohibited;
}

/// Waiting fills the bucket up to its brim; an error takes its price out.
bool takes(Bucket& bucket, double price, double atOnce, double now)
{
    bucket.credit = std::min(bucket.credit + now - bucket.filledAt, atOnce * price);
    bucket.filledAt = now;
    const bool enough = bucket.credit >= price;
    bucket.credit -= enough ? price : 0;
    return enough;
}

/// net.ipv6.icmp.ratemask: all but "packet too big", where it is not given. @see net/ipv6/icmp.c, icmpv6_mask_allow()
bool isLimitedIpv6(const Packet& error)
{
    constexpr std::uint8_t typePacketTooBig = 2;
    return error.isIcmpError() && error.icmpType != typePacketTooBig;
}

bool isLimited(const Host& host, const Packet& error)
{
    if (error.protocol == protocol::icmp6)
        return isLimitedIpv6(error) && !host.isLocal(error.dst);
    const bool pathMtu = error.icmpType == typeUnreachable && error.icmpCode == codeFragmentationNeeded;
    const long mask = host.sysctl("net.ipv4.icmp_ratemask", usualMask);
    return error.isIcmpError() && !pathMtu && error.icmpType < 32 && ((mask >> error.icmpType) & 1) != 0
           && !host.isLocal(error.dst);
}

}  // namespace

bool mayTellOfRoute(State& state, const Packet& refused, Because because)
{
    if (!isAboutRoute(because) || refused.in.empty() || refused.src.family != Family::ipv4)
        return true;
    return takes(state.memory.errorsTo(refused.src), secondsARouteError, routeErrorsAtOnce, state.clock);
}

bool mayAnswer(const Host& host, State& state, const Packet& answer)
{
    const bool ipv4 = answer.dst.family == Family::ipv4;
    const long limit =
        host.sysctl(ipv4 ? "net.ipv4.icmp_ratelimit" : "net.ipv6.icmp.ratelimit", usualLimitMilliseconds);
    if (!answer.isIcmp() || limit <= 0 || !isLimited(host, answer))
        return true;
    return takes(state.memory.errorsTo(answer.dst), static_cast<double>(limit) / 1000, errorsAtOnce, state.clock);
}

/// Keeps the least that can be left: the kernel fills its bucket up when it is empty, but not so soon after it did.
bool isWithinLimitOfAll(const Host& host, State& state, const Packet& answer)
{
    if (!answer.isIcmp() || !isLimited(host, answer))
        return true;
    const auto perSecond = static_cast<double>(host.sysctl("net.ipv4.icmp_msgs_per_sec", usualErrorsASecond));
    const auto atOnce = static_cast<double>(host.sysctl("net.ipv4.icmp_msgs_burst", usualErrorsAtOnce));
    Bucket& bucket = state.memory.errorsToAll();
    const double waited = state.clock - bucket.filledAt;
    const double filling = std::floor(perSecond * std::min(waited, 1.0));
    bool sure = bucket.credit > 0;
    if (!sure && waited >= secondsBetweenFillings && filling >= 1) {
        bucket = {std::min(bucket.credit + filling, atOnce), state.clock};
        sure = true;
    }
    bucket.credit = std::max(bucket.credit - mostForAnError, leastLeft);
    return sure;
}

}  // namespace natwalk
