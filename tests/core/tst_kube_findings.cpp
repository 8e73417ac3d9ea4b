// What is found in rules that were broken on purpose, each in one way; and nothing where nothing is wrong.
#include "kube/findings.h"
#include "kube/ways.h"
#include "support/small_cluster.h"
#include "support/test_files.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace natwalk;
using namespace natwalk::test;

class TestKubeFindings : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatIsBroken_data();
    void findsWhatIsBroken();
    void saysWhatFollowsAndWhy();
    void findsNothingWrongInWhatKubeProxyWrites_data();
    void findsNothingWrongInWhatKubeProxyWrites();
    void putsTheGravestFirst();
    void saysWhatAnEmptyChainCosts_data();
    void saysWhatAnEmptyChainCosts();
};

void TestKubeFindings::findsWhatIsBroken_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("codes");

    QTest::newRow("nothing") << cluster() << QString();
    QTest::newRow("unequal shares") << cluster({{"0.50000000000", "0.30000000000"}})
                                    << "warning SharesUnequal @KUBE-SVC-X:3\n";
    QTest::newRow("five digits are equal enough") << cluster({{"0.50000000000", "0.50000999993"}}) << QString();
    QTest::newRow("the last endpoint has a probability")
        << cluster({{"-A KUBE-SVC-X -j KUBE-SEP-B",
                     "-A KUBE-SVC-X -m statistic --mode random --probability 0.5 -j KUBE-SEP-B"}})
        << "error SharesLeftOver @KUBE-SVC-X:3\nwarning SharesRepeated @KUBE-SVC-X:2\n";
    QTest::newRow("an endpoint behind one that takes all")
        << cluster({{"-m statistic --mode random --probability 0.50000000000 ", ""}})
        << "warning EndpointNeverChosen @KUBE-SVC-X:3\n";
    QTest::newRow("an empty endpoint") << cluster(
        {{"-A KUBE-SEP-B -s 10.1.0.2/32 -j KUBE-MARK-MASQ\n", ""},
         {"-A KUBE-SEP-B -p tcp -m tcp -j DNAT --to-destination 10.1.0.2:80\n", ""}})
                                       << "error EmptyChainCalled @KUBE-SVC-X:3\n";
    QTest::newRow("a hairpin") << cluster({{"-A KUBE-SEP-B -s 10.1.0.2/32 -j KUBE-MARK-MASQ\n", ""}})
                               << "warning HairpinFails @KUBE-SEP-B:1\n";
    QTest::newRow("a stale chain") << clusterAnd("-A KUBE-SEP-C -p tcp -j DNAT --to-destination 10.1.0.9:80\n")
                                   << "note ChainsNeverCalled @KUBE-SEP-C\n";
    QTest::newRow("no endpoints, refused")
        << clusterWithFilter("-A KUBE-SERVICES -d 10.96.0.2/32 -p tcp -m comment --comment \"a/d has no endpoints\" -m "
                             "tcp --dport 80 -j REJECT --reject-with icmp-port-unreachable\n"
                             "-A OUTPUT -j KUBE-SERVICES\n")
        << "warning ServiceRefused @KUBE-SERVICES:1\n";
    QTest::newRow("no endpoints, and nothing refuses")
        << clusterAnd(":KUBE-SVC-Y - [0:0]\n-A KUBE-SERVICES -d 10.96.0.2/32 -p tcp -m comment --comment \"a/d cluster "
                      "IP\" -m tcp --dport 80 -j KUBE-SVC-Y\n")
        << "warning ServiceUnanswered @KUBE-SERVICES:2\n";
    QTest::newRow("the FORWARD policy drops what was translated")
        << clusterWithFilter(":FORWARD DROP [0:0]\n") << "warning ForwardDropsPods @FORWARD\n";
    QTest::newRow("a FORWARD rule drops what was translated")
        << clusterWithFilter(":FORWARD ACCEPT [0:0]\n-A FORWARD -d 10.1.0.0/16 -j DROP\n")
        << "warning ForwardDropsPods @FORWARD:1\n";
    QTest::newRow("the mark is somebody else's, too")
        << cluster()
               + "*mangle\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -i tun0 -j MARK --set-xmark 0x4000/0xf000\n"
                 "COMMIT\n"
        << "warning MarkSet @PREROUTING:1\n";
    QTest::newRow("owners in order") << cluster(
        {{"-A PREROUTING -j KUBE-SERVICES\n", "-A PREROUTING -j cali-PREROUTING\n-A PREROUTING -j "
                                              "KUBE-SERVICES\n-A PREROUTING -j DOCKER\n"},
         {":KUBE-SERVICES", ":cali-PREROUTING - [0:0]\n:DOCKER - [0:0]\n:KUBE-SERVICES"}})
                                     << "note OwnersMeet @PREROUTING\n";
    QTest::newRow("affinity") << cluster(
        {{"-A KUBE-SVC-X -m stat", "-A KUBE-SVC-X -m recent --rcheck --seconds 600 --reap --name KUBE-SEP-A "
                                   "--mask 255.255.255.255 --rsource -j KUBE-SEP-A\n-A KUBE-SVC-X -m stat"}})
                              << "note AffinityKept @KUBE-SVC-X\nnote AffinityForgets @KUBE-SVC-X\n";
    QTest::newRow("ports of the node on 127.0.0.1")
        << clusterAnd("-A KUBE-SERVICES -m addrtype --dst-type LOCAL -j KUBE-NODEPORTS\n-A KUBE-NODEPORTS -p tcp -m "
                      "comment --comment \"a/b:c\" -m tcp --dport 30000 -j KUBE-SVC-X\n")
        << "note NodePortsOnLoopback @KUBE-SERVICES:2\n";
    QTest::newRow("ports of the node, but not there")
        << clusterAnd("-A KUBE-SERVICES ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL -j KUBE-NODEPORTS\n-A "
                      "KUBE-NODEPORTS -p tcp -m comment --comment \"a/b:c\" -m tcp --dport 30000 -j KUBE-SVC-X\n")
        << "note NodePortsNotOnLoopback @KUBE-SERVICES:2\n";
    QTest::newRow("IPVS") << "*nat\n:PREROUTING ACCEPT [0:0]\n:KUBE-SERVICES - [0:0]\n-A PREROUTING -j KUBE-SERVICES\n"
                             "-A KUBE-SERVICES -m set --match-set KUBE-CLUSTER-IP dst,dst -j ACCEPT\nCOMMIT\n"
                          << "warning RoutingByIpvs\n";
    QTest::newRow("somebody else leads to services")
        << "*nat\n:PREROUTING ACCEPT [0:0]\n:KUBE-KUBELET-CANARY - [0:0]\nCOMMIT\n"
        << "warning RoutingElsewhere\n";
    QTest::newRow("Cilium leads to services") << "*nat\n:PREROUTING ACCEPT [0:0]\n:CILIUM_PRE_nat - [0:0]\nCOMMIT\n"
                                              << "warning RoutingByCilium\n";
    QTest::newRow("the other back end") << "# Warning: iptables-legacy tables present, use iptables-legacy-save to see "
                                           "them\n"
                                               + cluster()
                                        << "warning OtherBackEndUsed\n";
    QTest::newRow("a rule behind one that takes everything")
        << "*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -j ACCEPT\n-A INPUT -p tcp -j DROP\n-A INPUT -s 10.0.0.1/32 -j "
           "DROP\nCOMMIT\n"
        << "warning RuleUnreachable @INPUT:2\n";
    QTest::newRow("a rule behind a wider one")
        << "*filter\n:INPUT DROP [0:0]\n-A INPUT -s 10.0.0.0/8 -j ACCEPT\n-A INPUT -s 11.0.0.0/8 -j DROP\n-A INPUT -s "
           "10.1.0.0/16 -p tcp -m tcp --dport 22 -j DROP\nCOMMIT\n"
        << "warning RuleUnreachable @INPUT:3\n";
    QTest::newRow("a rule behind one that does the same")
        << "*filter\n:INPUT DROP [0:0]\n-A INPUT -s 10.0.0.0/8 -j ACCEPT\n-A INPUT -s 10.1.0.0/16 -j ACCEPT\nCOMMIT\n"
        << "note RuleRedundant @INPUT:2\n";
    QTest::newRow("a wider rule behind it")
        << "*filter\n:INPUT DROP [0:0]\n-A INPUT -s 10.1.0.0/16 -j ACCEPT\n-A INPUT -s 10.0.0.0/8 -j DROP\nCOMMIT\n"
        << QString();
    QTest::newRow("several rules that do what others did") << "*filter\n:INPUT DROP [0:0]\n-A INPUT -s 10.0.0.0/8 -j "
                                                              "ACCEPT\n-A INPUT -s 10.1.0.0/16 -j ACCEPT\n-A INPUT -s "
                                                              "10.2.0.0/16 -j ACCEPT\nCOMMIT\n"
                                                           << "note RuleRedundant @INPUT:2\n";
    QTest::newRow("a program's own rules are not its user's fault")
        << "*filter\n:INPUT DROP [0:0]\n:cali-INPUT - [0:0]\n-A INPUT -j cali-INPUT\n-A cali-INPUT -j RETURN\n-A "
           "cali-INPUT -p tcp -j DROP\nCOMMIT\n"
        << "note RuleUnreachable @cali-INPUT:2\n";
    QTest::newRow("two chains that nobody calls") << "*filter\n:INPUT DROP [0:0]\n:spare - [0:0]\n:other - [0:0]\n-A "
                                                     "INPUT -i lo -j ACCEPT\n-A spare -j ACCEPT\n-A "
                                                     "other -j ACCEPT\nCOMMIT\n"
                                                  << "note ChainUncalled @spare\n";
    QTest::newRow("a table that is cut off")
        << "*filter\n:INPUT DROP [0:0]\n:spare - [0:0]\n-A INPUT -i lo -j ACCEPT\n-A spare -j ACCEPT\n"
        << QString();
    QTest::newRow("some lines of a chain, copied without its head")
        << "-A KUBE-SVC-X -m statistic --mode random --probability 0.5 -j KUBE-SEP-A\n-A KUBE-SEP-A -s 10.1.0.1/32 -j "
           "KUBE-MARK-MASQ\n-A KUBE-SEP-A -p tcp -j DNAT --to-destination 10.1.0.1:80\n"
        << QString();
    QTest::newRow("an endpoint that is the node itself")
        << cluster({{"10.1.0.1", "192.0.2.99"},
                    {":KUBE-SVC-X - [0:0]", ":KUBE-SVC-X - [0:0]\n:KUBE-XLB-X - [0:0]"},
                    {"-A KUBE-SVC-X -j KUBE-SEP-B\n", ""},
                    {"-m statistic --mode random --probability 0.50000000000 ", ""},
                    {"-A KUBE-SEP-B -s 10.1.0.2/32 -j KUBE-MARK-MASQ\n", "-A KUBE-XLB-X -j KUBE-SEP-A\n"},
                    {"-A KUBE-SEP-B -p tcp -m tcp -j DNAT --to-destination 10.1.0.2:80\n", ""}})
               + "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD DROP [0:0]\n:OUTPUT ACCEPT [0:0]\nCOMMIT\n"
        << "note ChainsNeverCalled @KUBE-XLB-X\n";
    QTest::newRow("a chain that nobody calls")
        << "*filter\n:INPUT DROP [0:0]\n:spare - [0:0]\n-A INPUT -i lo -j ACCEPT\n-A spare -j ACCEPT\nCOMMIT\n"
        << "note ChainUncalled @spare\n";
}

void TestKubeFindings::findsWhatIsBroken()
{
    QFETCH(QString, text);
    QFETCH(QString, codes);
    QCOMPARE(codesOf(kubeOf(text.toStdString()), Severity::note), codes);
}

void TestKubeFindings::saysWhatFollowsAndWhy()
{
    const KubeDocument kube = kubeOf(cluster({{"0.50000000000", "0.25"}}).toStdString());
    const std::vector<Finding> findings = findingsOf(kube);
    QCOMPARE(findings.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(english(findings.front().what)),
             "a/b:c does not spread connections evenly: 10.1.0.2:80 gets 75.00 %, 10.1.0.1:80 gets 25.00 %");
    QCOMPARE(QString::fromStdString(english(findings.front().consequence)),
             "of 100 connections 75 go to 10.1.0.2:80; an even share were 50");
    QVERIFY(findings.front().cause.id != MessageId::Nothing);
    QCOMPARE(findings.front().service, std::string("a/b:c"));
    QCOMPARE(findings.front().line(*kube.document->rulesets.front()), 17U);
}

void TestKubeFindings::findsNothingWrongInWhatKubeProxyWrites_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("codes");
    const auto row = [](const char* file, const char* codes) { QTest::newRow(file) << file << codes; };

    row("clusterip-general", "");
    row("era-1.33-overall", "warning ServiceRefused @KUBE-SERVICES:1\n");
    row("masquerade-matrix-1", "");
    row("nodeports-1", "");
    row("upstream-128-LoadBalancer", "");
    row("upstream-128-TerminatingLocal-1", "");
}

void TestKubeFindings::findsNothingWrongInWhatKubeProxyWrites()
{
    QFETCH(QString, file);
    QFETCH(QString, codes);
    const std::string text = textOfFile("tests/data/kubeproxy/saved/" + file.toStdString() + ".save");
    QCOMPARE(codesOf(kubeOf(text), Severity::warning), codes);
}

void TestKubeFindings::putsTheGravestFirst()
{
    const std::vector<Finding> findings =
        findingsOf(kubeOf(textOfFile("tests/data/kubeproxy/saved/era-1.33-overall.save")));
    QVERIFY(findings.size() > 2);
    QVERIFY(std::ranges::is_sorted(findings, std::ranges::greater(), &Finding::severity));
}

void TestKubeFindings::saysWhatAnEmptyChainCosts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("consequence");
    const std::pair<QString, QString> emptyA{"-A KUBE-SEP-A -p tcp -m tcp -j DNAT --to-destination 10.1.0.1:80\n", ""};
    const std::pair<QString, QString> emptyB{"-A KUBE-SEP-B -p tcp -m tcp -j DNAT --to-destination 10.1.0.2:80\n", ""};
    const std::pair<QString, QString> noHairpinA{"-A KUBE-SEP-A -s 10.1.0.1/32 -j KUBE-MARK-MASQ\n", ""};
    const std::pair<QString, QString> noHairpinB{"-A KUBE-SEP-B -s 10.1.0.2/32 -j KUBE-MARK-MASQ\n", ""};

    QTest::newRow("the last one") << cluster({emptyB, noHairpinB})
                                  << "what is sent there comes back untranslated: 1 of 2 connections fails";
    QTest::newRow("one of three") << cluster({emptyB, noHairpinB, {"0.50000000000", "0.66666666651"}})
                                  << "what is sent there comes back untranslated: 1 of 3 connections fails";
    QTest::newRow("others behind it")
        << cluster({emptyA, noHairpinA})
        << "what is sent there comes back and goes on to the next rule: the other endpoints get its share";
    QTest::newRow("all") << cluster({emptyA, noHairpinA, emptyB, noHairpinB})
                         << "what is sent there comes back untranslated: every connection fails";
}

/// Held against the walk: what fails is what leaves untranslated.
void TestKubeFindings::saysWhatAnEmptyChainCosts()
{
    QFETCH(QString, text);
    QFETCH(QString, consequence);
    const KubeDocument kube = kubeOf(text.toStdString());
    const std::vector<Finding> findings = findingsOf(kube);
    QCOMPARE(QString::fromStdString(english(findings.front().consequence)), consequence);
    const Clients clients(*kube.document, Family::ipv4);
    const Service& service = kube.services.front().front();
    const auto packet = clients.packetTo(service.waysIn.front(), service.protocol, Client::outside);
    double fails = 0;
    for (const WayOutcome& outcome : wayCell(kube.document, 0, Client::outside, *packet).outcomes)
        fails += outcome.endpoint ? 0 : outcome.share;
    const double said = consequence.contains("every")    ? 1
                        : consequence.contains("1 of 2") ? 0.5
                        : consequence.contains("1 of 3") ? 1.0 / 3
                                                         : 0;
    QVERIFY2(std::abs(fails - said) < 1e-6, qPrintable(QString::number(fails)));
}

QTEST_APPLESS_MAIN(TestKubeFindings)
#include "tst_kube_findings.moc"
