#include "packet/icmp_names.h"

#include <array>

namespace natwalk {

namespace {

constexpr IcmpType withCode(std::uint8_t type, std::uint8_t code) { return {type, code, code}; }

constexpr auto names4 = std::to_array<IcmpName>({
    {"any", {anyIcmpType}},
    {"echo-reply", {0}},
    {"pong", {0}},
    {"destination-unreachable", {3}},
    {"network-unreachable", withCode(3, 0)},
    {"host-unreachable", withCode(3, 1)},
    {"protocol-unreachable", withCode(3, 2)},
    {"port-unreachable", withCode(3, 3)},
    {"fragmentation-needed", withCode(3, 4)},
    {"source-route-failed", withCode(3, 5)},
    {"network-unknown", withCode(3, 6)},
    {"host-unknown", withCode(3, 7)},
    {"network-prohibited", withCode(3, 9)},
    {"host-prohibited", withCode(3, 10)},
    {"TOS-network-unreachable", withCode(3, 11)},
    {"TOS-host-unreachable", withCode(3, 12)},
    {"communication-prohibited", withCode(3, 13)},
    {"host-precedence-violation", withCode(3, 14)},
    {"precedence-cutoff", withCode(3, 15)},
    {"source-quench", {4}},
    {"redirect", {5}},
    {"network-redirect", withCode(5, 0)},
    {"host-redirect", withCode(5, 1)},
    {"TOS-network-redirect", withCode(5, 2)},
    {"TOS-host-redirect", withCode(5, 3)},
    {"echo-request", {8}},
    {"ping", {8}},
    {"router-advertisement", {9}},
    {"router-solicitation", {10}},
    {"time-exceeded", {11}},
    {"ttl-exceeded", {11}},
    {"ttl-zero-during-transit", withCode(11, 0)},
    {"ttl-zero-during-reassembly", withCode(11, 1)},
    {"parameter-problem", {12}},
    {"ip-header-bad", withCode(12, 0)},
    {"required-option-missing", withCode(12, 1)},
    {"timestamp-request", {13}},
    {"timestamp-reply", {14}},
    {"address-mask-request", {17}},
    {"address-mask-reply", {18}},
});

constexpr auto names6 = std::to_array<IcmpName>({
    {"destination-unreachable", {1}},
    {"no-route", withCode(1, 0)},
    {"communication-prohibited", withCode(1, 1)},
    {"beyond-scope", withCode(1, 2)},
    {"address-unreachable", withCode(1, 3)},
    {"port-unreachable", withCode(1, 4)},
    {"failed-policy", withCode(1, 5)},
    {"reject-route", withCode(1, 6)},
    {"packet-too-big", {2}},
    {"time-exceeded", {3}},
    {"ttl-exceeded", {3}},
    {"ttl-zero-during-transit", withCode(3, 0)},
    {"ttl-zero-during-reassembly", withCode(3, 1)},
    {"parameter-problem", {4}},
    {"bad-header", withCode(4, 0)},
    {"unknown-header-type", withCode(4, 1)},
    {"unknown-option", withCode(4, 2)},
    {"echo-request", {128}},
    {"ping", {128}},
    {"echo-reply", {129}},
    {"pong", {129}},
    {"router-solicitation", {133}},
    {"router-advertisement", {134}},
    {"neighbour-solicitation", {135}},
    {"neighbor-solicitation", {135}},
    {"neighbour-advertisement", {136}},
    {"neighbor-advertisement", {136}},
    {"redirect", {137}},
});

}  // namespace

std::span<const IcmpName> icmpNames() { return names4; }

std::span<const IcmpName> icmp6Names() { return names6; }

}  // namespace natwalk
