// The histogram: exact shares beside observed ones, trials that can be cancelled and looked at one by one.
#include "probability/find_trial.h"
#include "ui/plots/histogram_view.h"
#include "ui/plots/share_bars.h"
#include "ui/plots/shares_page.h"
#include "ui/session.h"

#include <QFile>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace natwalk;
using namespace Qt::StringLiterals;

namespace {

OpenedPtr sample()
{
    const std::string folder = NATWALK_SOURCE_DIR "/samples/nginx_basic/";
    return openFiles({folder + "ruleset.save", folder + "scenario.json"}, keepGoing);
}

struct Window
{
    Session session;
    HistogramView view{&session};

    explicit Window(const OpenedPtr& opened = sample())
    {
        view.resize(975, 300);
        view.show();
        session.setOpened(opened);
        settle();
    }

    void settle()
    {
        QVERIFY(QTest::qWaitFor([this] { return session.isSettled(); }, 20'000));
    }
    SharePlot& plot() { return *view.plot(); }
    std::size_t shownEnd() { return *session.outcome(); }

    void run(int count, int seed)
    {
        const auto boxes = view.findChildren<QSpinBox*>();
        boxes[0]->setValue(count);
        boxes[1]->setValue(seed);
        QTest::mouseClick(view.findChildren<QPushButton*>()[0], Qt::LeftButton);
    }
};

OpenedPtr manyPods(int pods)
{
    std::string text = "*nat\n:SVC - [0:0]\n-A PREROUTING -d 10.0.0.1/32 -j SVC\n";
    for (int i = 1; i <= pods; ++i) {
        const std::string draw =
            i < pods ? "-m statistic --mode random --probability " + std::to_string(1.0 / (pods + 1 - i)) : "";
        text += "-A SVC " + draw + " -j DNAT --to-destination 10.244." + std::to_string(i / 250) + "."
                + std::to_string(i % 250 + 1) + "\n";
    }
    return openText(text + "COMMIT\n", QStringLiteral("pods"), keepGoing);
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestHistogram : public QObject
{
    Q_OBJECT

private slots:
    void showsTheExactShares()
    {
        Window window;
        const auto& bars = window.plot().bars();
        const auto& outcomes = window.session.distribution()->outcomes;
        QCOMPARE(bars.size(), outcomes.size());
        for (std::size_t i = 0; i < bars.size(); ++i) {
            QCOMPARE(bars[i].exact, outcomes[i].probability);
            QCOMPARE(bars[i].label, QString::fromStdString(*outcomes[i].endpoint));
        }
    }

    void showsWhatTrialsCounted()
    {
        Window window;
        window.run(5000, 7);
        QTRY_VERIFY(!window.session.trialsRunning() && window.session.trials()
                    && window.session.trials()->done == 5000);
        std::uint64_t all = 0;
        for (const ShareBar& bar : window.plot().bars()) {
            QVERIFY(bar.observed && bar.observed->low < bar.observed->share
                    && bar.observed->share < bar.observed->high);
            all += bar.count;
        }
        QCOMPARE(all, std::uint64_t{5000});
        QCOMPARE(window.session.plan().seed, std::uint64_t{7});
    }

    void givesTheSameTrialsForTheSameSeed()
    {
        Window window;
        const auto countsOf = [&](int seed) {
            window.run(3000, seed);
            window.settle();
            return window.session.trials()->counts;
        };
        const auto first = countsOf(11);
        QVERIFY(countsOf(12) != first);
        QCOMPARE(countsOf(11), first);
    }

    void replaysATrialThatEndedThere()
    {
        Window window;
        for (int bar = 0; bar < 3; ++bar) {
            QTest::mouseClick(window.plot().childAt(window.plot().centreOf(bar)), Qt::LeftButton, {},
                              window.plot().centreOf(bar));
            QTRY_COMPARE(window.shownEnd(), static_cast<std::size_t>(bar));
            QVERIFY(window.plot().bars()[static_cast<std::size_t>(bar)].isShown);
        }
    }

    void findsTrialsOneAfterTheOther()
    {
        Window window;
        const auto& distribution = *window.session.distribution();
        const auto trials = window.session.trials();
        const auto first = findTrial(*window.session.question(), *trials, 1, 0, 1000);
        QVERIFY(first.has_value());
        const auto second = findTrial(*window.session.question(), *trials, 1, *first + 1, 1000);
        QVERIFY(second && *second > *first);
        const TracePtr trace = replayTrial(*window.session.question(), window.session.plan(), *second);
        QCOMPARE(distribution.outcomeOf(trace->verdict, trace->packetOut), std::optional<std::size_t>(1));
    }

    void stopsWhenCancelled()
    {
        Window window;
        window.run(100'000'000, 1);
        auto* cancel = window.view.findChildren<QPushButton*>()[1];
        QTRY_VERIFY(cancel->isVisible() && window.session.trials());
        QVERIFY(window.view.findChild<QProgressBar*>()->isVisible());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QTRY_VERIFY(!window.session.trialsRunning());
        QVERIFY(window.session.trials()->done < 100'000'000);
        QTRY_VERIFY(!cancel->isVisible());
    }

    void replaysByKeyboard()
    {
        Window window;
        window.plot().setFocus();
        QTest::keyClick(&window.plot(), Qt::Key_Down);
        QTest::keyClick(&window.plot(), Qt::Key_Down);
        QTest::keyClick(&window.plot(), Qt::Key_Return);
        QTRY_COMPARE(window.shownEnd(), std::size_t{1});
    }

    void tellsTheSmallestInOne()
    {
        Window window(manyPods(400));
        Packet packet = window.session.question()->packet;
        packet.dst = *Address::from("10.0.0.1");
        window.session.askPacket(packet);
        window.settle();
        const auto bars = shareBars(*window.session.distribution(), nullptr, 399, 50);
        QCOMPARE(bars.size(), std::size_t{51});  // 49, the one shown, the others
        QVERIFY(bars[49].isShown);
        double sum = 0;
        for (const ShareBar& bar : bars)
            sum += bar.exact;
        QVERIFY(std::abs(sum - 1) < 1e-9);
        QCOMPARE(bars.back().outcome, ShareBar::others);
    }

    void writesFiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("PNG") << u"shares.png"_s << QByteArray("\x89PNG");
        QTest::newRow("PDF") << u"shares.pdf"_s << QByteArray("%PDF");
        QTest::newRow("SVG") << u"shares.svg"_s << QByteArray("<?xml");
        QTest::newRow("CSV") << u"shares.csv"_s << QByteArray("end,exact,count");
    }
    void writesFiles()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, begins);
        Window window;
        const QTemporaryDir folder;
        const QString path = folder.filePath(name);
        QVERIFY(window.view.exportTo(path));
        QVERIFY(contentOf(path).startsWith(begins));
        QVERIFY(!window.view.exportTo(folder.filePath(u"no/such/folder/"_s + name)));
    }

    void writesOneLineForEachEnd()
    {
        Window window;
        const QStringList lines = csvOf(window.plot().bars()).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[1].startsWith(QStringLiteral("\"192.168.166.157:80\",0.333333333")));
    }
};

QTEST_MAIN(TestHistogram)
#include "tst_histogram.moc"
