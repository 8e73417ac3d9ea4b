#include "emulator/chance.h"

#include <QTest>

#include <thread>

using namespace natwalk;

class TestChance : public QObject
{
    Q_OBJECT

private slots:
    void sameTrialSameDrawsOnAnyThread();
    void trialsAndSeedsDiffer();
    void drawsFallAsOftenAsTheyShould_data();
    void drawsFallAsOftenAsTheyShould();
    void theCertainIsCertain();
    void numbersDoNotDisturbDraws();
    void numbersCoverTheirRangeEvenly();
    void doubtsAreNoDraws();
    void forcedOutcomesThenTheLikelier();
};

namespace {

Fork fork(std::uint32_t k) { return {RuleId{0}, 0, {k}, false}; }

constexpr Fork doubt{RuleId{0}, 0, never, true};

std::vector<bool> decisions(std::uint64_t seed, std::uint64_t trial, int count)
{
    Dice dice(seed, trial);
    std::vector<bool> outcomes;
    for (int i = 0; i < count; ++i)
        outcomes.push_back(dice.decide(fork(Probability::whole / 2)));
    return outcomes;
}

}  // namespace

void TestChance::sameTrialSameDrawsOnAnyThread()
{
    constexpr std::size_t trials = 64;
    std::vector<std::vector<bool>> elsewhere(trials);
    std::vector<std::thread> threads;
    for (std::size_t first = 0; first < 4; ++first)
        threads.emplace_back([&elsewhere, first] {
            for (std::size_t trial = first; trial < trials; trial += 4)
                elsewhere[trial] = decisions(11, trial, 40);
        });
    for (std::thread& thread : threads)
        thread.join();
    for (std::size_t trial = trials; trial-- > 0;)
        QVERIFY(elsewhere[trial] == decisions(11, trial, 40));
}

void TestChance::trialsAndSeedsDiffer()
{
    QVERIFY(decisions(1, 0, 64) != decisions(1, 1, 64));
    QVERIFY(decisions(1, 0, 64) != decisions(2, 0, 64));
    QVERIFY(decisions(1, 0, 64) != decisions(1, std::uint64_t{1} << 32, 64));
    QVERIFY(decisions(1, 0, 64) != decisions(1 + (std::uint64_t{1} << 32), 0, 64));
}

void TestChance::drawsFallAsOftenAsTheyShould_data()
{
    QTest::addColumn<unsigned>("k");
    QTest::newRow("a third, as kube-proxy writes it") << 715'827'883U;
    QTest::newRow("a half") << Probability::whole / 2;
    QTest::newRow("one in a thousand") << Probability::whole / 1000;
}

void TestChance::drawsFallAsOftenAsTheyShould()
{
    QFETCH(unsigned, k);
    constexpr double trials = 200'000;
    double yes = 0;
    for (std::uint64_t trial = 0; trial < static_cast<std::uint64_t>(trials); ++trial)
        yes += Dice(42, trial).decide(fork(k)) ? 1 : 0;
    const double expected = trials * Probability{k}.share();
    const double chiSquare =
        (yes - expected) * (yes - expected) / expected + (yes - expected) * (yes - expected) / (trials - expected);
    QVERIFY2(chiSquare < 10.83, qPrintable(QString::number(chiSquare)));  // p = 0.001, one degree of freedom
}

void TestChance::theCertainIsCertain()
{
    for (std::uint64_t trial = 0; trial < 10'000; ++trial) {
        Dice dice(3, trial);
        QVERIFY(dice.decide(fork(Probability::whole)));
        QVERIFY(!dice.decide(fork(0)));
    }
}

void TestChance::numbersDoNotDisturbDraws()
{
    Dice dice(5, 9);
    std::vector<bool> outcomes;
    for (int i = 0; i < 40; ++i) {
        dice.number(1000);
        outcomes.push_back(dice.decide(fork(Probability::whole / 2)));
    }
    QVERIFY(outcomes == decisions(5, 9, 40));
}

void TestChance::numbersCoverTheirRangeEvenly()
{
    constexpr std::uint32_t below = 10;
    constexpr double draws = 50'000;
    std::array<double, below> counts{};
    Dice dice(6, 0);
    for (int i = 0; i < static_cast<int>(draws); ++i)
        ++counts.at(dice.number(below));
    double chiSquare = 0;
    for (const double count : counts)
        chiSquare += (count - draws / below) * (count - draws / below) / (draws / below);
    QVERIFY2(chiSquare < 27.88, qPrintable(QString::number(chiSquare)));  // p = 0.001, nine degrees of freedom
}

void TestChance::doubtsAreNoDraws()
{
    Dice dice(5, 9);
    QVERIFY(!dice.decide(doubt));
    std::vector<bool> outcomes;
    for (int i = 0; i < 40; ++i)
        outcomes.push_back(dice.decide(fork(Probability::whole / 2)));
    QVERIFY(outcomes == decisions(5, 9, 40));

    Forced forced({true});
    QVERIFY(!forced.decide(doubt));
    QVERIFY(forced.decide(fork(1)));
}

void TestChance::forcedOutcomesThenTheLikelier()
{
    Forced forced({false, true});
    QVERIFY(!forced.decide(fork(Probability::whole - 1)));
    QVERIFY(forced.decide(fork(1)));
    QVERIFY(!forced.decide(fork(Probability::whole / 2 - 1)));
    QVERIFY(forced.decide(fork(Probability::whole / 2)));
    QVERIFY(forced.decide(fork(Probability::whole / 2 + 1)));
    QCOMPARE(forced.number(100), 0U);
}

QTEST_APPLESS_MAIN(TestChance)
#include "tst_chance.moc"
