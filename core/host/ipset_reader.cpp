// Source: ipset(8); ipset lib/parse.c, ipset_hash_*.c, ipset_bitmap_*.c, ipset_list_set.c.
#include "host/ipset_reader.h"

#include "packet/icmp_names.h"

#include <algorithm>
#include <charconv>

namespace natwalk {

namespace {

using Words = std::span<const std::string_view>;

/// The longest time-out that fits the kernel's clock (IPSET_MAX_TIMEOUT).
constexpr std::uint32_t longestSeconds = 0xffffffffU / 1000;

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0 || separator != ' ')
            parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

template <typename Number = std::uint32_t>
std::optional<Number> numberIn(std::string_view word)
{
    const bool hexadecimal = word.starts_with("0x");
    if (hexadecimal)
        word.remove_prefix(2);
    Number number = 0;
    const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), number, hexadecimal ? 16 : 10);
    if (problem != std::errc() || end != word.data() + word.size())
        return {};
    return number;
}

/// The word behind a name: "timeout 30".
std::optional<std::string_view> valueOf(Words words, std::string_view name)
{
    const auto found = std::ranges::find(words, name);
    if (found == words.end() || found + 1 == words.end())
        return {};
    return *(found + 1);
}

bool has(Words words, std::string_view name) { return std::ranges::find(words, name) != words.end(); }

std::optional<double> secondsIn(Words words)
{
    const auto word = valueOf(words, "timeout");
    const auto seconds = word ? numberIn(*word) : std::nullopt;
    return seconds ? std::optional<double>(std::min(*seconds, longestSeconds)) : std::nullopt;
}

IpSetPartKind kindNamed(std::string_view word)
{
    if (word == "ip")
        return IpSetPartKind::address;
    if (word == "net")
        return IpSetPartKind::net;
    if (word == "port")
        return IpSetPartKind::port;
    if (word == "iface")
        return IpSetPartKind::interface;
    if (word == "mac")
        return IpSetPartKind::link;
    return word == "mark" ? IpSetPartKind::mark : IpSetPartKind::other;
}

std::uint16_t typeAndCode(std::uint32_t type, std::uint32_t code)
{
    return static_cast<std::uint16_t>(type << 8U | code);
}

/// An ICMP type and code: "8/0" or "echo-request".
std::optional<std::uint16_t> icmpIn(std::string_view word, std::uint8_t protocol)
{
    for (const IcmpName& each : protocol == protocol::icmp ? icmpNames() : icmp6Names())
        if (each.name == word)
            return typeAndCode(each.type.type, each.type.firstCode);
    const std::size_t slash = word.find('/');
    const auto type = numberIn(word.substr(0, slash));
    const auto code = slash == std::string_view::npos ? std::optional(0U) : numberIn(word.substr(slash + 1));
    if (!type || !code || *type > 255 || *code > 255)
        return {};
    return typeAndCode(*type, *code);
}

std::optional<std::uint16_t> portIn(std::string_view word, std::uint8_t protocol)
{
    if (protocol == protocol::icmp || protocol == protocol::icmp6)
        return icmpIn(word, protocol);
    const auto number = numberIn(word);
    if (!number || *number > 65535)
        return {};
    return static_cast<std::uint16_t>(*number);
}

/// "tcp:80", "udp:53-60", "icmp:echo-request" or, in a bitmap, "80". A bare port of a hash is one of TCP.
bool readPort(std::string_view word, bool isBitmap, IpSetPart& part)
{
    part.protocol = isBitmap ? protocol::any : protocol::tcp;
    if (const std::size_t colon = word.find(':'); colon != std::string_view::npos) {
        const auto protocol =
            word.substr(0, colon) == "icmpv6" ? protocol::icmp6 : protocolNamed(word.substr(0, colon));
        if (!protocol)
            return false;
        part.protocol = *protocol;
        word.remove_prefix(colon + 1);
    }
    const bool icmp = part.protocol == protocol::icmp || part.protocol == protocol::icmp6;
    const std::size_t dash = icmp ? std::string_view::npos : word.find('-');
    const auto first = portIn(word.substr(0, dash), part.protocol);
    const auto last = dash == std::string_view::npos ? first : portIn(word.substr(dash + 1), part.protocol);
    if (!first || !last)
        return false;
    part.ports = {*first, *last};
    return true;
}

bool readPart(std::string_view word, IpSetPartKind kind, const IpSet& set, IpSetPart& part)
{
    switch (kind) {
    case IpSetPartKind::address:
    case IpSetPartKind::net: {
        const auto network = Network::from(word);
        part.addresses = network.value_or(Network{});
        return network && (!set.family || network->base.family == *set.family);
    }
    case IpSetPartKind::port: return readPort(word, set.isBitmap, part);
    case IpSetPartKind::interface: part.interface = word; return true;
    case IpSetPartKind::mark: part.mark = numberIn(word).value_or(0) & set.markMask; return numberIn(word).has_value();
    case IpSetPartKind::link: {
        const auto link = linkAddressFrom(word);
        part.link = link.value_or(part.link);
        return link.has_value();
    }
    case IpSetPartKind::other: break;
    }
    return true;
}

/// "skbmark 0x7/0xff"; without a mask all bits count.
std::optional<IpSetMark> markIn(Words words)
{
    const auto word = valueOf(words, "skbmark");
    if (!word)
        return {};
    const std::size_t slash = word->find('/');
    const auto value = numberIn(word->substr(0, slash));
    const auto mask = slash == std::string_view::npos ? std::optional(0xffffffffU) : numberIn(word->substr(slash + 1));
    return value && mask ? std::optional(IpSetMark{*value, *mask}) : std::nullopt;
}

/// "80-90", "10.0.0.0-10.0.0.255" or "10.0.0.0/24"
void readRange(std::string_view word, IpSet& set)
{
    const std::size_t dash = word.find('-');
    const std::string_view first = word.substr(0, dash);
    const std::string_view last = dash == std::string_view::npos ? first : word.substr(dash + 1);
    if (set.kinds.front() == IpSetPartKind::port) {
        set.ports = {portIn(first, protocol::any).value_or(0), portIn(last, protocol::any).value_or(65535)};
        return;
    }
    const auto from = Network::from(first);
    const auto to = Network::from(last);
    set.first = from ? from->base : Address{};
    set.last = to ? to->broadcast() : Address{};
}

Family familyIn(Words words)
{
    const auto family = valueOf(words, "family");
    return family == "inet6" || family == "ipv6" ? Family::ipv6 : Family::ipv4;
}

/// "netmask 24" or "bitmask 255.255.0.255"
void readMask(Words words, IpSet& set)
{
    const Family family = set.family.value_or(Family::ipv4);
    const auto length = numberIn(valueOf(words, "netmask").value_or(""));
    const auto bits = Address::from(valueOf(words, "bitmask").value_or(""));
    if (length && *length <= (family == Family::ipv4 ? 32U : 128U))
        set.mask = Network::of(Address::any(family), static_cast<int>(*length));
    else if (bits)
        set.mask = {Address::any(family), bits->high, bits->low};
    set.masks = length || bits;
}

void readKinds(std::string_view type, IpSet& set)
{
    if (type == "list:set")
        return;
    set.isBitmap = type.starts_with("bitmap:");
    for (const std::string_view kind : split(type.substr(std::min(type.find(':') + 1, type.size())), ','))
        set.kinds.push_back(set.kinds.size() < IpSetKey::most ? kindNamed(kind) : IpSetPartKind::other);
    if (set.kinds.empty())
        set.kinds.push_back(IpSetPartKind::other);
}

/// Ports alone, and link addresses alone, are of either family.
bool isOfEitherFamily(const IpSet& set)
{
    return set.kinds.size() <= 1
           && (set.isList() || set.kinds.front() == IpSetPartKind::port || set.kinds.front() == IpSetPartKind::link);
}

/// "create NAME hash:ip,port family inet ..."
IpSet setFrom(Words words)
{
    IpSet set;
    set.name = words[1];
    readKinds(words[2], set);
    if (!isOfEitherFamily(set))
        set.family = familyIn(words);
    set.timeoutSeconds = secondsIn(words);
    set.counts = has(words, "counters");
    set.marks = has(words, "skbinfo");
    set.makesRoom = has(words, "forceadd");
    set.most = numberIn(valueOf(words, "maxelem").value_or("")).value_or(IpSet::usualMost);
    set.markMask = numberIn(valueOf(words, "markmask").value_or("")).value_or(0xffffffffU);
    readMask(words, set);
    if (set.isBitmap)
        readRange(valueOf(words, "range").value_or(""), set);
    return set;
}

/// "10.0.0.1-10.0.0.9" becomes the nets that hold just these addresses.
std::vector<Network> netsOf(std::string_view word)
{
    const std::size_t dash = word.find('-');
    const auto first = Address::from(word.substr(0, dash));
    const auto last = dash == std::string_view::npos ? std::nullopt : Address::from(word.substr(dash + 1));
    std::vector<Network> nets;
    if (!first || !last || first->family != Family::ipv4 || last->family != Family::ipv4)
        return nets;
    std::uint64_t at = first->v4();
    while (at <= last->v4()) {
        int length = 32;
        for (std::uint64_t size = 2; length > 0 && at % size == 0 && at + size - 1 <= last->v4(); size *= 2)
            --length;
        nets.push_back(Network::of(Address::v4(static_cast<std::uint32_t>(at)), length));
        at += std::uint64_t{1} << (32 - length);
    }
    return nets;
}

std::optional<IpSetEntry> entryFrom(std::span<const std::string_view> parts, Words more, const IpSet& set)
{
    IpSetEntry entry;
    entry.knowsLink = parts.size() == set.kinds.size() || set.kinds.back() != IpSetPartKind::link;
    if (parts.size() != set.kinds.size() && entry.knowsLink)
        return {};
    entry.parts.resize(set.kinds.size());
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (!readPart(parts[i], set.kinds[i], set, entry.parts[i]))
            return {};
    entry.excluded = has(more, "nomatch");
    entry.anyNumber = has(more, "wildcard");
    entry.secondsLeft = secondsIn(more).value_or(set.timeoutSeconds.value_or(0));
    entry.packets = numberIn<std::uint64_t>(valueOf(more, "packets").value_or("")).value_or(0);
    entry.bytes = numberIn<std::uint64_t>(valueOf(more, "bytes").value_or("")).value_or(0);
    entry.mark = markIn(more);
    return entry;
}

void addRange(std::vector<std::string_view> parts, Words more, IpSet& set)
{
    for (const Network& net : netsOf(parts.front())) {
        const std::string text = toText(net);
        parts.front() = text;
        if (auto entry = entryFrom(parts, more, set))
            set.add(*std::move(entry));
    }
}

/// "add NAME 10.0.0.1,tcp:80 timeout 30 nomatch"
void readAdd(Words words, std::vector<IpSet>& sets)
{
    const auto set = std::ranges::find(sets, words[1], &IpSet::name);
    if (set == sets.end())
        return;
    const Words more = words.subspan(3);
    if (set->isList()) {
        set->members.push_back({std::string(words[2]), secondsIn(more).value_or(set->timeoutSeconds.value_or(0))});
        return;
    }
    auto parts = split(words[2], ',');
    bool ofBridge = false;
    for (std::string_view& part : parts)
        if (part.starts_with("physdev:")) {
            part.remove_prefix(part.find(':') + 1);
            ofBridge = true;
        }
    if (set->kinds.front() != IpSetPartKind::port && parts.front().find('-') != std::string_view::npos)
        return addRange(std::move(parts), more, *set);
    if (auto entry = entryFrom(parts, more, *set)) {
        entry->ofBridge = ofBridge;
        set->add(*std::move(entry));
    }
}

}  // namespace

std::vector<IpSet> readIpSets(std::string_view text)
{
    std::vector<IpSet> sets;
    for (std::string_view line : split(text, '\n')) {
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        const auto words = split(line, ' ');
        if (words.size() < 3)
            continue;
        if (words[0] == "create" || words[0] == "-N")
            sets.push_back(setFrom(words));
        else if (words[0] == "add" || words[0] == "-A")
            readAdd(words, sets);
    }
    return sets;
}

}  // namespace natwalk
