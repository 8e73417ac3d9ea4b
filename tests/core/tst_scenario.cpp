#include "emulator/emulate.h"
#include "emulator/scenario.h"
#include "support/builders.h"

#include <QTest>

using namespace natwalk;
using namespace natwalk::test;

class TestScenario : public QObject
{
    Q_OBJECT

private slots:
    void pointsAtWhatIsWrong_data();
    void pointsAtWhatIsWrong();
    void reportsAllProblemsAtOnce();
    void readsTheHost();
    void takesTheLaboratorysDefaults();
    void readsEveryFieldOfAPacket();
    void takesTheUsualPacketWhereNothingIsSaid();
    void readsTheStateBefore();
    void repeatsInSteps();
    void forgetsConnectionsUnlessKept();
    void derivesRepliesFollowupsAndErrors();
    void cannotFollowWhatDidNotArrive();
    void sleepsOnTheClock();
    void fixesDraws_data();
    void fixesDraws();
    void countersCarryOn();
    void asksTheQuestionOfOnePacket();
};

namespace {

constexpr const char* hostKeys = R"("interfaces": [
  {"name": "eth0", "addresses": ["192.168.1.10/24"], "routes": ["default via 192.168.1.1"]},
  {"name": "cni0", "addresses": ["10.244.0.1/24"]}])";

/// A scenario on the usual node, with these packets (and perhaps more keys).
Scenario scenarioOf(const std::string& packets, const std::string& more = {})
{
    const std::string json = std::string("{") + hostKeys + more + R"(, "packets": [)" + packets + "]}";
    ScenarioResult result = readScenario(json);
    if (!result.scenario)
        qFatal("%s", result.diagnostics.empty() ? "" : print(result.diagnostics.front(), "scenario", json).c_str());
    return *std::move(result.scenario);
}

std::string packetTo(const std::string& dst, const std::string& more = {})
{
    return R"({"in": "eth0", "src": "192.168.1.50", "sport": 40000, "dport": 80, "dst": ")" + dst + "\"" + more + "}";
}

/// What a replay said of each packet: its verdict and its ends, or why it could not be made.
QStringList endsOf(const Scenario& scenario, const char* rules = "*filter\n:FORWARD ACCEPT [0:0]\nCOMMIT\n")
{
    QStringList ends;
    replay(documentOf(rules), scenario, [&](const Replayed& replayed) {
        if (!replayed.trace) {
            ends << QString::fromStdString(english(*replayed.problem));
            return true;
        }
        const Trace& trace = *replayed.trace;
        ends << QString::fromStdString(std::string(nameOf(trace.verdict.outcome)) + " " + toText(trace.packetOut));
        return true;
    });
    return ends;
}

constexpr const char* halves =
    "*nat\n:PREROUTING ACCEPT [0:0]\n"
    "-A PREROUTING -p tcp -m statistic --mode random --probability 0.5 -j DNAT --to-destination 10.244.0.5:80\n"
    "-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.6:80\n"
    "COMMIT\n";

}  // namespace

void TestScenario::pointsAtWhatIsWrong_data()
{
    QTest::addColumn<std::string>("json");
    QTest::addColumn<unsigned>("line");
    QTest::addColumn<unsigned>("column");
    QTest::addColumn<std::string>("said");
    using std::string;

    QTest::newRow("no JSON") << string("{\n \"packets\": [}") << 2U << 14U << string("this is no JSON from here on");
    QTest::newRow("misspelt key") << string("{\n  \"interface\": []\n}") << 2U << 3U
                                  << string(R"(unknown key "interface"; did you mean "interfaces"?)");
    QTest::newRow("unknown key") << string("{\"colour\": 1}") << 1U << 2U << string("unknown key \"colour\"");
    QTest::newRow("misspelt key of a packet") << string(
        "{\"packets\": [\n{\"hook\": \"output\", \"src\": \"10.0.0.1\",\n   \"dst\": \"10.0.0.2\", \"sprot\": 1}]}")
                                              << 3U << 23U << string(R"(unknown key "sprot"; did you mean "sport"?)");
    QTest::newRow("misspelt key of an interface")
        << string(R"({"interfaces": [{"name": "a", "adresses": []}]})") << 1U << 31U
        << string(R"(unknown key "adresses"; did you mean "addresses"?)");
    QTest::newRow("wrong kind") << string("{\"packets\": 7}") << 1U << 13U << string("expected a list, found a number");
    QTest::newRow("port too large") << string(
        R"({"packets": [{"hook": "output", "src": "1.1.1.1", "dst": "1.1.1.2", "dport": 65536}]})")
                                    << 1U << 78U << string("expected a number from 0 to 65535, found 65536");
    QTest::newRow("half a port") << string(
        R"({"packets": [{"hook": "output", "src": "1.1.1.1", "dst": "1.1.1.2", "dport": 1.5}]})")
                                 << 1U << 78U << string("expected a whole number, found 1.500000");
    QTest::newRow("bad address") << string(R"({"packets": [{"hook": "output", "src": "1.1.1.256", "dst": "1.1.1.2"}]})")
                                 << 1U << 40U << string("\"1.1.1.256\" is no address");
    QTest::newRow("bad word of a route") << string(
        R"({"interfaces": [{"name": "a", "routes": ["10.0.0.0/8 over b"]}]})")
                                         << 1U << 54U << string("natwalk does not know \"over\" in a route");
    QTest::newRow("gateway out of reach") << string(R"({"routes": ["default via 9.9.9.9"]})") << 1U << 13U
                                          << string("the gateway 9.9.9.9 lies in no interface's net");
    QTest::newRow("bad address of an interface")
        << string(R"({"interfaces": [{"name": "a", "addresses": ["10.0.0.1/33"]}]})") << 1U << 46U
        << string("\"10.0.0.1/33\" is no address");
    QTest::newRow("bad routing rule") << string(R"({"ip_rules": ["fwmark x table 1"]})") << 1U << 23U
                                      << string("\"x\" is no number from 0 to 4294967295");
    QTest::newRow("unknown hook") << string(
        R"({"packets": [{"hook": "input", "src": "1.1.1.1", "dst": "1.1.1.2", "in": "lo"}]})")
                                  << 1U << 23U << string("expected one of prerouting, output, found \"input\"");
    QTest::newRow("no source") << string(R"({"packets": [{"hook": "output", "dst": "1.1.1.2"}]})") << 1U << 14U
                               << string("\"src\" is missing");
    QTest::newRow("no device") << string(R"({"packets": [{"src": "1.1.1.1", "dst": "1.1.1.2"}]})") << 1U << 14U
                               << string("\"in\" is missing");
    QTest::newRow("unknown device") << string(R"({"packets": [{"src": "1.1.1.1", "dst": "1.1.1.2", "in": "eth9"}]})")
                                    << 1U << 57U << string("no interface is named \"eth9\"");
    QTest::newRow("families mixed") << string(R"({"packets": [{"hook": "output", "src": "1.1.1.1", "dst": "::1"}]})")
                                    << 1U << 14U << string("source and destination are not of the same family");
    QTest::newRow("unknown forerunner") << string(R"({"packets": [{"reply_to": "p7"}]})") << 1U << 27U
                                        << string("no earlier packet is named \"p7\"");
    QTest::newRow("bad flags") << string(
        R"({"packets": [{"hook": "output", "src": "1.1.1.1", "dst": "1.1.1.2", "flags": "SIN"}]})")
                               << 1U << 78U << string("\"SIN\" are no TCP flags");
    QTest::newRow("rule without a counter's name")
        << string(R"({"before": {"nth": {"nat:A:3": 1}}})") << 1U << 21U
        << string("\"nat:A:3\" names no rule; expected TABLE:CHAIN:rule:NUMBER");
}

void TestScenario::pointsAtWhatIsWrong()
{
    QFETCH(std::string, json);
    QFETCH(unsigned, line);
    QFETCH(unsigned, column);
    QFETCH(std::string, said);
    const ScenarioResult result = readScenario(json);
    QVERIFY(!result.scenario);
    QCOMPARE(result.diagnostics.size(), std::size_t{1});
    const Diagnostic& diagnostic = result.diagnostics.front();
    QCOMPARE(english(diagnostic.message), said);
    QCOMPARE(diagnostic.where.line, line);
    QCOMPARE(diagnostic.where.column, column);
}

void TestScenario::reportsAllProblemsAtOnce()
{
    const ScenarioResult result =
        readScenario(R"({"sysctls": {}, "listen": [{"port": 0}, {"prot": "tcp"}], "conntrack": 1})");
    QVERIFY(!result.scenario);
    QCOMPARE(result.diagnostics.size(), std::size_t{4});
}

void TestScenario::readsTheHost()
{
    const ScenarioResult result = readScenario(R"({
        "name": "all of it", "backend": "nft", "rules": "*nat\nCOMMIT\n",
        "interfaces": [
            {"name": "eth0", "addresses": ["10.0.0.1/24 brd 10.0.0.255 scope global", "10.0.0.2/24"], "mtu": 1400, "kind": "dummy",
             "routes": ["default via 10.0.0.254 src 10.0.0.2", {"dst": "172.16.0.0/12", "via": "10.0.0.253"}]},
            {"name": "lo", "addresses": ["10.9.9.9/32"]}],
        "routes": ["blackhole 198.18.2.0/24", "203.0.113.0/24 via 10.0.0.7 table 100 metric 5"],
        "ip_rules": ["fwmark 0x1/0xff table 100", "from 10.1.0.0/16 lookup main priority 50", "to 10.2.0.0/16 iif eth0 blackhole"],
        "sysctl": {"net/ipv4/conf/eth0.10/rp_filter": 2, "net.ipv4.ip_forward": "0"},
        "ipset": "create s hash:ip\n", "conntrack": false,
        "listen": [{"proto": "udp", "port": 53, "addr": "10.0.0.1"}, {"proto": "tcp", "port": 80, "addr": "0.0.0.0"}],
        "packets": []})");
    QVERIFY(result.scenario);
    const Scenario& scenario = *result.scenario;
    const Host& host = *scenario.host;
    QCOMPARE(scenario.name, std::string("all of it"));
    QVERIFY(scenario.backEnd == BackEnd::nft);
    QCOMPARE(scenario.rules, std::string("*nat\nCOMMIT\n"));

    QCOMPARE(host.interfaces.size(), std::size_t{2});
    QCOMPARE(host.interfaces[0].addresses.size(), std::size_t{2});
    QCOMPARE(host.interfaces[0].mtu, 1400U);
    QCOMPARE(host.routes.size(), std::size_t{4});
    QVERIFY(host.routes[0].to.isAny());
    QVERIFY(host.routes[0].source == Address::from("10.0.0.2"));
    QVERIFY(host.routes[1].via == Address::from("10.0.0.253"));
    QVERIFY(host.routes[2].type == RouteType::blackhole);
    QCOMPARE(toText(host.routes[3].dev), std::string("eth0"));
    QCOMPARE(host.routes[3].table, 100U);
    QCOMPARE(host.routes[3].metric, 5U);

    QCOMPARE(host.rules.size(), std::size_t{3});
    QCOMPARE(host.rules[0].priority, 49U);  // added last, without a priority: before the first
    QVERIFY(host.rules[0].action == RouteType::blackhole);
    QCOMPARE(host.rules[1].priority, 50U);
    QCOMPARE(host.rules[2].priority, 32765U);
    QCOMPARE(host.rules[2].markMask, 0xffU);

    QCOMPARE(host.sysctls.values().at("net.ipv4.conf.eth0.10.rp_filter"), std::string("2"));
    QCOMPARE(host.sysctl("net.ipv4.ip_forward", 1), 0L);
    QCOMPARE(host.ipsets.text(), std::string("create s hash:ip\n"));
    QVERIFY(!host.tracksAlways);
    QCOMPARE(host.listeners.size(), std::size_t{2});
    QVERIFY(host.listeners[0].address == Address::from("10.0.0.1"));
    QVERIFY(!host.listeners[1].address);
}

void TestScenario::takesTheLaboratorysDefaults()
{
    const Scenario scenario = scenarioOf("");
    const Host& host = *scenario.host;
    QCOMPARE(host.sysctl("net.ipv4.ip_forward", 0), 1L);
    QCOMPARE(host.sysctl("net.ipv4.conf.all.rp_filter", 2), 0L);
    QCOMPARE(host.sysctl("net.ipv4.icmp_ratelimit", 1000), 0L);
    QVERIFY(host.tracksAlways);
    QVERIFY(scenario.backEnd == BackEnd::legacy);
}

void TestScenario::readsEveryFieldOfAPacket()
{
    const Scenario scenario = scenarioOf(R"({
        "id": "all", "hook": "output", "src": "10.244.0.1", "dst": "10.244.0.9", "proto": 6, "sport": 1, "dport": 2, "flags": "SYN,ACK",
        "seq": 3, "ack": 4, "ttl": 5, "tos": 6, "df": false, "payload": "hex:0a0b", "frag_off": 8, "mf": true, "bad_csum": true,
        "mark": 7, "uid": 1000, "gid": 1001, "oif": "cni0", "icmp_seq": 9, "ipid": 10, "window": 11, "sleep": 1.5, "seed": 12, "ct": "keep",
        "force": [true, false], "course": [["nat", "KUBE-SVC-X", 3]]},
        {"in": "eth0", "src": "192.168.1.50", "dst": "10.244.0.9", "proto": "icmp", "icmp_type": 13, "icmp_code": 1, "icmp_id": 99,
         "payload": "abc", "payload_len": 100})");
    const ScenarioPacket& first = scenario.packets[0];
    const Packet& packet = first.packet;
    QCOMPARE(first.id, std::string("all"));
    QVERIFY(packet.in.empty());
    QCOMPARE(toText(packet.out), std::string("cni0"));
    QCOMPARE(packet.sport, std::uint16_t{1});
    QCOMPARE(packet.dport, std::uint16_t{2});
    QCOMPARE(packet.tcpFlags, std::uint8_t{tcpflag::syn | tcpflag::ack});
    QCOMPARE(packet.seq, 3U);
    QCOMPARE(packet.ack, 4U);
    QCOMPARE(packet.ttl, std::uint8_t{5});
    QCOMPARE(packet.tos, std::uint8_t{6});
    QVERIFY(!packet.dontFragment && packet.moreFragments && packet.badChecksum);
    QCOMPARE(packet.payloadLength, std::uint16_t{2});
    QCOMPARE(packet.fragmentOffset, std::uint16_t{8});
    QCOMPARE(packet.mark, 7U);
    QCOMPARE(packet.uid, 1000U);
    QCOMPARE(packet.gid, 1001U);
    QCOMPARE(first.sleepSeconds, 1.5);
    QCOMPARE(first.seed.value(), std::uint64_t{12});
    QVERIFY(first.keepConnections);
    QVERIFY(first.force == (std::vector<bool>{true, false}));
    QCOMPARE(first.course->front().chain, std::string("KUBE-SVC-X"));

    const Packet& icmp = scenario.packets[1].packet;
    QCOMPARE(scenario.packets[1].id, std::string("p1"));
    QCOMPARE(icmp.icmpType, std::uint8_t{13});
    QCOMPARE(icmp.icmpCode, std::uint8_t{1});
    QCOMPARE(icmp.icmpId, std::uint16_t{99});
    QCOMPARE(icmp.sport, std::uint16_t{0});
    QCOMPARE(icmp.payloadLength, std::uint16_t{100});
}

void TestScenario::takesTheUsualPacketWhereNothingIsSaid()
{
    const Scenario scenario = scenarioOf(R"({"in": "eth0", "src": "192.168.1.50", "dst": "10.244.0.9"},
        {"hook": "output", "src": "192.168.1.10", "dst": "10.244.0.9", "proto": "icmp"})");
    const Packet& tcp = scenario.packets[0].packet;
    QCOMPARE(tcp.protocol, protocol::tcp);
    QCOMPARE(tcp.sport, std::uint16_t{40000});
    QCOMPARE(tcp.dport, std::uint16_t{0});
    QCOMPARE(tcp.tcpFlags, tcpflag::syn);
    QCOMPARE(tcp.ttl, std::uint8_t{64});
    QCOMPARE(tcp.uid, nobody);
    const Packet& echo = scenario.packets[1].packet;
    QCOMPARE(echo.icmpType, std::uint8_t{8});
    QCOMPARE(echo.icmpId, std::uint16_t{40000});
    QCOMPARE(echo.uid, 0U);
}

void TestScenario::readsTheStateBefore()
{
    const Scenario scenario = scenarioOf("", R"(, "before": {"clock": 1000,
        "connections": [
            {"orig": {"src": "192.168.1.50", "dst": "10.96.0.1", "proto": "tcp", "sport": 4000, "dport": 80},
             "reply": {"src": "10.244.0.5", "dst": "192.168.1.50", "proto": "tcp", "sport": 8080, "dport": 4000}, "mark": 5, "labels": [0, 127], "expires": 60},
            {"orig": {"src": "10.0.0.1", "dst": "10.0.0.2", "proto": "icmp", "icmp_type": 8, "icmp_id": 7},
             "status": ["CONFIRMED"], "zone": 3},
            {"orig": {"src": "10.0.0.1", "dst": "10.0.0.2", "proto": "tcp", "sport": 1, "dport": 2}, "tcp_state": "TIME_WAIT"}],
        "recent": {"LIST": [["10.0.0.1", 5], ["10.0.0.2", 90], ["10.0.0.1", 50]]},
        "nth": {"nat:CHAIN:rule:2": 4}})");
    const State& before = scenario.before;
    QCOMPARE(before.clock, 1000.0);
    QCOMPARE(before.connections.size(), std::size_t{3});
    const Connection& translated = before.connections[0];
    QVERIFY(translated.has(status::destinationNat) && !translated.has(status::sourceNat)
            && translated.has(status::seenReply));
    QVERIFY(translated.tcp == TcpState::established);
    QCOMPARE(translated.mark, 5U);
    QVERIFY(translated.labels.has(0) && translated.labels.has(127) && !translated.labels.has(64));
    QCOMPARE(translated.expires, 1060.0);
    const Connection& echo = before.connections[1];
    QVERIFY(echo.reply == inverse(echo.original));
    QCOMPARE(echo.original.zone, std::uint16_t{3});
    QCOMPARE(echo.status, status::confirmed);
    QCOMPARE(echo.expires, 1030.0);
    QVERIFY(before.connections[2].tcp == TcpState::timeWait);

    const RecentList* list = before.memory.recent("LIST");
    QVERIFY(list != nullptr);
    QVERIFY(list->find(*Address::from("10.0.0.1"))->seen == (std::vector<double>{950, 995}));
    QVERIFY(list->entries.front().address == *Address::from("10.0.0.2"));
    QCOMPARE(scenario.nth.front().second, std::uint64_t{4});
}

void TestScenario::repeatsInSteps()
{
    const Scenario scenario =
        scenarioOf(packetTo("10.244.0.9", R"(, "repeat": 3, "sport_step": 2, "src_step": 256, "dport_step": -1)"));
    const QStringList ends = endsOf(scenario);
    QCOMPARE(ends.size(), 3);
    QVERIFY(ends[0].contains("192.168.1.50:40000 > 10.244.0.9:80"));
    QVERIFY(ends[1].contains("192.168.2.50:40002 > 10.244.0.9:79"));
    QVERIFY(ends[2].contains("192.168.3.50:40004 > 10.244.0.9:78"));
}

void TestScenario::forgetsConnectionsUnlessKept()
{
    const std::string packets =
        packetTo("10.244.0.9") + "," + packetTo("10.244.0.8", R"(, "ct": "keep")") + "," + packetTo("10.244.0.7");
    std::vector<std::size_t> entries;
    replay(documentOf("*filter\nCOMMIT\n"), scenarioOf(packets), [&](const Replayed& replayed) {
        entries.push_back(replayed.trace->after.connections.size());
        return true;
    });
    QVERIFY(entries == (std::vector<std::size_t>{1, 2, 1}));
}

void TestScenario::derivesRepliesFollowupsAndErrors()
{
    const Scenario scenario =
        scenarioOf(packetTo("10.96.0.1", R"(, "id": "syn", "ttl": 9)")
                   + R"(, {"id": "synack", "reply_to": "syn"}, {"id": "data", "followup_of": "syn", "dport": 80},
        {"id": "error", "icmp_error_for": "syn", "icmp_code": 3}, {"id": "own", "reply_to": "syn", "sport": 81, "ct": "fresh"})");
    std::vector<TracePtr> traces;
    replay(documentOf(halves), scenario, [&](const Replayed& replayed) {
        traces.push_back(replayed.trace);
        return true;
    });
    QCOMPARE(traces.size(), std::size_t{5});
    const Packet& reply = traces[1]->packetIn;
    QCOMPARE(toText(reply.in), std::string("cni0"));
    QVERIFY(reply.src == *Address::from("10.244.0.5") && reply.dst == *Address::from("192.168.1.50"));
    QCOMPARE(reply.sport, std::uint16_t{80});
    QCOMPARE(reply.ttl, std::uint8_t{64});
    QCOMPARE(reply.tcpFlags, std::uint8_t{tcpflag::syn | tcpflag::ack});
    QVERIFY(traces[1]->packetOut.src == *Address::from("10.96.0.1"));

    const Packet& data = traces[2]->packetIn;
    QVERIFY(data.dst == *Address::from("10.96.0.1"));
    QCOMPARE(data.ttl, std::uint8_t{9});
    QCOMPARE(data.tcpFlags, tcpflag::ack);
    QVERIFY(traces[2]->packetOut.dst == *Address::from("10.244.0.5"));

    const Packet& error = traces[3]->packetIn;
    QCOMPARE(error.protocol, protocol::icmp);
    QCOMPARE(error.icmpType, std::uint8_t{3});
    QCOMPARE(error.icmpCode, std::uint8_t{3});
    QVERIFY(error.hasQuote && error.quote.dst == *Address::from("10.244.0.5"));
    QVERIFY(traces[3]->packetOut.src == *Address::from("10.96.0.1"));

    QCOMPARE(traces[4]->packetIn.sport, std::uint16_t{81});
    QVERIFY(traces[4]->packetOut.src == *Address::from("10.244.0.5"));  // nobody remembers: not translated back
}

void TestScenario::cannotFollowWhatDidNotArrive()
{
    const Scenario scenario = scenarioOf(packetTo("10.244.0.9", R"(, "id": "lost")") + R"(, {"reply_to": "lost"})");
    const QStringList ends = endsOf(scenario, "*filter\n:FORWARD DROP [0:0]\nCOMMIT\n");
    QCOMPARE(ends[1], QStringLiteral("the packet \"lost\" did not arrive anywhere, so nothing can follow it"));
    QVERIFY(endsOf(scenarioOf(R"({"hook": "output", "src": "::1", "dst": "::1"})"))[0].contains("no rules for IPv6"));
}

void TestScenario::sleepsOnTheClock()
{
    std::vector<double> clocks;
    const Scenario scenario = scenarioOf(packetTo("10.244.0.9") + "," + packetTo("10.244.0.9", R"(, "sleep": 10)"));
    replay(documentOf("*filter\nCOMMIT\n"), scenario, [&](const Replayed& replayed) {
        clocks.push_back(replayed.trace->before.clock);
        return true;
    });
    QVERIFY(clocks[0] < 1 && clocks[1] > 10 && clocks[1] < 11);
}

void TestScenario::fixesDraws_data()
{
    QTest::addColumn<std::string>("keys");
    QTest::addColumn<QString>("endpoint");
    using std::string;

    QTest::newRow("likelier side") << string() << "10.244.0.5:80";
    QTest::newRow("forced yes") << string(R"(, "force": [true])") << "10.244.0.5:80";
    QTest::newRow("forced no") << string(R"(, "force": [false])") << "10.244.0.6:80";
    QTest::newRow("course by the first rule") << string(R"(, "course": [["nat", "PREROUTING", 1]])") << "10.244.0.5:80";
    QTest::newRow("course by the second rule")
        << string(R"(, "course": [["nat", "PREROUTING", 2]])") << "10.244.0.6:80";
}

void TestScenario::fixesDraws()
{
    QFETCH(std::string, keys);
    QFETCH(QString, endpoint);
    const QStringList ends = endsOf(scenarioOf(packetTo("10.96.0.1", keys)), halves);
    QVERIFY2(ends[0].contains(endpoint), qPrintable(ends[0]));

    const Scenario seeded = scenarioOf(packetTo("10.96.0.1", R"(, "seed": 4, "repeat": 64)"));
    const QStringList drawn = endsOf(seeded, halves);
    QCOMPARE(endsOf(seeded, halves), drawn);
    const auto first = drawn.filter("10.244.0.5").size();
    QVERIFY(first > 16 && first < 48);
}

void TestScenario::countersCarryOn()
{
    const char* rules =
        "*nat\n:PREROUTING ACCEPT [0:0]\n"
        "-A PREROUTING -p tcp -m statistic --mode nth --every 3 --packet 0 -j DNAT --to-destination 10.244.0.5:80\n"
        "COMMIT\n";
    const std::string packets = packetTo("10.244.0.9", R"(, "repeat": 4)");
    const auto hits = [&](const std::string& before) {
        QString text;
        for (const QString& end : endsOf(scenarioOf(packets, before), rules))
            text += end.contains("10.244.0.5") ? "x" : ".";
        return text;
    };
    QCOMPARE(hits(""), QStringLiteral("x..x"));
    QCOMPARE(hits(R"(, "before": {"nth": {"nat:PREROUTING:rule:1": 2}})"), QStringLiteral(".x.."));
}

void TestScenario::asksTheQuestionOfOnePacket()
{
    const Scenario scenario = scenarioOf(packetTo("10.96.0.1", R"(, "id": "syn")")
                                         + R"(, {"id": "data", "followup_of": "syn", "flags": "SYN"})");
    const DocumentPtr document = documentOf(halves);
    const auto question = questionOf(document, scenario, "data");
    QVERIFY(question);
    QCOMPARE(question->before->connections.size(), std::size_t{1});
    QVERIFY(emulate(*question)->packetOut.dst == *Address::from("10.244.0.5"));
    QVERIFY(!questionOf(document, scenario, "nobody"));
}

QTEST_APPLESS_MAIN(TestScenario)
#include "tst_scenario.moc"
