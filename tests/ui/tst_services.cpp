// The services of the document in the window: listed, filtered, asked.
#include "ui/models/service_model.h"
#include "ui/panels/services_panel.h"
#include "ui/rules/ways_view.h"
#include "ui/service_packets.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

using namespace natwalk;

namespace {

constexpr int patience = 60'000;

OpenedPtr opened(const char* path) { return openFiles({std::string(NATWALK_SOURCE_DIR "/") + path}, keepGoing); }

OpenedPtr cluster() { return opened("tests/data/kubeproxy/saved/era-1.33-overall.save"); }

QStringList shownIn(const QTableView& table)
{
    QStringList rows;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        rows += table.model()->index(row, 0).data().toString();
    return rows;
}

QString printed(const QAbstractItemModel& model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells += model.index(row, column).data().toString();
    return cells.join(QStringLiteral(" | "));
}

}  // namespace

class TestServices : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { useTheme(*qApp, ThemeChoice::light); }

    void listsEveryServiceWithItsEndpoints()
    {
        const OpenedPtr document = cluster();
        ServiceModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(serviceRowsOf(*document->kube, document->findings));
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(printed(model, 3), QStringLiteral("ns4/svc4:p80 | 2"));
        QCOMPARE(printed(model, 5), QStringLiteral("ns6/svc6:p80 | 0 !"));
        QVERIFY(model.index(3, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("10.180.0.5:80")));
    }

    void findsByField_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("shown");
        QTest::newRow("nothing typed") << QString() << QStringLiteral("123456");
        QTest::newRow("name") << QStringLiteral("svc4") << QStringLiteral("4");
        QTest::newRow("namespace") << QStringLiteral("ns:ns2") << QStringLiteral("2");
        QTest::newRow("address of a way in") << QStringLiteral("ip:172.30.0.45") << QStringLiteral("5");
        QTest::newRow("address of an endpoint") << QStringLiteral("ip:10.180.0.3") << QStringLiteral("35");
        QTest::newRow("port") << QStringLiteral("port:3001") << QStringLiteral("2");
        QTest::newRow("type") << QStringLiteral("type:loadbalancer") << QStringLiteral("25");
        QTest::newRow("something is wrong") << QStringLiteral("!") << QStringLiteral("6");
        QTest::newRow("without") << QStringLiteral("!type:NodePort !svc6") << QStringLiteral("14");
        QTest::newRow("two words") << QStringLiteral("type:NodePort ip:10.180.0.3") << QStringLiteral("35");
        QTest::newRow("a name with a colon") << QStringLiteral("svc3:p80") << QStringLiteral("3");
    }
    void findsByField()
    {
        QFETCH(QString, words);
        QFETCH(QString, shown);
        const OpenedPtr document = cluster();
        ServiceModel model;
        model.show(serviceRowsOf(*document->kube, document->findings));
        ServiceFilter filter;
        filter.setSourceModel(&model);
        filter.setWords(words);
        QString found;
        for (int row = 0; row < filter.rowCount(); ++row)
            found += filter.index(row, 0).data().toString().mid(2, 1);
        QCOMPARE(found, shown);
    }

    void asksWhatIsChosen()
    {
        Session session;
        ServicesPanel panel(&session);
        session.setOpened(cluster());
        panel.findChild<QLineEdit*>()->setText(QStringLiteral("svc4"));
        QTest::keyClick(panel.findChild<QLineEdit*>(), Qt::Key_Return);
        QCOMPARE(QString::fromStdString(toText(session.question()->packet.dst)), QStringLiteral("192.168.99.33"));
        QVERIFY(session.trace()->verdict.destinationNat);
        const auto aim = serviceAimedAt(session);
        QVERIFY(aim);
        QCOMPARE(serviceAt(session, *aim).title(), std::string("ns4/svc4:p80"));
        QTRY_VERIFY_WITH_TIMEOUT(session.isSettled(), patience);
    }

    void keepsWhereThePacketComesFrom()
    {
        Session session;
        ServicesPanel panel(&session);
        session.setOpened(cluster());
        Packet fromNode = session.question()->packet;
        fromNode.in = {};
        fromNode.src = *Address::from("192.0.2.10");
        session.askPacket(fromNode);
        const auto packet = packetToService(session, {0, 3});
        QVERIFY(packet);
        QVERIFY(packet->in.empty());
        QTRY_VERIFY_WITH_TIMEOUT(session.isSettled(), patience);
    }

    void showsAllWaysToTheService()
    {
        Session session;
        WaysView view(&session);
        session.setOpened(opened("samples/nginx_basic"));
        const auto* table = view.findChild<QTableView*>();
        QCOMPARE(table->model()->rowCount(), 7);
        QCOMPARE(shownIn(*table).first(), QStringLiteral("ClusterIP 10.97.35.60:80"));
        QVERIFY(printed(*table->model(), 0).contains(QStringLiteral("192.168.166.157:80 33.33 %")));
        QTRY_VERIFY_WITH_TIMEOUT(session.isSettled(), patience);
    }

    void saysWhereNoServiceIs()
    {
        Session session;
        ServicesPanel panel(&session);
        session.setOpened(opened("tests/data/golden/addrtype-01.rules"));
        QVERIFY(panel.findChild<QTableView*>()->isHidden());
        QTRY_VERIFY_WITH_TIMEOUT(session.isSettled(), patience);
    }
};

QTEST_MAIN(TestServices)
#include "tst_services.moc"
