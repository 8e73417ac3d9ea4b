// What commands print of a host, and node snapshots: facts in place of what would be supposed.
#include "emulator/document_of.h"
#include "syntax/host_reader.h"
#include "syntax/parser.h"

#include <QProcess>
#include <QtTest>

using namespace natwalk;

namespace {

QString text(const Address& address) { return QString::fromStdString(toText(address)); }

QString shown(const Tuple& tuple)
{
    return QStringLiteral("%1 %2:%3 > %4:%5")
        .arg(tuple.protocol)
        .arg(text(tuple.src))
        .arg(tuple.sport)
        .arg(text(tuple.dst))
        .arg(tuple.dport);
}

/// "eth0 10.0.0.1/24 fd00::1/64 mtu 1500; ..."
QString shownInterfaces(const HostFacts& facts)
{
    QStringList list;
    for (const Interface& one : facts.interfaces.value_or(std::vector<Interface>())) {
        QString words = QString::fromStdString(std::string(one.name.view()));
        for (const LocalAddress& own : one.addresses)
            words += ' ' + text(own.address) + '/' + QString::number(own.prefixLength);
        list += words + " mtu " + QString::number(one.mtu);
    }
    return list.join("; ");
}

/// "0.0.0.0/0 via 10.0.0.254 dev eth0 table 254 metric 0; ..."
QString shownRoutes(const HostFacts& facts)
{
    QStringList list;
    for (const Route& route : facts.routes.value_or(std::vector<Route>()))
        list += QString::fromStdString(toText(route.to)) + (route.via ? " via " + text(*route.via) : QString())
                + " dev " + QString::fromStdString(std::string(route.dev.view())) + " table "
                + QString::number(route.table);
    return list.join("; ");
}

QString shownRules(const HostFacts& facts)
{
    QStringList list;
    for (const RoutingRule& rule : facts.rules.value_or(std::vector<RoutingRule>()))
        list += QStringLiteral("%1 mark %2/%3 table %4")
                    .arg(rule.priority)
                    .arg(rule.mark)
                    .arg(rule.markMask)
                    .arg(rule.table);
    return list.join("; ");
}

const char* const addressText =
    "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000\n"
    "    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n"
    "    inet 127.0.0.1/8 scope host lo\n"
    "       valid_lft forever preferred_lft forever\n"
    "2: eth0@if7: <BROADCAST,MULTICAST,UP> mtu 1450 qdisc noqueue state UP group default\n"
    "    link/ether 02:42:ac:11:00:02 brd ff:ff:ff:ff:ff:ff link-netnsid 0\n"
    "    inet 172.17.0.2/16 brd 172.17.255.255 scope global eth0\n"
    "       valid_lft forever preferred_lft forever\n"
    "    inet6 fd00::2/64 scope global nodad\n";
const char* const addressJson =
    R"([{"ifindex":1,"ifname":"lo","mtu":65536,"addr_info":[{"family":"inet","local":"127.0.0.1","prefixlen":8}]},
{"ifindex":2,"link_index":7,"ifname":"eth0","mtu":1450,"addr_info":[
 {"family":"inet","local":"172.17.0.2","prefixlen":16,"broadcast":"172.17.255.255","scope":"global"},
 {"family":"inet6","local":"fd00::2","prefixlen":64,"scope":"global"}]}]
)";
const char* const addressLines = "1: lo    inet 127.0.0.1/8 scope host lo\\       valid_lft forever\n"
                                 "2: eth0    inet 172.17.0.2/16 brd 172.17.255.255 scope global eth0\n"
                                 "2: eth0    inet6 fd00::2/64 scope global nodad\n";

const char* const routeText = "default via 172.17.0.1 dev eth0 proto dhcp src 172.17.0.2 metric 100\n"
                              "10.244.1.5 dev cali1 scope link\n"
                              "blackhole 10.244.1.0/26 proto bird\n"
                              "172.17.0.0/16 dev eth0 proto kernel scope link src 172.17.0.2\n"
                              "192.168.0.0/16 proto static\n"
                              "\tnexthop via 172.17.0.9 dev eth0 weight 1\n"
                              "\tnexthop via 172.17.0.8 dev eth0 weight 1\n"
                              "default via 172.17.0.3 dev eth0 table 7\n"
                              "local 172.17.0.2 dev eth0 table local proto kernel scope host src 172.17.0.2\n"
                              "broadcast 172.17.255.255 dev eth0 table local proto kernel scope link src 172.17.0.2\n"
                              "local 127.0.0.0/8 dev lo table local proto kernel scope host src 127.0.0.1\n";
const char* const routeJson = R"([{"dst":"default","gateway":"172.17.0.1","dev":"eth0","protocol":"dhcp",
"prefsrc":"172.17.0.2","metric":100,"flags":[]},
{"dst":"10.244.1.5","dev":"cali1","scope":"link","flags":[]},
{"type":"blackhole","dst":"10.244.1.0/26","protocol":"bird","flags":[]},
{"dst":"192.168.0.0/16","protocol":"static","flags":[],"nexthops":[{"gateway":"172.17.0.9","dev":"eth0"},
{"gateway":"172.17.0.8","dev":"eth0"}]},
{"dst":"default","gateway":"172.17.0.3","dev":"eth0","table":"7","flags":[]},
{"type":"broadcast","dst":"172.17.255.255","dev":"eth0","table":"local","protocol":"kernel","flags":[]}]
)";
const char* const routes = "0.0.0.0/0 via 172.17.0.1 dev eth0 table 254; 10.244.1.5/32 dev cali1 table 254; "
                           "10.244.1.0/26 dev  table 254; 192.168.0.0/16 via 172.17.0.9 dev eth0 table 254; "
                           "0.0.0.0/0 via 172.17.0.3 dev eth0 table 7";

const std::string rulesText =
    "# Generated by iptables-save v1.8.9 on Tue\n*nat\n:PREROUTING ACCEPT [0:0]\n"
    "-A PREROUTING -d 10.96.0.1/32 -p tcp -m tcp --dport 443 -j DNAT --to-destination 10.0.0.5:6443\nCOMMIT\n";

}  // namespace

class TestHostReader : public QObject
{
    Q_OBJECT

private slots:
    void readsAddresses_data()
    {
        QTest::addColumn<QByteArray>("printed");
        QTest::addColumn<QString>("interfaces");
        const QString both = "lo 127.0.0.1/8 mtu 65536; eth0 172.17.0.2/16 fd00::2/64 mtu 1450";
        QTest::newRow("ip addr") << QByteArray(addressText) << both;
        QTest::newRow("ip -json addr") << QByteArray(addressJson) << both;
        QTest::newRow("ip -oneline addr")
            << QByteArray(addressLines) << "lo 127.0.0.1/8 mtu 1500; eth0 172.17.0.2/16 fd00::2/64 mtu 1500";
        QTest::newRow("with carriage returns") << QByteArray(addressText).replace("\n", "\r\n") << both;
    }
    void readsAddresses()
    {
        QFETCH(QByteArray, printed);
        QFETCH(QString, interfaces);
        const HostText host = readHostText(printed.toStdString());
        QCOMPARE(shownInterfaces(host.facts), interfaces);
        QVERIFY(host.diagnostics.empty());
        QVERIFY(!host.facts.routes && !host.facts.rules && !host.facts.ipsets);
    }

    void readsRoutes_data()
    {
        QTest::addColumn<QByteArray>("printed");
        QTest::newRow("ip route show table all") << QByteArray(addressText) + routeText;
        QTest::newRow("ip -json route") << QByteArray(routeJson);
    }
    void readsRoutes()
    {
        QFETCH(QByteArray, printed);
        const HostText host = readHostText(printed.toStdString());
        QCOMPARE(shownRoutes(host.facts), QString(routes));
        QVERIFY(host.diagnostics.empty());
    }

    void readsRules_data()
    {
        QTest::addColumn<QByteArray>("printed");
        QTest::newRow("ip rule") << QByteArray("0:\tfrom all lookup local\n"
                                               "100:\tfrom all fwmark 0x1/0xff lookup 7\n"
                                               "32766:\tfrom all lookup main\n32767:\tfrom all lookup default\n");
        QTest::newRow("ip -json rule") << QByteArray(R"([{"priority":0,"src":"all","table":"local"},
{"priority":100,"src":"all","fwmark":"0x1","fwmask":"0xff","table":"7"},
{"priority":32766,"src":"all","table":"main"},{"priority":32767,"src":"all","table":"default"}])");
    }
    void readsRules()
    {
        QFETCH(QByteArray, printed);
        const HostText host = readHostText(printed.toStdString());
        QCOMPARE(shownRules(host.facts), QStringLiteral("100 mark 1/255 table 7"));
        QVERIFY(host.diagnostics.empty());
    }

    void readsConnections_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("original");
        QTest::addColumn<QString>("reply");
        QTest::addColumn<quint32>("status");
        const quint32 always = status::confirmed | status::sourceNatDone | status::destinationNatDone;
        const QByteArray tuples = "src=10.0.0.7 dst=10.96.0.1 sport=4000 dport=443 "
                                  "src=10.0.0.5 dst=10.0.0.7 sport=6443 dport=4000 [ASSURED] mark=3 use=1";
        const QString there = "6 10.0.0.7:4000 > 10.96.0.1:443";
        const QString back = "6 10.0.0.5:6443 > 10.0.0.7:4000";
        const quint32 translated = always | status::seenReply | status::assured | status::destinationNat;
        QTest::newRow("conntrack -L") << "tcp      6 431999 ESTABLISHED " + tuples << there << back << translated;
        QTest::newRow("extended") << "ipv4     2 tcp      6 431999 ESTABLISHED " + tuples << there << back
                                  << translated;
        QTest::newRow("no answer yet") << QByteArray("udp 17 25 src=10.0.0.1 dst=10.0.0.2 sport=5 dport=53 [UNREPLIED] "
                                                     "src=10.0.0.2 dst=10.0.0.1 sport=53 dport=5 mark=0 use=1")
                                       << "17 10.0.0.1:5 > 10.0.0.2:53"
                                       << "17 10.0.0.2:53 > 10.0.0.1:5" << always;
        QTest::newRow("ping") << QByteArray("icmp 1 29 src=10.0.0.1 dst=10.0.0.2 type=8 code=0 id=77 src=10.0.0.2 "
                                            "dst=10.0.0.1 type=0 code=0 id=77 mark=0 use=1")
                              << "1 10.0.0.1:77 > 10.0.0.2:2048"
                              << "1 10.0.0.2:77 > 10.0.0.1:0" << (always | status::seenReply);
        QTest::newRow("IPv6") << QByteArray("ipv6 10 tcp 6 100 TIME_WAIT src=fd00::1 dst=fd00::2 sport=1 dport=2 "
                                            "src=fd00::2 dst=fd00::1 sport=2 dport=1 [ASSURED] mark=0 zone=0 use=2")
                              << "6 fd00::1:1 > fd00::2:2"
                              << "6 fd00::2:2 > fd00::1:1" << (always | status::seenReply | status::assured);
    }
    void readsConnections()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, original);
        QFETCH(QString, reply);
        QFETCH(quint32, status);
        const HostText host = readHostText((line + '\n').toStdString());
        QVERIFY(host.facts.connections.has_value());
        QCOMPARE(host.facts.connections->size(), std::size_t{1});
        const Connection& connection = host.facts.connections->front();
        QCOMPARE(shown(connection.original), original);
        QCOMPARE(shown(connection.reply), reply);
        QCOMPARE(connection.status, status);
        QVERIFY(connection.expires > 20);
    }

    /// As conntrack prints them where nf_conntrack_acct is on.
    void readsWhatConnectionsCarried()
    {
        const HostText host =
            readHostText("udp 17 25 src=10.0.0.1 dst=10.0.0.2 sport=5 dport=53 packets=3 bytes=180 "
                         "src=10.0.0.2 dst=10.0.0.1 sport=53 dport=5 packets=1 bytes=5000000000 mark=0\n");
        QVERIFY(host.facts.connections.has_value());
        const auto& [original, reply] = host.facts.connections->front().traffic;
        QCOMPARE(original.packets, std::uint64_t{3});
        QCOMPARE(original.bytes, std::uint64_t{180});
        QCOMPARE(reply.packets, std::uint64_t{1});
        QCOMPARE(reply.bytes, std::uint64_t{5'000'000'000});
    }

    void readsSetsAndSwitches()
    {
        const HostText host = readHostText("create A hash:ip family inet hashsize 1024\nadd A 10.0.0.1\n"
                                           "net.ipv4.ip_forward = 1\nnet/ipv4/conf/eth0.5/rp_filter=2\n");
        QCOMPARE(QString::fromStdString(*host.facts.ipsets),
                 QStringLiteral("create A hash:ip family inet hashsize 1024\nadd A 10.0.0.1\n"));
        QCOMPARE(QString::fromStdString(host.facts.sysctls.values().at("net.ipv4.ip_forward")), QStringLiteral("1"));
        QVERIFY(host.diagnostics.empty());
    }

    void saysWhatItCannotUse()
    {
        const HostText host = readHostText("1: lo: <LOOPBACK> mtu 65536\nhello world\n");
        QCOMPARE(host.diagnostics.size(), std::size_t{1});
        QCOMPARE(host.diagnostics[0].where, (SourceSpan{2, 1, 5}));
        QVERIFY(readHostText("hello world\n").facts.empty());
    }

    void opensASnapshotAtOnce()
    {
        std::string nft = rulesText;
        nft.replace(nft.find("v1.8.9"), 6, "v1.8.9 (nf_tables)");
        const std::string text =
            "### natwalk-snapshot 1\n### section hostname\nnode-a\n### section iptables-legacy-save\n" + rulesText
            + "### section iptables-nft-save\n" + nft + "### section ip-addr\n" + addressJson
            + "### section ip-route-4\n" + routeText
            + "### section conntrack-4\nudp 17 25 src=10.0.0.1 dst=10.0.0.2 sport=5 dport=53 "
              "src=10.0.0.2 dst=10.0.0.1 sport=53 dport=5 mark=0 use=1\n### section end\n";
        const ParseResult result = parse(text);
        QCOMPARE(result.rulesets.size(), std::size_t{2});
        QCOMPARE(result.rulesets[0]->backEnd(), BackEnd::legacy);
        QCOMPARE(result.rulesets[1]->backEnd(), BackEnd::nft);
        QVERIFY(result.diagnostics.empty());
        const LineCounts& lines = result.lines;
        QCOMPARE(lines.rules + lines.chains + lines.headers + lines.comments + lines.blank, lines.total);
        QVERIFY(lines.host > 0);

        GivenHost given;
        given.facts = readHostText(text).facts;
        const DocumentOf made = documentOf(result.rulesets, given);
        const Host& host = *made.document->host;
        QCOMPARE(QString::fromStdString(host.name), QStringLiteral("node-a"));
        QVERIFY(host.isLocal(*Address::from("172.17.0.2")));
        QVERIFY(host.route(*Address::from("8.8.8.8"), *Address::from("172.17.0.2"), 0).found);
        QCOMPARE(made.before->connections.size(), std::size_t{1});
        const auto tellsOfBackEnds = [](const Assumption& one) { return one.message.id == MessageId::BothBackEnds; };
        QVERIFY(std::ranges::any_of(host.assumptions, tellsOfBackEnds));
        const auto tellsOfAddress = [](const Assumption& one) {
            return one.message.id == MessageId::NodeAddressSupposed;
        };
        QVERIFY(std::ranges::none_of(host.assumptions, tellsOfAddress));
    }

    /// The script runs on a system with nothing but a shell, and says so in the words that are read here.
    void runsInAnyShell_data()
    {
        QTest::addColumn<QString>("shell");
        for (const char* shell : {"dash", "bash", "busybox"})
            QTest::newRow(shell) << shell;
    }
    void runsInAnyShell()
    {
        QFETCH(QString, shell);
        QProcess run;
        const QStringList before = shell == "busybox" ? QStringList{"sh"} : QStringList{};
        run.start(shell, before + QStringList{NATWALK_SOURCE_DIR "/resources/natwalk-snapshot.sh"});
        if (!run.waitForStarted())
            QSKIP("this shell is not here");
        QVERIFY(run.waitForFinished(60'000));
        QCOMPARE(run.exitCode(), 0);
        const std::string text = run.readAllStandardOutput().toStdString();
        QVERIFY(text.starts_with("### natwalk-snapshot 1\n"));
        QVERIFY(text.ends_with("### section end\n"));
        QCOMPARE(QString::fromUtf8(run.readAllStandardError()), QString());
        for (const Diagnostic& diagnostic : readHostText(text).diagnostics)
            qWarning("%s", print(diagnostic, "snapshot", text).c_str());
        QVERIFY(readHostText(text).diagnostics.empty());
    }
};

QTEST_APPLESS_MAIN(TestHostReader)
#include "tst_host_reader.moc"
