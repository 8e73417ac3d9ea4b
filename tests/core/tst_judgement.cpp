// Intervals and chi-square against values known elsewhere, and the sentence that follows from them.
#include "probability/judgement.h"

#include <QTest>

#include <cmath>

using namespace natwalk;

class TestJudgement : public QObject
{
    Q_OBJECT

private slots:
    void givesWilsonsInterval_data()
    {
        QTest::addColumn<quint64>("count");
        QTest::addColumn<quint64>("total");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        // R: prop.test(count, total, correct = FALSE)$conf.int
        QTest::newRow("one half of 10") << quint64{5} << quint64{10} << 0.2365931 << 0.7634069;
        QTest::newRow("one tenth of 100") << quint64{10} << quint64{100} << 0.0552291 << 0.1743657;
        QTest::newRow("none of 10") << quint64{0} << quint64{10} << 0.0 << 0.2775328;
        QTest::newRow("all of 10") << quint64{10} << quint64{10} << 0.7224672 << 1.0;
        QTest::newRow("none of none") << quint64{0} << quint64{0} << 0.0 << 1.0;
    }
    void givesWilsonsInterval()
    {
        QFETCH(quint64, count);
        QFETCH(quint64, total);
        QFETCH(double, low);
        QFETCH(double, high);
        const Interval interval = wilson(count, total);
        QVERIFY(std::abs(interval.low - low) < 5e-8);
        QVERIFY(std::abs(interval.high - high) < 5e-8);
        QVERIFY(interval.low <= interval.share && interval.share <= interval.high);
    }

    void givesPearsonsChiSquare_data()
    {
        QTest::addColumn<std::vector<double>>("expected");
        QTest::addColumn<std::vector<std::uint64_t>>("counts");
        QTest::addColumn<double>("chiSquare");
        QTest::addColumn<unsigned>("degrees");
        QTest::addColumn<double>("pValue");
        using Shares = std::vector<double>;
        using Counts = std::vector<std::uint64_t>;
        const Shares thirds(3, 1.0 / 3);
        QTest::newRow("as expected") << thirds << Counts{100, 100, 100} << 0.0 << 2U << 1.0;
        // two degrees: p = exp(-x / 2)
        QTest::newRow("two degrees") << thirds << Counts{90, 100, 110} << 2.0 << 2U << std::exp(-1.0);
        QTest::newRow("far off") << thirds << Counts{60, 100, 140} << 32.0 << 2U << std::exp(-16.0);
        // one degree: p = erfc(sqrt(x / 2))
        QTest::newRow("a coin") << Shares{0.5, 0.5} << Counts{60, 40} << 4.0 << 1U << std::erfc(std::sqrt(2.0));
        // Mendel's peas, 9:3:3:1, as in every textbook: 0.47 with 3 degrees, p = 0.925
        QTest::newRow("peas") << Shares{0.5625, 0.1875, 0.1875, 0.0625} << Counts{315, 108, 101, 32} << 0.470024 << 3U
                              << 0.925426;
        QTest::newRow("an empty cell is left out")
            << Shares{0.5, 0, 0.5} << Counts{60, 0, 40} << 4.0 << 1U << std::erfc(std::sqrt(2.0));
    }
    void givesPearsonsChiSquare()
    {
        QFETCH(std::vector<double>, expected);
        QFETCH(std::vector<std::uint64_t>, counts);
        QFETCH(double, chiSquare);
        QFETCH(double, pValue);
        const Judgement judgement = judge(expected, counts);
        QVERIFY(std::abs(judgement.chiSquare - chiSquare) < 1e-6);
        QTEST(judgement.degrees, "degrees");
        QVERIFY(judgement.pValue && std::abs(*judgement.pValue - pValue) < 1e-6);
        QCOMPARE(judgement.intervals.size(), counts.size());
    }

    void saysItInOneSentence_data()
    {
        QTest::addColumn<std::vector<std::uint64_t>>("counts");
        QTest::addColumn<QString>("sentence");
        using Counts = std::vector<std::uint64_t>;
        QTest::newRow("consistent") << Counts{
            90, 100, 110} << "Consistent with chance: a deviation at least this large happens in 37 % of runs.";
        QTest::newRow("unusual") << Counts{
            80, 100, 120} << "Unusual, but chance can do it: a deviation at least this large happens in 1.8 % of runs.";
        QTest::newRow("too large") << Counts{
            70, 100, 130} << "Too large for chance: a deviation at least this large happens in 0.01 % of runs.";
        QTest::newRow("far too large") << Counts{
            300, 0, 0} << "Too large for chance: a deviation at least this large happens in less than 0.01 % of runs.";
        QTest::newRow("nothing yet") << Counts{0, 0, 0} << "No connections counted yet: nothing to judge.";
    }
    void saysItInOneSentence()
    {
        QFETCH(std::vector<std::uint64_t>, counts);
        const std::vector<double> thirds(3, 1.0 / 3);
        QTEST(QString::fromStdString(english(judge(thirds, counts).sentence)), "sentence");
    }

    void namesWhatCannotBe()
    {
        const Judgement judgement = judge(std::vector<double>{0.5, 0.5, 0}, std::vector<std::uint64_t>{50, 48, 2});
        QCOMPARE(judgement.pValue, std::optional<double>(0));
        QCOMPARE(judgement.sentence, message(MessageId::CannotBeChance, 2));
    }

    void judgesNothingWhereOneOutcomeIsCertain()
    {
        const Judgement judgement = judge(std::vector<double>{1}, std::vector<std::uint64_t>{50});
        QVERIFY(!judgement.pValue);
        QCOMPARE(judgement.sentence.id, MessageId::OnlyOneOutcome);
    }

    void warnsOfSmallCells()
    {
        const std::vector<double> expected = {0.98, 0.01, 0.01};
        QCOMPARE(judge(expected, std::vector<std::uint64_t>{98, 1, 1}).caution, message(MessageId::WeighedExactly, 2));
        QCOMPARE(judge(expected, std::vector<std::uint64_t>{980, 10, 10}).caution.id, MessageId::Nothing);
    }

    void givesNoPValueWhereConnectionsHangTogether()
    {
        const Judgement judgement = judgeDependent(std::vector<std::uint64_t>{30, 10});
        QVERIFY(!judgement.pValue);
        QCOMPARE(judgement.intervals[0].share, 0.75);
        QCOMPARE(judgement.sentence.id, MessageId::TrialsHangTogether);
    }
};

QTEST_APPLESS_MAIN(TestJudgement)
#include "tst_judgement.moc"
