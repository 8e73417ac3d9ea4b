#include "syntax/host_reader.h"

#include "host/ip_words.h"
#include "syntax/connection_line.h"
#include "syntax/host_json.h"
#include "syntax/lines.h"
#include "syntax/snapshot.h"

#include <algorithm>
#include <utility>

namespace natwalk {

namespace {

std::vector<Token> tokensOf(std::string_view line, std::uint32_t number)
{
    std::vector<Token> tokens;
    for (Words words(line); const auto word = words.next();)
        tokens.push_back({*word,
                          {number, static_cast<std::uint32_t>(word->data() - line.data() + 1),
                           static_cast<std::uint32_t>(word->size())},
                          false});
    return tokens;
}

bool isNumber(std::string_view word)
{
    return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::ranges::find(words, word) != words.end();
}

bool isRouteType(std::string_view word)
{
    return isOneOf(word, {"unicast", "local", "broadcast", "multicast", "anycast", "unreachable", "prohibit",
                          "blackhole", "throw"});
}

/// Sections of a snapshot with what is read here.
bool tellsOfHost(std::string_view section)
{
    return section.starts_with("ip-") || section.starts_with("ipset") || section.starts_with("conntrack")
           || section == "sysctl";
}

class HostTextReader
{
public:
    /// @param firstLine  the number of the text's first line
    void read(std::string_view text, std::uint32_t firstLine, Family family)
    {
        m_number = firstLine - 1;
        m_family = family;
        for (Lines lines(text); const auto line = lines.next();) {
            ++m_number;
            readOrRefuse(*line);
        }
        takePendingRoute();
    }

    HostText finish()
    {
        if (m_host.facts.routes)
            dropImpliedRoutes(*m_host.facts.routes, m_host.facts.interfaces);
        return std::move(m_host);
    }
    HostFacts& facts() { return m_host.facts; }

private:
    void readOrRefuse(std::string_view line)
    {
        try {
            read(line);
        } catch (const ParseError& problem) {
            m_host.diagnostics.push_back({Severity::warning, problem.message(), problem.where()});
        }
    }

    void read(std::string_view line)
    {
        const std::string_view content = trimmed(line);
        if (content.empty() || content.starts_with('#'))
            return;
        if (const auto connection = connectionIn(content)) {
            present(m_host.facts.connections).push_back(*connection);
        } else if (content.starts_with("create ") || content.starts_with("add ")) {
            present(m_host.facts.ipsets) += std::string(content) + '\n';
        } else if (readSwitch(content)) {
            return;
        } else {
            readIpLine(tokensOf(line, m_number));
        }
    }

    template <typename Value>
    static Value& present(std::optional<Value>& value)
    {
        return value ? *value : value.emplace();
    }

    /// "net.ipv4.ip_forward = 1"
    bool readSwitch(std::string_view line)
    {
        const std::size_t equals = line.find('=');
        if (!(line.starts_with("net.") || line.starts_with("net/")) || equals == std::string_view::npos)
            return false;
        std::string name(trimmed(line.substr(0, equals)));
        if (name.find('/') != std::string::npos)
            std::ranges::replace(name, '/', '.');
        m_host.facts.sysctls.set(name, std::string(trimmed(line.substr(equals + 1))));
        return true;
    }

    void readIpLine(const std::vector<Token>& words)
    {
        const std::string_view first = words.front().text;
        const bool isNumbered = first.ends_with(':') && isNumber(first.substr(0, first.size() - 1));
        if (isNumbered && words.size() > 1)
            readNumbered(words);
        else if (isOneOf(first, {"inet", "inet6"}))
            readAddress(std::span(words).subspan(1));
        else if (first == "nexthop")
            addWay(std::span(words).subspan(1));
        else if (first == "default" || isRouteType(first) || (Network::from(first) && words.size() > 1))
            beginRoute(words);
        else if (!isOneOf(first, {"valid_lft", "altname", "cache"}) && !first.starts_with("link/"))
            throw ParseError(words.front().span, message(MessageId::HostLineLeftOut));
    }

    /// "2: eth0: <BROADCAST> mtu 1500", "2: eth0    inet 10.0.0.1/24" or "100: from all fwmark 1 lookup 7"
    void readNumbered(const std::vector<Token>& words)
    {
        const std::string_view second = words[1].text;
        if (isOneOf(second, {"from", "not"}))
            return readRule(words);
        const std::string_view name = second.substr(0, second.find_first_of(":@"));
        enterInterface(name);
        if (words.size() > 3 && isOneOf(words[2].text, {"inet", "inet6"}))
            return readAddress(std::span(words).subspan(3));
        for (std::size_t i = 2; i + 1 < words.size(); ++i)
            if (words[i].text == "mtu" && isNumber(words[i + 1].text) && words[i + 1].text.size() < 9)
                m_host.facts.interfaces->at(m_interface).mtu =
                    static_cast<std::uint32_t>(std::stoul(std::string(words[i + 1].text)));
    }

    void enterInterface(std::string_view name)
    {
        std::vector<Interface>& interfaces = present(m_host.facts.interfaces);
        const auto known = std::ranges::find(interfaces, InterfaceName(name), &Interface::name);
        m_interface = static_cast<std::size_t>(known - interfaces.begin());
        if (known == interfaces.end())
            interfaces.push_back({name, {}});
    }

    void readAddress(std::span<const Token> words)
    {
        if (!m_host.facts.interfaces || words.empty())
            return;
        m_host.facts.interfaces->at(m_interface).addresses.push_back(localAddressFrom(words.first(1)));
    }

    void readRule(const std::vector<Token>& words)
    {
        const std::string_view priority = words[0].text.substr(0, words[0].text.size() - 1);
        std::vector<Token> rule(words.begin() + 1, words.end());
        rule.push_back({"priority", words[0].span, false});
        rule.push_back({priority, words[0].span, false});
        addRule(present(m_host.facts.rules), routingRuleFrom(rule, 0));
    }

    /// Of several ways that a route has, the first is taken.
    void addWay(std::span<const Token> words)
    {
        const auto isWay = [](const Token& word) { return word.text == "via" || word.text == "dev"; };
        if (!m_pendingRoute.empty() && std::ranges::none_of(m_pendingRoute, isWay))
            m_pendingRoute.insert(m_pendingRoute.end(), words.begin(), words.end());
    }

    /// A route with several ways has them in the lines behind it.
    void beginRoute(const std::vector<Token>& words)
    {
        takePendingRoute();
        m_pendingRoute = words;
    }

    void takePendingRoute()
    {
        if (m_pendingRoute.empty())
            return;
        try {
            addRoute(present(m_host.facts.routes), std::exchange(m_pendingRoute, {}), m_family);
        } catch (const ParseError& problem) {
            m_host.diagnostics.push_back({Severity::warning, problem.message(), problem.where()});
        }
    }

    HostText m_host;
    std::size_t m_interface = 0;
    std::vector<Token> m_pendingRoute;
    Family m_family = Family::ipv4;
    std::uint32_t m_number = 0;
};

}  // namespace

HostText readHostText(std::string_view text)
{
    HostTextReader reader;
    std::vector<Diagnostic> complaints;
    const auto readPart = [&](std::string_view part, std::uint32_t firstLine, Family family) {
        const std::size_t begin = part.find_first_not_of(" \t\r\n");
        if (begin != std::string_view::npos && (part[begin] == '[' || part[begin] == '{'))
            readHostJson(part, firstLine, reader.facts(), complaints);
        else
            reader.read(part, firstLine, family);
    };
    const std::vector<SnapshotSection> sections = sectionsOf(text);
    for (const SnapshotSection& section : sections) {
        if (section.name == "hostname")
            reader.facts().name = std::string(trimmed(section.text.substr(0, section.text.find('\n'))));
        else if (tellsOfHost(section.name))
            readPart(section.text, section.firstLine,
                     section.name.find("-6") == std::string_view::npos ? Family::ipv4 : Family::ipv6);
    }
    if (sections.empty())
        readPart(text, 1, Family::ipv4);
    HostText host = reader.finish();
    std::ranges::move(complaints, std::back_inserter(host.diagnostics));
    return host;
}

}  // namespace natwalk
