#include "emulator/emulate.h"
#include "support/builders.h"

#include <QTest>

using namespace natwalk;
using namespace natwalk::test;

class TestEmulate : public QObject
{
    Q_OBJECT

private slots:
    void saysWhereThePacketEnds_data();
    void saysWhereThePacketEnds();
    void answersAreWalkedToo_data();
    void answersAreWalkedToo();
    void aSilencedRefusalIsADrop();
    void answersToAnswersAreGathered();
    void aResetEndsTheConnection();
    void dependsWhereADoubtDecides_data();
    void dependsWhereADoubtDecides();
    void keepsTheStateBefore();
    void replaysItsOwnDraws();
};

namespace {

struct Sent
{
    std::string dst;
    std::uint16_t dport = 80;
    std::string in = "eth0";
};

const std::string nat = "*nat\n"
                        "-A PREROUTING -d 10.96.0.1/32 -j DNAT --to-destination 10.244.0.5\n"
                        "-A PREROUTING -d 10.96.0.2/32 -j DNAT --to-destination 192.168.1.10\n"
                        "-A OUTPUT -d 10.96.0.1/32 -j DNAT --to-destination 10.244.0.5\n"
                        "-A POSTROUTING -p tcp -m tcp --dport 81 -j MASQUERADE\n"
                        "COMMIT\n";

const std::string filter = "*filter\n"
                           ":INPUT DROP [0:0]\n"
                           "-A INPUT -p tcp -m tcp --dport 22:99 -j ACCEPT\n"
                           "-A FORWARD -d 10.244.0.6/32 -j DROP\n"
                           "-A FORWARD -d 10.244.0.7/32 -j REJECT\n"
                           "-A OUTPUT -d 10.244.0.8/32 -j DROP\n"
                           "COMMIT\n";

Packet packetOf(const Sent& sent)
{
    return tcp(sent.in.empty() ? "192.168.1.10" : "192.168.1.50", 40000, sent.dst, sent.dport, sent.in);
}

TracePtr traceOf(const std::string& rules, const Packet& packet, Host host = node())
{
    return emulate({.document = documentOf(rules, std::move(host)), .packet = packet});
}

}  // namespace

Q_DECLARE_METATYPE(Sent)

void TestEmulate::saysWhereThePacketEnds_data()
{
    QTest::addColumn<Sent>("sent");
    QTest::addColumn<QString>("verdictClass");
    QTest::addColumn<QString>("sentence");

    QTest::newRow("forwarded after NAT") << Sent{"10.96.0.1"} << "Forwarded after NAT"
                                         << "Reaches 10.244.0.5:80, forwarded after NAT, source kept";
    QTest::newRow("source translated too")
        << Sent{"10.96.0.1", 81} << "Forwarded after NAT"
        << "Reaches 10.244.0.5:81, forwarded after NAT, source becomes 10.244.0.1:40000";
    QTest::newRow("forwarded") << Sent{"10.244.0.9"} << "Forwarded"
                               << "Forwarded to 10.244.0.9:80 by cni0, unchanged";
    QTest::newRow("forwarded, source translated")
        << Sent{"10.244.0.9", 81} << "Forwarded after NAT"
        << "Forwarded to 10.244.0.9:81 by cni0, source becomes 10.244.0.1:40000";
    QTest::newRow("sent after NAT") << Sent{"10.96.0.1", 80, {}} << "Sent after NAT"
                                    << "Reaches 10.244.0.5:80, sent after NAT, source kept";
    QTest::newRow("sent") << Sent{"192.168.1.77", 80, {}} << "Sent"
                          << "Sent to 192.168.1.77:80 by eth0, unchanged";
    QTest::newRow("delivered") << Sent{"192.168.1.10"} << "Delivered to this host"
                               << "Delivered to this host at 192.168.1.10:80";
    QTest::newRow("delivered after NAT") << Sent{"10.96.0.2"} << "Delivered to this host after NAT"
                                         << "Reaches 192.168.1.10:80 on this host after NAT, source kept";
    QTest::newRow("dropped by a rule") << Sent{"10.244.0.6"} << "Dropped"
                                       << "Dropped by rule 1 of filter FORWARD: the client hangs until it gives up";
    QTest::newRow("dropped by a policy") << Sent{"192.168.1.10", 443} << "Dropped"
                                         << "Dropped by the policy of filter INPUT: the client hangs until it gives up";
    QTest::newRow("dropped where it was made")
        << Sent{"10.244.0.8", 80, {}} << "Dropped"
        << "Dropped by rule 1 of filter OUTPUT: sending fails at once (operation not permitted)";
    QTest::newRow("rejected") << Sent{"10.244.0.7"} << "Rejected"
                              << "Rejected at once with icmp-port-unreachable by rule 2 of filter FORWARD";
}

void TestEmulate::saysWhereThePacketEnds()
{
    QFETCH(Sent, sent);
    QFETCH(QString, verdictClass);
    QFETCH(QString, sentence);
    const TracePtr trace = traceOf(nat + filter, packetOf(sent));
    QCOMPARE(QString::fromStdString(english(classOf(*trace))), verdictClass);
    QCOMPARE(QString::fromStdString(english(sentenceOf(*trace))), sentence);
    QCOMPARE(endpointOf(trace->verdict, trace->packetOut).has_value(), sentence.startsWith("Reaches"));
}

void TestEmulate::answersAreWalkedToo_data()
{
    QTest::addColumn<Packet>("packet");
    QTest::addColumn<QString>("answer");

    Packet udp = packetOf({"192.168.1.10", 99});
    udp.protocol = protocol::udp;
    Packet echo = packetOf({"192.168.1.10", 0});
    echo.protocol = protocol::icmp;
    echo.icmpId = 9;
    Packet other = packetOf({"192.168.1.10", 0});
    other.protocol = 253;
    Packet reset = packetOf({"192.168.1.10", 99});
    reset.tcpFlags = tcpflag::rst;
    Packet error = echo;
    error.icmpType = 3;

    QTest::newRow("segment to a closed port") << packetOf({"192.168.1.10", 99}) << "6 RST,ACK";
    QTest::newRow("first segment to an open port") << packetOf({"192.168.1.10", 80}) << "6 SYN,ACK";
    QTest::newRow("reset") << reset << "";
    QTest::newRow("datagram to a closed port") << udp << "1 3/3";
    QTest::newRow("echo request") << echo << "1 0/0";
    QTest::newRow("unknown protocol") << other << "1 3/2";
    QTest::newRow("error about an error") << error << "";
    QTest::newRow("rejected") << packetOf({"10.244.0.7"}) << "1 3/3";
    QTest::newRow("no route") << packetOf({"203.0.113.1"}) << "1 3/0";
}

void TestEmulate::answersAreWalkedToo()
{
    QFETCH(Packet, packet);
    QFETCH(QString, answer);
    Host host = node();
    host.routes.clear();
    host.listeners = {{protocol::tcp, {}, 80}};
    const TracePtr trace = traceOf("*filter\n-A FORWARD -d 10.244.0.7/32 -j REJECT\nCOMMIT\n", packet, host);
    QCOMPARE(trace->answers.size(), std::size_t{answer.isEmpty() ? 0U : 1U});
    if (answer.isEmpty())
        return;
    const Trace& walked = *trace->answers.front();
    const Packet& said = walked.packetOut;
    const QString detail = said.protocol == protocol::tcp ? QString::fromStdString(tcpFlagNames(said.tcpFlags))
                                                          : QString("%1/%2").arg(said.icmpType).arg(said.icmpCode);
    QCOMPARE(QString::number(said.protocol) + " " + detail, answer);
    QVERIFY(walked.verdict.outcome == Outcome::sent);
    QVERIFY(said.dst == packet.src);
    QVERIFY(!walked.steps.empty());
}

void TestEmulate::aSilencedRefusalIsADrop()
{
    const std::string rules = "*filter\n-A FORWARD -j REJECT\n-A OUTPUT -p icmp -j DROP\nCOMMIT\n";
    const TracePtr trace = traceOf(rules, packetOf({"10.244.0.7"}));
    QVERIFY(trace->verdict.outcome == Outcome::dropped);
    QVERIFY(std::get<Decided>(trace->steps.back().event).verdict == trace->verdict);
    QCOMPARE(english(sentenceOf(*trace)),
             std::string("Dropped by rule 1 of filter FORWARD: the client hangs until it gives up"));
}

void TestEmulate::answersToAnswersAreGathered()
{
    // The reset is refused on its way out, and this host is told so.
    const TracePtr trace = traceOf("*filter\n-A OUTPUT -p tcp -j REJECT\nCOMMIT\n", packetOf({"192.168.1.10", 99}));
    const std::vector<TracePtr> answers = allAnswers(*trace);
    QCOMPARE(answers.size(), std::size_t{2});
    QVERIFY(answers[0]->packetIn.isIcmpError() && answers[0]->verdict.outcome == Outcome::delivered);
    QVERIFY(answers[1]->packetIn.protocol == protocol::tcp && answers[1]->verdict.outcome == Outcome::rejected);
    QVERIFY(trace->answers.front() == answers[1]);
}

void TestEmulate::aResetEndsTheConnection()
{
    const TracePtr closed = traceOf("*filter\nCOMMIT\n", packetOf({"192.168.1.10", 99}));
    QVERIFY(!closed->connection);
    QCOMPARE(closed->after.connections.size(), std::size_t{0});
    Host listening = node();
    listening.listeners = {{protocol::tcp, {}, 99}};
    const TracePtr open = traceOf("*filter\nCOMMIT\n", packetOf({"192.168.1.10", 99}), listening);
    QVERIFY(open->connection && open->connection->has(status::seenReply));
}

void TestEmulate::dependsWhereADoubtDecides_data()
{
    QTest::addColumn<std::string>("rules");
    QTest::addColumn<bool>("depends");
    using std::string;

    QTest::newRow("it decides") << string("-A FORWARD -m nosuchmatch --x 1 -j DROP\n") << true;
    QTest::newRow("both ways end alike") << string("-A FORWARD -m nosuchmatch --x 1 -j ACCEPT\n") << false;
    QTest::newRow("two must hold") << string("-A FORWARD -m nosuchmatch --x 1 -m nosuchmatch --y 1 -j DROP\n") << true;
    QTest::newRow("not reached") << string("-A FORWARD -j ACCEPT\n-A FORWARD -m nosuchmatch --x 1 -j DROP\n") << false;
    QTest::newRow("no doubt") << string("-A FORWARD -j DROP\n") << false;
}

void TestEmulate::dependsWhereADoubtDecides()
{
    QFETCH(std::string, rules);
    QFETCH(bool, depends);
    const TracePtr trace = traceOf("*filter\n" + rules + "COMMIT\n", packetOf({"10.244.0.9"}));
    QCOMPARE(trace->depends, depends);
    if (depends)
        QCOMPARE(english(sentenceOf(*trace)),
                 std::string("Depends on -m nosuchmatch in rule 1 of filter FORWARD, which natwalk cannot decide"));
    QCOMPARE(classOf(*trace).id == MessageId::ClassDepends, depends);
}

void TestEmulate::keepsTheStateBefore()
{
    const TracePtr first = traceOf(nat, packetOf({"10.96.0.1"}));
    QCOMPARE(first->before.connections.size(), std::size_t{0});
    QCOMPARE(first->after.connections.size(), std::size_t{1});
    QVERIFY(first->connection->reply.src == *Address::from("10.244.0.5"));
    QVERIFY(first->packetIn.dst == *Address::from("10.96.0.1"));
}

void TestEmulate::replaysItsOwnDraws()
{
    const DocumentPtr document = documentOf(
        "*nat\n"
        "-A PREROUTING -p tcp -m statistic --mode random --probability 0.3 -j DNAT --to-destination 10.244.0.1\n"
        "-A PREROUTING -p tcp -m statistic --mode random --probability 0.5 -j DNAT --to-destination 10.244.0.2\n"
        "-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.3\n"
        "COMMIT\n");
    const Question question{.document = document, .packet = packetOf({"10.96.0.1"})};
    for (std::uint64_t trial = 0; trial < 20; ++trial) {
        Dice dice(7, trial);
        const TracePtr drawn = emulate(question, dice);
        Forced again(drawn->draws);
        QVERIFY(emulate(question, again)->packetOut == drawn->packetOut);
    }
    QVERIFY(emulate(question)->packetOut.dst == *Address::from("10.244.0.2"));
}

QTEST_APPLESS_MAIN(TestEmulate)
#include "tst_emulate.moc"
