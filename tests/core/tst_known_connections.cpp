// Connections that go a known way leave behind exactly what they leave when each of their packets walks.
#include "probability/history.h"
#include "support/trial_rules.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace natwalk;
using namespace natwalk::test;

namespace {

/// A history whose packets all walk, beside one that goes known ways.
class Pair
{
public:
    Pair(const Question& question, const ClientPlan& plan, std::uint64_t seed = 1)
        : m_question(question)
        , m_plan(plan)
        , m_walking(m_question, m_plan, seed, 0, nullptr)
        , m_knowing(m_question, m_plan, seed, 0, std::make_shared<SourceRuns>(clientRuns(m_question, m_plan)))
    {}

    /// What differs at the first of so many connections that differs; empty: all are alike, and so is what they leave.
    QString difference(int connections)
    {
        for (int i = 0; i < connections; ++i) {
            const History::Connected walked = m_walking.next();
            const History::Connected known = m_knowing.next();
            m_known += known.opening.way != Opening::noWay ? 1 : 0;
            if (!(walked.opening.verdict == known.opening.verdict))
                return QStringLiteral("verdict of %1").arg(i);
            if (!(walked.opening.packet == known.opening.packet))
                return QStringLiteral("packet of %1").arg(i);
            if (walked.met != known.met || walked.full != known.full || walked.cut != known.cut)
                return QStringLiteral("fate of %1").arg(i);
        }
        return differenceLeft();
    }
    int known() const { return m_known; }

private:
    static QString differenceOf(const Connection& walked, const Connection& known)
    {
        if (!(walked.original == known.original) || !(walked.reply == known.reply))
            return QStringLiteral("tuples");
        if (walked.created != known.created || walked.expires != known.expires)
            return QStringLiteral("times");
        if (walked.tcp != known.tcp || !(walked.segments == known.segments))
            return QStringLiteral("TCP");
        return walked.traffic == known.traffic ? QStringLiteral("status or mark") : QStringLiteral("traffic");
    }

    QString differenceLeft() const
    {
        const State& walked = m_walking.now().state;
        const State& known = m_knowing.now().state;
        if (walked.connections.size() != known.connections.size())
            return QStringLiteral("number of connections");
        for (std::size_t i = 0; i < walked.connections.size(); ++i)
            if (!(walked.connections[i] == known.connections[i]))
                return QStringLiteral("connection %1: ").arg(i)
                       + differenceOf(walked.connections[i], known.connections[i]);
        if (walked.memory.counts() != known.memory.counts() || walked.memory.changes() != known.memory.changes())
            return QStringLiteral("memory");
        return walked.clock == known.clock && m_walking.now().open.size() == m_knowing.now().open.size()
                   ? QString()
                   : QStringLiteral("what is open");
    }

    Question m_question;
    ClientPlan m_plan;
    History m_walking;
    History m_knowing;
    int m_known = 0;
};

enum Known { none, some, most };

const std::string dnat = "*nat\n-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.2\n";
const std::string filter = dnat + "COMMIT\n*filter\n";

Packet ofProtocol(std::uint8_t protocol)
{
    Packet packet = client;
    packet.protocol = protocol;
    return packet;
}

Packet echo()
{
    Packet packet = ofProtocol(protocol::icmp);
    packet.sport = packet.dport = 0;
    packet.icmpId = 77;
    return packet;
}

}  // namespace

Q_DECLARE_METATYPE(natwalk::ClientPlan)
Q_DECLARE_METATYPE(natwalk::Packet)

class TestKnownConnections : public QObject
{
    Q_OBJECT

private slots:
    void leavesWhatWalkingLeaves_data()
    {
        QTest::addColumn<std::string>("rules");
        QTest::addColumn<Packet>("packet");
        QTest::addColumn<ClientPlan>("plan");
        QTest::addColumn<int>("known");
        const ClientPlan many{.count = 20, .connectionsPerSecond = 100};
        const auto row = [&](const char* name, const std::string& rules, int known, ClientPlan plan,
                             const Packet& packet = client) {
            QTest::newRow(name) << rules << packet << plan << known;
        };
        row("draws", thirds, most, many);
        row("in turn", inTurn, none, many);
        row("affinity", sticky, none, many);
        row("no rules", "*nat\nCOMMIT\n", most, many);
        row("dropped", "*filter\n-A FORWARD -p tcp -j DROP\nCOMMIT\n", most, many);
        row("rejected", "*filter\n-A FORWARD -p tcp -j REJECT\nCOMMIT\n", most, many);
        row("one client, all its ports", thirds, some, {.count = 1, .connectionsPerSecond = 1000});
        row("one port", thirds, some, {.count = 3, .keepsPort = true, .connectionsPerSecond = 1});
        row("requests", thirds, most, {.count = 20, .requestsPerConnection = 5});
        row("stays open", thirds, most, {.count = 20, .connectionsPerSecond = 100, .secondsOpen = 3});
        row("table full", thirds, some, {.count = 20, .connectionsPerSecond = 100, .secondsOpen = 1000});
        row("masquerade", dnat + "-A POSTROUTING -j MASQUERADE\nCOMMIT\n", some, many);
        row("masquerade, one client", dnat + "-A POSTROUTING -j MASQUERADE\nCOMMIT\n", most, {.count = 1});
        row("masquerade at random", dnat + "-A POSTROUTING -j MASQUERADE --random\nCOMMIT\n", none, many);
        row("SNAT to a range of ports", dnat + "-A POSTROUTING -p tcp -j SNAT --to-source 10.0.0.1:1024-2047\nCOMMIT\n",
            none, many);
        row("SNAT to a range of addresses", dnat + "-A POSTROUTING -j SNAT --to-source 10.0.0.1-10.0.0.9\nCOMMIT\n",
            none, many);
        row("DNAT to a range of addresses",
            "*nat\n-A PREROUTING -j DNAT --to-destination 10.244.0.2-10.244.0.9\nCOMMIT\n", none, many);
        row("DNAT to a range of ports",
            "*nat\n-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.2:8000-8003\nCOMMIT\n", none, many);
        row("redirected", "*nat\n-A PREROUTING -p tcp -j REDIRECT --to-ports 8080\nCOMMIT\n", most, many);
        row("NETMAP", "*nat\n-A PREROUTING -j NETMAP --to 10.244.0.0/24\nCOMMIT\n", none, many);
        row("client's port", filter + "-A FORWARD -p tcp -m tcp --sport 40003:40500 -j DROP\nCOMMIT\n", some, many);
        row("client's port in answers",
            filter + "-A FORWARD -p tcp -m multiport --dports 40003,40010:40020 -j DROP\nCOMMIT\n", most, many);
        row("original port", filter + "-A FORWARD -p tcp -m conntrack --ctorigsrcport 40003:40500 -j DROP\nCOMMIT\n",
            none, many);
        row("draws later",
            filter
                + "-A FORWARD -m conntrack --ctstate ESTABLISHED -m statistic --mode random --probability 0.05 -j "
                  "DROP\n"
                  "COMMIT\n",
            most, many);
        row("limit later",
            filter
                + "-A FORWARD -m conntrack --ctstate NEW -j ACCEPT\n"
                  "-A FORWARD -m limit --limit 10/second --limit-burst 50 -j ACCEPT\n"
                  "-A FORWARD -j DROP\nCOMMIT\n",
            most, many);
        row("limit first",
            filter
                + "-A FORWARD -m limit --limit 10/second --limit-burst 50 -j ACCEPT\n"
                  "-A FORWARD -j DROP\nCOMMIT\n",
            none, many);
        row("marks",
            "*mangle\n-A PREROUTING -j MARK --set-mark 7\n-A PREROUTING -j CONNMARK --save-mark\n"
            "-A FORWARD -m connmark --mark 7 -j CONNMARK --set-mark 9\nCOMMIT\n"
                + std::string(thirds),
            most, many);
        row("not tracked", "*raw\n-A PREROUTING -j CT --notrack\nCOMMIT\n", none, many);
        row("reset later",
            filter
                + "-A FORWARD -p tcp -m tcp --tcp-flags PSH PSH -j REJECT --reject-with tcp-reset\n"
                  "COMMIT\n",
            most, many);
        row("unknown match", filter + "-A FORWARD -m unheard_of -j DROP\nCOMMIT\n", none, many);
        row("UDP", "*nat\n-A PREROUTING -p udp -j DNAT --to-destination 10.244.0.2\nCOMMIT\n", most, many,
            ofProtocol(protocol::udp));
        row("UDP from one port", "*nat\n-A PREROUTING -p udp -j DNAT --to-destination 10.244.0.2\nCOMMIT\n", some,
            {.count = 3, .keepsPort = true, .requestsPerConnection = 3, .connectionsPerSecond = 0.05},
            ofProtocol(protocol::udp));
        row("ICMP", "*filter\nCOMMIT\n", most, many, echo());
        row("ICMP translated", "*nat\n-A PREROUTING -j DNAT --to-destination 10.244.0.2\nCOMMIT\n", none, many, echo());
        row("GRE", "*filter\nCOMMIT\n", some, many, ofProtocol(protocol::gre));
        row("clients that fare differently",
            "*nat\n-A PREROUTING -s 198.51.100.16/29 -j DNAT --to-destination 10.244.0.2\n"
            "-A PREROUTING -s 198.51.100.0/29 -p tcp -m statistic --mode random --probability 0.5 -j DNAT "
            "--to-destination 10.244.0.4\n-A PREROUTING -j DNAT --to-destination 10.244.0.3\nCOMMIT\n",
            most, {.network = Network::from("198.51.100.0/27"), .connectionsPerSecond = 100});
    }
    void leavesWhatWalkingLeaves()
    {
        QFETCH(std::string, rules);
        QFETCH(Packet, packet);
        QFETCH(ClientPlan, plan);
        QFETCH(int, known);
        Host host = node();
        if (QByteArray(QTest::currentDataTag()) == "table full")
            host.sysctls.set("net.netfilter.nf_conntrack_max", "100");
        const Question question = ask(documentOf(rules, host), packet);
        constexpr int connections = 3000;
        Pair pair(question, plan);
        QCOMPARE(pair.difference(connections), QString());
        if (known == none)
            QCOMPARE(pair.known(), 0);
        else
            QVERIFY2(pair.known() > (known == most ? connections * 9 / 10 : 0),
                     qPrintable(QString::number(pair.known())));
    }

    /// A client's ports come round while its closed connections are still remembered.
    void leavesWhatWalkingLeavesWherePortsComeRound()
    {
        Pair pair(ask(documentOf(thirds), client), {.count = 1, .connectionsPerSecond = 1000});
        QCOMPARE(pair.difference(60'000), QString());
    }

    void leavesWhatWalkingLeavesBesideOthers()
    {
        State before;
        for (std::uint16_t i = 0; i < 50; ++i) {
            Connection other;
            other.original = tupleOf(tcp("203.0.113.9", static_cast<std::uint16_t>(40'000 + 3 * i), "10.0.0.7", 80));
            other.reply = inverse(other.original);
            other.reply.dst = *Address::from("192.168.1.10");
            other.reply.dport = static_cast<std::uint16_t>(50'000 + i);
            other.expires = 0.2;
            other.status = status::confirmed | status::sourceNat | status::sourceNatDone | status::destinationNatDone;
            before.connections.insert(other);
        }
        const std::string rules = dnat + "-A POSTROUTING -j MASQUERADE\nCOMMIT\n";
        Pair pair(ask(documentOf(rules), client, before), {.count = 1, .connectionsPerSecond = 100});
        QCOMPARE(pair.difference(300), QString());
    }

    void leavesWhatWalkingLeavesUnderRandomRules()
    {
        std::mt19937 random(11);
        int known = 0;
        for (int round = 0; round < 150; ++round) {
            const std::string rules = randomRules(random);
            const ClientPlan plan{.count = 1 + static_cast<std::uint32_t>(random() % 40),
                                  .keepsPort = random() % 5 == 0,
                                  .requestsPerConnection = 1 + static_cast<std::uint32_t>(random() % 3),
                                  .connectionsPerSecond = random() % 2 == 0 ? 0.0 : 50.0,
                                  .secondsOpen = random() % 3 == 0 ? 1.5 : 0.0};
            Packet packet = client;
            packet.protocol = random() % 4 == 0 ? protocol::udp : protocol::tcp;
            Pair pair(ask(documentOf(rules), packet), plan, random());
            const QString difference = pair.difference(400);
            QVERIFY2(difference.isEmpty(), (difference.toStdString() + "\n" + rules).c_str());
            known += pair.known();
        }
        QVERIFY(known > 10'000);
    }

private:
    static std::string randomRules(std::mt19937& random)
    {
        const auto one = [&](std::initializer_list<const char*> words) {
            return words.begin()[random() % words.size()];
        };
        std::string text = "*mangle\n";
        const auto add = [&](const char* chain, std::initializer_list<const char*> targets) {
            text += std::string("-A ") + chain + " ";
            text += one({"", "", "-s 203.0.113.8/29 ", "! -s 203.0.113.16/28 ", "-i eth0 ", "-d 10.244.0.2 "});
            text +=
                one({"", "", "-p tcp -m tcp --sport 32768:45000 ", "-p tcp -m tcp --dport 40000:40010 ",
                     "-p udp -m multiport --ports 80,40003 ", "-m conntrack --ctstate NEW ",
                     "-m conntrack --ctstate ESTABLISHED ", "-m conntrack --ctdir REPLY ",
                     "-m statistic --mode random --probability 0.7 ", "-m statistic --mode nth --every 3 --packet 1 ",
                     "-m mark --mark 1 ", "-m connmark --mark 2 ", "-m connlabel --label 1 ",
                     "-m connlabel --label 1 --set ", "-m limit --limit 5/second ", "-m length --length 60:200 ",
                     "-m recent --set --name X --rsource ", "-m recent --rcheck --seconds 1 --name X --rsource "});
            text += std::string("-j ") + one(targets) + "\n";
        };
        add("PREROUTING", {"MARK --set-mark 1", "CONNMARK --set-mark 2", "TTL --ttl-dec 1", "DROP"});
        add("FORWARD", {"MARK --set-mark 1", "CONNMARK --save-mark", "CONNMARK --restore-mark"});
        text += "COMMIT\n*nat\n";
        for (int i = 0; i < 3; ++i)
            add("PREROUTING",
                {"DNAT --to-destination 10.244.0.2", "DNAT --to-destination 10.244.0.3:8080", "REDIRECT", "ACCEPT"});
        for (int i = 0; i < 2; ++i)
            add("POSTROUTING", {"MASQUERADE", "SNAT --to-source 192.168.1.99", "ACCEPT"});
        text += "COMMIT\n*filter\n";
        for (int i = 0; i < 3; ++i)
            add("FORWARD", {"ACCEPT", "DROP", "RETURN", "LOG"});
        return text + "COMMIT\n";
    }
};

QTEST_APPLESS_MAIN(TestKnownConnections)
#include "tst_known_connections.moc"
