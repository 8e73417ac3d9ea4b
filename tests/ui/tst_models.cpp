#include "support/builders.h"
#include "trace/step_chains.h"
#include "ui/models/chain_model.h"
#include "ui/models/event_model.h"
#include "ui/models/packet_model.h"
#include "ui/models/path_model.h"
#include "ui/models/problem_model.h"
#include "ui/panels/call_stack_panel.h"
#include "ui/steps/deciding_step.h"
#include "ui/steps/stops.h"
#include "ui/steps/waypoints.h"
#include "ui/words/explanation.h"
#include "ui/words/share_story.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace natwalk;

namespace {

OpenedPtr nginxBasic() { return openFiles({NATWALK_SOURCE_DIR "/samples/nginx_basic"}, keepGoing); }

/// The trace of a saved packet, on the course whose draws are given.
TracePtr traceOf(const char* packet, std::vector<bool> draws = {})
{
    const OpenedPtr opened = nginxBasic();
    Forced chance(std::move(draws));
    return emulate(*questionOf(opened->document, *opened->scenario, packet), chance);
}

/// A model as people read it: a line a row, columns apart by " | ".
QString printed(const QAbstractItemModel& model, int firstColumn = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = firstColumn; column < model.columnCount(); ++column)
            cells += model.index(row, column).data().toString();
        text += cells.join(QStringLiteral(" | ")) + u'\n';
    }
    return text;
}

QStringList lines(const QString& text) { return text.split(u'\n', Qt::SkipEmptyParts); }

}  // namespace

class TestModels : public QObject
{
    Q_OBJECT

private slots:
    void rulesOnThePathReadAsTheyWereMet()
    {
        PathModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.showTrace(traceOf("outside-to-clusterip", {false, true}));
        const QStringList expected = {
            QStringLiteral("PREROUTING | 1 | -m comment --comment \"kubernetes service portals\" -j KUBE-SERVICES | no "
                           "condition | jump | 13"),
            QStringLiteral("KUBE-SERVICES | 1 | -d 10.97.35.60/32 -p tcp -m tcp --dport 80 -j "
                           "KUBE-SVC-WWRFY3PZ7W3FGMQW | 10.97.35.60 tcp 80 | jump | 19"),
            QStringLiteral("default/nginx-basic:http | 1 | -m statistic --mode random --probability 0.33333333349 -j "
                           "KUBE-SEP-2422Y4UT42X3LJXA | draw ≥ 0.333 | next rule | 21"),
            QStringLiteral("KUBE-SVC-WWRFY3PZ7W3FGMQW | 2 | -m statistic --mode random --probability 0.50000000000 -j "
                           "KUBE-SEP-STI77FUROETI63JE "
                           "| draw < 0.500 | jump | 22"),
            QStringLiteral(" | 3 | -j KUBE-SEP-FGYAQDFXQTLSKPFT | – | not reached | 23"),
            QStringLiteral("KUBE-SEP-STI77FUROETI63JE | 1 | -p tcp -m tcp -j DNAT --to-destination 192.168.166.162:80 "
                           "| tcp | DNAT | 18"),
            QStringLiteral("FORWARD | – | filter · policy ACCEPT | – | pass | 29"),
            QStringLiteral("POSTROUTING | – | nat · policy ACCEPT | – | source kept | 6")};
        QCOMPARE(lines(printed(model)), expected);
    }

    void aDoubtThatIsOfNoRuleHasWordsOfItsOwn()
    {
        Packet packet = test::tcp("192.168.1.10", 40000, "192.168.1.255", 80);
        packet.protocol = protocol::udp;
        const TracePtr trace = emulate(test::ask(test::documentOf("*filter\n-A OUTPUT -p udp\nCOMMIT\n"), packet));
        const std::vector<std::size_t> stops = stopsOf(*trace);
        const auto doubted =
            std::ranges::find(stops, StopKind::doubted, [&](std::size_t stop) { return kindOfStop(*trace, stop); });
        QVERIFY(doubted != stops.end());
        const Explanation explanation = explain(*trace, *doubted, stops);
        QCOMPARE(explanation.headline, QStringLiteral("natwalk only approximates the kernel here."));
        QVERIFY2(explanation.detail.contains(QStringLiteral("comes round to itself")), qPrintable(explanation.detail));
        PathModel model;
        model.showTrace(trace);
        QCOMPARE(lines(printed(model)).size(), 2);  // the rule and the policy
    }

    /// What is told of all steps at once is what is told of each.
    void placesOfAllStepsAreThoseOfEach()
    {
        for (const char* packet : {"outside-to-nodeport", "node-to-clusterip"}) {
            const TracePtr trace = traceOf(packet);
            const std::vector<ChainId> chains = chainsOf(*trace);
            for (std::size_t step = 0; step < trace->steps.size(); ++step)
                QCOMPARE(chains[step], trace->chainAt(step));
            for (const EventRow& row : eventRowsOf(*trace, stopsOf(*trace))) {
                const auto hook = trace->hookAt(row.step);
                QCOMPARE(row.hook.section(u' ', 0, 0), hook ? QString::fromUtf8(nameOf(hook->hook).data()) : QString());
            }
        }
    }

    void rulesThatFailSayWhy()
    {
        PathModel model;
        model.showTrace(traceOf("outside-to-nodeport", {true}));
        const QString failed = lines(printed(model)).value(1);
        QVERIFY2(failed.contains(QStringLiteral("10.97.35.60/32")), qPrintable(failed));
        QVERIFY2(failed.contains(QStringLiteral("192.168.1.10")), qPrintable(failed));
        QVERIFY2(failed.contains(QStringLiteral("next rule")), qPrintable(failed));
    }

    void eachStepHasItsRow()
    {
        PathModel model;
        const TracePtr trace = traceOf("outside-to-clusterip", {false, true});
        model.showTrace(trace);
        QCOMPARE(model.rowOf(decidingStep(*trace)), 5);
        QCOMPARE(model.rowOf(0), -1);
    }

    void eventsAreWrittenAsTheKernelLogsThem()
    {
        EventModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const TracePtr trace = traceOf("outside-to-clusterip", {false, true});
        model.show(eventRowsOf(*trace, stopsOf(*trace)));
        QStringList kernel;
        for (const EventRow& row : model.rows())
            kernel += row.kernel;
        kernel.removeAll(QString());
        QCOMPARE(kernel,
                 (QStringList{QStringLiteral("nat:PREROUTING:rule:1"), QStringLiteral("nat:KUBE-SERVICES:rule:1"),
                              QStringLiteral("nat:KUBE-SVC-WWRFY3PZ7W3FGMQW:rule:2"),
                              QStringLiteral("nat:KUBE-SEP-STI77FUROETI63JE:rule:1"),
                              QStringLiteral("filter:FORWARD:policy:1"), QStringLiteral("nat:POSTROUTING:policy:1")}));
    }

    void thePacketShowsWhatChangedAndWhere()
    {
        PacketModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const TracePtr trace = traceOf("outside-to-clusterip", {false, true});
        const std::size_t written = decidingStep(*trace);
        model.show(packetFieldsOf(*trace, written));
        const auto dst = std::ranges::find(model.rows(), QStringLiteral("dst"), &PacketField::name);
        QVERIFY(dst != model.rows().end());
        QCOMPARE(dst->entry, QStringLiteral("10.97.35.60"));
        QCOMPARE(dst->now, QStringLiteral("192.168.166.162"));
        QCOMPARE(dst->writtenAt, written);
        for (const PacketField& field : packetFieldsOf(*trace, 0))
            QVERIFY2(!field.isChanged(), qPrintable(field.name));
    }

    void theStackHoldsTheChainsOnTheWay()
    {
        StackModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const TracePtr trace = traceOf("outside-to-clusterip", {false, true});
        model.showStack(trace, decidingStep(*trace));
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(lines(printed(model)).last(), QStringLiteral("PREROUTING | #1"));
        QCOMPARE(lines(printed(model)).at(1),
                 QStringLiteral("default/nginx-basic:http · KUBE-SVC-WWRFY3PZ7W3FGMQW | #2"));
        QCOMPARE(lines(printed(model, 1)),
                 (QStringList{QStringLiteral("#1"), QStringLiteral("#2"), QStringLiteral("#1"), QStringLiteral("#1")}));
    }

    void chainsStandUnderTheirTables()
    {
        ChainModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const TracePtr trace = traceOf("outside-to-clusterip");
        model.showChains(trace->ruleset, trace);
        QCOMPARE(model.rowCount(), 13 + 2);
        QCOMPARE(std::ranges::count_if(model.rows(), &ChainRow::visited), 6);
    }

    void problemsHaveTheirPlace()
    {
        ProblemModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const OpenedPtr opened =
            openText("*nat\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING --probability 1.5 -m statistic -j ACCEPT\nCOMMIT\n",
                     QStringLiteral("x"), keepGoing);
        model.show(problemRowsOf(*opened));
        QVERIFY(model.rowCount() > 0);
        QCOMPARE(model.rows().front().where.line, 3U);
        QVERIFY(opened->document != nullptr);
    }

    void aStopTellsOneThing()
    {
        const TracePtr trace = traceOf("outside-to-clusterip", {false, true});
        const std::vector<std::size_t> stops = stopsOf(*trace);
        std::vector<StopKind> kinds;
        for (const std::size_t stop : stops)
            kinds.push_back(kindOfStop(*trace, stop));
        QCOMPARE(kinds, (std::vector<StopKind>{StopKind::entry, StopKind::matched, StopKind::matched, StopKind::missed,
                                               StopKind::matched, StopKind::translated, StopKind::routed,
                                               StopKind::tableEnd, StopKind::tableEnd, StopKind::decided}));
        for (std::size_t step = 0; step < trace->steps.size(); ++step)
            QVERIFY(std::ranges::find(stops, stopOf(*trace, step)) != stops.end());
    }

    void waypointsCoverEachStepOnce()
    {
        const TracePtr trace = traceOf("node-to-clusterip");
        const std::vector<Waypoint> waypoints = waypointsOf(*trace);
        std::size_t next = 0;
        for (const Waypoint& waypoint : waypoints) {
            QCOMPARE(waypoint.first, next);
            next = waypoint.last + 1;
        }
        QCOMPARE(next, trace->steps.size());
    }

    void oneThirdEachIsExplained()
    {
        const TracePtr trace = traceOf("outside-to-clusterip", {false, true});
        const auto story = shareStoryOf(*trace, decidingStep(*trace));
        QVERIFY(story.has_value());
        QStringList formulas;
        for (const ShareRow& row : story->rows)
            formulas += row.formula + u' ' + row.result;
        QCOMPARE(formulas, (QStringList{QStringLiteral("1/3 × 1 = 1/3"), QStringLiteral("1/2 × 2/3 = 1/3"),
                                        QStringLiteral("1 × 1/3 = 1/3")}));
        QVERIFY(story->rows[1].chosen);
        QVERIFY(!shareStoryOf(*trace, 0).has_value());
    }
};

QTEST_MAIN(TestModels)
#include "tst_models.moc"
