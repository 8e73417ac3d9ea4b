#include "ui/host/host_model.h"
#include "ui/host/host_panel.h"
#include "ui/session.h"

#include <QAbstractItemModelTester>
#include <QListWidget>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace natwalk;

namespace {

constexpr int patience = 60'000;

std::string dump()
{
    return "*nat\n:PREROUTING ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n:POSTROUTING ACCEPT [0:0]\n"
           "-A PREROUTING -d 192.0.2.80/32 -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.1.0.5:8080\n"
           "-A POSTROUTING -s 10.1.0.0/24 -o eth1 -j MASQUERADE\nCOMMIT\n";
}

Host richHost()
{
    Host host;
    Interface device{InterfaceName("eth0"), {}};
    device.addresses.emplace_back(*Address::from("10.0.0.1"), 24);
    device.addresses.emplace_back(*Address::from("fd00::1"), 64);
    device.mtu = 1400;
    host.interfaces = {device};
    Route route{Network::any(Family::ipv4), Address::from("10.0.0.254"), InterfaceName("eth0")};
    Route blackhole{*Network::from("10.9.0.0/16"), {}, {}};
    blackhole.type = RouteType::blackhole;
    blackhole.table = 100;
    blackhole.metric = 7;
    Route source{*Network::from("10.8.0.0/16"), {}, InterfaceName("eth0")};
    source.source = Address::from("10.0.0.1");
    host.routes = {route, blackhole, source};
    RoutingRule marked;
    marked.priority = 100;
    marked.mark = 1;
    marked.markMask = 0xff;
    marked.table = 100;
    RoutingRule prohibited;
    prohibited.priority = 200;
    prohibited.from = Network::from("10.7.0.0/16");
    prohibited.in = InterfaceName("eth0");
    prohibited.action = RouteType::prohibit;
    host.rules = {marked, prohibited};
    host.sysctls.set("net.ipv4.ip_forward", "1");
    host.firstBackEnd = BackEnd::nft;
    host.listeners = {{protocol::udp, Address::from("10.0.0.1"), 53}, {protocol::tcp, {}, 0}};
    host.ipsets = std::string("create good hash:ip\nadd good 10.0.0.9\n");
    host.assumedMatches = {{"cpu --cpu 0", true}, {"time", false}};
    return host;
}

}  // namespace

class TestHost : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_session = std::make_unique<Session>();
        m_session->setOpened(openText(dump(), QStringLiteral("dump"), keepGoing));
        m_panel = std::make_unique<HostPanel>(m_session.get());
        m_session->undoStack()->clear();
        m_session->askPacket(m_session->question()->packet);
        m_panel->resize(900, 300);
        m_panel->show();
        QTRY_VERIFY_WITH_TIMEOUT(m_session->isSettled(), patience);
    }

    void everyRowReadsAgainAsItIsWritten_data()
    {
        QTest::addColumn<HostPart>("part");
        for (const HostPart part : allHostParts)
            QTest::newRow(qPrintable(titleOf(part))) << part;
    }
    void everyRowReadsAgainAsItIsWritten()
    {
        QFETCH(HostPart, part);
        const Host host = richHost();
        const auto rows = rowsOf(host, part);
        QVERIFY(!rows.empty());
        for (std::size_t row = 0; row < rows.size(); ++row) {
            QCOMPARE(rows[row].size(), columnsOf(part).size());
            const HostEdit edit = withRow(host, part, row, rows[row]);
            QVERIFY2(edit.host, qPrintable(edit.problem));
            QCOMPARE(rowsOf(*edit.host, part), rows);
        }
        QCOMPARE(rowsOf(*withoutRow(host, part, 0).host, part).size(), rows.size() - 1);
    }

    void wordsWithoutSenseAreRefused_data()
    {
        QTest::addColumn<HostPart>("part");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("device") << HostPart::interfaces << QStringList{QStringLiteral("no/name"), {}, {}};
        QTest::newRow("address") << HostPart::interfaces
                                 << QStringList{QStringLiteral("eth1"), QStringLiteral("10.0.0.300/24"), {}};
        QTest::newRow("mtu") << HostPart::interfaces << QStringList{QStringLiteral("eth1"), {}, QStringLiteral("5")};
        QTest::newRow("route without device")
            << HostPart::routes << QStringList{QStringLiteral("10.5.0.0/16"), {}, {}, {}};
        QTest::newRow("gateway out of reach")
            << HostPart::routes << QStringList{QStringLiteral("default"), QStringLiteral("172.16.0.1"), {}, {}};
        QTest::newRow("rule") << HostPart::rules << QStringList{QStringLiteral("1"), QStringLiteral("of nobody"), {}};
        QTest::newRow("switch") << HostPart::switches
                                << QStringList{QStringLiteral("net.ipv4.ip_forward"), QStringLiteral("on")};
        QTest::newRow("back end") << HostPart::switches
                                  << QStringList{QStringLiteral("first_back_end"), QStringLiteral("ebtables")};
        QTest::newRow("program") << HostPart::listeners << QStringList{QStringLiteral("icmp"), {}, {}};
        QTest::newRow("match") << HostPart::matches << QStringList{QStringLiteral("cpu"), QStringLiteral("perhaps")};
        QTest::newRow("no match") << HostPart::matches << QStringList{{}, QStringLiteral("yes")};
        QTest::newRow("set") << HostPart::sets << QStringList{QStringLiteral("make x")};
    }
    void wordsWithoutSenseAreRefused()
    {
        QFETCH(HostPart, part);
        QFETCH(QStringList, words);
        const HostEdit edit = withRow(richHost(), part, 99, words);
        QVERIFY(!edit.host);
        QVERIFY(!edit.problem.isEmpty());
    }

    void everyAssumptionLeadsToARow()
    {
        const Host& host = *m_session->document()->host;
        QVERIFY(host.assumptions.size() > 3);
        for (const Assumption& assumption : host.assumptions)
            QVERIFY2(placeOf(assumption, host), english(assumption.message).c_str());
    }

    void modelsKeepTheRules()
    {
        for (const HostPart part : allHostParts)
            QAbstractItemModelTester(m_panel->model(part), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void whatIsWrittenIsAskedAndCanBeUndone()
    {
        const Outcome before = m_session->trace()->verdict.outcome;
        QCOMPARE(before, Outcome::forwarded);
        const std::size_t assumptions = m_session->document()->host->assumptions.size();
        HostModel* switches = m_panel->model(HostPart::switches);
        const int row = rowOf(*switches, QStringLiteral("net.ipv4.ip_forward"));
        QVERIFY(switches->index(row, 0).data(Qt::ToolTipRole).toString().contains(u"forward"));
        QVERIFY(switches->setData(switches->index(row, 1), QStringLiteral("0")));
        QTRY_COMPARE(m_session->trace()->verdict.outcome, Outcome::dropped);
        QCOMPARE(m_session->document()->host->assumptions.size(), assumptions - 1);
        m_session->undoStack()->undo();
        QCOMPARE(m_session->trace()->verdict.outcome, before);
        QCOMPARE(m_session->document()->host->assumptions.size(), assumptions);
        QCOMPARE(switches->index(row, 1).data().toString(), QStringLiteral("1"));
    }

    void whichBackEndComesFirstCanBeWritten()
    {
        const std::string other = dump();
        std::string legacy = dump();
        legacy.replace(legacy.find("10.1.0.5:8080"), 13, "10.1.0.6:8080");
        m_session->setOpened(openText("# Generated by iptables-save v1.8.9\n" + legacy
                                          + "# Completed\n# Generated by iptables-save v1.8.9 (nf_tables)\n" + other
                                          + "# Completed\n",
                                      QStringLiteral("both"), keepGoing));
        QTRY_VERIFY_WITH_TIMEOUT(m_session->isSettled(), patience);
        const auto endpoint = [this] { return toText(m_session->trace()->packetOut.dst); };
        QCOMPARE(endpoint(), std::string("10.1.0.6"));
        const auto& assumptions = m_session->document()->host->assumptions;
        const auto supposed = std::ranges::find(assumptions, MessageId::BothBackEnds,
                                                [](const Assumption& one) { return one.message.id; });
        QVERIFY(supposed != assumptions.end());
        const auto place = placeOf(*supposed, *m_session->document()->host);
        QVERIFY(place.has_value() && place->part == HostPart::switches);

        HostModel* switches = m_panel->model(HostPart::switches);
        const auto value = switches->index(static_cast<int>(place->row), 1);
        QCOMPARE(value.data().toString(), QStringLiteral("legacy"));
        QVERIFY(!switches->setData(value, QStringLiteral("ebtables")));
        QVERIFY(switches->setData(value, QStringLiteral("nft")));
        QTRY_COMPARE(endpoint(), std::string("10.1.0.5"));
        QVERIFY(std::ranges::none_of(m_session->document()->host->assumptions,
                                     [](const Assumption& one) { return one.message.id == MessageId::BothBackEnds; }));
    }

    void theLastRowBecomesOneMore()
    {
        HostModel* routes = m_panel->model(HostPart::routes);
        const int last = routes->rowCount() - 1;
        QVERIFY(!routes->setData(routes->index(last, 0), QStringLiteral("unreachable")));
        QVERIFY(routes->setData(routes->index(last, 0), QStringLiteral("blackhole 10.1.0.0/16")));
        QTRY_COMPARE(routes->rowCount(), last + 2);
        QVERIFY(m_session->document()->host->routes.back().type == RouteType::blackhole);
    }

    void aRowIsTakenAway()
    {
        auto* parts = m_panel->findChild<QTabBar*>();
        auto* table = m_panel->findChild<QTableView*>();
        parts->setCurrentIndex(static_cast<int>(HostPart::routes));
        table->setCurrentIndex(table->model()->index(0, 0));
        const std::size_t count = m_session->document()->host->routes.size();
        QTest::keyClick(table, Qt::Key_Delete);
        QTRY_COMPARE(m_session->document()->host->routes.size(), count - 1);
    }

    void aClickOnAnAssumptionShowsItsRow()
    {
        auto* list = m_panel->findChild<QListWidget*>();
        QCOMPARE(list->count(), static_cast<int>(m_session->document()->host->assumptions.size()));
        for (int i = 0; i < list->count(); ++i) {
            list->scrollToItem(list->item(i));
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(i)).center());
            const auto place = placeOf(m_session->document()->host->assumptions[static_cast<std::size_t>(i)],
                                       *m_session->document()->host);
            QCOMPARE(m_panel->findChild<QTabBar*>()->currentIndex(), static_cast<int>(place->part));
            QCOMPARE(m_panel->findChild<QTableView*>()->currentIndex().row(), static_cast<int>(place->row));
        }
    }

    void anotherPacketKeepsTheHost()
    {
        HostModel* switches = m_panel->model(HostPart::switches);
        const int row = rowOf(*switches, QStringLiteral("net.ipv4.ip_forward"));
        switches->setData(switches->index(row, 1), QStringLiteral("0"));
        QTRY_VERIFY(m_session->trace()->verdict.outcome == Outcome::dropped);
        Packet packet = m_session->question()->packet;
        packet.sport = 50'000;
        m_session->askPacket(packet);
        QCOMPARE(m_session->trace()->verdict.outcome, Outcome::dropped);
    }

private:
    static int rowOf(const HostModel& model, const QString& name)
    {
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row, 0).data().toString() == name)
                return row;
        return -1;
    }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<HostPanel> m_panel;
};

QTEST_MAIN(TestHost)
#include "tst_host.moc"
