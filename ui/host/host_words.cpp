#include "ui/host/host_words.h"

#include "host/assumed_matches.h"
#include "host/ip_words.h"
#include "text/diagnostic.h"
#include "ui/host/supposed_facts.h"
#include "ui/translate.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace natwalk {

namespace {

struct HostWords
{
    Q_DECLARE_TR_FUNCTIONS(HostWords)
};

/// Said where the words of a row make no sense.
struct Unreadable
{
    QString why;
};

/// Words apart by blanks or commas, kept while tokens look at them.
class Tokens
{
public:
    explicit Tokens(const QString& text)
    {
        static const QRegularExpression apart(QStringLiteral("[\\s,]+"));
        for (const QString& word : text.split(apart, Qt::SkipEmptyParts))
            m_words.push_back(word.toStdString());
        for (const std::string& word : m_words)
            m_tokens.push_back({word, {}, false});
    }

    std::span<const Token> all() const { return m_tokens; }

private:
    std::vector<std::string> m_words;
    std::vector<Token> m_tokens;
};

InterfaceName deviceFrom(const QString& text)
{
    const std::string name = text.trimmed().toStdString();
    if (!isDeviceName(name))
        throw Unreadable{HostWords::tr("\"%1\" is no name of a network device").arg(text)};
    return std::string_view(name);
}

std::uint32_t numberFrom(const QString& text, std::uint32_t least, std::uint32_t most)
{
    bool fits = false;
    const std::uint32_t number = text.trimmed().toUInt(&fits);
    if (!fits || number < least || number > most)
        throw Unreadable{HostWords::tr("\"%1\" is no number from %2 to %3").arg(text).arg(least).arg(most)};
    return number;
}

QStringList wordsOf(const Interface& device)
{
    QStringList addresses;
    for (const LocalAddress& local : device.addresses)
        addresses += QStringLiteral("%1/%2").arg(qstring(toText(local.address))).arg(local.prefixLength);
    return {qstring(device.name.view()), addresses.join(u' '), QString::number(device.mtu)};
}

Interface interfaceFrom(const QStringList& words)
{
    Interface device;
    device.name = deviceFrom(words[0]);
    const Tokens addresses(words[1]);
    for (const Token& word : addresses.all())
        device.addresses.push_back(localAddressFrom({&word, 1}));
    if (!words[2].isEmpty())
        device.mtu = numberFrom(words[2], 68, 65535);
    return device;
}

QString typeWord(RouteType type)
{
    switch (type) {
    case RouteType::unicast: return {};
    case RouteType::local: return QStringLiteral("local ");
    case RouteType::broadcast: return QStringLiteral("broadcast ");
    case RouteType::unreachable: return QStringLiteral("unreachable ");
    case RouteType::prohibit: return QStringLiteral("prohibit ");
    case RouteType::blackhole: return QStringLiteral("blackhole ");
    case RouteType::throwRoute: return QStringLiteral("throw ");
    }
    return {};
}

QString netText(const Network& net)
{
    return net.isAny() && net.base.family == Family::ipv4 ? QStringLiteral("default") : qstring(toText(net));
}

QStringList wordsOf(const Route& route)
{
    QStringList more;
    if (route.table != mainTable)
        more += QStringLiteral("table %1").arg(route.table);
    if (route.metric != 0)
        more += QStringLiteral("metric %1").arg(route.metric);
    if (route.source)
        more += QStringLiteral("src %1").arg(qstring(toText(*route.source)));
    return {typeWord(route.type) + netText(route.to), route.via ? qstring(toText(*route.via)) : QString(),
            qstring(route.dev.view()), more.join(u' ')};
}

Route routeFromWords(const Host& host, const QStringList& words)
{
    QString text = words[0];
    if (!words[1].isEmpty())
        text += QStringLiteral(" via ") + words[1];
    if (!words[2].isEmpty())
        text += QStringLiteral(" dev ") + words[2];
    const Tokens tokens(text + u' ' + words[3]);
    Route route = routeFrom(tokens.all());
    if (route.via && route.dev.empty())
        route.dev = deviceTowards(host.interfaces, *route.via);
    if (route.via && route.dev.empty())
        throw Unreadable{HostWords::tr("no device of this host leads to %1").arg(words[1])};
    return route;
}

QStringList wordsOf(const RoutingRule& rule)
{
    QStringList selector;
    if (rule.from)
        selector += QStringLiteral("from %1").arg(qstring(toText(*rule.from)));
    if (rule.to)
        selector += QStringLiteral("to %1").arg(qstring(toText(*rule.to)));
    if (rule.markMask != 0)
        selector += QStringLiteral("fwmark 0x%1/0x%2").arg(rule.mark, 0, 16).arg(rule.markMask, 0, 16);
    if (!rule.in.empty())
        selector += QStringLiteral("iif %1").arg(qstring(rule.in.view()));
    return {QString::number(rule.priority), selector.join(u' '),
            rule.action == RouteType::unicast ? QStringLiteral("lookup %1").arg(rule.table)
                                              : typeWord(rule.action).trimmed()};
}

QStringList wordsOf(const Listener& listener)
{
    return {listener.protocol == protocol::udp ? QStringLiteral("udp") : QStringLiteral("tcp"),
            listener.address ? qstring(toText(*listener.address)) : QStringLiteral("*"),
            listener.port == 0 ? QStringLiteral("*") : QString::number(listener.port)};
}

QString yesWord() { return HostWords::tr("yes"); }
QString noWord() { return HostWords::tr("no"); }

QStringList wordsOf(const AssumedMatch& assumed)
{
    return {QString::fromStdString(assumed.match), assumed.holds ? yesWord() : noWord()};
}

void putAssumed(Host& host, std::size_t row, const QStringList& words)
{
    const QString answer = words[1].trimmed();
    const bool yes = answer == yesWord() || answer == u"yes";
    if (!yes && answer != noWord() && answer != u"no")
        throw Unreadable{HostWords::tr("a match holds (%1) or does not (%2)").arg(yesWord(), noWord())};
    const std::string text = assumedText(words[0].toStdString());
    if (text.empty())
        throw Unreadable{HostWords::tr("a match is written as iptables-save prints it")};
    if (row < host.assumedMatches.size())
        assume(host, std::string(host.assumedMatches[row].match), std::nullopt);
    assume(host, text, yes);
}

bool isAny(const QString& word) { return word.isEmpty() || word == u"*"; }

Listener listenerFrom(const QStringList& words)
{
    Listener listener;
    if (words[0] != u"tcp" && words[0] != u"udp")
        throw Unreadable{HostWords::tr("a program listens for tcp or udp")};
    listener.protocol = words[0] == u"udp" ? protocol::udp : protocol::tcp;
    if (!isAny(words[1])) {
        listener.address = Address::from(words[1].toStdString());
        if (!listener.address)
            throw Unreadable{HostWords::tr("\"%1\" is no address").arg(words[1])};
    }
    if (!isAny(words[2]))
        listener.port = static_cast<std::uint16_t>(numberFrom(words[2], 1, 65535));
    return listener;
}

template <typename Item>
void put(std::vector<Item>& items, std::size_t row, Item item)
{
    if (row < items.size())
        items[row] = std::move(item);
    else
        items.push_back(std::move(item));
}

template <typename Item>
std::vector<QStringList> rowsFrom(const std::vector<Item>& items)
{
    std::vector<QStringList> rows;
    rows.reserve(items.size());
    for (const Item& item : items)
        rows.push_back(wordsOf(item));
    return rows;
}

/// A row among the switches, where rules of both back ends are there; called as in a scenario.
const QString firstBackEnd = QStringLiteral("first_back_end");

std::vector<QStringList> switchRows(const Host& host)
{
    std::vector<QStringList> rows;
    if (host.firstBackEnd != BackEnd::unknown)
        rows.push_back({firstBackEnd, qstring(nameOf(host.firstBackEnd))});
    for (const auto& [name, value] : host.sysctls.values())
        rows.push_back({QString::fromStdString(name), QString::fromStdString(value)});
    return rows;
}

QStringList setLines(const Host& host) { return qstring(host.ipsets.text()).split(u'\n', Qt::SkipEmptyParts); }

void removeSwitch(Host& host, std::size_t row)
{
    const std::size_t before = host.firstBackEnd == BackEnd::unknown ? 0 : 1;
    if (row < before)
        host.firstBackEnd = BackEnd::unknown;
    else if (const auto& values = host.sysctls.values(); row - before < values.size())
        host.sysctls.erase(std::string(std::next(values.begin(), static_cast<std::ptrdiff_t>(row - before))->first));
}

void putFirstBackEnd(Host& host, const QString& name)
{
    if (name != u"legacy" && name != u"nft")
        throw Unreadable{HostWords::tr("the rules that come first are those of legacy or of nft")};
    host.firstBackEnd = name == u"nft" ? BackEnd::nft : BackEnd::legacy;
}

void putSwitch(Host& host, std::size_t row, const QStringList& words)
{
    if (words[0] == firstBackEnd)
        return putFirstBackEnd(host, words[1].trimmed());
    const QString name = words[0].trimmed().replace(u'/', u'.');
    if (!name.startsWith(u"net."))
        throw Unreadable{HostWords::tr("a switch has a name like net.ipv4.ip_forward")};
    bool isNumber = false;
    words[1].trimmed().toLongLong(&isNumber, 0);
    if (!isNumber)
        throw Unreadable{HostWords::tr("the value of %1 is a number").arg(name)};
    removeSwitch(host, row);
    host.sysctls.set(name.toStdString(), words[1].trimmed().toStdString());
}

void setSets(Host& host, const QStringList& lines)
{
    host.ipsets = lines.isEmpty() ? std::string() : (lines.join(u'\n') + u'\n').toStdString();
}

void putSetLine(Host& host, std::size_t row, const QString& line)
{
    if (!line.startsWith(u"create ") && !line.startsWith(u"add "))
        throw Unreadable{HostWords::tr("a line of `ipset save` begins with create or add")};
    QStringList lines = setLines(host);
    if (row < static_cast<std::size_t>(lines.size()))
        lines[static_cast<qsizetype>(row)] = line;
    else
        lines += line;
    setSets(host, lines);
}

void putRule(Host& host, std::size_t row, const QStringList& words)
{
    const QString priority = words[0].isEmpty() ? QString() : QStringLiteral("priority ") + words[0];
    const Tokens tokens(QStringList{priority, words[1], words[2]}.join(u' '));
    put(host.rules, row, routingRuleFrom(tokens.all(), nextRulePriority(host.rules)));
    std::ranges::stable_sort(host.rules, {}, &RoutingRule::priority);
}

void putWords(Host& host, HostPart part, std::size_t row, const QStringList& words)
{
    switch (part) {
    case HostPart::interfaces: put(host.interfaces, row, interfaceFrom(words)); break;
    case HostPart::routes: put(host.routes, row, routeFromWords(host, words)); break;
    case HostPart::rules: putRule(host, row, words); break;
    case HostPart::switches: putSwitch(host, row, words); break;
    case HostPart::listeners: put(host.listeners, row, listenerFrom(words)); break;
    case HostPart::sets: putSetLine(host, row, words[0].simplified()); break;
    case HostPart::matches: putAssumed(host, row, words); break;
    }
}

template <typename Item>
void removeFrom(std::vector<Item>& items, std::size_t row)
{
    if (row < items.size())
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(row));
}

std::shared_ptr<const Host> finished(std::shared_ptr<Host> host)
{
    forgetRefuted(*host);
    return host;
}

}  // namespace

QString titleOf(HostPart part)
{
    switch (part) {
    case HostPart::interfaces: return HostWords::tr("Interfaces");
    case HostPart::routes: return HostWords::tr("Routes");
    case HostPart::rules: return HostWords::tr("Routing rules");
    case HostPart::switches: return HostWords::tr("Switches");
    case HostPart::listeners: return HostWords::tr("Programs");
    case HostPart::sets: return HostWords::tr("IP sets");
    case HostPart::matches: return HostWords::tr("Matches");
    }
    return {};
}

QStringList columnsOf(HostPart part)
{
    switch (part) {
    case HostPart::interfaces: return {HostWords::tr("Name"), HostWords::tr("Addresses"), HostWords::tr("MTU")};
    case HostPart::routes:
        return {HostWords::tr("To"), HostWords::tr("Via"), HostWords::tr("Device"), HostWords::tr("More")};
    case HostPart::rules: return {HostWords::tr("Priority"), HostWords::tr("Packets"), HostWords::tr("Action")};
    case HostPart::switches: return {HostWords::tr("Name"), HostWords::tr("Value")};
    case HostPart::listeners: return {HostWords::tr("Protocol"), HostWords::tr("Address"), HostWords::tr("Port")};
    case HostPart::sets: return {HostWords::tr("Line of ipset save")};
    case HostPart::matches: return {HostWords::tr("Match that nothing else decides"), HostWords::tr("Holds")};
    }
    return {};
}

std::vector<QStringList> rowsOf(const Host& host, HostPart part)
{
    switch (part) {
    case HostPart::interfaces: return rowsFrom(host.interfaces);
    case HostPart::routes: return rowsFrom(host.routes);
    case HostPart::rules: return rowsFrom(host.rules);
    case HostPart::switches: return switchRows(host);
    case HostPart::listeners: return rowsFrom(host.listeners);
    case HostPart::matches: return rowsFrom(host.assumedMatches);
    case HostPart::sets: break;
    }
    std::vector<QStringList> rows;
    for (const QString& line : setLines(host))
        rows.push_back({line});
    return rows;
}

HostEdit withRow(const Host& host, HostPart part, std::size_t row, const QStringList& words)
{
    auto edited = std::make_shared<Host>(host);
    try {
        putWords(*edited, part, row, words);
    } catch (const Unreadable& unreadable) {
        return {{}, unreadable.why};
    } catch (const ParseError& error) {
        return {{}, translated(error.message())};
    }
    return {finished(std::move(edited)), {}};
}

HostEdit withoutRow(const Host& host, HostPart part, std::size_t row)
{
    auto edited = std::make_shared<Host>(host);
    switch (part) {
    case HostPart::interfaces: removeFrom(edited->interfaces, row); break;
    case HostPart::routes: removeFrom(edited->routes, row); break;
    case HostPart::rules: removeFrom(edited->rules, row); break;
    case HostPart::switches: removeSwitch(*edited, row); break;
    case HostPart::listeners: removeFrom(edited->listeners, row); break;
    case HostPart::matches: removeFrom(edited->assumedMatches, row); break;
    case HostPart::sets: {
        QStringList lines = setLines(host);
        lines.removeAt(static_cast<qsizetype>(row));
        setSets(*edited, lines);
        break;
    }
    }
    return {finished(std::move(edited)), {}};
}

}  // namespace natwalk
