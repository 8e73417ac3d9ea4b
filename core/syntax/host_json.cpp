#include "syntax/host_json.h"

#include "host/ip_words.h"
#include "text/json.h"

#include <algorithm>
#include <deque>
#include <utility>
#include <variant>

namespace natwalk {

namespace {

const Json* valueOf(const Json& object, std::string_view key)
{
    const auto member = std::ranges::find(object.members, key, &Json::Member::key);
    return member == object.members.end() ? nullptr : &member->value;
}

/// A text, or a number as it is written; empty where there is none.
std::string wordOf(const Json& object, std::string_view key)
{
    const Json* value = valueOf(object, key);
    if (value == nullptr)
        return {};
    if (value->kind == Json::Kind::number)
        return std::to_string(static_cast<long long>(value->number));
    return value->text;
}

/// Words for the readers of `ip`'s own words, kept while tokens look at them.
class WordList
{
public:
    explicit WordList(SourceSpan where) : m_where(where) {}

    void add(std::string word)
    {
        m_texts.push_back(std::move(word));
        m_tokens.push_back({m_texts.back(), m_where, false});
    }
    void addPair(std::string name, std::string value)
    {
        if (value.empty())
            return;
        add(std::move(name));
        add(std::move(value));
    }
    std::vector<Token> tokens() const { return m_tokens; }

private:
    SourceSpan m_where;
    std::deque<std::string> m_texts;
    std::vector<Token> m_tokens;
};

void readInterface(const Json& item, HostFacts& facts)
{
    Interface interface;
    interface.name = std::string_view(wordOf(item, "ifname"));
    if (const Json* mtu = valueOf(item, "mtu"))
        interface.mtu = static_cast<std::uint32_t>(mtu->asInteger(1, 0x7fffffff));
    if (const Json* group = valueOf(item, "group"); group != nullptr && group->kind == Json::Kind::number)
        interface.group = static_cast<std::uint32_t>(group->asInteger(0, 0x7fffffff));
    if (const Json* addresses = valueOf(item, "addr_info"))
        for (const Json& each : addresses->asList()) {
            if (valueOf(each, "local") == nullptr)
                continue;
            const std::string text = wordOf(each, "local") + '/' + wordOf(each, "prefixlen");
            const Token word{text, each.where, false};
            interface.addresses.push_back(localAddressFrom(std::span(&word, 1)));
        }
    if (!facts.interfaces)
        facts.interfaces.emplace();
    facts.interfaces->push_back(std::move(interface));
}

void readRoute(const Json& item, HostFacts& facts)
{
    const Json* way = &item;
    if (const Json* ways = valueOf(item, "nexthops"); ways != nullptr && !ways->items.empty())
        way = &ways->items.front();
    const std::string via = wordOf(*way, "gateway");
    const std::string dev = wordOf(*way, "dev");
    const std::string source = wordOf(item, "prefsrc");
    WordList words(item.where);
    if (std::string type = wordOf(item, "type"); !type.empty())
        words.add(std::move(type));
    words.add(wordOf(item, "dst"));
    words.addPair("via", via);
    words.addPair("dev", dev);
    words.addPair("table", wordOf(item, "table"));
    words.addPair("metric", wordOf(item, "metric"));
    words.addPair("src", source);
    words.addPair("proto", wordOf(item, "protocol"));
    words.addPair("scope", wordOf(item, "scope"));
    const bool isIpv6 = (dev + via + source).find(':') != std::string::npos;
    if (!facts.routes)
        facts.routes.emplace();
    addRoute(*facts.routes, words.tokens(), isIpv6 ? Family::ipv6 : Family::ipv4);
}

std::string withLength(const std::string& address, const std::string& length)
{
    return address.empty() || address == "all" || length.empty() ? address : address + '/' + length;
}

void readRule(const Json& item, HostFacts& facts)
{
    const std::string mark = wordOf(item, "fwmark");
    const std::string mask = wordOf(item, "fwmask");
    const std::string action = wordOf(item, "action");
    WordList words(item.where);
    words.addPair("from", withLength(wordOf(item, "src"), wordOf(item, "srclen")));
    words.addPair("to", withLength(wordOf(item, "dst"), wordOf(item, "dstlen")));
    words.addPair("fwmark", mask.empty() || mark.empty() ? mark : mark + '/' + mask);
    words.addPair("iif", wordOf(item, "iif"));
    words.addPair("lookup", wordOf(item, "table"));
    if (action == "unreachable" || action == "prohibit" || action == "blackhole")
        words.add(action);
    words.addPair("priority", wordOf(item, "priority"));
    if (!facts.rules)
        facts.rules.emplace();
    addRule(*facts.rules, routingRuleFrom(words.tokens(), 0));
}

void readItem(const Json& item, HostFacts& facts)
{
    if (valueOf(item, "ifname") != nullptr)
        readInterface(item, facts);
    else if (valueOf(item, "priority") != nullptr && valueOf(item, "src") != nullptr)
        readRule(item, facts);
    else if (valueOf(item, "dst") != nullptr)
        readRoute(item, facts);
    else if (!item.members.empty())
        throw ParseError(item.where, message(MessageId::HostLineLeftOut));
}

/// Words that no reader knows are taken out, one after the other.
std::optional<Route> routeOf(std::vector<Token> words)
{
    while (!words.empty()) {
        try {
            return routeFrom(words);
        } catch (const ParseError& problem) {
            const auto unknown = std::ranges::find_if(words, [&](const Token& word) {
                return problem.message().id == MessageId::RouteWordUnknown
                       && word.text == problem.message().arguments.front();
            });
            if (unknown == words.end())
                throw;
            words.erase(unknown);
        }
    }
    return {};
}

bool isAlways(const RoutingRule& rule)
{
    const bool plain = !rule.from && !rule.to && rule.markMask == 0 && rule.in.empty();
    return plain
           && ((rule.priority == 0 && rule.table == 255) || (rule.priority == 32766 && rule.table == mainTable)
               || (rule.priority == 32767 && rule.table == 253));
}

}  // namespace

void readHostJson(std::string_view text, std::uint32_t firstLine, HostFacts& facts, std::vector<Diagnostic>& complaints)
{
    const auto complain = [&](const Diagnostic& diagnostic) {
        complaints.push_back(diagnostic);
        complaints.back().where.line += firstLine - 1;
    };
    const auto json = readJson(text);
    if (const auto* broken = std::get_if<Diagnostic>(&json))
        return complain(*broken);
    const Json& list = std::get<Json>(json);
    for (const Json& item : list.items) {
        try {
            readItem(item, facts);
        } catch (const ParseError& problem) {
            complain({Severity::warning, problem.message(), problem.where()});
        }
    }
}

void addRoute(std::vector<Route>& routes, std::vector<Token> words, Family family)
{
    if (words.front().text == "multicast" || words.front().text == "anycast" || words.front().text == "broadcast")
        return;  // follow from the addresses
    if (const auto route = routeOf(std::move(words))) {
        routes.push_back(*route);
        const bool isOther = route->via && route->via->family != family;
        if (route->to.isAny() && !isOther)
            routes.back().to = Network::any(family);
    }
}

void addRule(std::vector<RoutingRule>& rules, const RoutingRule& rule)
{
    if (isAlways(rule))
        return;
    const auto place = std::ranges::upper_bound(rules, rule.priority, {}, &RoutingRule::priority);
    rules.insert(place, rule);
}

void dropImpliedRoutes(std::vector<Route>& routes, const std::optional<std::vector<Interface>>& interfaces)
{
    const auto follows = [&](const Route& route) {
        if (route.via || route.to.base.isLoopback())
            return !route.via;
        for (const Interface& interface : interfaces.value_or(std::vector<Interface>()))
            for (const LocalAddress& own : interface.addresses) {
                const bool isOwn = route.to.isSingle() && route.to.base == own.address;
                const bool isNet = route.to == own.net && route.dev == interface.name && route.table == mainTable;
                if ((route.type == RouteType::local && isOwn) || (route.type == RouteType::unicast && isNet))
                    return true;
            }
        return false;
    };
    std::erase_if(routes, follows);
}

}  // namespace natwalk
