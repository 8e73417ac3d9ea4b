#include "host/ip_words.h"

#include "text/diagnostic.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace natwalk {

namespace {

constexpr std::uint32_t anyNumber = 0xffffffffU;

/// Reads words one after the other.
class Words
{
public:
    explicit Words(std::span<const Token> words) : m_words(words) {}

    const Token* next() { return m_next < m_words.size() ? &m_words[m_next++] : nullptr; }
    const Token* peek() const { return m_next < m_words.size() ? &m_words[m_next] : nullptr; }

    /// The word after `name`.
    const Token& valueOf(const Token& name)
    {
        const Token* value = next();
        if (value == nullptr)
            throw ParseError(name.span, message(MessageId::WordNeedsAnother, name.text));
        return *value;
    }

private:
    std::span<const Token> m_words;
    std::size_t m_next = 0;
};

Address addressAt(const Token& word)
{
    if (const auto address = Address::from(word.text))
        return *address;
    throw ParseError(word.span, message(MessageId::NotAnAddress, word.text));
}

Network networkAt(const Token& word)
{
    if (const auto network = Network::from(word.text))
        return *network;
    throw ParseError(word.span, message(MessageId::NotANetwork, word.text));
}

std::optional<std::uint32_t> numberFrom(std::string_view text)
{
    const bool hexadecimal = text.starts_with("0x") || text.starts_with("0X");
    if (hexadecimal)
        text.remove_prefix(2);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, hexadecimal ? 16 : 10);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::uint32_t numberAt(const Token& word)
{
    if (const auto number = numberFrom(word.text))
        return *number;
    throw ParseError(word.span, message(MessageId::NotANumber, word.text, 0, anyNumber));
}

std::uint32_t tableAt(const Token& word)
{
    constexpr std::array<std::pair<std::string_view, std::uint32_t>, 3> names = {
        {{"default", 253}, {"main", mainTable}, {"local", 255}}};
    for (const auto& [name, number] : names)
        if (word.text == name)
            return number;
    return numberAt(word);
}

InterfaceName deviceAt(const Token& word)
{
    if (!isDeviceName(word.text))
        throw ParseError(word.span, message(MessageId::NotADevice, word.text));
    return word.text;
}

std::optional<RouteType> routeTypeNamed(std::string_view name)
{
    constexpr std::array<std::pair<std::string_view, RouteType>, 7> names = {{{"unicast", RouteType::unicast},
                                                                              {"local", RouteType::local},
                                                                              {"broadcast", RouteType::broadcast},
                                                                              {"unreachable", RouteType::unreachable},
                                                                              {"prohibit", RouteType::prohibit},
                                                                              {"blackhole", RouteType::blackhole},
                                                                              {"throw", RouteType::throwRoute}}};
    for (const auto& [each, type] : names)
        if (name == each)
            return type;
    return {};
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool needsDevice(RouteType type)
{
    return type == RouteType::unicast || type == RouteType::local || type == RouteType::broadcast;
}

/// A word of a route behind its destination.
void readRouteWord(Route& route, const Token& word, Words& words)
{
    if (word.text == "via") {
        if (const Token* family = words.peek(); family != nullptr && isOneOf(family->text, {"inet", "inet6"}))
            words.next();
        route.via = addressAt(words.valueOf(word));
    } else if (isOneOf(word.text, {"dev", "oif"})) {
        route.dev = deviceAt(words.valueOf(word));
    } else if (word.text == "table") {
        route.table = tableAt(words.valueOf(word));
    } else if (isOneOf(word.text, {"metric", "preference", "priority"})) {
        route.metric = numberAt(words.valueOf(word));
    } else if (word.text == "src") {
        route.source = addressAt(words.valueOf(word));
    } else if (isOneOf(word.text,
                       {"scope", "proto", "protocol", "mtu", "advmss", "window", "realm", "pref", "expires"})) {
        words.valueOf(word);  // chooses nothing that natwalk models
    } else if (!isOneOf(word.text, {"onlink", "linkdown", "dead", "pervasive"})) {
        throw ParseError(word.span, message(MessageId::RouteWordUnknown, word.text));
    }
}

Network destinationAt(const Token& word)
{
    return isOneOf(word.text, {"default", "all", "any"}) ? Network::any(Family::ipv4) : networkAt(word);
}

/// "all", or a network
std::optional<Network> selectedBy(const Token& word)
{
    if (isOneOf(word.text, {"all", "any", "default"}))
        return {};
    return networkAt(word);
}

void readMark(RoutingRule& rule, const Token& word)
{
    const std::size_t slash = word.text.find('/');
    const auto mark = numberFrom(word.text.substr(0, slash));
    const auto mask =
        slash == std::string_view::npos ? std::optional(anyNumber) : numberFrom(word.text.substr(slash + 1));
    if (!mark || !mask)
        throw ParseError(word.span, message(MessageId::NotANumber, word.text, 0, anyNumber));
    rule.mark = *mark;
    rule.markMask = *mask;
}

void readRuleWord(RoutingRule& rule, const Token& word, Words& words)
{
    if (word.text == "from")
        rule.from = selectedBy(words.valueOf(word));
    else if (word.text == "to")
        rule.to = selectedBy(words.valueOf(word));
    else if (word.text == "fwmark")
        readMark(rule, words.valueOf(word));
    else if (isOneOf(word.text, {"iif", "dev"}))
        rule.in = deviceAt(words.valueOf(word));
    else if (isOneOf(word.text, {"priority", "pref", "preference", "order"}))
        rule.priority = numberAt(words.valueOf(word));
    else if (isOneOf(word.text, {"table", "lookup"}))
        rule.table = tableAt(words.valueOf(word));
    else if (isOneOf(word.text, {"unreachable", "prohibit", "blackhole"}))
        rule.action = *routeTypeNamed(word.text);
    else
        throw ParseError(word.span, message(MessageId::RuleWordUnknown, word.text));
}

}  // namespace

bool isDeviceName(std::string_view name)
{
    return !name.empty() && name.size() <= InterfaceName::longest
           && name.find_first_of(" \t\n/") == std::string_view::npos;
}

LocalAddress localAddressFrom(std::span<const Token> words)
{
    Words reader(words);
    const Token* first = reader.next();
    if (first != nullptr && first->text == "local")
        first = reader.next();
    if (first == nullptr)
        throw ParseError(words.empty() ? SourceSpan{} : words.front().span, message(MessageId::NotAnAddress, ""));

    const std::size_t slash = first->text.find('/');
    const auto address = Address::from(first->text.substr(0, slash));
    const int longest = address && address->family == Family::ipv6 ? 128 : 32;
    const auto prefix = slash == std::string_view::npos ? std::optional(static_cast<std::uint32_t>(longest))
                                                        : numberFrom(first->text.substr(slash + 1));
    if (!address || !prefix || *prefix > static_cast<std::uint32_t>(longest))
        throw ParseError(first->span, message(MessageId::NotAnAddress, first->text));

    while (const Token* word = reader.next()) {
        if (isOneOf(word->text,
                    {"scope", "brd", "broadcast", "label", "dev", "metric", "proto", "valid_lft", "preferred_lft"}))
            reader.valueOf(*word);
        else if (!isOneOf(word->text, {"nodad", "home", "mngtmpaddr", "dynamic", "permanent"}))
            throw ParseError(word->span, message(MessageId::AddressWordUnknown, word->text));
    }
    return {*address, static_cast<int>(*prefix)};
}

Route routeFrom(std::span<const Token> words, const InterfaceName& dev)
{
    Words reader(words);
    Route route;
    route.dev = dev;
    const Token* word = reader.next();
    if (const auto type = word == nullptr ? std::nullopt : routeTypeNamed(word->text)) {
        route.type = *type;
        word = reader.next();
    }
    if (word != nullptr && word->text == "to")
        word = reader.next();
    if (word == nullptr)
        throw ParseError(words.empty() ? SourceSpan{} : words.back().span, message(MessageId::NotANetwork, ""));

    route.to = destinationAt(*word);
    const Token* destination = word;
    while ((word = reader.next()) != nullptr)
        readRouteWord(route, *word, reader);
    if (route.via && route.to.isAny())
        route.to = Network::any(route.via->family);
    if (needsDevice(route.type) && route.dev.empty() && !route.via)
        throw ParseError(destination->span, message(MessageId::RouteNeedsDevice));
    return route;
}

RoutingRule routingRuleFrom(std::span<const Token> words, std::uint32_t fallbackPriority)
{
    Words reader(words);
    RoutingRule rule;
    rule.priority = fallbackPriority;
    while (const Token* word = reader.next())
        readRuleWord(rule, *word, reader);
    return rule;
}

std::uint32_t nextRulePriority(std::span<const RoutingRule> rules)
{
    // Linux net/core/fib_rules.c, fib_default_rule_pref(): one less than the second rule's, the first being local's
    std::uint32_t lowest = RoutingRule{}.priority;
    for (const RoutingRule& rule : rules)
        if (rule.priority > 0)
            lowest = std::min(lowest, rule.priority);
    return lowest - 1;
}

InterfaceName deviceTowards(std::span<const Interface> interfaces, const Address& gateway)
{
    for (const Interface& interface : interfaces)
        for (const LocalAddress& own : interface.addresses)
            if (own.net.contains(gateway))
                return interface.name;
    return {};
}

}  // namespace natwalk
