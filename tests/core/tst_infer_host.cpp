#include "emulator/emulate.h"
#include "emulator/infer_host.h"
#include "support/builders.h"

#include <QFile>
#include <QTest>

using namespace natwalk;
using namespace natwalk::test;

class TestInferHost : public QObject
{
    Q_OBJECT

private slots:
    void drawsTheHostFromTheRules_data();
    void drawsTheHostFromTheRules();
    void saysWhatItSupposed();
    void isAnOrdinaryNode();
    void leadsPacketsThroughNginxBasic();
    void drawsManyNetsTogether();
    void knowsBothFamilies();
};

namespace {

std::string nat(std::string_view rules)
{
    return "*nat\n:PREROUTING ACCEPT [0:0]\n:POSTROUTING ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n" + std::string(rules)
           + "COMMIT\n";
}

std::shared_ptr<const Host> hostFor(std::string_view text) { return inferHost(parse(text).rulesets); }

/// "eth0 192.0.2.10/24; pods; 0.0.0.0/0 via 192.0.2.1 dev eth0"
QString summary(const Host& host)
{
    QStringList parts;
    for (const Interface& interface : host.interfaces) {
        QString part = QString::fromStdString(toText(interface.name));
        for (const LocalAddress& own : interface.addresses)
            part += " " + QString::fromStdString(toText(own.address)) + "/" + QString::number(own.prefixLength);
        parts << part;
    }
    for (const Route& route : host.routes)
        parts << QString::fromStdString(toText(route.to) + (route.via ? " via " + toText(*route.via) : "") + " dev "
                                        + toText(route.dev));
    return parts.join("; ");
}

bool supposes(const Host& host, MessageId id)
{
    return std::any_of(host.assumptions.begin(), host.assumptions.end(),
                       [id](const Assumption& each) { return each.message.id == id; });
}

std::string nginxBasic()
{
    QFile file(QStringLiteral(NATWALK_SOURCE_DIR "/samples/nginx_basic/ruleset.save"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no nginx_basic");
    return file.readAll().toStdString();
}

}  // namespace

void TestInferHost::drawsTheHostFromTheRules_data()
{
    QTest::addColumn<std::string>("rules");
    QTest::addColumn<QString>("host");

    QTest::newRow("nothing known") << std::string("*filter\n:INPUT ACCEPT [0:0]\nCOMMIT\n")
                                   << "eth0 192.0.2.10/24; 0.0.0.0/0 via 192.0.2.1 dev eth0";
    QTest::newRow("endpoints only") << nginxBasic()
                                    << "eth0 192.0.2.10/24; pods 192.168.166.1/24; 0.0.0.0/0 via 192.0.2.1 dev eth0";
    QTest::newRow("pod network and devices")
        << nat("-A KUBE-SVC-X ! -s 10.244.0.0/16 -d 10.96.0.1/32 -p tcp -m tcp --dport 80 -j KUBE-MARK-MASQ\n"
               "-A KUBE-SERVICES -j KUBE-SVC-X\n"
               "-A KUBE-SEP-A -p tcp -m tcp -j DNAT --to-destination 10.244.3.7:80\n"
               "-A KUBE-SEP-B -p tcp -m comment --comment \"default/kubernetes:https\" -m tcp -j DNAT --to-destination "
               "172.18.0.2:6443\n"
               "-A POSTROUTING -i cali+ -j RETURN\n"
               "-A PREROUTING -i ens3 -j RETURN\n")
        << "ens3 172.18.0.10/24; cali0 10.244.0.1/16; 0.0.0.0/0 via 172.18.0.1 dev ens3";
    QTest::newRow("docker") << nat(
        "-A DOCKER -d 203.0.113.80/32 ! -i docker0 -p tcp -m tcp --dport 80 -j DNAT --to-destination 172.17.0.2:80\n"
        "-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE\n")
                            << "eth0 203.0.113.80/24; docker0 172.17.0.1/16; 0.0.0.0/0 via 203.0.113.1 dev eth0";
    QTest::newRow("home router") << nat(
        "-A PREROUTING -i ppp0 -p tcp -m tcp --dport 22 -j DNAT --to-destination 192.168.7.1:22\n"
        "-A POSTROUTING -s 192.168.7.0/24 -o ppp0 -j MASQUERADE\n"
        "-A POSTROUTING -o br0 -j RETURN\n")
                                 << "ppp0 192.0.2.10/24; br0 192.168.7.254/24; 0.0.0.0/0 via 192.0.2.1 dev ppp0";
    QTest::newRow("source translated to its own address")
        << nat("-A POSTROUTING -o eth1 -j SNAT --to-source 198.51.100.1\n")
        << "eth1 198.51.100.1/24; 0.0.0.0/0 via 198.51.100.254 dev eth1";
    QTest::newRow("address in INPUT") << std::string(
        "*filter\n:INPUT DROP [0:0]\n-A INPUT -d 10.1.2.3/32 -i lo -j ACCEPT\nCOMMIT\n")
                                      << "eth0 10.1.2.3/24; 0.0.0.0/0 via 10.1.2.1 dev eth0";
    QTest::newRow("net and device side by side")
        << std::string("*filter\n:FORWARD DROP [0:0]\n-A FORWARD -s 10.8.0.0/24 -i tun0 -j ACCEPT\nCOMMIT\n")
        << "eth0 192.0.2.10/24; tun0 10.8.0.1/24; 0.0.0.0/0 via 192.0.2.1 dev eth0";
}

void TestInferHost::drawsTheHostFromTheRules()
{
    QFETCH(std::string, rules);
    QFETCH(QString, host);
    QCOMPARE(summary(*hostFor(rules)), host);
}

void TestInferHost::saysWhatItSupposed()
{
    const auto host = hostFor(nginxBasic());
    for (const MessageId id :
         {MessageId::OutsideDeviceSupposed, MessageId::PodNetFromEndpoints, MessageId::PodsBehindDevice,
          MessageId::NodeAddressSupposed, MessageId::DefaultRouteSupposed, MessageId::SwitchesSupposed,
          MessageId::ForwardingSupposed, MessageId::ListenersSupposed})
        QVERIFY2(supposes(*host, id), std::string(nameOf(id)).c_str());
    QVERIFY(!supposes(*host, MessageId::NodeAddressFromRules));
}

void TestInferHost::isAnOrdinaryNode()
{
    const auto node = hostFor(nginxBasic());
    QCOMPARE(node->sysctl("net.ipv4.ip_forward", 0), 1L);
    QCOMPARE(node->sysctl("net.ipv4.conf.all.rp_filter", 0), 2L);
    QCOMPARE(node->sysctl("net.ipv4.conf.all.route_localnet", 0), 1L);
    const auto server = hostFor("*filter\n:INPUT DROP [0:0]\n-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT\nCOMMIT\n");
    QCOMPARE(server->sysctl("net.ipv4.ip_forward", 1), 0L);
    QVERIFY(supposes(*server, MessageId::NoForwardingSupposed));
}

void TestInferHost::leadsPacketsThroughNginxBasic()
{
    const ParseResult parsed = parse(nginxBasic());
    const auto document = std::make_shared<Document>(Document{parsed.rulesets, inferHost(parsed.rulesets)});
    const TracePtr outside =
        emulate({.document = document, .packet = tcp("203.0.113.9", 40000, "10.97.35.60", 80, "eth0")});
    QVERIFY(outside->verdict.outcome == Outcome::forwarded);
    QCOMPARE(toText(outside->packetOut.out), std::string("pods"));
    const TracePtr node = emulate({.document = document, .packet = tcp("192.0.2.10", 40000, "192.0.2.10", 30207)});
    QVERIFY(node->verdict.outcome == Outcome::sent && node->verdict.destinationNat);
    const TracePtr itself =
        emulate({.document = document, .packet = tcp("203.0.113.9", 40000, "192.0.2.10", 22, "eth0")});
    QVERIFY(itself->verdict.outcome == Outcome::delivered);
    QCOMPARE(itself->answers.front()->packetOut.tcpFlags, std::uint8_t{tcpflag::syn | tcpflag::ack});
}

void TestInferHost::drawsManyNetsTogether()
{
    std::string rules;
    for (int i = 0; i < 200; ++i)
        rules += "-A KUBE-SEP-" + std::to_string(i) + " -p tcp -m tcp -j DNAT --to-destination 10.1."
                 + std::to_string(i) + ".7:80\n";
    const auto host = hostFor(nat(rules + "-A PREROUTING -j KUBE-SERVICES\n"));
    QCOMPARE(summary(*host), QStringLiteral("eth0 192.0.2.10/24; pods 10.1.0.1/16; 0.0.0.0/0 via 192.0.2.1 dev eth0"));
}

void TestInferHost::knowsBothFamilies()
{
    RulesetBuilder ipv6(Family::ipv6);
    ipv6.addTable(TableName::filter);
    RulesetBuilder ipv4(Family::ipv4);
    ipv4.addTable(TableName::filter);
    const std::vector<RulesetPtr> rulesets = {ipv4.finish(), ipv6.finish()};
    QCOMPARE(
        summary(*inferHost(rulesets)),
        QStringLiteral(
            "eth0 192.0.2.10/24 2001:db8::10/64; 0.0.0.0/0 via 192.0.2.1 dev eth0; ::/0 via 2001:db8::1 dev eth0"));
}

QTEST_APPLESS_MAIN(TestInferHost)
#include "tst_infer_host.moc"
