// Which services are read out of the rules of every generation of kube-proxy.
#include "support/builders.h"
#include "support/kube_rules.h"
#include "support/service_text.h"
#include "support/test_files.h"

#include <QDir>
#include <QTest>

using namespace natwalk;
using namespace natwalk::test;

class TestKubeServices : public QObject
{
    Q_OBJECT

private slots:
    void readsNginxBasic();
    void readsEveryGenerationAlike_data();
    void readsEveryGenerationAlike();
    void readsFedAndSavedFormsAlike_data();
    void readsFedAndSavedFormsAlike();
    void readsWhatServicesSay_data();
    void readsWhatServicesSay();
    void findsEveryServiceOfALargeCluster();
};

namespace {

std::string servicesIn(const std::string& text)
{
    const RulesetPtr ruleset = rulesetOf(text);
    return ruleset ? servicesText(servicesOf(*ruleset)) : "no rules\n";
}

std::string fed(const std::string& name) { return textOfFile("tests/data/kubeproxy/rulesets/" + name + ".rules"); }
std::string saved(const std::string& name) { return textOfFile("tests/data/kubeproxy/saved/" + name + ".save"); }

/// A cluster of one service in the words of kube-proxy 1.24 and later.
std::string oneService(const std::string& rules)
{
    return "*nat\n:PREROUTING ACCEPT [0:0]\n:KUBE-SERVICES - [0:0]\n-A PREROUTING -j KUBE-SERVICES\n" + rules
           + "COMMIT\n";
}

const std::string sep = "-A KUBE-SEP-A -p tcp -m tcp -j DNAT --to-destination 10.1.0.1:80\n"
                        "-A KUBE-SEP-B -p tcp -m tcp -j DNAT --to-destination 10.1.0.2:80\n";

}  // namespace

void TestKubeServices::readsNginxBasic()
{
    QCOMPARE(
        servicesIn(textOfFile("samples/nginx_basic/ruleset.save")),
        "default/nginx-basic:http tcp; ClusterIP 10.97.35.60:80, NodePort 30207; 192.168.166.157:80 33.33 % "
        "(no hairpin), 192.168.166.162:80 33.33 % (no hairpin), 192.168.166.166:80 33.33 % (no hairpin); masquerades "
        "nobody; external Cluster\n");
}

void TestKubeServices::readsEveryGenerationAlike_data()
{
    QTest::addColumn<QString>("era");
    for (const char* era : {"1.5", "1.16", "1.18", "1.21", "1.24", "1.26", "1.33"})
        QTest::newRow(era) << era;
}

void TestKubeServices::readsEveryGenerationAlike()
{
    QFETCH(QString, era);
    const bool checksHealth = era != "1.5" && era != "1.16" && era != "1.18";
    const bool refuses = era == "1.26" || era == "1.33";
    const std::string no = refuses ? " (refused)" : "";
    const std::string podsOfNone = era == "1.5" ? "all but 10.0.0.0/8" : "nobody";
    QCOMPARE(
        servicesIn(fed("era-" + era.toStdString() + "-overall")),
        "ns1/svc1:p80 tcp; ClusterIP 172.30.0.41:80; 10.180.0.1:80 100 %; masquerades all but 10.0.0.0/8\n"
        "ns2/svc2:p80 tcp; ClusterIP 172.30.0.42:80, NodePort 3001"
            + no + ", ExternalIP 192.168.99.22:80" + no + ", LoadBalancerIP 1.2.3.4:80" + no
            + "; 10.180.0.2:80 100 %; masquerades all but 10.0.0.0/8; external Local"
            + (checksHealth ? "; health check 30000" : "")
            + "\n"
              "ns3/svc3:p80 tcp; ClusterIP 172.30.0.43:80, NodePort 3003; 10.180.0.3:80 100 %; masquerades all but "
              "10.0.0.0/8; external Cluster\n"
              "ns4/svc4:p80 tcp; ClusterIP 172.30.0.44:80, ExternalIP 192.168.99.33:80; 10.180.0.4:80 50 %, "
              "10.180.0.5:80 50 %; masquerades all but 10.0.0.0/8; external Cluster\n"
              "ns5/svc5:p80 tcp; ClusterIP 172.30.0.45:80, NodePort 3002, LoadBalancerIP 5.6.7.8:80; 10.180.0.3:80 "
              "100 %; masquerades all but 10.0.0.0/8; affinity 10800 s; external Cluster; ranges 203.0.113.0/25\n"
              "ns6/svc6:p80 tcp; ClusterIP 172.30.0.46:80 (refused); none; masquerades "
            + podsOfNone + "\n");
}

void TestKubeServices::readsFedAndSavedFormsAlike_data()
{
    QTest::addColumn<std::string>("name");
    const QDir folder(NATWALK_SOURCE_DIR "/tests/data/kubeproxy/saved");
    for (const QString& file : folder.entryList({"*.save"}))
        QTest::newRow(qPrintable(file)) << file.chopped(5).toStdString();
}

void TestKubeServices::readsFedAndSavedFormsAlike()
{
    QFETCH(std::string, name);
    const std::string services = servicesIn(saved(name));
    QCOMPARE(services, servicesIn(fed(name)));
    QVERIFY(services.find("not verified") == std::string::npos);
}

void TestKubeServices::readsWhatServicesSay_data()
{
    QTest::addColumn<std::string>("rules");
    QTest::addColumn<std::string>("services");

    QTest::newRow("nothing") << std::string("*filter\n:INPUT ACCEPT [0:0]\nCOMMIT\n") << std::string();
    QTest::newRow("no remark tells the name")
        << oneService("-A KUBE-SERVICES -d 10.96.0.1/32 -p udp -m udp --dport 53 -j KUBE-SVC-LETTERS\n"
                      "-A KUBE-SVC-LETTERS -j KUBE-SEP-A\n"
                      + sep)
        << std::string("LETTERS udp; ClusterIP 10.96.0.1:53; 10.1.0.1:80 100 % (no hairpin); masquerades nobody\n");
    QTest::newRow("a name that does not give the letters")
        << oneService("-A KUBE-SERVICES -d 10.96.0.1/32 -p tcp -m comment --comment \"a/b:c cluster IP\" -m tcp "
                      "--dport 80 -j KUBE-SVC-LETTERS\n-A KUBE-SVC-LETTERS -j KUBE-SEP-A\n"
                      + sep)
        << std::string("a/b:c tcp (name not verified); ClusterIP 10.96.0.1:80; 10.1.0.1:80 100 % (no hairpin); "
                       "masquerades nobody\n");
    QTest::newRow("shares as printed, and what is left over")
        << oneService("-A KUBE-SERVICES -d 10.96.0.1/32 -p tcp -m tcp --dport 80 -j KUBE-SVC-X\n"
                      "-A KUBE-SVC-X -m statistic --mode random --probability 0.5 -j KUBE-SEP-A\n"
                      "-A KUBE-SVC-X -m statistic --mode random --probability 0.5 -j KUBE-SEP-B\n"
                      + sep)
        << std::string("X tcp; ClusterIP 10.96.0.1:80; 10.1.0.1:80 50 % (no hairpin), 10.1.0.2:80 25 % (no hairpin); "
                       "masquerades nobody\n");
    QTest::newRow("all sources are masqueraded")
        << oneService("-A KUBE-SERVICES -d 10.96.0.1/32 -p tcp -m tcp --dport 80 -j KUBE-SVC-X\n"
                      "-A KUBE-SVC-X -d 10.96.0.1/32 -p tcp -m tcp --dport 80 -j KUBE-MARK-MASQ\n"
                      "-A KUBE-SVC-X -j KUBE-SEP-A\n"
                      + sep)
        << std::string("X tcp; ClusterIP 10.96.0.1:80; 10.1.0.1:80 100 % (no hairpin); masquerades everybody\n");
    QTest::newRow("a detector that looks at devices")
        << oneService("-A KUBE-SERVICES -d 10.96.0.1/32 -p tcp -m tcp --dport 80 -j KUBE-SVC-X\n"
                      "-A KUBE-SVC-X ! -i cali+ -d 10.96.0.1/32 -p tcp -m tcp --dport 80 -j KUBE-MARK-MASQ\n"
                      "-A KUBE-SVC-X -j KUBE-SEP-A\n"
                      + sep)
        << std::string("X tcp; ClusterIP 10.96.0.1:80; 10.1.0.1:80 100 % (no hairpin); masquerades all but cali+\n");
    QTest::newRow("endpoints of this node only")
        << oneService("-A KUBE-SERVICES -d 10.96.0.1/32 -p tcp -m tcp --dport 80 -j KUBE-SVL-X\n"
                      "-A KUBE-SVC-X -j KUBE-SEP-A\n-A KUBE-SVL-X -j KUBE-SEP-B\n"
                      + sep)
        << std::string("X tcp; ClusterIP 10.96.0.1:80; 10.1.0.1:80 100 % (no hairpin), 10.1.0.2:80 here 100 % (no "
                       "hairpin); masquerades nobody; internal Local\n");
    QTest::newRow("a pasted rule that leads to a firewall chain")
        << std::string("-A KUBE-SERVICES -d 192.0.2.7/32 -p tcp -m comment --comment \"a/b:c loadbalancer IP\" -m tcp "
                       "--dport 80 -j KUBE-FW-X\n-A KUBE-FW-X -s 203.0.113.0/24 -j KUBE-SVC-X\n"
                       "-A KUBE-FW-X -s 192.0.2.7/32 -j KUBE-SVC-X\n-A KUBE-FW-X -j KUBE-MARK-DROP\n")
        << std::string("a/b:c tcp (name not verified); LoadBalancerIP 192.0.2.7:80; none; masquerades nobody; external "
                       "Cluster; ranges 203.0.113.0/24\n");
    QTest::newRow("a fragment without the rules that lead in")
        << std::string("-A KUBE-SVC-X -j KUBE-SEP-A\n") + sep
        << std::string("X tcp; none; 10.1.0.1:80 100 % (no hairpin); masquerades nobody\n");
}

void TestKubeServices::readsWhatServicesSay()
{
    QFETCH(std::string, rules);
    QFETCH(std::string, services);
    QCOMPARE(servicesIn(rules), services);
}

void TestKubeServices::findsEveryServiceOfALargeCluster()
{
    const RulesetPtr ruleset = rulesetOf(kubeRules({.services = 1200, .endpoints = 3, .mixed = true}));
    const std::vector<Service> services = servicesOf(*ruleset);
    QCOMPARE(services.size(), std::size_t{1200});
    for (const Service& service : services) {
        QVERIFY(service.name);
        QVERIFY(!service.waysIn.empty());
        for (const ServiceEndpoint& endpoint : service.endpoints)
            QVERIFY(endpoint.share && std::abs(*endpoint.share - 1.0 / 3) < 1e-9);
    }
}

QTEST_APPLESS_MAIN(TestKubeServices)
#include "tst_kube_services.moc"
