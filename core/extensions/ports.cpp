#include "extensions/ports.h"

#include "extensions/numbers.h"

#include <algorithm>
#include <array>
#include <utility>

namespace natwalk {

namespace {

using Service = std::pair<std::string_view, std::uint16_t>;

// The names of /etc/services that rulesets use. Sorted.
constexpr auto services = std::to_array<Service>({
    {"auth", 113},         {"bgp", 179},         {"bootpc", 68},       {"bootps", 67},        {"domain", 53},
    {"domain-s", 853},     {"epmap", 135},       {"ftp", 21},          {"ftp-data", 20},      {"git", 9418},
    {"gopher", 70},        {"http", 80},         {"http-alt", 8080},   {"https", 443},        {"imap2", 143},
    {"imaps", 993},        {"ipp", 631},         {"irc", 194},         {"isakmp", 500},       {"kerberos", 88},
    {"ldap", 389},         {"ldaps", 636},       {"mdns", 5353},       {"microsoft-ds", 445}, {"ms-sql-s", 1433},
    {"munin", 4949},       {"mysql", 3306},      {"netbios-dgm", 138}, {"netbios-ns", 137},   {"netbios-ssn", 139},
    {"nfs", 2049},         {"nntp", 119},        {"ntp", 123},         {"openvpn", 1194},     {"pop3", 110},
    {"pop3s", 995},        {"postgresql", 5432}, {"printer", 515},     {"proxy", 3128},       {"radius", 1812},
    {"radius-acct", 1813}, {"rsync", 873},       {"rtsp", 554},        {"sieve", 4190},       {"sip", 5060},
    {"sip-tls", 5061},     {"smtp", 25},         {"smtps", 465},       {"snmp", 161},         {"snmp-trap", 162},
    {"socks", 1080},       {"ssh", 22},          {"submission", 587},  {"submissions", 465},  {"sunrpc", 111},
    {"svn", 3690},         {"syslog", 514},      {"telnet", 23},       {"tftp", 69},          {"time", 37},
    {"whois", 43},         {"www", 80},          {"x11", 6000},        {"xmpp-client", 5222}, {"xmpp-server", 5269},
});
static_assert(std::is_sorted(services.begin(), services.end()));

std::optional<std::uint16_t> serviceNamed(std::string_view name)
{
    const auto found = std::lower_bound(services.begin(), services.end(), Service{name, 0});
    if (found == services.end() || found->first != name)
        return {};
    return found->second;
}

Message whyNotIn(const PortCondition& condition, std::uint16_t port, MessageId differs, MessageId excluded)
{
    return message(condition.inverted ? excluded : differs, port, condition.range);
}

void saveOne(SavedOptions& saved, std::string_view name, const PortCondition& condition)
{
    if (!condition.isAny())
        saved.value(name, toText(condition.range), condition.inverted);
}

}  // namespace

std::optional<std::uint16_t> portNamed(std::string_view word)
{
    const auto number = wholeNumber(word);
    if (!number)
        return serviceNamed(word);
    if (*number > 65535)
        return {};
    return static_cast<std::uint16_t>(*number);
}

PortRange portRangeOf(const Option& option)
{
    const std::string_view word = option.value().text;
    const std::size_t colon = word.find(':');
    const std::string_view firstWord = word.substr(0, colon);
    const std::string_view lastWord = colon == std::string_view::npos ? firstWord : word.substr(colon + 1);
    const bool open = colon != std::string_view::npos;
    const auto first = open && firstWord.empty() ? std::uint16_t{0} : portNamed(firstWord);
    const auto last = open && lastWord.empty() ? std::uint16_t{65535} : portNamed(lastWord);
    if (!first || !last)
        option.rejectValue();
    if (*first > *last)
        option.reject(message(MessageId::PortsReversed, *first, *last));
    return {*first, *last};
}

PortCondition portConditionOf(const Option& option) { return {portRangeOf(option), option.inverted()}; }

bool PortConditions::read(const Option& option)
{
    if (option.is("--sport"))
        source = portConditionOf(option);
    else if (option.is("--dport"))
        destination = portConditionOf(option);
    else
        return false;
    return true;
}

bool PortConditions::holdFor(const Packet& packet) const
{
    return !packet.isLaterFragment() && source.holdsFor(packet.sport) && destination.holdsFor(packet.dport);
}

Message PortConditions::whyNot(const Packet& packet) const
{
    if (packet.isLaterFragment())
        return message(MessageId::LaterFragmentHasNoPorts);
    if (!source.holdsFor(packet.sport))
        return whyNotIn(source, packet.sport, MessageId::SourcePortDiffers, MessageId::SourcePortExcluded);
    return whyNotIn(destination, packet.dport, MessageId::DestinationPortDiffers, MessageId::DestinationPortExcluded);
}

void PortConditions::save(SavedOptions& saved) const
{
    saveOne(saved, "--sport", source);
    saveOne(saved, "--dport", destination);
}

Message PortConditions::describe(std::string_view match) const
{
    if (areAny())
        return message(MessageId::AnyPacketOfProtocol, match);
    if (source.isAny())
        return message(destination.inverted ? MessageId::NotToPort : MessageId::ToPort, destination.range);
    if (destination.isAny())
        return message(source.inverted ? MessageId::NotFromPort : MessageId::FromPort, source.range);
    SavedOptions saved;
    save(saved);
    return message(MessageId::PacketsWithOptions, match, std::move(saved).text());
}

std::uint16_t PortConditions::pinnedPort() const
{
    return destination.range.isSingle() && !destination.inverted ? destination.range.first : std::uint16_t{0};
}

}  // namespace natwalk
