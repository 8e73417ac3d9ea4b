// The stations of a packet's way, in the order of the kernel's hook priorities.
//
// Source: Linux include/uapi/linux/netfilter_ipv4.h (priorities), settled by experiment for all five tables.
#pragma once

#include "host/back_end.h"
#include "ruleset/hook.h"

#include <array>
#include <cstdint>
#include <span>

namespace natwalk {

/// One thing that happens to a packet at one hook.
struct Station
{
    enum class Kind : std::uint8_t {
        table,        ///< a table's chain
        track,        ///< conntrack looks the packet up
        nat,          ///< the nat table for the packet that makes the connection, then the translation
        routeInput,   ///< to this host, or on
        routeRound,   ///< came round by lo: to this host, unless nat changed where it goes
        routeOutput,  ///< by which device the packet that this host made leaves
        reroute,      ///< asks again if the mangle or nat table changed what routing looks at
        forward,      ///< size and ttl
        leaveHook,    ///< POSTROUTING sees the device that the packet will leave by
        confirm,      ///< the connection entry becomes visible
        deliver,
        leave
    };
    Kind kind;
    Hook hook = Hook::prerouting;
    TableName table = TableName::filter;
    BackEnd only = BackEnd::unknown;  ///< where both have rules: this one's alone; unknown: one after the other
};

namespace stations {

using Kind = Station::Kind;

constexpr Station at(Hook hook, TableName table) { return {Kind::table, hook, table}; }

// clang-format off
inline constexpr auto fromOutside = std::to_array<Station>({
    at(Hook::prerouting, TableName::raw),
    {Kind::track, Hook::prerouting},
    at(Hook::prerouting, TableName::mangle),
    {Kind::nat, Hook::prerouting, TableName::nat},
    {Kind::routeInput}});

inline constexpr auto toThisHost = std::to_array<Station>({
    at(Hook::input, TableName::mangle),
    at(Hook::input, TableName::filter),
    at(Hook::input, TableName::security),
    {Kind::nat, Hook::input, TableName::nat},
    {Kind::confirm},
    {Kind::deliver}});

/// nf_tables registers security behind nat here.
inline constexpr auto toThisHostByNft = std::to_array<Station>({
    at(Hook::input, TableName::mangle),
    at(Hook::input, TableName::filter),
    {Kind::nat, Hook::input, TableName::nat},
    at(Hook::input, TableName::security),
    {Kind::confirm},
    {Kind::deliver}});

inline constexpr auto toThisHostByBoth = std::to_array<Station>({
    at(Hook::input, TableName::mangle),
    at(Hook::input, TableName::filter),
    {Kind::table, Hook::input, TableName::security, BackEnd::legacy},
    {Kind::nat, Hook::input, TableName::nat},
    {Kind::table, Hook::input, TableName::security, BackEnd::nft},
    {Kind::confirm},
    {Kind::deliver}});

inline constexpr auto forwarded = std::to_array<Station>({
    {Kind::forward},
    at(Hook::forward, TableName::mangle),
    at(Hook::forward, TableName::filter),
    at(Hook::forward, TableName::security),
    at(Hook::postrouting, TableName::mangle),
    {Kind::nat, Hook::postrouting, TableName::nat},
    {Kind::confirm},
    {Kind::leave}});

inline constexpr auto fromThisHost = std::to_array<Station>({
    {Kind::routeOutput},
    at(Hook::output, TableName::raw),
    {Kind::track, Hook::output},
    at(Hook::output, TableName::mangle),
    {Kind::reroute, Hook::output, TableName::mangle},
    {Kind::nat, Hook::output, TableName::nat},
    {Kind::reroute, Hook::output, TableName::nat},
    at(Hook::output, TableName::filter),
    at(Hook::output, TableName::security),
    {Kind::leaveHook},
    at(Hook::postrouting, TableName::mangle),
    {Kind::nat, Hook::postrouting, TableName::nat},
    {Kind::confirm},
    {Kind::leave}});

/// Sent by this host to itself: once more from PREROUTING, with the entry it already has, for which nat is not asked
/// again.
inline constexpr auto roundByLo = std::to_array<Station>({
    at(Hook::prerouting, TableName::raw),
    {Kind::track, Hook::prerouting},
    at(Hook::prerouting, TableName::mangle),
    {Kind::nat, Hook::prerouting, TableName::nat},
    {Kind::routeRound}});
// clang-format on

}  // namespace stations

}  // namespace natwalk
