#include "extensions/nat_range.h"

#include "extensions/ports.h"
#include "extensions/words.h"

namespace natwalk {

namespace {

std::optional<std::uint16_t> portNumber(std::string_view word)
{
    const auto number = wholeNumber(word);
    if (!number || *number > 65535)
        return {};
    return static_cast<std::uint16_t>(*number);
}

void demandPortProtocol(const Option& option, const RuleHead& rule)
{
    const std::uint8_t number = rule.protocol;
    const bool known = number == protocol::tcp || number == protocol::udp || number == protocol::sctp
                       || number == protocol::dccp || number == protocol::icmp;
    if (!known)
        option.reject(message(MessageId::OptionNeedsProtocol, option.name()));
}

/// "2010-2020", or "2010-2020/1010".
void readPortRange(std::string_view word, NatRange& range, const Option& option, Shifts shifts)
{
    const auto [firstWord, rest] = splitAt(word, '-');
    const auto [lastWord, base] = splitAt(rest.value_or(std::string_view()), '/');
    const auto first = portNumber(firstWord);
    const auto last = portNumber(lastWord);
    if (!first || !last)
        option.rejectValue();
    range.ports = PortRange{*first, *last};
    rejectReversed(option, *range.ports);
    if (!base)
        return;
    range.basePort = portFrom(*base).value_or(std::uint16_t{0});
    range.shifted = true;
    if (range.basePort == 0 || shifts == Shifts::refused)
        option.rejectValue();
}

/// One port, by number or name, or a range of numbers.
void readPorts(std::string_view word, NatRange& range, const Option& option, Shifts shifts)
{
    if (const auto port = portFrom(word))
        range.ports = PortRange{*port, *port};
    else
        readPortRange(word, range, option, shifts);
}

Address addressOf(std::string_view word, const Option& option, const RuleHead& rule)
{
    const auto address = Address::from(word);
    if (!address || (address->family == Family::ipv6) != rule.ipv6)
        option.rejectValue();
    return *address;
}

void readAddresses(std::string_view word, NatRange& range, const Option& option, const RuleHead& rule)
{
    const auto [first, last] = splitAt(word, '-');
    range.first = addressOf(first, option, rule);
    range.last = last ? addressOf(*last, option, rule) : *range.first;
}

/// IPv6 addresses stand in brackets where ports follow; without brackets all of the word is addresses.
Halves splitPorts(std::string_view word, bool ipv6, const Option& option)
{
    if (word.starts_with('[')) {
        const std::size_t close = word.find(']');
        if (close == std::string_view::npos)
            option.rejectValue();
        const std::string_view after = word.substr(close + 1);
        if (!after.empty() && after.front() != ':')
            option.rejectValue();
        return {word.substr(1, close - 1), after.empty() ? std::nullopt : std::optional(after.substr(1))};
    }
    if (ipv6 && !(word.starts_with(':') && !word.starts_with("::")))
        return {word, {}};
    return splitAt(word, ':');
}

NatRange addressesAndPortsOf(const Option& option, const RuleHead& rule, Shifts shifts)
{
    option.rejectInverted();
    NatRange range;
    const auto [addresses, ports] = splitPorts(option.value().text, rule.ipv6, option);
    if (ports) {
        demandPortProtocol(option, rule);
        readPorts(*ports, range, option, shifts);
    }
    if (!addresses.empty() || !ports)
        readAddresses(addresses, range, option, rule);
    return range;
}

}  // namespace

NatRange natRangeFrom(Options& words, std::string_view name, Shifts shifts)
{
    std::optional<NatRange> target;
    NatRange range;
    while (const auto option = words.next())
        if (!readNatFlag(*option, range))
            target = addressesAndPortsOf(*option, words.rule(), shifts);
    if (!target)
        words.rejectMissing(name);
    target->random = range.random;
    target->randomFully = range.randomFully;
    target->persistent = range.persistent;
    return *target;
}

PortRange natPortsOf(const Option& option, const RuleHead& rule)
{
    option.rejectInverted();
    demandPortProtocol(option, rule);
    NatRange range;
    readPorts(option.value().text, range, option, Shifts::refused);
    return *range.ports;
}

std::string natPortsText(const PortRange& ports)
{
    return ports.isSingle() ? toText(ports.first) : toText(ports.first) + "-" + toText(ports.last);
}

std::string addressesAndPorts(const NatRange& range)
{
    std::string text;
    if (range.first) {
        const bool brackets = range.ports && range.first->family == Family::ipv6;
        text = toText(*range.first);
        if (range.last && *range.last != *range.first)
            text += "-" + toText(*range.last);
        if (brackets)
            text = "[" + text + "]";
    }
    if (range.ports)
        text += ":" + natPortsText(*range.ports);
    if (range.shifted)
        text += "/" + toText(range.basePort);
    return text;
}

bool readNatFlag(const Option& option, NatRange& range)
{
    if (option.is("--random"))
        range.random = true;
    else if (option.is("--random-fully"))
        range.randomFully = true;
    else if (option.is("--persistent"))
        range.persistent = true;
    else
        return false;
    option.rejectInverted();
    return true;
}

void saveNatFlags(SavedOptions& saved, const NatRange& range)
{
    if (range.random)
        saved.flag("--random");
    if (range.randomFully)
        saved.flag("--random-fully");
    if (range.persistent)
        saved.flag("--persistent");
}

std::string savedPortsAndFlags(const NatRange& range)
{
    SavedOptions saved;
    if (range.ports)
        saved.value("--to-ports", natPortsText(*range.ports));
    saveNatFlags(saved, range);
    return std::move(saved).text();
}

}  // namespace natwalk
