#include "packet/port_names.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

struct PortName
{
    std::string_view name;
    std::uint16_t port;
};

constexpr auto names = std::to_array<PortName>({
    {"amqp", 5672},       {"amqps", 5671},     {"bgp", 179},          {"bootpc", 68},        {"bootps", 67},
    {"domain", 53},       {"domain-s", 853},   {"finger", 79},        {"ftp", 21},           {"ftp-data", 20},
    {"ftps", 990},        {"git", 9418},       {"http", 80},          {"http-alt", 8080},    {"https", 443},
    {"imap2", 143},       {"imaps", 993},      {"ipp", 631},          {"ipsec-nat-t", 4500}, {"ircd", 6667},
    {"isakmp", 500},      {"kerberos", 88},    {"kpasswd", 464},      {"l2f", 1701},         {"ldap", 389},
    {"ldaps", 636},       {"mdns", 5353},      {"microsoft-ds", 445}, {"ms-sql-s", 1433},    {"mysql", 3306},
    {"netbios-dgm", 138}, {"netbios-ns", 137}, {"netbios-ssn", 139},  {"nfs", 2049},         {"nntp", 119},
    {"ntp", 123},         {"openvpn", 1194},   {"pop3", 110},         {"pop3s", 995},        {"postgresql", 5432},
    {"pptp", 1723},       {"radius", 1812},    {"radius-acct", 1813}, {"rsync", 873},        {"sip", 5060},
    {"sip-tls", 5061},    {"smtp", 25},        {"snmp", 161},         {"snmp-trap", 162},    {"socks", 1080},
    {"ssh", 22},          {"submission", 587}, {"submissions", 465},  {"sunrpc", 111},       {"syslog", 514},
    {"telnet", 23},       {"tftp", 69},        {"time", 37},          {"webmin", 10000},     {"whois", 43},
    {"www", 80},          {"xdmcp", 177},      {"xmpp-client", 5222}, {"xmpp-server", 5269},
});

static_assert(std::is_sorted(names.begin(), names.end(),
                             [](const PortName& left, const PortName& right) { return left.name < right.name; }));

}  // namespace

std::optional<std::uint16_t> portNamed(std::string_view name)
{
    const auto found =
        std::lower_bound(names.begin(), names.end(), name,
                         [](const PortName& entry, std::string_view wanted) { return entry.name < wanted; });
    if (found == names.end() || found->name != name)
        return {};
    return found->port;
}

}  // namespace natwalk
