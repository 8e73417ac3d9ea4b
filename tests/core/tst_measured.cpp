// Counts that people bring beside exact shares; small samples weighed exactly; draws and fractions in words.
#include "kube/share_rules.h"
#include "probability/draws.h"
#include "probability/fraction.h"
#include "probability/measured.h"
#include "probability/p_value.h"
#include "probability/takings.h"
#include "support/builders.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace natwalk;
using namespace natwalk::test;

namespace {

const std::string thirds =
    "*nat\n:A - [0:0]\n-A PREROUTING -j A\n"
    "[70:0] -A A -p tcp -m statistic --mode random --probability 0.33333333349 -j DNAT --to-destination 10.244.0.2\n"
    "[20:0] -A A -p tcp -m statistic --mode random --probability 0.5 -j DNAT --to-destination 10.244.0.3\n"
    "[10:0] -A A -p tcp -j DNAT --to-destination 10.244.0.4\nCOMMIT\n";

Question asking(const std::string& rules)
{
    return ask(documentOf(rules), tcp("203.0.113.9", 40000, "10.0.0.1", 80, "eth0"));
}

std::string wordsTo(const Question& question, const OutcomeShare& outcome)
{
    std::string text;
    for (const Message& draw : drawWords(drawsTo(question, outcome), *question.ruleset()))
        text += (text.empty() ? "" : ", then ") + english(draw);
    return text;
}

/// The exact p-value of a fair coin, written out by itself: all heads counts that lie as far from the middle.
double coin(std::uint64_t heads, std::uint64_t total)
{
    const double far = std::abs(2.0 * static_cast<double>(heads) - static_cast<double>(total));
    double chance = 1;  // of no heads, times 2^total
    double sum = 0;
    for (std::uint64_t n = 0; n <= total; ++n) {
        if (std::abs(2.0 * static_cast<double>(n) - static_cast<double>(total)) >= far)
            sum += chance;
        chance *= static_cast<double>(total - n) / static_cast<double>(n + 1);
    }
    return sum / std::pow(2.0, static_cast<double>(total));
}

}  // namespace

class TestMeasured : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatPeoplePaste_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("endpoint");
        QTest::newRow("endpoint first") << QByteArray("10.0.0.1:80 334\n") << "10.0.0.1:80";
        QTest::newRow("uniq -c") << QByteArray("    334 10.0.0.1\n") << "10.0.0.1";
        QTest::newRow("a table with a heading") << QByteArray("endpoint,count\r\n10.0.0.1:80,334\r\n") << "10.0.0.1:80";
        QTest::newRow("remark and empty lines") << QByteArray("# web\n\n10.0.0.1:80; 0334") << "10.0.0.1:80";
        QTest::newRow("IPv6") << QByteArray("334 [2001:db8::1]:80") << "[2001:db8::1]:80";
        QTest::newRow("IPv6 first") << QByteArray("[2001:db8::1]:80 334") << "[2001:db8::1]:80";
        QTest::newRow("JSON object") << QByteArray("{\n  \"10.0.0.1:80\": 334\n}") << "10.0.0.1:80";
        QTest::newRow("JSON pairs") << QByteArray(R"([["10.0.0.1:80", 334]])") << "10.0.0.1:80";
        QTest::newRow("JSON records") << QByteArray(R"([{"pod": "web-1", "ip": "10.0.0.1", "hits": "334"}])")
                                      << "10.0.0.1";
        QTest::newRow("JSON of natwalk-cli") << QByteArray(
            R"({"n": 9, "outcomes": [{"endpoint": "10.0.0.1:80", "expected": 1, "count": 334, "low": 0}]})")
                                             << "10.0.0.1:80";
        QTest::newRow("JSON, an object a line")
            << QByteArray(R"({"endpoint": "10.0.0.1:80", "count": 334})") << "10.0.0.1:80";
    }
    void readsWhatPeoplePaste()
    {
        QFETCH(QByteArray, text);
        const MeasuredText read = readCounts(text.toStdString());
        QVERIFY(read.complaints.empty());
        QCOMPARE(read.counts.size(), std::size_t{1});
        QTEST(QString::fromStdString(read.counts.front().endpoint), "endpoint");
        QCOMPARE(read.counts.front().count, std::uint64_t{334});
    }

    void namesLinesThatHoldNoCount()
    {
        const MeasuredText read = readCounts("10.0.0.1 3\n10.0.0.2 many\n3 4\n");
        QCOMPARE(read.counts.size(), std::size_t{1});
        QCOMPARE(read.complaints, (std::vector<Message>{message(MessageId::CountNotRead, 2, "10.0.0.2 many"),
                                                        message(MessageId::CountNotRead, 3, "3 4")}));
    }

    void readsAnObjectALine()
    {
        const MeasuredText read =
            readCounts("{\"ip\": \"10.0.0.1\", \"n\": 3}\n{\"ip\": \"10.0.0.2\", \"n\": 4}\n{\"ip\"\n");
        QCOMPARE(read.counts, (std::vector<MeasuredCount>{{"10.0.0.1", 3, 1}, {"10.0.0.2", 4, 2}}));
        QCOMPARE(read.complaints, (std::vector<Message>{message(MessageId::CountsBreakJson, 3, "{\"ip\"")}));
        QCOMPARE(read.wrongLines, (std::vector<std::uint32_t>{3}));
    }

    void namesWhatIsWrongInJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Message>("complaint");
        QTest::newRow("broken") << QByteArray("{\n  \"10.0.0.1:80\": 334,\n  oops\n}")
                                << message(MessageId::CountsBreakJson, 3, "  oops");
        QTest::newRow("no count") << QByteArray("[\n{\"ip\": \"10.0.0.1\", \"n\": \"many\"}\n]")
                                  << message(MessageId::CountNotRead, 2, "{\"ip\": \"10.0.0.1\", \"n\": \"many\"}");
        QTest::newRow("which number?") << QByteArray(R"([{"ip": "10.0.0.1", "a": 3, "b": 4}])")
                                       << message(MessageId::CountNotRead, 1,
                                                  R"([{"ip": "10.0.0.1", "a": 3, "b": 4}])");
        QTest::newRow("a fraction") << QByteArray(R"({"10.0.0.1:80": 3.5})")
                                    << message(MessageId::CountNotRead, 1, R"({"10.0.0.1:80": 3.5})");
    }
    void namesWhatIsWrongInJson()
    {
        QFETCH(QByteArray, text);
        QFETCH(Message, complaint);
        const MeasuredText read = readCounts(text.toStdString());
        QVERIFY(read.counts.empty());
        QCOMPARE(read.complaints, std::vector<Message>{complaint});
    }

    void putsCountsBesideTheirOutcomes()
    {
        const Distribution distribution = distributionOf(asking(thirds));
        const Measured found = measuredBy(
            distribution, {{"10.244.0.4", 30}, {"10.244.0.2:80", 20}, {"10.244.0.3:80", 30}, {"10.244.0.2:80", 15}});
        QCOMPARE(found.counts, (std::vector<std::uint64_t>{35, 30, 30}));
        QVERIFY(*found.judgement.pValue > 0.5);
        QVERIFY(found.complaints.empty());
    }

    void seesWhatCannotBe()
    {
        const Measured found =
            measuredBy(distributionOf(asking(thirds)), {{"10.244.0.2:80", 20}, {"10.244.9.9:80", 5}});
        QCOMPARE(found.elsewhere, std::uint64_t{5});
        QCOMPARE(found.judgement.sentence.id, MessageId::CannotBeChance);
        QCOMPARE(found.complaints.front().id, MessageId::CountedElsewhere);
    }

    void takesTheCountersOfRules()
    {
        const Question question = asking(thirds);
        const auto found = measuredByCounters(distributionOf(question), *question.ruleset());
        QVERIFY(found);
        QCOMPARE(found->counts, (std::vector<std::uint64_t>{70, 20, 10}));
        QVERIFY(*found->judgement.pValue < 1e-6);
        QCOMPARE(found->complaints.front().id, MessageId::CountersAreReset);
    }

    void saysWhenThereAreNoCounters()
    {
        const Question question = asking("*nat\n-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.2\nCOMMIT\n");
        QVERIFY(!measuredByCounters(distributionOf(question), *question.ruleset()));
    }

    void weighsSmallSamplesExactly_data()
    {
        QTest::addColumn<quint64>("heads");
        QTest::addColumn<quint64>("total");
        for (const auto& [heads, total] : {std::pair{5, 5}, {1, 9}, {4, 8}, {0, 20}, {13, 20}})
            QTest::addRow("%d of %d", heads, total) << quint64(heads) << quint64(total);
    }
    void weighsSmallSamplesExactly()
    {
        QFETCH(quint64, heads);
        QFETCH(quint64, total);
        const auto p = exactPValue(std::vector{0.5, 0.5}, std::vector<std::uint64_t>{heads, total - heads});
        QVERIFY(p && std::abs(*p - coin(heads, total)) < 1e-12);
    }

    void drawsWhatItCannotWeigh()
    {
        const std::vector<double> shares = {0.7, 0.2, 0.1};
        const std::vector<std::uint64_t> counts = {20, 9, 4};
        const DrawnPValue drawn = drawnPValue(shares, counts, 1);
        const double exact = exactPValue(shares, counts).value();
        QVERIFY(std::abs(drawn.value - exact) < 5 * std::sqrt(exact * (1 - exact) / static_cast<double>(drawn.draws)));
        QCOMPARE(drawnPValue(shares, counts, 1).asFar, drawn.asFar);
        QVERIFY(!exactPValue(std::vector<double>(50, 0.02), std::vector<std::uint64_t>(50, 2)));
    }

    void weighsRequestsByTheirConnections()
    {
        const std::vector<double> half = {0.5, 0.5};
        const std::vector<std::uint64_t> counts = {600, 400};
        const Judgement connections = judge(half, counts);
        QCOMPARE(connections.keepAlive, message(MessageId::KeepAliveExplains, 11));
        const Judgement requests = judge(half, counts, {.requestsEach = 40});
        QVERIFY(*connections.pValue < 1e-6 && *requests.pValue > 0.2);
        QCOMPARE(requests.keepAlive.id, MessageId::WorthConnections);
    }

    void knowsTheSmallestSkewItCouldSee()
    {
        // (1.96 + 0.84) * sqrt(0.25 / 10,000)
        const auto skew = judge(std::vector{0.5, 0.5}, std::vector<std::uint64_t>{5000, 5000}).smallestSkew;
        QVERIFY(skew && std::abs(*skew - 0.014) < 1e-4);
    }

    void tellsTheDrawsThatLeadThere()
    {
        const Question question = asking(thirds);
        const Distribution distribution = distributionOf(question);
        QCOMPARE(wordsTo(question, distribution.outcomes[0]), "0.33333 at rule 1");
        QCOMPARE(wordsTo(question, distribution.outcomes[1]), "not 0.33333 at rule 1, then 0.5 at rule 2");
        QCOMPARE(wordsTo(question, distribution.outcomes[2]), "not 0.33333 at rule 1, then not 0.5 at rule 2");
    }

    void tellsWhatEachRuleTakes()
    {
        const Question question = asking(thirds);
        const auto takings = takingsOf(question);
        QCOMPARE(takings.size(), std::size_t{3});
        const double reached[] = {1, 2.0 / 3, 1.0 / 3};
        for (std::size_t i = 0; i < takings.size(); ++i) {
            QCOMPARE(question.ruleset()->kernelName(takings[i].rule), "nat:A:rule:" + std::to_string(i + 1));
            QVERIFY(std::abs(takings[i].reached - reached[i]) < 1e-9);
            QVERIFY(std::abs(takings[i].share() - 1.0 / 3) < 1e-9);
        }
        QCOMPARE(takings[2].chance, certain);
    }

    void addsUpWhatComesOnSeveralWays()
    {
        const Question question = asking("*nat\n:A - [0:0]\n"
                                         "-A PREROUTING -m statistic --mode random --probability 0.25 -j A\n"
                                         "-A PREROUTING -p tcp -j A\n"
                                         "-A A -m statistic --mode random --probability 0.5 -j ACCEPT\n"
                                         "COMMIT\n");
        const auto takings = takingsOf(question);
        const auto named = [&](const char* name) {
            return std::ranges::find_if(
                takings, [&](const Taking& taking) { return question.ruleset()->kernelName(taking.rule) == name; });
        };
        QVERIFY(named("nat:PREROUTING:rule:1") != takings.end());
        const auto inA = named("nat:A:rule:1");
        QVERIFY(inA != takings.end());
        QVERIFY(inA->reached > 1);  // those that it let go come again by the second rule
    }

    void recognisesFractions_data()
    {
        QTest::addColumn<double>("share");
        QTest::addColumn<QString>("fraction");
        QTest::newRow("a third as saved") << 0.33333333349 << "1/3";
        QTest::newRow("a third with five digits") << 0.33333 << "1/3";
        QTest::newRow("a seventh with ten digits") << 0.1428571429 << "1/7";
        QTest::newRow("one in 5,000") << 0.0002 << "1/5000";
        QTest::newRow("three tenths") << 0.3 << "3/10";
        QTest::newRow("certain") << 1.0 << "1";
        QTest::newRow("none") << 0.7182818285 << "";
    }
    void recognisesFractions()
    {
        QFETCH(double, share);
        const auto found = meantBy(Probability::nearest(share));
        QTEST(QString::fromStdString(found ? toText(*found) : std::string()), "fraction");
    }

    void showsTheBiasOfThirtyOneBits()
    {
        const auto uneven = unevennessOf(distributionOf(asking(thirds)));
        QVERIFY(uneven);
        QCOMPARE(uneven->most, std::size_t{0});
        QVERIFY(std::abs(uneven->difference - 2.3283064e-10) < 1e-16);
    }

    void writesProbabilitiesAsKubeProxyDoes()
    {
        const auto rules = shareRules(3);
        QCOMPARE(rules[0].written, "0.3333333333");
        QCOMPARE(rules[0].stored.k, 715827883U);
        QCOMPARE(rules[1].written, "0.5000000000");
        QCOMPARE(rules[2].written, "");
        const auto many = shareRules(1000);
        const double sum = std::accumulate(many.begin(), many.end(), 0.0,
                                           [](double sofar, const ShareRule& rule) { return sofar + rule.share; });
        QVERIFY(std::abs(sum - 1) < 1e-12);
    }
};

QTEST_APPLESS_MAIN(TestMeasured)
#include "tst_measured.moc"
