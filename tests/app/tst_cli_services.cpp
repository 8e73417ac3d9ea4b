// natwalk-cli services, and packets that are sent to a service by its name.
#include "support/program.h"

#include <QTest>

using namespace natwalk::test;

namespace {

const QString sample = QStringLiteral("samples/nginx_basic");
const QString overall = QStringLiteral("tests/data/kubeproxy/saved/era-1.33-overall.save");

Answer ask(const QStringList& words) { return answerOf(QStringLiteral(NATWALK_CLI), words); }

QJsonObject named(const QJsonArray& services, const QString& title)
{
    for (const auto& service : services)
        if (service.toObject()["title"].toString() == title)
            return service.toObject();
    return {};
}

/// "10.1.0.1:80", "REJECT.RULE": where connections by a way in end, and whether masqueraded.
QString endOf(const QJsonObject& service, const QString& kind, const QString& from)
{
    QStringList ends;
    for (const auto& value : service["matrix"].toArray()) {
        const QJsonObject cell = value.toObject();
        if (cell["kind"].toString() != kind || cell["from"].toString() != from)
            continue;
        for (const auto& each : cell["outcomes"].toArray()) {
            const QJsonObject outcome = each.toObject();
            const QString end =
                outcome["endpoint"].isNull() ? outcome["code"].toString() : outcome["endpoint"].toString();
            ends += end + (outcome["masqueraded"].toBool() ? " masqueraded" : "");
        }
    }
    return ends.join(", ");
}

}  // namespace

class TestCliServices : public QObject
{
    Q_OBJECT

private slots:
    void tellsServices();
    void keepsTheKeysOfJson();
    void fillsTheMatrix_data();
    void fillsTheMatrix();
    void choosesOneService();
    void sendsPacketsToServices_data();
    void sendsPacketsToServices();
    void namesTheRightService_data();
    void namesTheRightService();
    void endsByFindings_data();
    void endsByFindings();
    void hidesFindings_data();
    void hidesFindings();
    void namesChecks();
    void deniesRoutingBeforeTheVerdict();
    void printsTheMatrixAsPrintedBefore();
};

void TestCliServices::tellsServices()
{
    const Answer answer = ask({"services", sample});
    QCOMPARE(answer.code, 0);
    QVERIFY2(answer.out.contains("default/nginx-basic:http tcp"), qPrintable(answer.out));
    QVERIFY2(answer.out.contains("ClusterIP 10.97.35.60:80, NodePort 30207"), qPrintable(answer.out));
    QCOMPARE(answer.out.count("33.33 %"), 3);
    QVERIFY(!answer.out.contains('\x1b'));
}

void TestCliServices::keepsTheKeysOfJson()
{
    const QJsonObject service = ask({"services", sample, "--json"}).array().at(0).toObject();
    for (const char* key : {"namespace", "name", "port_name", "protocol", "ways_in", "endpoints", "affinity_seconds",
                            "internal_policy", "external_policy", "source_ranges", "findings"})
        QVERIFY2(service.contains(QLatin1String(key)), key);
    QCOMPARE(service["port_name"].toString(), QStringLiteral("http"));
    QCOMPARE(service["hash_verified"].toBool(), true);
    QVERIFY(service["affinity_seconds"].isNull());
    QCOMPARE(service["ways_in"].toArray().at(1).toObject()["kind"].toString(), QStringLiteral("NodePort"));
    QVERIFY(service["ways_in"].toArray().at(1).toObject()["address"].isNull());
    QCOMPARE(service["endpoints"].toArray().at(0).toObject()["share"].toDouble(), 715827883.0 / 2147483648.0);
}

void TestCliServices::fillsTheMatrix_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("end");
    const auto row = [](const char* service, const char* kind, const char* from, const char* end) {
        QTest::addRow("%s %s %s", service, kind, from) << service << kind << from << end;
    };
    row("ns1/svc1:p80", "ClusterIP", "pod", "10.180.0.1:80");
    row("ns1/svc1:p80", "ClusterIP", "node", "10.180.0.1:80 masqueraded");
    row("ns1/svc1:p80", "ClusterIP", "localhost", "");
    row("ns2/svc2:p80", "LoadBalancerIP", "outside", "DROP.RULE");
    row("ns2/svc2:p80", "LoadBalancerIP", "pod", "10.180.0.2:80");
    row("ns2/svc2:p80", "NodePort", "node", "10.180.0.2:80 masqueraded");
    row("ns3/svc3:p80", "NodePort", "outside", "10.180.0.3:80 masqueraded");
    row("ns3/svc3:p80", "NodePort", "localhost", "10.180.0.3:80 masqueraded");
    row("ns6/svc6:p80", "ClusterIP", "pod", "REJECT.RULE");
}

void TestCliServices::fillsTheMatrix()
{
    QFETCH(QString, service);
    QFETCH(QString, kind);
    QFETCH(QString, from);
    QFETCH(QString, end);
    static const QJsonArray services = ask({"services", overall, "--matrix", "--json"}).array();
    QCOMPARE(endOf(named(services, service), kind, from), end);
}

void TestCliServices::choosesOneService()
{
    const QJsonArray one = ask({"services", overall, "--service", "ns4/svc4", "--json"}).array();
    QCOMPARE(one.size(), 1);
    QCOMPARE(one.at(0).toObject()["title"].toString(), QStringLiteral("ns4/svc4:p80"));
}

void TestCliServices::sendsPacketsToServices_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("destination");

    QTest::newRow("from outside, by the external address")
        << QStringList{"--service", "ns4/svc4"} << "192.168.99.33:80";
    QTest::newRow("from a pod, by the ClusterIP")
        << QStringList{"--from", "pod", "--service", "ns4/svc4:p80"} << "172.30.0.44:80";
    QTest::newRow("from the node, by the port's number")
        << QStringList{"--from", "node", "--service", "ns4/svc4:80"} << "172.30.0.44:80";
    QTest::newRow("another port of the same address")
        << QStringList{"--from", "pod", "--service", "ns4/svc4", "--dport", "81"} << "172.30.0.44:81";
}

void TestCliServices::sendsPacketsToServices()
{
    QFETCH(QStringList, words);
    QFETCH(QString, destination);
    const QJsonObject packet = ask(QStringList{"trace", overall, "--json"} + words).object()["packet"].toObject();
    QCOMPARE(packet["dst"].toString() + ':' + QString::number(packet["dport"].toInt()), destination);
}

void TestCliServices::namesTheRightService_data()
{
    QTest::addColumn<QStringList>("call");
    QTest::addColumn<QString>("named");

    QTest::newRow("misspelt") << QStringList{"trace", sample, "--service", "default/nginx-basc:http"}
                              << "did you mean default/nginx-basic:http?";
    QTest::newRow("no services") << QStringList{"trace", "tests/data/golden/addrtype-01.rules", "--service", "a/b"}
                                 << "the rules lead to no services";
    QTest::newRow("of the command itself")
        << QStringList{"services", sample, "--service", "nobody"} << "there is default/nginx-basic:http";
}

void TestCliServices::namesTheRightService()
{
    QFETCH(QStringList, call);
    QFETCH(QString, named);
    const Answer answer = ask(call);
    QCOMPARE(answer.code, 3);
    QVERIFY2(answer.err.contains(named), qPrintable(answer.err));
}

void TestCliServices::endsByFindings_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing wrong") << "tests/data/kubeproxy/saved/nodeports-1.save" << 0;
    QTest::newRow("a service without endpoints") << overall << 1;
}

void TestCliServices::endsByFindings()
{
    QFETCH(QString, file);
    QFETCH(int, code);
    QCOMPARE(ask({"services", file}).code, code);
}

void TestCliServices::hidesFindings_data()
{
    QTest::addColumn<QString>("hidden");
    QTest::addColumn<QString>("kinds");
    QTest::addColumn<int>("code");
    QTest::newRow("a kind") << "NodePortsOnLoopback"
                            << "AffinityForgets AffinityKept LocalDropped RangesBypassed ServiceRefused" << 1;
    QTest::newRow("a severity") << "note"
                                << "ServiceRefused" << 1;
    QTest::newRow("both") << "note,ServiceRefused"
                          << "" << 0;
    QTest::newRow("a misprint") << "ServiceRefsed"
                                << "did you mean ServiceRefused?" << 3;
}

void TestCliServices::hidesFindings()
{
    QFETCH(QString, hidden);
    QFETCH(QString, kinds);
    QFETCH(int, code);
    const Answer answer = ask({"check", overall, "--json", "--hide", hidden});
    QCOMPARE(answer.code, code);
    if (code == 3) {
        QVERIFY2(answer.err.contains(kinds), qPrintable(answer.err));
        return;
    }
    QStringList found;
    for (const auto& finding : answer.object()["findings"].toArray())
        if (const QString kind = finding.toObject()["code"].toString(); !found.contains(kind))
            found += kind;
    found.sort();
    QCOMPARE(found.join(' '), kinds);
}

void TestCliServices::namesChecks()
{
    const QString counters = "iptables -t filter -vnL KUBE-SERVICES 1";
    QVERIFY(!ask({"services", overall}).out.contains(counters));
    QVERIFY(ask({"services", overall, "--checks"}).out.contains(counters));
    QVERIFY(ask({"check", overall, "--checks"}).out.contains(counters));
    const QStringList traced = {"trace", overall, "--from", "pod", "--service", "ns6/svc6"};
    QVERIFY(!ask(traced).out.contains("conntrack -L"));
    QVERIFY(ask(traced + QStringList{"--checks"}).out.contains(counters));
    const QJsonArray checks = ask(traced + QStringList{"--json"}).object()["checks"].toArray();
    QCOMPARE(checks.last().toObject()["changes"].toBool(), true);
    QVERIFY(checks.last().toObject()["command"].toString().startsWith("iptables -t raw -D"));
}

void TestCliServices::deniesRoutingBeforeTheVerdict()
{
    const QString ipvs = QStringLiteral("tests/data/corpus/cilium_kubeproxy-ipvs_annotated_zh.rules");
    const QStringList words = {"trace", ipvs, "--dst", "10.96.0.1", "--dport", "443"};
    const QString told = ask(words).out;
    QVERIFY2(told.indexOf("IPVS mode") >= 0 && told.indexOf("IPVS mode") < told.indexOf("PREROUTING"),
             qPrintable(told));
    QCOMPARE(ask(words + QStringList{"--json"}).object()["findings"].toArray().size(), 1);
    QVERIFY(ask({"trace", sample, "--json"}).object()["findings"].toArray().isEmpty());
}

/// Written as it comes, it looks as if it had been put together first.
void TestCliServices::printsTheMatrixAsPrintedBefore()
{
    const Answer answer = ask({"services", overall, "--matrix", "--json"});
    QVERIFY(answer.out.startsWith("[\n  {\n    \"namespace\": \"ns1\",\n"));
    QVERIFY(answer.out.contains("\n    \"source_ranges\": [],\n"));
    QVERIFY(answer.out.contains("\n            \"deciding_rule\": null\n")
            || answer.out.contains("\"deciding_rule\": {"));
    QVERIFY(answer.out.endsWith("\n  }\n]\n"));
    QCOMPARE(answer.array().size(), 6);
}

QTEST_GUILESS_MAIN(TestCliServices)
#include "tst_cli_services.moc"
