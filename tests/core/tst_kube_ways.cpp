// The matrix of ways in: every way from every kind of client, as the walk answers.
#include "emulator/infer_host.h"
#include "kube/ways.h"
#include "probability/distribution.h"
#include "support/builders.h"
#include "support/kube_rules.h"
#include "support/test_files.h"

#include <QTest>

#include <set>

using namespace natwalk;
using namespace natwalk::test;

class TestKubeWays : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithTheDistributionOfEachPacket();
    void asksEachClientThatThereIs();
    void choosesTheWayOfTheClient_data();
    void choosesTheWayOfTheClient();
    void stopsWhenItIsTold();
};

namespace {

DocumentPtr clusterOf(const std::string& text)
{
    const ParseResult parsed = parse(text);
    return std::make_shared<Document>(Document{parsed.rulesets, inferHost(parsed.rulesets)});
}

DocumentPtr overall() { return clusterOf(textOfFile("tests/data/kubeproxy/saved/era-1.33-overall.save")); }

}  // namespace

void TestKubeWays::agreesWithTheDistributionOfEachPacket()
{
    const DocumentPtr document = overall();
    const std::vector<Service> services = servicesOf(*document->rulesets.front());
    for (const auto& cells : waysMatrix(document, Family::ipv4, services))
        for (const WayCell& cell : cells) {
            const Distribution distribution = distributionOf(ask(document, cell.packet));
            QCOMPARE(cell.outcomes.size(), distribution.outcomes.size());
            double sum = 0;
            for (std::size_t i = 0; i < cell.outcomes.size(); ++i) {
                sum += cell.outcomes[i].share;
                QCOMPARE(cell.outcomes[i].share, distribution.outcomes[i].probability);
                QCOMPARE(cell.outcomes[i].verdict, distribution.outcomes[i].verdict);
            }
            QVERIFY(std::abs(sum - 1) < 1e-12);
        }
}

void TestKubeWays::asksEachClientThatThereIs()
{
    const DocumentPtr document = overall();
    const std::vector<Service> services = servicesOf(*document->rulesets.front());
    const auto matrix = waysMatrix(document, Family::ipv4, services);
    for (std::size_t i = 0; i < services.size(); ++i) {
        std::set<std::pair<std::uint32_t, Client>> asked;
        for (const WayCell& cell : matrix[i]) {
            asked.emplace(cell.way, cell.client);
            QCOMPARE(cell.packet.in.empty(), cell.client == Client::node || cell.client == Client::localhost);
        }
        std::size_t expected = 0;
        for (const WayIn& way : services[i].waysIn)
            expected += way.kind == WayKind::nodePort ? 4 : 3;
        QCOMPARE(asked.size(), expected);
    }
}

void TestKubeWays::choosesTheWayOfTheClient_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("outside");
    QTest::addColumn<QString>("pod");
    QTest::newRow("ClusterIP only") << "ns1/svc1:p80"
                                    << "ClusterIP 172.30.0.41:80"
                                    << "ClusterIP 172.30.0.41:80";
    QTest::newRow("load balancer before port") << "ns2/svc2:p80"
                                               << "LoadBalancerIP 1.2.3.4:80"
                                               << "ClusterIP 172.30.0.42:80";
    QTest::newRow("port of the node") << "ns3/svc3:p80"
                                      << "NodePort 3003"
                                      << "ClusterIP 172.30.0.43:80";
}

void TestKubeWays::choosesTheWayOfTheClient()
{
    QFETCH(QString, service);
    QFETCH(QString, outside);
    QFETCH(QString, pod);
    const DocumentPtr document = overall();
    for (const Service& each : servicesOf(*document->rulesets.front())) {
        if (each.title() != service.toStdString())
            continue;
        QCOMPARE(QString::fromStdString(toText(*wayFor(each, Client::outside))), outside);
        QCOMPARE(QString::fromStdString(toText(*wayFor(each, Client::pod))), pod);
    }
}

void TestKubeWays::stopsWhenItIsTold()
{
    const DocumentPtr document = clusterOf(kubeRules({.services = 1000, .endpoints = 2}));
    const std::vector<Service> services = servicesOf(*document->rulesets.front());
    double last = 0;
    const auto matrix = waysMatrix(document, Family::ipv4, services, [&](double shareDone) {
        last = shareDone;
        return shareDone < 0.5;
    });
    QVERIFY(last >= 0.5 && last < 0.6);
    QVERIFY(!matrix.front().empty());
    QVERIFY(matrix.back().empty());
}

QTEST_APPLESS_MAIN(TestKubeWays)
#include "tst_kube_ways.moc"
