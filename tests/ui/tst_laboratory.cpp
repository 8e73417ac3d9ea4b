// The laboratory: counts from the cluster judged as the command line judges them, shares that settle, draws, clients.
#include "probability/measured.h"
#include "ui/graph/flat_button.h"
#include "ui/laboratory/judgement_panel.h"
#include "ui/laboratory/laboratory.h"
#include "ui/laboratory/measured_panel.h"
#include "ui/laboratory/plan_panel.h"
#include "ui/plots/client_map.h"
#include "ui/plots/convergence_plot.h"
#include "ui/plots/draws_view.h"
#include "ui/plots/shares_page.h"
#include "ui/plots/sources_view.h"
#include "ui/session.h"
#include "ui/translate.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

using namespace natwalk;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;

OpenedPtr sample()
{
    const std::string folder = NATWALK_SOURCE_DIR "/samples/nginx_basic/";
    return openFiles({folder + "ruleset.save", folder + "scenario.json"}, keepGoing);
}

struct Window
{
    Session session;
    Laboratory laboratory{&session};

    explicit Window(const OpenedPtr& opened = sample())
    {
        laboratory.show();
        QVERIFY(QTest::qWaitForWindowActive(&laboratory));  // else it hears no shortcut
        session.setOpened(opened);
        settle();
    }

    void settle()
    {
        QVERIFY(QTest::qWaitFor([this] { return session.isSettled(); }, patience));
    }

    void measure(const QString& text)
    {
        laboratory.showSource(Laboratory::measuredSource);
        laboratory.measured()->setText(text);
        laboratory.measured()->apply();
        settle();
    }
    const std::vector<ShareBar>& bars() const { return laboratory.shares()->bars(); }
    QString judgement() const { return laboratory.judgement()->text(); }
};

const QString skewed = u"192.168.166.157:80 420\n192.168.166.162:80,300\n  280 192.168.166.166:80\n"_s;
const QString fair = u"{\"192.168.166.157:80\": 340, \"192.168.166.162:80\": 330, \"192.168.166.166:80\": 330}"_s;

}  // namespace

class TestLaboratory : public QObject
{
    Q_OBJECT

private slots:
    void judgesWhatSomebodyBrings_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<MessageId>("sentence");
        QTest::newRow("skewed") << skewed << MessageId::TooLargeForChance;
        QTest::newRow("fair, as JSON") << fair << MessageId::ConsistentWithChance;
        QTest::newRow("elsewhere") << skewed + u"10.9.9.9:80 3\n"_s << MessageId::CannotBeChance;
    }
    void judgesWhatSomebodyBrings()
    {
        QFETCH(QString, text);
        QFETCH(MessageId, sentence);
        Window window;
        window.measure(text);
        QVERIFY(window.session.measurement());
        // The same as the command line finds.
        const Measured wanted = measuredBy(*window.session.distribution(), readCounts(text.toStdString()).counts);
        const Judgement& found = window.session.measurement()->found.judgement;
        QCOMPARE(found.sentence.id, sentence);
        QCOMPARE(found.sentence, wanted.judgement.sentence);
        QCOMPARE(found.pValue, wanted.judgement.pValue);
        QVERIFY(window.judgement().contains(translated(wanted.judgement.sentence)));
    }

    void showsMeasuredCountsInTheHistogram()
    {
        Window window;
        window.measure(skewed);
        QCOMPARE(window.bars().size(), std::size_t{3});
        QCOMPARE(window.bars()[0].count, std::uint64_t{420});
        const Interval interval = wilson(420, 1000);
        QCOMPARE(window.bars()[0].observed->low, interval.low);
        QCOMPARE(window.bars()[0].observed->high, interval.high);
        window.laboratory.showSource(Laboratory::trialsSource);
        window.settle();
        QVERIFY(!window.session.measurement());
        QCOMPARE(window.bars()[0].count, window.session.trials()->counts[0]);
    }

    void showsWhatWasCountedElsewhere()
    {
        Window window;
        window.measure(skewed + u"10.9.9.9:80 3\n"_s);
        QCOMPARE(window.bars().size(), std::size_t{4});
        QCOMPARE(window.bars().back().count, std::uint64_t{3});
        QCOMPARE(window.bars().back().exact, 0.0);
    }

    void weighsRequestsByTheirConnections()
    {
        Window window;
        window.measure(skewed);
        const double pAsConnections = *window.session.measurement()->found.judgement.pValue;
        auto* unit = window.laboratory.measured()->findChild<QComboBox*>();
        auto* each = window.laboratory.measured()->findChild<QDoubleSpinBox*>();
        QVERIFY(!each->isVisible());
        unit->setCurrentIndex(1);
        window.settle();
        QVERIFY(each->isVisible());
        const Judgement& found = window.session.measurement()->found.judgement;
        QVERIFY(*found.pValue > 100 * pAsConnections);
        QVERIFY(window.judgement().contains(translated(found.keepAlive)));
        QVERIFY(window.bars()[0].observed->high > wilson(420, 1000).high);
    }

    void namesLinesThatHoldNoCount()
    {
        Window window;
        window.measure(skewed + u"web-1 many\n"_s);
        const auto* text = window.laboratory.measured()->findChild<QPlainTextEdit*>();
        QCOMPARE(text->extraSelections().size(), 1);
        QCOMPARE(text->extraSelections().front().cursor.blockNumber(), 3);
        QVERIFY(window.judgement().contains(u"web-1 many"_s));
        QCOMPARE(window.session.measurement()->found.total(), std::uint64_t{1000});  // the others count
        window.measure(skewed);
        QVERIFY(text->extraSelections().isEmpty());
    }

    void takesTheCountersOfTheDump()
    {
        Window window(openText(u"*nat\n:A - [0:0]\n-A PREROUTING -j A\n"
                               "[70:0] -A A -p tcp -m statistic --mode random --probability 0.5 -j DNAT "
                               "--to-destination 10.244.0.2\n"
                               "[30:0] -A A -p tcp -j DNAT --to-destination 10.244.0.3\nCOMMIT\n"_s.toStdString(),
                               u"counted"_s, keepGoing));
        window.laboratory.showSource(Laboratory::measuredSource);
        window.laboratory.measured()->findChild<QCheckBox*>()->setChecked(true);
        window.settle();
        QVERIFY(window.session.measurement());
        QCOMPARE(window.session.measurement()->found.counts, (std::vector<std::uint64_t>{70, 30}));
        QVERIFY(window.judgement().contains(translated(message(MessageId::CountersAreReset))));
    }

    void showsWhatWasMeasuredElsewhere()
    {
        Window window;
        window.session.measure({.text = skewed});
        window.settle();
        QVERIFY(window.session.measurement());
        QCOMPARE(window.session.measurement()->input.text, skewed);
        QVERIFY(!window.laboratory.measured()->isEmpty());
    }

    void saysWhenThereAreNoCounters()
    {
        Window window(openText("*nat\n-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.2\nCOMMIT\n", u"plain"_s,
                               keepGoing));
        window.laboratory.showSource(Laboratory::measuredSource);
        window.laboratory.measured()->findChild<QCheckBox*>()->setChecked(true);
        window.settle();
        QVERIFY2(window.judgement().contains(translated(message(MessageId::NoCounters))),
                 qPrintable(window.judgement()));
    }

    void judgesTheSameCountsOfThePacketAskedNext()
    {
        Window window;
        window.measure(skewed);
        Packet packet = window.session.question()->packet;
        packet.dport = 81;  // no service
        window.session.askPacket(packet);
        window.settle();
        QCOMPARE(window.session.measurement()->found.judgement.sentence.id, MessageId::CannotBeChance);
    }

    void tellsTheFigures()
    {
        Window window;
        const Judgement& found = window.session.trials()->judgement;
        QVERIFY(window.judgement().contains(translated(found.sentence)));
        QVERIFY(window.judgement().contains(u"χ² = "_s + QLocale().toString(found.chiSquare, 'f', 2)));
        QVERIFY(window.judgement().contains(QLocale().toString(*found.smallestSkew * 100, 'f', 2)));
    }

    void showsHowSharesSettle()
    {
        Window window;
        const Convergence& shown = window.laboratory.convergence()->convergence();
        QCOMPARE(shown.lines.size(), std::size_t{3});
        QVERIFY(shown.trials.size() > 20);
        QVERIFY(std::ranges::is_sorted(shown.trials));
        QVERIFY(shown.trials.front() <= 10);
        QCOMPARE(shown.trials.back(), 100'000.0);
        for (std::size_t end = 0; end < 3; ++end) {
            const double last = static_cast<double>(window.session.trials()->counts[end]) / 100'000;
            QCOMPARE(shown.lines[end].shares.back(), last);
            QVERIFY(std::abs(shown.lines[end].exact - 1.0 / 3) < 1e-9);
        }
    }

    void drawsTheCurveWhileTrialsRun()
    {
        Window window;
        window.laboratory.showPage(Laboratory::convergencePage);
        TrialPlan plan;
        plan.count = 2'000'000'000;
        window.session.runTrials(plan);
        QTRY_VERIFY(window.session.trialsRunning() && window.laboratory.convergence()->convergence().trials.size() > 1);
        window.session.cancelTrials();
    }

    void choosesALineByKeyboard()
    {
        Window window;
        auto* plot = window.laboratory.convergence();
        const int first = plot->currentLine();
        QTest::keyClick(plot, first == 0 ? Qt::Key_Down : Qt::Key_Up);
        QVERIFY(plot->currentLine() != first);
    }

    void tellsWhatEachRuleTakes()
    {
        Window window;
        window.laboratory.showPage(Laboratory::drawsPage);
        const auto* view = window.laboratory.draws();
        QTRY_COMPARE(view->rules().rowCount(), 3);
        const DrawRow& second = view->rules().rows()[1];
        QCOMPARE(second.meant, u"1/2"_s);
        QVERIFY(std::abs(second.reached - 2.0 / 3) < 1e-9);
        QVERIFY(std::abs(second.share - 1.0 / 3) < 1e-9);
        QCOMPARE(view->ways().rowCount(), 3);
        QCOMPARE(view->ways().rows()[1].draws, u"not 0.33333 at rule 1, then 0.5 at rule 2"_s);
    }

    void showsHowKubeProxyWritesShares()
    {
        Window window;
        window.laboratory.showPage(Laboratory::drawsPage);
        window.laboratory.draws()->showExample(7);
        const auto rules = shareRules(7);
        const auto& rows = window.laboratory.draws()->rules().rows();
        QCOMPARE(rows.size(), rules.size());
        for (std::size_t i = 0; i < rules.size(); ++i) {
            QCOMPARE(rows[i].share, rules[i].share);
            QCOMPARE(rows[i].meant, QStringLiteral("1/%1").arg(7 - i).replace(u"1/1"_s, u"1"_s));
        }
    }

    void runsThePlan()
    {
        Window window;
        auto* plan = window.laboratory.plan();
        plan->choose(PlanPanel::manyClients);
        QVERIFY(plan->plan());
        QCOMPARE(plan->plan()->clients.count, 100U);
        window.laboratory.plan()->findChildren<QSpinBox*>()[0]->setValue(2000);
        plan->run();
        window.settle();
        const auto trials = window.session.trials();
        QCOMPARE(trials->done, std::uint64_t{2000});
        QVERIFY(trials->history);
        const auto& clients = window.laboratory.clients()->clients();
        QCOMPARE(clients.size(), std::size_t{100});
        quint64 connections = 0;
        for (const ClientRow& client : clients)
            connections += client.connections;
        QCOMPARE(connections, quint64{2000});
        QVERIFY(!window.laboratory.clients()->sentence().isEmpty());
    }

    void refusesANetworkTooSmall()
    {
        Window window;
        auto* plan = window.laboratory.plan();
        plan->choose(PlanPanel::manyClients);
        auto* network = plan->findChild<QLineEdit*>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(network != nullptr);
        network->setText(u"10.0.0.0/30"_s);
        QVERIFY(!plan->plan());
        network->setText(u"10.0.0.0/24"_s);
        QVERIFY(plan->plan());
        network->setText(u"10.0.0.0/33"_s);
        QVERIFY(!plan->plan());
    }

    void savesAndCopiesEachPage_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<QString>("heading");
        QTest::newRow("shares") << int(Laboratory::sharesPage) << u"end,exact,count"_s;
        QTest::newRow("convergence") << int(Laboratory::convergencePage) << u"trials,"_s;
        QTest::newRow("draws") << int(Laboratory::drawsPage) << u"rule,written"_s;
        QTest::newRow("clients") << int(Laboratory::clientsPage) << u"client,connections"_s;
    }
    void savesAndCopiesEachPage()
    {
        QFETCH(int, page);
        QFETCH(QString, heading);
        Window window;
        window.laboratory.showPage(static_cast<Laboratory::Page>(page));
        window.settle();
        Exhibit& exhibit = *window.laboratory.exhibit();
        QVERIFY(exhibit.csv().startsWith(heading));
        const QTemporaryDir folder;
        const std::pair<QString, QByteArray> kinds[] = {
            {u"png"_s, "\x89PNG"}, {u"svg"_s, "<?xml"}, {u"pdf"_s, "%PDF"}, {u"csv"_s, heading.toUtf8()}};
        for (const auto& [kind, begin] : kinds) {
            const QString path = folder.filePath(u"plot."_s + kind);
            QVERIFY(save(exhibit, path));
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(file.readAll().startsWith(begin));
            QVERIFY(!save(exhibit, folder.filePath(u"no/such/folder/plot."_s + kind)));
        }
        copyPicture(exhibit.pictureSize(),
                    [&](QPaintDevice& device, double scale) { return exhibit.paintOn(device, scale); });
        const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
        QVERIFY(copied->hasImage());
        QVERIFY(copied->data(u"image/svg+xml"_s).startsWith("<?xml"));
    }

    void turnsPagesByKeyboard()
    {
        Window window;
        QTest::keyClick(&window.laboratory, Qt::Key_3, Qt::AltModifier);
        QCOMPARE(window.laboratory.exhibit()->fileName(), u"draws"_s);
        QTest::keyClick(&window.laboratory, Qt::Key_1, Qt::AltModifier);
        QCOMPARE(window.laboratory.exhibit()->fileName(), u"shares"_s);
    }

    void namesAllThatCanBeReached()
    {
        Window window;
        for (const QWidget* widget : window.laboratory.findChildren<QWidget*>()) {
            const bool isPlot = qobject_cast<const PlotWidget*>(widget) != nullptr;
            const bool isField = qobject_cast<const QAbstractSpinBox*>(widget) != nullptr
                                 || qobject_cast<const QComboBox*>(widget) != nullptr
                                 || qobject_cast<const QPlainTextEdit*>(widget) != nullptr;
            if (isPlot || isField)
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }

    void asksManySourcesByTheirWeights()
    {
        Window window;
        window.laboratory.showPage(Laboratory::sourcesPage);
        SourcesView* view = window.laboratory.sources();
        view->setText(u"203.0.113.0/24 3\noutside = 1  # and whoever else\n"_s);
        QTRY_VERIFY(view->found());
        QCOMPARE(view->found()->packets.size(), std::size_t{2});
        QCOMPARE(view->sources().rows()[0].weight, u"75.0\u00a0%"_s);
        QVERIFY(view->sources().rows()[1].source == u"outside");
        QCOMPARE(view->plot()->bars().size(), std::size_t{3});
        for (const ShareBar& bar : view->plot()->bars())
            QVERIFY(std::abs(bar.exact - 1.0 / 3) < 1e-8);
        QCOMPARE(view->csv().split(u'\n').size(), qsizetype{1 + 6 + 1});
    }

    void saysWhichSourceIsWrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("remark");
        QTest::newRow("weight") << u"pod\npod -2"_s << u"Line 2: a source weighs a number above 0."_s;
        QTest::newRow("word") << u"\nnowhere"_s
                              << u"Line 2: neither outside, pod, node nor a network of the packet's family."_s;
        QTest::newRow("family") << u"2001:db8::/32"_s
                                << u"Line 1: neither outside, pod, node nor a network of the packet's family."_s;
        QTest::newRow("nobody") << u"# nobody\n"_s << u"No source yet."_s;
    }
    void saysWhichSourceIsWrong()
    {
        QFETCH(QString, text);
        QFETCH(QString, remark);
        Window window;
        window.laboratory.showPage(Laboratory::sourcesPage);
        window.laboratory.sources()->setText(text);
        QCOMPARE(window.laboratory.sources()->remark(), remark);
        QVERIFY(!window.laboratory.sources()->found());
        QVERIFY(window.laboratory.sources()->plot()->bars().empty());
    }

    void asksAllWaysIntoAllServices()
    {
        Window window;
        window.laboratory.showPage(Laboratory::sourcesPage);
        SourcesView* view = window.laboratory.sources();
        view->choose(SourcesView::allWays);
        QTRY_VERIFY(view->found());
        QVERIFY(view->found()->packets.size() > 3);
        // Some come through this host to an endpoint, some from it.
        QSet<QString> titles;
        for (const ShareBar& bar : view->plot()->bars())
            titles += bar.label;
        QCOMPARE(titles.size(), static_cast<qsizetype>(view->plot()->bars().size()));
        QVERIFY(titles.contains(u"192.168.166.157:80"_s)
                && titles.contains(u"192.168.166.157:80, sent by this host"_s));
        // A row shows the walk of its packet.
        auto* table = view->findChild<QTableView*>();
        const Packet wanted = view->found()->packets[1].packet;
        emit table->activated(table->model()->index(1, 0));
        QCOMPARE(window.session.question()->packet, wanted);
    }

    void goesThroughTheClientsByKeyboard()
    {
        Window window;
        TrialPlan plan = window.session.plan();
        plan.count = 1000;
        plan.clients.count = 100;
        window.session.runTrials(plan);
        window.settle();
        window.laboratory.showPage(Laboratory::clientsPage);
        ClientMap* map = window.laboratory.clients();
        map->setFocus();
        QTRY_VERIFY(map->hasFocus());
        QTest::keyClick(map, Qt::Key_Down);
        QCOMPARE(map->currentClient(), 0);
        QVERIFY(map->currentWords().startsWith(map->clients()[0].client));
        QCOMPARE(map->accessibleDescription(), map->currentWords());
        QTest::keyClick(map, Qt::Key_PageDown);
        QTest::keyClick(map, Qt::Key_Down);
        QCOMPARE(map->currentClient(), 25);
        QTest::keyClick(map, Qt::Key_End);
        QCOMPARE(map->currentClient(), 99);
        QTest::keyClick(map, Qt::Key_Down);
        QCOMPARE(map->currentClient(), 99);
        QTest::keyClick(map, Qt::Key_Home);
        QCOMPARE(map->currentClient(), 0);
    }

    void showsATrialByItsNumber()
    {
        Window window;
        TrialPlan plan = window.session.plan();
        plan.count = 3000;
        plan.clients.count = 10;
        plan.clients.connectionsPerSecond = 1;
        window.session.runTrials(plan);
        window.settle();
        QPushButton* show = nullptr;
        for (QPushButton* button : window.laboratory.plan()->findChildren<QPushButton*>())
            if (button->text() == u"&Show")
                show = button;
        QSpinBox* number = nullptr;
        for (QSpinBox* box : window.laboratory.plan()->findChildren<QSpinBox*>())
            if (box->accessibleName() == u"Number of a trial, from 0")
                number = box;
        QVERIFY(show && number);
        QCOMPARE(number->maximum(), 2999);
        number->setValue(2500);
        show->click();
        QTRY_COMPARE(window.session.trace()->before.clock, window.session.question()->before->clock + 2500.0);
    }

    /// While trials run, their curve begins at the first ones.
    void showsEarlyTrialsWhileRunning()
    {
        Window window;
        TrialPlan plan = window.session.plan();
        plan.count = 500'000'000;
        window.session.runTrials(plan);
        const ConvergencePlot* plot = window.laboratory.convergence();
        QTRY_VERIFY(!plot->convergence().isEmpty() && plot->convergence().trials.size() > 30);
        QVERIFY(window.session.trialsRunning());
        QCOMPARE(plot->convergence().trials.front(), 1.0);
        QVERIFY(std::ranges::is_sorted(plot->convergence().trials));
        window.session.cancelTrials();
    }

    /// Also where much more was measured than expected, figures stand whole in the plot.
    void keepsFiguresInsideThePlot()
    {
        Window window;
        window.measure(u"192.168.166.157:80 4200\n192.168.166.162:80 130\n192.168.166.166:80 170\n"_s);
        auto* plot = window.laboratory.shares()->findChild<QCustomPlot*>();
        plot->replot();
        int figures = 0;
        for (int i = 0; i < plot->itemCount(); ++i)
            if (const auto* text = qobject_cast<QCPItemText*>(plot->item(i))) {
                ++figures;
                QVERIFY2(text->right->pixelPosition().x() <= plot->width(), qPrintable(text->text()));
            }
        QCOMPARE(figures, 6);
    }
};

QTEST_MAIN(TestLaboratory)
#include "tst_laboratory.moc"
