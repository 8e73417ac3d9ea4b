// Names of protocols and TCP flags.
//
// Source: iptables libxtables/xtables.c (xtables_chain_protos), /etc/protocols of Debian's netbase; a name from
// /etc/protocols goes before iptables' own when a rule is printed (settled by experiment with iptables 1.8.9).
#include "packet/protocol.h"

#include "text/number.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

struct ProtocolEntry
{
    std::string_view name;
    std::uint8_t number;
};

// The first entry of a number is the one that iptables-save prints.
constexpr auto protocols = std::to_array<ProtocolEntry>({
    {"all", 0},        {"ip", 0},       {"hopopt", 0},      {"icmp", 1},         {"igmp", 2},
    {"ggp", 3},        {"ipencap", 4},  {"st", 5},          {"tcp", 6},          {"egp", 8},
    {"igp", 9},        {"pup", 12},     {"udp", 17},        {"hmp", 20},         {"xns-idp", 22},
    {"rdp", 27},       {"iso-tp4", 29}, {"dccp", 33},       {"xtp", 36},         {"ddp", 37},
    {"idpr-cmtp", 38}, {"ipv6", 41},    {"ipv6-route", 43}, {"ipv6-frag", 44},   {"idrp", 45},
    {"rsvp", 46},      {"gre", 47},     {"esp", 50},        {"ah", 51},          {"skip", 57},
    {"ipv6-icmp", 58}, {"icmpv6", 58},  {"ipv6-nonxt", 59}, {"ipv6-opts", 60},   {"rspf", 73},
    {"vmtp", 81},      {"eigrp", 88},   {"ospf", 89},       {"ax.25", 93},       {"ipip", 94},
    {"etherip", 97},   {"encap", 98},   {"pim", 103},       {"ipcomp", 108},     {"vrrp", 112},
    {"l2tp", 115},     {"isis", 124},   {"sctp", 132},      {"fc", 133},         {"mobility-header", 135},
    {"ipv6-mh", 135},  {"mh", 135},     {"udplite", 136},   {"mpls-in-ip", 137}, {"manet", 138},
    {"hip", 139},      {"shim6", 140},  {"wesp", 141},      {"rohc", 142},       {"ethernet", 143},
});

struct FlagEntry
{
    std::string_view name;
    std::uint8_t bit;
};

constexpr auto flagNames = std::to_array<FlagEntry>({
    {"FIN", tcpflag::fin},
    {"SYN", tcpflag::syn},
    {"RST", tcpflag::rst},
    {"PSH", tcpflag::psh},
    {"ACK", tcpflag::ack},
    {"URG", tcpflag::urg},
    {"ECE", tcpflag::ece},
    {"CWR", tcpflag::cwr},
    {"ALL", 0x3f},
    {"NONE", 0},  // read, never printed bit by bit
});
constexpr std::size_t flagCount = 8;

constexpr char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool sameWord(std::string_view one, std::string_view other) { return std::ranges::equal(one, other, {}, lower, lower); }

}  // namespace

std::optional<std::uint8_t> protocolNamed(std::string_view name)
{
    if (const auto number = wholeNumber(name, 255))
        return static_cast<std::uint8_t>(*number);
    for (const ProtocolEntry& entry : protocols)
        if (sameWord(entry.name, name))
            return entry.number;
    return {};
}

std::string protocolName(std::uint8_t number)
{
    for (const ProtocolEntry& entry : protocols)
        if (entry.number == number)
            return std::string(entry.name);
    return std::to_string(number);
}

bool hasPorts(std::uint8_t number)
{
    return number == protocol::tcp || number == protocol::udp || number == protocol::udplite || number == protocol::sctp
           || number == protocol::dccp;
}

std::optional<std::uint8_t> tcpFlagsNamed(std::string_view names)
{
    std::uint8_t flags = 0;
    for (bool more = true; more;) {
        const std::size_t end = names.find_first_of(",|+ ");
        more = end != std::string_view::npos;
        const std::string_view name = names.substr(0, end);
        const auto* entry =
            std::ranges::find_if(flagNames, [&](const FlagEntry& flag) { return sameWord(flag.name, name); });
        if (entry == flagNames.end())
            return {};
        flags |= entry->bit;
        names.remove_prefix(more ? end + 1 : names.size());
    }
    return flags;
}

std::string tcpFlagNames(std::uint8_t flags)
{
    std::string names;
    for (std::size_t i = 0; i < flagCount; ++i) {
        if ((flags & flagNames[i].bit) == 0)
            continue;
        if (!names.empty())
            names += ',';
        names += flagNames[i].name;
    }
    return names.empty() ? "NONE" : names;
}

}  // namespace natwalk
