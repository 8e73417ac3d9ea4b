// The services of the document in the window: listed, filtered, asked.
#include "ui/language.h"
#include "ui/models/service_model.h"
#include "ui/names.h"
#include "ui/panels/detail_delegate.h"
#include "ui/panels/services_panel.h"
#include "ui/rules/ways_view.h"
#include "ui/service_packets.h"
#include "ui/session.h"
#include "ui/stepper/timeline.h"
#include "ui/theme.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QLineEdit>
#include <QRegularExpression>
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
    void initTestCase()
    {
        useTheme(*qApp, ThemeChoice::light);
        useLanguage(QStringLiteral("en"));
    }

    void listsEveryServiceWithItsEndpoints()
    {
        const OpenedPtr document = cluster();
        ServiceModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(serviceRowsOf(*document->kube, document->findings));
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(printed(model, 3), QStringLiteral("ns4 | ns4/svc4:p80 | 2 | 50.00 % each | "));
        QCOMPARE(printed(model, 5), QStringLiteral("ns6 | ns6/svc6:p80 | 0 |  | !"));
        model.setSpacesApart(true);
        QCOMPARE(printed(model, 3), QStringLiteral("ns4 | svc4:p80 | 2 | 50.00 % each | "));
        QVERIFY(model.index(3, 1).data(Qt::ToolTipRole).toString().contains(QStringLiteral("10.180.0.5:80")));
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
            found += filter.index(row, ServiceModel::nameColumn).data().toString().mid(2, 1);
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

    void hasColumnsWhereThereIsRoom()
    {
        Session session;
        ServicesPanel panel(&session);
        session.setOpened(cluster());
        const auto* table = panel.findChild<QTableView*>();
        panel.resize(200, 400);
        panel.show();
        QVERIFY(table->isColumnHidden(ServiceModel::spaceColumn));
        QVERIFY(table->isColumnHidden(ServiceModel::sharesColumn));
        QCOMPARE(table->model()->index(0, ServiceModel::nameColumn).data().toString(), QStringLiteral("ns1/svc1:p80"));
        panel.resize(600, 400);
        QTRY_VERIFY(!table->isColumnHidden(ServiceModel::spaceColumn));
        QVERIFY(!table->isColumnHidden(ServiceModel::sharesColumn));
        QVERIFY(table->horizontalHeader()->isVisible());
        QCOMPARE(table->model()->index(0, ServiceModel::nameColumn).data().toString(), QStringLiteral("svc1:p80"));
        QTRY_VERIFY_WITH_TIMEOUT(session.isSettled(), patience);
    }

    void marksOnlyWhatIsNotHidden()
    {
        const OpenedPtr document = cluster();
        HiddenFindings hidden;
        hidden.setHidden(QStringLiteral("ServiceRefused"), true);
        ServiceModel model;
        model.show(serviceRowsOf(*document->kube, document->findings, &hidden));
        QCOMPARE(printed(model, 5), QStringLiteral("ns6 | ns6/svc6:p80 | 0 |  | "));
        QVERIFY(HiddenFindings().kinds().contains(QStringLiteral("ServiceRefused")));  // the next start knows it
        hidden.setHidden(QStringLiteral("ServiceRefused"), false);
        QVERIFY(HiddenFindings().kinds().isEmpty());
    }

    void showsAllWaysToTheService()
    {
        Session session;
        WaysView view(&session);
        session.setOpened(opened("samples/nginx_basic"));
        const auto* table = view.findChild<QTableView*>();
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(shownIn(*table).first(), QStringLiteral("10.97.35.60:80"));
        QVERIFY(printed(*table->model(), 0).contains(QStringLiteral("| 3 endpoints, 33.33 % each |")));
        const QModelIndex outside = table->model()->index(0, WayModel::firstClientColumn);
        QVERIFY(outside.data(Qt::ToolTipRole).toString().startsWith(QStringLiteral("192.168.166.157:80 33.33 %, ")));
        QTRY_VERIFY_WITH_TIMEOUT(session.isSettled(), patience);
    }

    /// Every cell, from every kind of client, asks its packet and becomes the current one.
    void tracesEachCellOfTheMatrix()
    {
        Session session;
        WaysView view(&session);
        session.setOpened(cluster());
        session.askPacket(*packetToService(session, {0, 1}));
        auto* table = view.findChild<QTableView*>();
        const auto* model = static_cast<const WayModel*>(table->model());
        QCOMPARE(model->rowCount(), 4);
        int cells = 0;
        for (int row = 0; row < model->rowCount(); ++row)
            for (int column = WayModel::firstClientColumn; column < model->columnCount(); ++column) {
                const QModelIndex index = model->index(row, column);
                if (model->endAt(index) == nullptr)
                    continue;
                const Packet packet = model->endAt(index)->packet;
                emit table->activated(index);
                QCOMPARE(session.question()->packet, packet);
                QVERIFY(model->index(row, column).data(DetailDelegate::currentRole).toBool());
                ++cells;
            }
        QCOMPARE(cells, 13);
        QTRY_VERIFY_WITH_TIMEOUT(session.isSettled(), patience);
    }

    /// What stops a packet stands below: by which rule, with which answer.
    void saysWhatStopsConnections()
    {
        Session session;
        WaysView view(&session);
        session.setOpened(cluster());
        const auto details = [&](std::size_t service) {
            session.askPacket(*packetToService(session, {0, service}));
            const auto* model = view.findChild<QTableView*>()->model();
            return model->index(0, WayModel::firstClientColumn + 1).data(DetailDelegate::detailRole).toString();
        };
        QCOMPARE(details(5), QStringLiteral("by filter:KUBE-SERVICES:rule:1, icmp-port-unreachable"));
        QVERIFY2(details(0).startsWith(QStringLiteral("sees ")), qPrintable(details(0)));
        QTRY_VERIFY_WITH_TIMEOUT(session.isSettled(), patience);
    }

    /// In large clusters the chains of services have no remarks of their own.
    void namesChainsByWhatLeadsToThem()
    {
        QString text = QString::fromStdString(*cluster()->text);
        static const QRegularExpression remark(
            QStringLiteral(R"((-A KUBE-(?:SVC|SEP)-\w{16} [^\n]*)-m comment --comment (?:\x22[^\x22]*\x22|\S+) )"));
        text.replace(remark, QStringLiteral("\\1"));
        const OpenedPtr bare = openText(text.toStdString(), QStringLiteral("bare"), keepGoing);
        const Ruleset& ruleset = *bare->document->rulesets.front();
        const ChainId chain = ruleset.find(TableName::nat, "KUBE-SVC-4SW47YFZTEDKD3PK");
        for (const Rule& rule : ruleset.rulesOf(chain))
            QVERIFY2(commentOf(rule).empty(), commentOf(rule).c_str());
        QCOMPARE(titleOf(ruleset, chain), QStringLiteral("ns4/svc4:p80"));
        QCOMPARE(fullTitleOf(ruleset, chain), QStringLiteral("ns4/svc4:p80 · KUBE-SVC-4SW47YFZTEDKD3PK"));
        QCOMPARE(fullTitleOf(ruleset, ruleset.find(TableName::nat, "KUBE-SERVICES")), QStringLiteral("KUBE-SERVICES"));
    }

    /// The tips of the timeline and the stack say whose chain it is, and what it is called.
    void timelineNamesServices()
    {
        Session session;
        Timeline timeline(&session);
        session.setOpened(opened("samples/nginx_basic"));
        QStringList tips;
        for (std::size_t cell = 0; cell < session.stops().size(); ++cell)
            tips += timeline.tipOf(cell);
        QVERIFY2(tips.join(u'|').contains(QStringLiteral("\ndefault/nginx-basic:http · KUBE-SVC-WWRFY3PZ7W3FGMQW")),
                 qPrintable(tips.join(u'|')));
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
