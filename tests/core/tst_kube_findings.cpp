// What is found in rules that were broken on purpose, each in one way; and nothing where nothing is wrong.
#include "emulator/infer_host.h"
#include "kube/findings.h"
#include "kube/node_checks.h"
#include "support/builders.h"
#include "support/test_files.h"

#include <QTest>

#include <algorithm>

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
    void namesCommandsToCheckOnTheNode();
};

namespace {

KubeDocument kubeOf(const std::string& text)
{
    const ParseResult parsed = parse(text);
    return KubeDocument(std::make_shared<Document>(Document{parsed.rulesets, inferHost(parsed.rulesets)}));
}

/// "warning SharesUnequal @KUBE-SVC-X:2", one to a line.
QString codesOf(const KubeDocument& kube, Severity least)
{
    QString text;
    for (const Finding& finding : findingsOf(kube)) {
        if (finding.severity < least)
            continue;
        const Ruleset& ruleset = *kube.document->rulesets[finding.ruleset];
        text += QString::fromStdString(std::string(toText(finding.severity)) + ' ' + std::string(finding.code()));
        if (finding.chain != noChain)
            text += " @" + QString::fromStdString(std::string(ruleset.chain(finding.chain).name));
        if (finding.rule != noRule)
            text += ':' + QString::number(ruleset.numberOf(finding.rule));
        text += '\n';
    }
    return text;
}

/// The nat table of a node with one service of two endpoints in the words of kube-proxy 1.27, with some lines put in
/// other words.
QString cluster(std::initializer_list<std::pair<QString, QString>> changes = {})
{
    QString text = R"(*nat
:PREROUTING ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
:KUBE-SERVICES - [0:0]
:KUBE-NODEPORTS - [0:0]
:KUBE-MARK-MASQ - [0:0]
:KUBE-SVC-X - [0:0]
:KUBE-SEP-A - [0:0]
:KUBE-SEP-B - [0:0]
-A PREROUTING -j KUBE-SERVICES
-A OUTPUT -j KUBE-SERVICES
-A KUBE-MARK-MASQ -j MARK --set-xmark 0x4000/0x4000
-A KUBE-SERVICES -d 10.96.0.1/32 -p tcp -m comment --comment "a/b:c cluster IP" -m tcp --dport 80 -j KUBE-SVC-X
-A KUBE-SVC-X ! -s 10.1.0.0/16 -d 10.96.0.1/32 -p tcp -m tcp --dport 80 -j KUBE-MARK-MASQ
-A KUBE-SVC-X -m statistic --mode random --probability 0.50000000000 -j KUBE-SEP-A
-A KUBE-SVC-X -j KUBE-SEP-B
-A KUBE-SEP-A -s 10.1.0.1/32 -j KUBE-MARK-MASQ
-A KUBE-SEP-A -p tcp -m tcp -j DNAT --to-destination 10.1.0.1:80
-A KUBE-SEP-B -s 10.1.0.2/32 -j KUBE-MARK-MASQ
-A KUBE-SEP-B -p tcp -m tcp -j DNAT --to-destination 10.1.0.2:80
COMMIT
)";
    for (const auto& [from, to] : changes) {
        if (!text.contains(from))
            qFatal("the cluster does not say %s", qPrintable(from));
        text.replace(from, to);
    }
    return text;
}

/// The cluster with further rules at the end of its nat table.
QString clusterAnd(const QString& rules) { return cluster({{"COMMIT\n", rules + "COMMIT\n"}}); }

/// The cluster, and a filter table with these rules behind the usual policies.
QString clusterWithFilter(const QString& lines)
{
    return cluster() + "*filter\n:INPUT ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n" + lines + "COMMIT\n";
}

}  // namespace

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
        << "error SharesLeftOver @KUBE-SVC-X:3\nwarning SharesUnequal @KUBE-SVC-X:2\n";
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
        << "warning MarkOverwritten @PREROUTING:1\n";
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
        << "warning RulesUnreachable @INPUT:2\n";
    QTest::newRow("a rule behind a wider one")
        << "*filter\n:INPUT DROP [0:0]\n-A INPUT -s 10.0.0.0/8 -j ACCEPT\n-A INPUT -s 11.0.0.0/8 -j DROP\n-A INPUT -s "
           "10.1.0.0/16 -p tcp -m tcp --dport 22 -j DROP\nCOMMIT\n"
        << "warning RuleUnreachable @INPUT:3\n";
    QTest::newRow("a rule behind one that does the same")
        << "*filter\n:INPUT DROP [0:0]\n-A INPUT -s 10.0.0.0/8 -j ACCEPT\n-A INPUT -s 10.1.0.0/16 -j ACCEPT\nCOMMIT\n"
        << "note RuleUnreachable @INPUT:2\n";
    QTest::newRow("a wider rule behind it")
        << "*filter\n:INPUT DROP [0:0]\n-A INPUT -s 10.1.0.0/16 -j ACCEPT\n-A INPUT -s 10.0.0.0/8 -j DROP\nCOMMIT\n"
        << QString();
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

void TestKubeFindings::namesCommandsToCheckOnTheNode()
{
    const KubeDocument kube = kubeOf(cluster({{"0.50000000000", "0.25"}}).toStdString());
    const std::vector<std::string> expected = {"iptables -t nat -vnL KUBE-SVC-X 3",
                                               "conntrack -L -p tcp -d 10.96.0.1 --dport 80",
                                               "kubectl -n a get endpointslices -l kubernetes.io/service-name=b"};
    QCOMPARE(nodeChecksFor(findingsOf(kube).front(), kube), expected);
    const KubeDocument odd =
        kubeOf("*filter\n:INPUT DROP [0:0]\n:a;b - [0:0]\n-A INPUT -i lo -j ACCEPT\n-A a;b -j DROP\nCOMMIT\n");
    QCOMPARE(nodeChecksFor(findingsOf(odd).front(), odd).front(), std::string("iptables -t filter -vnL 'a;b'"));
    const KubeDocument other = kubeOf("*nat\n:KUBE-KUBELET-CANARY - [0:0]\nCOMMIT\n");
    QVERIFY(nodeChecksFor(findingsOf(other).front(), other).empty());
}

QTEST_APPLESS_MAIN(TestKubeFindings)
#include "tst_kube_findings.moc"
