// Where natwalk only approximates the kernel its trace says so, at that place; and nowhere else.
#include "emulator/scenario.h"
#include "support/builders.h"

#include <QTest>

using namespace natwalk;
using namespace natwalk::test;

class TestDoubts : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatIsOnlyApproximated_data();
    void saysWhatIsOnlyApproximated();
    void standsAtItsPlace();
    void aDoubtOfNoRuleForksNothing();
    void countsAllErrorsTogether_data();
    void countsAllErrorsTogether();
    void doesNotDoubtTheErrorsOfASlowHost();
};

namespace {

constexpr const char* tracked = "*nat\n:PREROUTING ACCEPT [0:0]\n-A POSTROUTING -p 99 -j MASQUERADE\nCOMMIT\n"
                                "*raw\n:PREROUTING ACCEPT [0:0]\n"
                                "-A PREROUTING -p tcp -m tcp --dport 21 -j CT --helper ftp\nCOMMIT\n";
constexpr const char* untracked = "*filter\n:FORWARD ACCEPT [0:0]\nCOMMIT\n";

Scenario scenarioOf(const std::string& packets, const std::string& more = {})
{
    const std::string json = R"({"conntrack": false, "interfaces": [
        {"name": "eth0", "addresses": ["192.168.1.10/24"], "routes": ["default via 192.168.1.1"]},
        {"name": "cni0", "addresses": ["10.244.0.1/24"], "mtu": 1000}])"
                             + more + R"(, "packets": [)" + packets + "]}";
    ScenarioResult result = readScenario(json);
    if (!result.scenario)
        qFatal("%s", result.diagnostics.empty() ? "" : print(result.diagnostics.front(), "scenario", json).c_str());
    return *std::move(result.scenario);
}

std::string packet(const std::string& more, const std::string& ends = R"("src": "192.168.1.50", "dst": "10.244.0.5")")
{
    return R"({"in": "eth0", "dport": 80, "ct": "keep", )" + ends + ", " + more + "}";
}

std::string sentTo(const std::string& dst)
{
    return R"({"hook": "output", "proto": "udp", "src": "192.168.1.10", "dst": ")" + dst + "\"}";
}

std::vector<TracePtr> tracesOf(const std::string& rules, const Scenario& scenario)
{
    std::vector<TracePtr> traces;
    replay(documentOf(rules), scenario, [&](const Replayed& replayed) {
        traces.push_back(replayed.trace);
        return true;
    });
    return traces;
}

std::optional<std::size_t> stepOfDoubt(const Trace& trace)
{
    const auto found =
        std::ranges::find_if(trace.steps, [](const Step& step) { return std::holds_alternative<Doubted>(step.event); });
    return found == trace.steps.end() ? std::nullopt : std::optional<std::size_t>(found - trace.steps.begin());
}

MessageId doubtOf(const Trace& trace)
{
    const auto step = stepOfDoubt(trace);
    return step ? std::get<Doubted>(trace.steps[*step].event).what : MessageId::Nothing;
}

}  // namespace

Q_DECLARE_METATYPE(MessageId)

void TestDoubts::saysWhatIsOnlyApproximated_data()
{
    QTest::addColumn<std::string>("rules");
    QTest::addColumn<std::string>("packets");
    QTest::addColumn<MessageId>("doubt");  // of the last packet
    using std::string;
    const auto row = [](const char* name, const char* rules, const string& packets, MessageId doubt) {
        QTest::newRow(name) << string(rules) << packets << doubt;
    };
    constexpr auto none = MessageId::Nothing;

    row("own broadcast", untracked, sentTo("192.168.1.255"), MessageId::DoubtOwnBroadcast);
    row("own broadcast to everybody", untracked, sentTo("255.255.255.255"), MessageId::DoubtOwnBroadcast);
    row("own multicast to all hosts", untracked, sentTo("224.0.0.1"), MessageId::DoubtOwnBroadcast);
    row("own multicast to a group", untracked, sentTo("224.0.0.9"), none);
    row("own packet to a net address", untracked, sentTo("192.168.1.0"), none);
    row("a broadcast that comes in", untracked,
        packet(R"("proto": "udp")", R"("src": "192.168.1.50", "dst": "192.168.1.255")"), none);

    row("the last fragment", tracked, packet(R"("proto": "udp", "frag_off": 16)"), MessageId::DoubtLastFragment);
    row("the first fragment", tracked, packet(R"("proto": "udp", "mf": true)"), none);
    row("the last fragment without conntrack", untracked, packet(R"("proto": "udp", "frag_off": 16)"), none);
    row("longer than its device takes", untracked, packet(R"("df": false, "payload_len": 1000)"),
        MessageId::DoubtFragmented);
    row("as long as its device takes", untracked, packet(R"("df": false, "payload_len": 960)"), none);
    row("not to be cut", untracked, packet(R"("payload_len": 1000)"), none);

    const string control = packet(R"("id": "control", "dport": 21)") + ", ";
    row("a helper may expect it", tracked,
        control + packet(R"("sport": 20)", R"("src": "10.244.0.5", "dst": "192.168.1.50", "in": "cni0")"),
        MessageId::DoubtExpected);
    row("the helper's own connection", tracked, control + R"({"followup_of": "control"})", none);
    row("another host", tracked, control + packet(R"("dport": 21)", R"("src": "192.168.1.51", "dst": "10.244.0.5")"),
        none);
    row("no helper", tracked, packet("\"dport\": 22") + ", " + packet("\"dport\": 23"), none);

    const string association = packet(R"("id": "init", "proto": "sctp")") + ", ";
    row("SCTP after a while", tracked, association + R"({"followup_of": "init", "sleep": 4})",
        MessageId::DoubtSctpTimeOut);
    row("SCTP, soon", tracked, association + R"({"reply_to": "init", "sleep": 2})", none);
    row("SCTP, too late", tracked, association + R"({"followup_of": "init", "sleep": 300})", none);
    row("UDP after a while", tracked,
        packet(R"("id": "first", "proto": "udp")") + R"(, {"followup_of": "first", "sleep": 4})", none);
}

void TestDoubts::saysWhatIsOnlyApproximated()
{
    QFETCH(std::string, rules);
    QFETCH(std::string, packets);
    QFETCH(MessageId, doubt);
    const std::vector<TracePtr> traces = tracesOf(rules, scenarioOf(packets));
    QCOMPARE(doubtOf(*traces.back()), doubt);
    if (traces.size() > 1)
        QCOMPARE(doubtOf(*traces.front()), MessageId::Nothing);
    if (doubt != MessageId::Nothing)
        QVERIFY(!english(message(doubt)).empty());
}

void TestDoubts::standsAtItsPlace()
{
    const auto traces =
        tracesOf(tracked, scenarioOf(packet(R"("id": "a", "proto": "sctp")") + R"(, {"followup_of": "a", "sleep": 4}, )"
                                     + sentTo("224.0.0.1")));
    const auto behind = [](const Trace& trace) { return trace.steps[*stepOfDoubt(trace) - 1].event; };
    QVERIFY(std::holds_alternative<Tracked>(behind(*traces[1])));
    QVERIFY(std::holds_alternative<Routed>(behind(*traces[2])));
}

void TestDoubts::aDoubtOfNoRuleForksNothing()
{
    const TracePtr trace = tracesOf(untracked, scenarioOf(sentTo("192.168.1.255"))).front();
    QVERIFY(!trace->depends);
    QCOMPARE(trace->verdict.outcome, Outcome::sent);
    QCOMPARE(trace->ruleAt(*stepOfDoubt(*trace)), noRule);
}

void TestDoubts::countsAllErrorsTogether_data()
{
    QTest::addColumn<std::string>("limits");
    QTest::addColumn<int>("certain");  // of 100 errors in a tenth of a second, to as many receivers
    const auto row = [](const char* name, const std::string& limits, int certain) {
        QTest::newRow(name) << R"(, "sysctl": {"net.ipv4.icmp_ratemask": 6168)" + limits + "}" << certain;
    };
    // The kernel takes two for an error at the most, and fills up when nothing is left.
    row("five at once, none later", R"(, "net.ipv4.icmp_msgs_burst": 5, "net.ipv4.icmp_msgs_per_sec": 1)", 4);
    row("fifty at once, none later", R"(, "net.ipv4.icmp_msgs_burst": 50, "net.ipv4.icmp_msgs_per_sec": 1)", 26);
    row("as many as there are", R"(, "net.ipv4.icmp_msgs_burst": 50, "net.ipv4.icmp_msgs_per_sec": 100000)", 100);
    row("without a limit", {}, 100);
    row("not of this kind", R"(, "net.ipv4.icmp_ratemask": 1, "net.ipv4.icmp_msgs_burst": 5)", 100);
}

void TestDoubts::countsAllErrorsTogether()
{
    QFETCH(std::string, limits);
    QFETCH(int, certain);
    const auto traces = tracesOf("*filter\n:FORWARD ACCEPT [0:0]\n-A FORWARD -j REJECT\nCOMMIT\n",
                                 scenarioOf(packet(R"("repeat": 100, "src_step": 1)"), limits));
    QCOMPARE(std::ranges::count(traces, MessageId::Nothing, [](const TracePtr& each) { return doubtOf(*each); }),
             certain);
    for (const TracePtr& trace : traces) {
        QCOMPARE(trace->verdict.outcome, Outcome::rejected);
        QVERIFY(std::holds_alternative<Decided>(trace->steps.back().event));
    }
}

void TestDoubts::doesNotDoubtTheErrorsOfASlowHost()
{
    std::string packets = packet(R"("sleep": 1)");
    for (int more = 0; more < 100; ++more)
        packets += ", " + packet(R"("sleep": 1)");
    const auto traces = tracesOf("*filter\n:FORWARD ACCEPT [0:0]\n-A FORWARD -j REJECT\nCOMMIT\n",
                                 scenarioOf(packets, R"(, "sysctl": {"net.ipv4.icmp_ratemask": 6168,
                                         "net.ipv4.icmp_msgs_burst": 5, "net.ipv4.icmp_msgs_per_sec": 2})"));
    QVERIFY(std::ranges::all_of(traces, [](const TracePtr& each) { return doubtOf(*each) == MessageId::Nothing; }));
}

QTEST_APPLESS_MAIN(TestDoubts)
#include "tst_doubts.moc"
