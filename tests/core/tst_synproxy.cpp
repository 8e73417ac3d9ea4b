// SYNPROXY: a handshake with this host first, then one with the server; the numbers are made to fit.
// What the kernel does in each case is asked by tests/kernel/cases_extensions.py.
#include "emulator/scenario.h"
#include "support/builders.h"

#include <QTest>

using namespace natwalk;
using namespace natwalk::test;

namespace {

constexpr const char* rules =
    "*raw\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -p tcp -m tcp --dport 80 --syn -j CT --notrack\nCOMMIT\n"
    "*filter\n:FORWARD ACCEPT [0:0]\n-A FORWARD -p tcp -m tcp --dport 80 -m conntrack --ctstate INVALID,UNTRACKED "
    "-j SYNPROXY --mss 1460\n-A FORWARD -m conntrack --ctstate INVALID -j DROP\nCOMMIT\n";

std::vector<TracePtr> tracesOf(const std::string& packets)
{
    const std::string json = R"({"sysctl": {"net.netfilter.nf_conntrack_tcp_loose": 0}, "interfaces": [
        {"name": "eth0", "addresses": ["192.168.1.10/24"]}, {"name": "cni0", "addresses": ["10.244.0.1/24"]}],
        "packets": [)" + packets
                             + "]}";
    ScenarioResult result = readScenario(json);
    if (!result.scenario)
        qFatal("%s", result.diagnostics.empty() ? "" : print(result.diagnostics.front(), "scenario", json).c_str());
    std::vector<TracePtr> traces;
    replay(documentOf(rules), *result.scenario, [&](const Replayed& replayed) {
        traces.push_back(replayed.trace);
        return true;
    });
    return traces;
}

std::string client(const std::string& more)
{
    return R"({"in": "eth0", "ct": "keep", "src": "192.168.1.50", "dst": "10.244.0.5", "sport": 4000, "dport": 80, )"
           + more + "}";
}

std::string server(const std::string& more)
{
    return R"({"in": "cni0", "ct": "keep", "src": "10.244.0.5", "dst": "192.168.1.50", "sport": 80, "dport": 4000, )"
           + more + "}";
}

const std::string syn = client(R"("id": "s")");
const std::string ack = client(R"("flags": "ACK", "seq": 1001, "ack_to": "s")");
const std::string synAck = server(R"("flags": "SYN,ACK", "seq": 9000, "ack": 1001)");

QStringList answersOf(const Trace& trace)
{
    QStringList words;
    for (const TracePtr& answer : trace.answers)
        words += QString::fromStdString(tcpFlagNames(answer->packetOut.tcpFlags) + " to "
                                        + endpointText(answer->packetOut.dst, answer->packetOut.dport, protocol::tcp)
                                        + " by " + toText(answer->packetOut.out));
    return words;
}

}  // namespace

class TestSynproxy : public QObject
{
    Q_OBJECT

private slots:
    void answersInTheServersPlace()
    {
        const TracePtr trace = tracesOf(syn).front();
        QCOMPARE(trace->verdict.because, Because::guarded);
        QCOMPARE(answersOf(*trace), QStringList{QStringLiteral("SYN,ACK to 192.168.1.50:4000 by eth0")});
        QCOMPARE(english(classOf(*trace)), std::string("Answered by SYNPROXY"));
        QCOMPARE(english(sentenceOf(*trace)),
                 std::string("Answered in the server's place by SYNPROXY, rule 1 of filter "
                             "FORWARD: the packet itself goes no further"));
        QVERIFY(!trace->connection);
        QCOMPARE(trace->answers.front()->packetOut.ack, 1001U);
    }

    void opensTheServersHalfForWhoAnswers()
    {
        const TracePtr trace = tracesOf(syn + ", " + ack).back();
        QCOMPARE(answersOf(*trace), QStringList{QStringLiteral("SYN to 10.244.0.5:80 by cni0")});
        const Packet& sent = trace->answers.front()->packetOut;
        QCOMPARE(toText(sent.src), std::string("192.168.1.50"));
        QCOMPARE(sent.seq, 1000U);
        QCOMPARE(sent.length(), 44U);
        QVERIFY(trace->connection);
        QCOMPARE(trace->connection->tcp, TcpState::synSent);
    }

    void joinsBothHalves()
    {
        const auto traces = tracesOf(syn + ", " + ack + ", " + synAck + ", "
                                     + client(R"("flags": "PSH,ACK", "seq": 1001, "ack_to": "s", "payload_len": 10)")
                                     + ", " + server(R"("flags": "ACK", "seq": 9001, "ack": 1011)"));
        QCOMPARE(answersOf(*traces[2]), (QStringList{QStringLiteral("ACK to 10.244.0.5:80 by cni0"),
                                                     QStringLiteral("ACK to 192.168.1.50:4000 by eth0")}));
        const std::uint32_t cookie = traces[0]->answers.front()->packetOut.seq;
        QCOMPARE(traces[2]->answers[0]->packetOut.ack, 9001U);
        QCOMPARE(traces[2]->answers[1]->packetOut.seq, cookie + 1);
        QCOMPARE(traces[2]->connection->tcp, TcpState::established);
        QCOMPARE(traces[3]->verdict.outcome, Outcome::forwarded);
        QCOMPARE(traces[3]->packetOut.ack, 9001U);
        QCOMPARE(traces[4]->verdict.outcome, Outcome::forwarded);
        QCOMPARE(traces[4]->packetOut.seq, cookie + 1);
    }

    void knowsAnAcknowledgementThatItDidNotAskFor_data()
    {
        QTest::addColumn<std::string>("packet");
        QTest::newRow("another number") << client(R"("flags": "ACK", "seq": 1001, "ack": 77)");
        QTest::newRow("another client") << client(R"("flags": "ACK", "seq": 5, "ack_to": "s")");
        QTest::newRow("too late") << client(R"("flags": "ACK", "seq": 1001, "ack_to": "s", "sleep": 150)");
    }
    void knowsAnAcknowledgementThatItDidNotAskFor()
    {
        QFETCH(const std::string, packet);
        const TracePtr trace = tracesOf(syn + ", " + packet).back();
        QCOMPARE(trace->verdict.because, Because::badCookie);
        QVERIFY(trace->answers.empty());
    }

    void leavesOtherSegmentsAlone()
    {
        const TracePtr trace = tracesOf(client(R"("flags": "RST")")).back();
        QCOMPARE(kernelWords(*trace).find("filter:FORWARD:rule:2") != std::string::npos, true);
        QCOMPARE(trace->verdict.because, Because::rule);
    }
};

QTEST_APPLESS_MAIN(TestSynproxy)

#include "tst_synproxy.moc"
