// Every recorded scenario, replayed and compared with what the kernel answered. See tests/data/golden/README.md.
#include "emulator/scenario.h"
#include "ruleset/load_check.h"
#include "syntax/parser.h"
#include "trace/kernel_log.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QTest>

using namespace natwalk;
using nlohmann::json;

class TestGolden : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithTheKernel_data();
    void agreesWithTheKernel();
    void refusesWhatTheKernelRefuses_data();
    void refusesWhatTheKernelRefuses();
};

namespace {

std::string contents(const QString& name)
{
    QFile file(QStringLiteral(NATWALK_SOURCE_DIR "/tests/data/golden/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll().toStdString();
}

std::vector<json> records(const QString& name)
{
    std::vector<json> lines;
    for (const QByteArray& line : QByteArray::fromStdString(contents(name + ".legacy.jsonl")).split('\n'))
        if (!line.isEmpty())
            lines.push_back(json::parse(line.toStdString()));
    return lines;
}

void addRows(bool refused)
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("random");
    for (const json& entry : json::parse(contents("INDEX.json"))) {
        if (entry["refused"].get<bool>() != refused)
            continue;
        const auto name = QString::fromStdString(entry["file"]);
        QTest::newRow(qPrintable(name + ": " + QString::fromStdString(entry["title"])))
            << name << entry["random"].get<bool>();
    }
}

/// What differs, line by line.
class Differences
{
public:
    Differences(std::string packet, bool random) : m_packet(std::move(packet)), m_random(random) {}

    void compare(std::string_view what, const json& kernel, const json& ours)
    {
        if (kernel != ours)
            m_text +=
                m_packet + " " + std::string(what) + ": kernel " + kernel.dump() + ", natwalk " + ours.dump() + "\n";
    }

    /// Where ports were drawn, only their class counts: the kernel's dice are not ours.
    void comparePort(std::string_view what, const json& kernel, const json& ours)
    {
        const bool bothNumbers = kernel.is_number() && ours.is_number();
        if (m_random && bothNumbers && portClass(kernel.get<int>()) == portClass(ours.get<int>()))
            return;
        compare(what, kernel, ours);
    }

    /// ICMP ids have one class only.
    void compareId(std::string_view what, const json& kernel, int ours)
    {
        if (!m_random)
            compare(what, kernel, ours);
    }

    const std::string& text() const { return m_text; }

private:
    /// @see Linux net/netfilter/nf_nat_core.c, nf_nat_l4proto_unique_tuple()
    static int portClass(int port) { return port < 512 ? 0 : port < 1024 ? 1 : 2; }

    std::string m_packet;
    bool m_random;
    std::string m_text;
};

json field(const json& object, const char* key)
{
    return object.is_object() && object.contains(key) ? object[key] : json();
}

template <typename Ports>
void comparePorts(Differences& differences, const std::string& name, const json& kernel, const Ports& ours)
{
    differences.comparePort(name + " sport", field(kernel, "sport"), ours.sport);
    differences.comparePort(name + " dport", field(kernel, "dport"), ours.dport);
}

void compareTuple(Differences& differences, std::string_view what, const json& kernel, const Tuple& ours)
{
    const std::string name(what);
    differences.compare(name + " src", field(kernel, "src"), toText(ours.src));
    differences.compare(name + " dst", field(kernel, "dst"), toText(ours.dst));
    if (ours.protocol == protocol::icmp) {
        if (kernel.contains("icmp_id"))
            differences.compareId(name + " icmp_id", kernel["icmp_id"], ours.sport);
        differences.compare(name + " icmp_type", field(kernel, "icmp_type"), ours.dport >> 8);
    } else if (isTrackedByPorts(ours.protocol)) {
        comparePorts(differences, name, kernel, ours);
    }
}

void comparePacket(Differences& differences, std::string_view what, const json& kernel, const Packet& ours)
{
    compareTuple(differences, what, kernel, tupleOf(ours));
    const std::string name(what);
    if (ours.protocol == protocol::dccp)  // no part of its tuple
        comparePorts(differences, name, kernel, ours);
    differences.compare(name + " ttl", field(kernel, "ttl"), ours.ttl);
    differences.compare(name + " tos", field(kernel, "tos"), ours.tos);
    if (ours.protocol == protocol::tcp)
        differences.compare(name + " flags", field(kernel, "flags"), tcpFlagNames(ours.tcpFlags));
}

json kernelTrace(const json& record)
{
    json lines = json::array();
    for (const json& event : record["trace"])
        if (!event.contains("log"))
            lines.push_back(event["table"].get<std::string>() + ":" + event["chain"].get<std::string>() + ":"
                            + event["type"].get<std::string>() + ":" + std::to_string(event["num"].get<int>()));
    return lines;
}

json ourTrace(const Trace& trace)
{
    json lines = json::array();
    for (const KernelEvent& event : kernelLog(trace))
        lines.push_back(toText(event));
    return lines;
}

bool hasArrived(Outcome outcome)
{
    return outcome == Outcome::forwarded || outcome == Outcome::sent || outcome == Outcome::delivered;
}

json placeOf(const Trace& answer)
{
    if (!hasArrived(answer.verdict.outcome))
        return nullptr;
    return answer.verdict.outcome == Outcome::delivered ? std::string("local") : toText(answer.packetOut.out);
}

void compareAnswers(Differences& differences, const json& record, const Trace& trace)
{
    const json answers = record.value("secondary", json::array());
    const std::vector<TracePtr> ours = allAnswers(trace);
    differences.compare("number of answers", answers.size(), ours.size());
    for (std::size_t i = 0; i < std::min(answers.size(), ours.size()); ++i) {
        const Trace& answer = *ours[i];
        differences.compare("answer out", answers[i]["where"], placeOf(answer));
        differences.compare("answer trace", kernelTrace(answers[i]), ourTrace(answer));
        if (hasArrived(answer.verdict.outcome))
            comparePacket(differences, "answer", answers[i]["packet"], answer.packetOut);
    }
}

/// The record knows no entry of packets without ports or id, as it was asked for by these.
void compareConnection(Differences& differences, const json& kernel, const std::optional<Connection>& ours)
{
    differences.compare("has a connection", !kernel.is_null(), ours.has_value());
    if (kernel.is_null() || !ours)
        return;
    compareTuple(differences, "ct orig", kernel["orig"], ours->original);
    compareTuple(differences, "ct reply", kernel["reply"], ours->reply);
    differences.compare("ct mark", kernel["mark"], ours->mark);
    if (ours->original.protocol == protocol::tcp && ours->tcp == TcpState::none)
        differences.compare("ct tcp state", kernel["tcp_state"], "NONE");
}

std::string differencesOf(const json& record, const Trace& trace, bool random)
{
    Differences differences(record["id"], random);
    const bool arrived = hasArrived(trace.verdict.outcome);
    const auto events = kernelLog(trace);
    differences.compare("verdict", record["verdict"], nameOf(trace.verdict.outcome));
    differences.compare("trace", kernelTrace(record), ourTrace(trace));
    differences.compare("out", field(record, "out"),
                        arrived && !trace.packetOut.out.empty() ? json(toText(trace.packetOut.out)) : json());
    if (arrived && record.contains("result"))
        comparePacket(differences, "result", record["result"], trace.packetOut);
    differences.compare("mark", field(record, "mark"), events.empty() ? trace.packetOut.mark : events.back().mark);
    if (isTrackedByPorts(trace.packetIn.protocol) || field(record["packet"], "icmp_id").is_number())
        compareConnection(differences, record["ct"], trace.connection);
    compareAnswers(differences, record, trace);
    return differences.text();
}

/// Each repetition as a packet of its own; where chance played, it takes the course that the kernel's packet took.
void followTheKernel(Scenario& scenario, const std::vector<json>& lines, bool random)
{
    std::vector<ScenarioPacket> packets;
    for (const ScenarioPacket& packet : scenario.packets)
        for (std::uint32_t repetition = 0; repetition < packet.repeat; ++repetition)
            packets.push_back(repetitionOf(packet, repetition));
    for (std::size_t i = 0; random && i < std::min(packets.size(), lines.size()); ++i) {
        packets[i].course.emplace();
        for (const json& event : lines[i]["trace"])
            if (event.value("type", "") == "rule")
                packets[i].course->push_back(
                    {*tableNamed(event["table"].get<std::string>()), event["chain"], event["num"]});
    }
    scenario.packets = std::move(packets);
}

}  // namespace

void TestGolden::agreesWithTheKernel_data() { addRows(false); }

void TestGolden::agreesWithTheKernel()
{
    QFETCH(QString, name);
    QFETCH(bool, random);
    const std::vector<json> lines = records(name);
    const ParseResult parsed = parse(contents(name + ".rules"));
    QVERIFY(!parsed.rulesets.empty());
    ScenarioResult read = readScenario(contents(name + ".json"));
    QVERIFY(read.scenario);
    followTheKernel(*read.scenario, lines, random);

    std::string differences;
    std::size_t next = 0;
    const auto document = std::make_shared<Document>(Document{parsed.rulesets, read.scenario->host});
    replay(document, *read.scenario, [&](const Replayed& replayed) {
        if (next >= lines.size())
            return false;
        const json& record = lines[next++];
        differences += replayed.trace ? differencesOf(record, *replayed.trace, random)
                                      : record["id"].get<std::string>() + ": " + english(*replayed.problem) + "\n";
        return true;
    });
    QCOMPARE(next, lines.size());
    QVERIFY2(differences.empty(), differences.c_str());
}

void TestGolden::refusesWhatTheKernelRefuses_data() { addRows(true); }

void TestGolden::refusesWhatTheKernelRefuses()
{
    QFETCH(QString, name);
    QVERIFY(records(name).front().contains("error"));
    const ParseResult parsed = parse(contents(name + ".rules"));
    bool refused = parsed.hasErrors();
    for (const Diagnostic& diagnostic : parsed.diagnostics)
        refused |= diagnostic.message.id == MessageId::CommitMissing;  // said mildly: people paste fragments
    for (const RulesetPtr& ruleset : parsed.rulesets)
        for (const Diagnostic& diagnostic : checkLoads(*ruleset))
            refused |= diagnostic.severity == Severity::error;
    QVERIFY(refused);
}

QTEST_APPLESS_MAIN(TestGolden)
#include "tst_golden.moc"
