// The picture in its window: marks move and the layout does not, clicks select, keys lead along the flows, zoom tells
// more or less.
#include "support/kube_rules.h"
#include "ui/graph/chain_graph_view.h"
#include "ui/graph/picture_canvas.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QFile>
#include <QFontMetricsF>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace natwalk;
using namespace Qt::StringLiterals;

namespace {

using Kind = PictureSpot::Kind;

std::vector<std::string> sampleFiles()
{
    const std::string folder = NATWALK_SOURCE_DIR "/samples/nginx_basic/";
    return {folder + "ruleset.save", folder + "scenario.json"};
}

/// A session on a ruleset, and the picture of its first packet.
struct Window
{
    Session session;
    ChainGraphView view{&session};

    explicit Window(const OpenedPtr& opened = openFiles(sampleFiles(), keepGoing), const QSize& size = {974, 390})
    {
        view.resize(size);
        view.show();
        session.setOpened(opened);
        settle();
    }

    void sendTo(std::string_view address)
    {
        Packet packet = session.question()->packet;
        packet.dst = *Address::from(address);
        session.askPacket(packet);
        settle();
    }

    void settle()
    {
        QVERIFY(QTest::qWaitFor([this] { return session.isSettled() && view.isSettled(); }, 20'000));
    }
    PictureCanvas& canvas() { return *view.canvas(); }
    const PathPicture& picture() { return *canvas().picture(); }
    const PictureState& state() { return canvas().state(); }
    QPoint middleOf(const PictureSpot& spot) { return canvas().rectOf(spot).center().toPoint(); }

    std::uint32_t block(std::string_view chain)
    {
        for (std::uint32_t i = 0; i < picture().blocks.size(); ++i)
            if (session.trace()->ruleset->chain(picture().blocks[i].visit.chain).name == chain)
                return i;
        return nowhere;
    }
};

OpenedPtr hundredPods()
{
    std::string text = "*nat\n:SVC - [0:0]\n-A PREROUTING -d 10.0.0.1/32 -j SVC\n";
    for (int i = 1; i <= 100; ++i) {
        const std::string draw =
            i < 100 ? "-m statistic --mode random --probability " + std::to_string(1.0 / (101 - i)) : "";
        text += "-A SVC " + draw + " -j DNAT --to-destination 10.244.0." + std::to_string(i) + "\n";
    }
    return openText(text + "COMMIT\n", QStringLiteral("hundred"), keepGoing);
}

OpenedPtr clusterOf(std::uint32_t services)
{
    const std::string text = test::kubeRules({services, 3, true});
    return openText(text, QStringLiteral("cluster"), keepGoing);
}

bool overlap(const std::vector<QRectF>& rects)
{
    for (std::size_t a = 0; a < rects.size(); ++a)
        for (std::size_t b = 0; b < a; ++b)
            if (rects[a].adjusted(1, 1, -1, -1).intersects(rects[b]))
                return true;
    return false;
}

}  // namespace

class TestGraphView : public QObject
{
    Q_OBJECT

private slots:
    void showsThePathOfASmallSampleAtFullSize()
    {
        Window window;
        QCOMPARE(window.canvas().zoom(), 1.0);
        QVERIFY(window.canvas().visiblePart().contains(window.canvas().geometry().bounds));
    }

    void overlapsNothing_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1440x900") << QSize(974, 390);
        QTest::newRow("1280x720") << QSize(1079, 308);
        QTest::newRow("small") << QSize(500, 200);
        QTest::newRow("wide") << QSize(2000, 1200);
    }
    void overlapsNothing()
    {
        QFETCH(QSize, size);
        for (const OpenedPtr& opened : {openFiles(sampleFiles(), keepGoing), hundredPods()}) {
            Window window(opened, size);
            if (opened->name == u"hundred"_s)
                window.sendTo("10.0.0.1");
            const PictureGeometry& geometry = window.canvas().geometry();
            std::vector<QRectF> rects;
            for (const BlockGeometry& block : geometry.blocks)
                rects.push_back(block.rect);
            for (const EndpointGeometry& endpoint : geometry.endpoints)
                rects.push_back(endpoint.rect);
            for (const GateGeometry& gate : geometry.gates)
                if (!gate.gate.open)
                    rects.push_back(gate.rect);
            QVERIFY2(!overlap(rects), qPrintable(opened->name));
            for (const QRectF& rect : rects)
                QVERIFY(geometry.bounds.contains(rect));
        }
    }

    void overlapsNothingInOtherScopes()
    {
        Window window;
        for (const PictureScope scope : {PictureScope::neighbourhood, PictureScope::all}) {
            window.view.setScope(scope);
            std::vector<QRectF> rects;
            for (const BlockGeometry& block : window.canvas().geometry().blocks)
                rects.push_back(block.rect);
            for (const EndpointGeometry& endpoint : window.canvas().geometry().endpoints)
                rects.push_back(endpoint.rect);
            QVERIFY(!overlap(rects));
            QVERIFY(window.canvas().visiblePart().adjusted(-2, -2, 2, 2).contains(window.canvas().geometry().bounds));
        }
    }

    void movesMarksAndNothingElse()
    {
        Window window;
        std::vector<QRectF> before;
        for (const BlockGeometry& block : window.canvas().geometry().blocks)
            before.push_back(block.rect);
        std::set<std::pair<std::uint32_t, std::uint32_t>> rows;
        for (const std::size_t stop : window.session.stops()) {
            window.session.goTo(stop);
            QCOMPARE(window.state().position, stop);
            if (window.state().current.kind == Kind::row)
                rows.insert({window.state().current.index, window.state().current.row});
            for (std::size_t i = 0; i < before.size(); ++i)
                QCOMPARE(window.canvas().geometry().blocks[i].rect, before[i]);
        }
        QVERIFY(rows.size() >= 4);  // the rules of PREROUTING, KUBE-SERVICES, the Service and its endpoint
        QCOMPARE(window.state().current.kind, Kind::endpoint);
    }

    void looksDifferentAtEachStep()
    {
        Window window;
        window.session.goTo(window.session.stops()[2]);
        const QImage one = window.canvas().grab().toImage();
        window.session.goTo(window.session.stops()[3]);
        QVERIFY(window.canvas().grab().toImage() != one);
        window.session.goTo(window.session.stops()[2]);
        QCOMPARE(window.canvas().grab().toImage(), one);
    }

    void selectsWhatIsClicked()
    {
        Window window;
        const std::uint32_t services = window.block("KUBE-SERVICES");
        QTest::mouseClick(&window.canvas(), Qt::LeftButton, {}, window.middleOf({Kind::row, services, 1}));
        const Selection selection = window.session.selection();
        QCOMPARE(window.session.trace()->ruleset->kernelName(selection.rule), std::string("nat:KUBE-SERVICES:rule:2"));
        QCOMPARE(window.state().selected, (PictureSpot{Kind::row, services, 1}));
        const QRectF rect = window.canvas().rectOf({Kind::block, services, 0});
        QTest::mouseClick(&window.canvas(), Qt::LeftButton, {}, rect.topLeft().toPoint() + QPoint(20, 10));
        QCOMPARE(window.session.selection().rule, noRule);
    }

    void jumpsToTheStepOfADoubleClick()
    {
        Window window;
        const std::uint32_t services = window.block("KUBE-SERVICES");
        QTest::mouseDClick(&window.canvas(), Qt::LeftButton, {}, window.middleOf({Kind::row, services, 0}));
        QCOMPARE(window.session.trace()->ruleset->kernelName(window.session.trace()->ruleAt(window.session.position())),
                 std::string("nat:KUBE-SERVICES:rule:1"));
        QCOMPARE(window.state().current, (PictureSpot{Kind::row, services, 0}));
        QVERIFY(window.session.canGoBack());
    }

    void followsAnotherCourseOnADoubleClick()
    {
        Window window;
        std::uint32_t other = 0;
        while (window.picture().endpoints[other].onCourse)
            ++other;
        const Packet wanted = window.picture().endpoints[other].out;
        QTest::mouseDClick(&window.canvas(), Qt::LeftButton, {}, window.middleOf({Kind::endpoint, other, 0}));
        QCOMPARE(toText(window.session.trace()->packetOut.dst), toText(wanted.dst));
        QVERIFY(window.picture().endpoints[other].onCourse);
    }

    void tellsLessFromFarther()
    {
        QCOMPARE(detailAt(1), Detail::full);
        QCOMPARE(detailAt(0.6), Detail::full);
        QCOMPARE(detailAt(0.59), Detail::titles);
        QCOMPARE(detailAt(0.32), Detail::titles);
        QCOMPARE(detailAt(0.31), Detail::shapes);
        Window window;
        std::vector<QImage> images;
        for (const double zoom : {1.0, 0.45}) {
            window.canvas().setZoom(zoom);
            QCOMPARE(window.canvas().zoom(), zoom);
            images.push_back(window.canvas().grab().toImage());
        }
        QVERIFY(images[0] != images[1]);
    }

    void goesNoFartherThanNeeded()
    {
        Window small;
        small.canvas().setZoom(0.01);
        QCOMPARE(small.canvas().zoom(), 0.25);
        Window large(clusterOf(200));
        large.view.setScope(PictureScope::all);
        large.canvas().setZoom(0.01);
        QVERIFY(large.canvas().visiblePart().adjusted(-2, -2, 2, 2).contains(large.canvas().geometry().bounds));
    }

    void growsWithItsWindow()
    {
        Window window(openFiles(sampleFiles(), keepGoing), {1500, 560});
        QCOMPARE(window.canvas().zoom(), 1.25);
        QVERIFY(window.canvas().visiblePart().adjusted(-2, -2, 2, 2).contains(window.canvas().geometry().bounds));
    }

    void cutsNoNamesWhereThereIsRoom()
    {
        Window narrow;
        Window wide(openFiles(sampleFiles(), keepGoing), {1500, 400});
        const QFontMetricsF metrics(fontFor(Type::rule));
        const auto isWhole = [&metrics](const BlockGeometry& block) {
            return !block.leaf || metrics.horizontalAdvance(block.title) + 24 <= block.rect.width() + 1;
        };
        QVERIFY(!std::ranges::all_of(narrow.canvas().geometry().blocks, isWhole));
        QVERIFY(std::ranges::all_of(wide.canvas().geometry().blocks, isWhole));
    }

    void namesEndsInFull()
    {
        Window window;
        const QFontMetricsF metrics(fontFor(Type::rule));
        for (const EndpointGeometry& endpoint : window.canvas().geometry().endpoints)
            QVERIFY2(metrics.horizontalAdvance(endpoint.label) + 11 <= endpoint.rect.width() + 0.5,
                     qPrintable(endpoint.label));
        QCOMPARE(window.canvas().geometry().endpoints.front().shortLabel, u".157"_s);
    }

    void comesInFromNearby()
    {
        Window window(openFiles(sampleFiles(), keepGoing), {1440, 900});
        const PictureGeometry& geometry = window.canvas().geometry();
        QVERIFY(geometry.entryFrom.x() < geometry.entry.x());
        QVERIFY(geometry.entry.x() - geometry.entryFrom.x() < 80);
        QCOMPARE(geometry.entryFrom.y(), geometry.entry.y());
    }

    void setsTablesApart()
    {
        Window window(clusterOf(3));
        QVERIFY(window.canvas().geometry().parts.empty());
        window.view.setScope(PictureScope::all);
        const PictureGeometry& geometry = window.canvas().geometry();
        std::vector<QRectF> parts;
        for (const PartGeometry& part : geometry.parts)
            parts.push_back(part.rect);
        QVERIFY(parts.size() >= 2);
        QVERIFY(!overlap(parts));
        for (std::size_t i = 0; i < window.picture().mainBlocks; ++i) {
            const QString table = QString::fromUtf8(nameOf(window.picture().blocks[i].visit.phase.table).data());
            for (const PartGeometry& part : geometry.parts)
                QCOMPARE(part.rect.contains(geometry.blocks[i].rect), part.title == table);
        }
    }

    void setsServicesIntoTheRoom_data()
    {
        QTest::addColumn<int>("services");
        QTest::newRow("200") << 200;
        QTest::newRow("1,000") << 1000;
        QTest::newRow("5,000") << 5000;
    }
    void setsServicesIntoTheRoom()
    {
        QFETCH(int, services);
        Window window(clusterOf(static_cast<std::uint32_t>(services)));
        window.view.setScope(PictureScope::all);
        const PictureGeometry& geometry = window.canvas().geometry();
        QVERIFY(window.canvas().visiblePart().adjusted(-2, -2, 2, 2).contains(geometry.bounds));
        std::vector<QRectF> groups;
        for (const GroupGeometry& group : geometry.groups) {
            groups.push_back(group.rect);
            for (const QRectF& cell : group.cells)
                QVERIFY(group.rect.adjusted(0, group.title.height(), 1, 1).contains(cell));
        }
        QVERIFY(!overlap(groups));
        QCOMPARE(geometry.dispatcherTitle, u"KUBE-SERVICES"_s);
    }

    void zoomsByWheelAroundThePointer()
    {
        Window window;
        const QPointF at(300, 200);
        window.canvas().setZoom(1.5);
        const QPointF before = (at - window.canvas().rectOf({Kind::block, 0, 0}).topLeft()) / window.canvas().zoom();
        QWheelEvent event(at, window.canvas().mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&window.canvas(), &event);
        QCOMPARE(window.canvas().zoom(), 1.875);
        const QPointF after = (at - window.canvas().rectOf({Kind::block, 0, 0}).topLeft()) / window.canvas().zoom();
        QVERIFY((before - after).manhattanLength() < 2);
    }

    void fitsEverything()
    {
        Window window(hundredPods(), {420, 260});
        window.sendTo("10.0.0.1");
        window.canvas().setZoom(2);
        QVERIFY(!window.canvas().visiblePart().contains(window.canvas().geometry().bounds));
        QTest::keyClick(&window.canvas(), Qt::Key_0);
        QVERIFY(window.canvas().visiblePart().adjusted(-2, -2, 2, 2).contains(window.canvas().geometry().bounds));
    }

    void leadsAlongTheFlowsByKeyboard()
    {
        Window window;
        window.session.goTo(window.session.trace()->steps.size() - 1);
        QTest::mouseClick(&window.canvas(), Qt::LeftButton, {}, window.middleOf({Kind::row, 0, 0}));
        QTest::keyClick(&window.canvas(), Qt::Key_T);
        QCOMPARE(window.state().selected, (PictureSpot{Kind::block, window.block("KUBE-SERVICES"), 0}));
        QTest::keyClick(&window.canvas(), Qt::Key_Right);
        QTest::keyClick(&window.canvas(), Qt::Key_Right);
        const std::uint32_t service = window.block("KUBE-SVC-WWRFY3PZ7W3FGMQW");
        QCOMPARE(window.state().selected, (PictureSpot{Kind::block, service, 0}));
        QTest::keyClick(&window.canvas(), Qt::Key_Down);
        QTest::keyClick(&window.canvas(), Qt::Key_F);
        QCOMPARE(window.state().selected, (PictureSpot{Kind::row, service, 1}));
        QTest::keyClick(&window.canvas(), Qt::Key_Left);
        QTest::keyClick(&window.canvas(), Qt::Key_Left);
        QCOMPARE(window.state().selected, (PictureSpot{Kind::row, window.block("KUBE-SERVICES"), 0}));
    }

    void reachesTheEndByKeyboard()
    {
        Window window;
        for (int i = 0; i < 40 && window.state().selected.kind != Kind::endpoint; ++i)
            QTest::keyClick(&window.canvas(), Qt::Key_Right);
        QCOMPARE(window.state().selected.kind, Kind::endpoint);
    }

    void unfoldsByEnterAndByClick()
    {
        std::string rules = "*nat\n:A - [0:0]\n-A PREROUTING -j A\n";
        for (int i = 1; i <= 9; ++i)
            rules += "-A A -d 10.1.0." + std::to_string(i) + "/32 -j ACCEPT\n";
        rules += "-A A -j DNAT --to-destination 10.244.0.1\nCOMMIT\n";
        Window window(openText(rules, QStringLiteral("folds"), keepGoing));
        window.sendTo("10.9.9.9");
        const std::uint32_t chain = window.block("A");
        QCOMPARE(window.picture().blocks[chain].rows.size(), std::size_t{2});
        QTest::mouseClick(&window.canvas(), Qt::LeftButton, {}, window.middleOf({Kind::row, chain, 0}));
        QCOMPARE(window.picture().blocks[window.block("A")].rows.size(), std::size_t{10});
    }

    void drawsTrialsBesideExactShares()
    {
        Window window;
        QCOMPARE(window.state().observed.size(), window.picture().endpoints.size());
        for (std::size_t i = 0; i < window.state().observed.size(); ++i) {
            const auto& observed = window.state().observed[i];
            QVERIFY(observed.has_value());
            QVERIFY(std::abs(observed->share - window.picture().endpoints[i].share) < window.state().axis);
        }
    }

    void changesScopeByKey()
    {
        Window window;
        QSignalSpy changes(&window.view, &ChainGraphView::scopeChanged);
        QTest::keyClick(&window.canvas(), Qt::Key_3);
        QCOMPARE(window.view.scope(), PictureScope::all);
        QTest::keyClick(&window.canvas(), Qt::Key_1);
        QCOMPARE(window.view.scope(), PictureScope::path);
        QCOMPARE(changes.count(), 2);
    }

    void writesFiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("PNG") << u"way.png"_s << QByteArray("\x89PNG");
        QTest::newRow("PDF") << u"way.pdf"_s << QByteArray("%PDF");
        QTest::newRow("SVG") << u"way.svg"_s << QByteArray("<?xml");
    }
    void writesFiles()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, begins);
        Window window;
        const QTemporaryDir folder;
        QVERIFY(window.view.exportTo(folder.filePath(name)));
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(begins));
    }

    void dimsWhatThePointerIsNotOn()
    {
        Window window;
        const std::uint32_t other = window.block("KUBE-SEP-2422Y4UT42X3LJXA");
        QTest::mouseMove(&window.canvas(), window.middleOf({Kind::block, other, 0}));
        QTRY_VERIFY(window.state().lit.has_value());
        QVERIFY(window.state().lit->contains(window.block("KUBE-SERVICES")));
        QVERIFY(!window.state().lit->contains(window.block("KUBE-SEP-FGYAQDFXQTLSKPFT")));
    }

    void saysWhatItShows()
    {
        Window window;
        window.session.goTo(window.session.stops()[1]);
        QVERIFY(!window.canvas().accessibleName().isEmpty());
        QVERIFY(window.canvas().accessibleDescription().contains(QStringLiteral("PREROUTING")));
    }
};

QTEST_MAIN(TestGraphView)
#include "tst_graph_view.moc"
