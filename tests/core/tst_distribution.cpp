// Exact shares against products multiplied out by hand and by an independent reckoning over random rulesets.
#include "probability/distribution.h"
#include "support/builders.h"

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

using namespace natwalk;
using namespace natwalk::test;
using boost::multiprecision::cpp_int;

namespace {

const Packet client = tcp("203.0.113.9", 40000, "10.0.0.1", 80, "eth0");

std::string natTable(const std::string& rules) { return "*nat\n" + rules + "COMMIT\n"; }

/// n endpoints as kube-proxy writes them: 1/n, 1/(n-1), ..., all the rest.
std::string balanced(std::uint32_t endpoints)
{
    std::ostringstream rules;
    rules.precision(11);
    rules << std::fixed;
    for (std::uint32_t i = 0; i < endpoints; ++i) {
        rules << "-A PREROUTING -p tcp";
        if (i + 1 < endpoints)
            rules << " -m statistic --mode random --probability " << 1.0 / (endpoints - i);
        rules << " -j DNAT --to-destination " << toText(Address::v4(0x0af40002U + i)) << ":8080\n";
    }
    return natTable(rules.str());
}

double sumOf(const Distribution& distribution)
{
    double sum = 0;
    for (const OutcomeShare& outcome : distribution.outcomes)
        sum += outcome.probability;
    return sum;
}

/// A share as draws make them: units / 2^log2, exactly.
struct Dyadic
{
    cpp_int units = 0;
    unsigned log2 = 0;

    cpp_int unitsAt(unsigned finer) const { return units << (finer - log2); }
    double rounded() const { return std::ldexp(static_cast<double>((units << 62) >> log2), -62); }

    Dyadic operator+(const Dyadic& other) const
    {
        const unsigned common = std::max(log2, other.log2);
        return {unitsAt(common) + other.unitsAt(common), common};
    }
    Dyadic operator-(const Dyadic& other) const { return *this + Dyadic{-other.units, other.log2}; }
    Dyadic operator*(const Dyadic& other) const { return {units * other.units, log2 + other.log2}; }
    bool operator==(const Dyadic& other) const { return (*this - other).units == 0; }
};

const Dyadic nothing{0};
const Dyadic whole{1};

Dyadic fractionOf(const ExactShare& share) { return {share.numerator, share.log2Denominator}; }

std::string endpointsOf(const Distribution& distribution)
{
    std::string text;
    for (const OutcomeShare& outcome : distribution.outcomes)
        text += (text.empty() ? "" : " ") + outcome.endpoint.value_or("-");
    return text;
}

/// A random tree of chains that draw, and where its packets end up, reckoned without natwalk.
class RandomTree
{
public:
    explicit RandomTree(unsigned seed) : m_random(seed)
    {
        const Dyadic rest = chain("PREROUTING", 0, whole);
        add(shares["-"], rest);
    }

    std::string text() const { return natTable(m_declarations + m_rules); }

    std::map<std::string, Dyadic> shares;  ///< by endpoint; "-": no DNAT

private:
    static void add(Dyadic& sum, const Dyadic& share) { sum = sum + share; }

    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(m_random() % n); }

    /// Writes a chain that this share of the packets enters; answers the share that comes back from it.
    Dyadic chain(const std::string& name, int depth, Dyadic share)
    {
        std::string rules;
        Dyadic returned = nothing;
        for (std::uint32_t rule = 1 + below(4); rule > 0; --rule) {
            const auto [words, chance] = condition();
            const Dyadic taken = share * chance;
            share = share - taken;
            rules += "-A " + name + words + action(depth, taken, share, returned);
        }
        m_rules += rules;
        return share + returned;
    }

    std::pair<std::string, Dyadic> condition()
    {
        if (below(6) == 0)
            return {" -s 192.0.2.1", nothing};
        if (below(8) == 0)
            return {"", whole};
        std::ostringstream words;
        words.precision(11);
        const double probability = (1 + below(998)) / 1000.0;
        const bool inverted = below(4) == 0;
        words << std::fixed << " -m statistic --mode random" << (inverted ? " ! " : " ") << "--probability "
              << probability;
        const Dyadic chance{std::llround(probability * 2147483648.0), 31};
        return {words.str(), inverted ? whole - chance : chance};
    }

    std::string action(int depth, const Dyadic& taken, Dyadic& share, Dyadic& returned)
    {
        const std::uint32_t kind = below(5);
        if (kind == 0) {
            add(returned, taken);
            return " -j RETURN\n";
        }
        if (kind <= 2 && depth < 4) {
            const std::string name = "C" + std::to_string(++m_chains);
            m_declarations += ":" + name + " - [0:0]\n";
            const bool go = below(4) == 0;
            const Dyadic back = chain(name, depth + 1, taken);
            add(go ? returned : share, back);
            return (go ? " -g " : " -j ") + name + "\n";
        }
        const std::string endpoint = "10.244.0." + std::to_string(2 + below(5)) + ":8080";
        add(shares[endpoint], taken);
        return " -p tcp -j DNAT --to-destination " + endpoint + "\n";
    }

    std::mt19937 m_random;
    std::string m_declarations;
    std::string m_rules;
    int m_chains = 0;
};

}  // namespace

class TestDistribution : public QObject
{
    Q_OBJECT

private slots:
    void givesNginxBasicOneThirdEach()
    {
        std::ifstream file(NATWALK_SOURCE_DIR "/samples/nginx_basic/ruleset.save");
        std::stringstream text;
        text << file.rdbuf();
        const Question question = ask(documentOf(text.str()), tcp("203.0.113.9", 40000, "10.97.35.60", 80, "eth0"));
        const Distribution distribution = distributionOf(question);
        QCOMPARE(QString::fromStdString(endpointsOf(distribution)),
                 QString("192.168.166.157:80 192.168.166.162:80 192.168.166.166:80"));
        QStringList shares;
        for (const OutcomeShare& outcome : distribution.outcomes)
            shares += QString::number(outcome.probability, 'f', 15);
        QCOMPARE(shares.join(' '), QString("0.333333333488554 0.333333333255723 0.333333333255723"));
        QCOMPARE(fractionOf(*distribution.outcomes[0].exact), (Dyadic{715827883, 31}));
        QCOMPARE(fractionOf(*distribution.outcomes[1].exact), (Dyadic{1431655765, 32}));
    }

    void givesKubeProxysEndpointsEqualShares_data()
    {
        QTest::addColumn<std::uint32_t>("endpoints");
        for (const std::uint32_t endpoints : {1U, 2U, 3U, 50U, 1000U, 5000U})
            QTest::addRow("%u endpoints", endpoints) << endpoints;
    }
    void givesKubeProxysEndpointsEqualShares()
    {
        QFETCH(std::uint32_t, endpoints);
        const Distribution distribution = distributionOf(ask(documentOf(balanced(endpoints)), client));
        QCOMPARE(distribution.outcomes.size(), std::size_t{endpoints});
        for (const OutcomeShare& outcome : distribution.outcomes)
            QVERIFY(std::abs(outcome.probability * endpoints - 1) < 1e-5);
        QVERIFY(std::abs(sumOf(distribution) - 1) < 1e-12);
        QVERIFY(!distribution.depends);
        QVERIFY(!distribution.remembers);
        QCOMPARE(distribution.uncovered, 0.0);
    }

    void agreesWithAnIndependentReckoning_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 200; ++seed)
            QTest::addRow("tree %u", seed) << seed;
    }
    void agreesWithAnIndependentReckoning()
    {
        QFETCH(unsigned, seed);
        RandomTree tree(seed);
        const Distribution distribution = distributionOf(ask(documentOf(tree.text()), client));
        std::erase_if(tree.shares, [](const auto& share) { return share.second == nothing; });
        QCOMPARE(distribution.outcomes.size(), tree.shares.size());
        for (const OutcomeShare& outcome : distribution.outcomes) {
            const Dyadic expected = tree.shares[outcome.endpoint.value_or("-")];
            QVERIFY(outcome.exact);
            QCOMPARE(fractionOf(*outcome.exact), expected);
            QVERIFY(std::abs(outcome.probability - expected.rounded()) < 1e-15);
        }
    }

    void keepsFifteenDigitsHoweverDeep()
    {
        // Small chances are where plain products of doubles lose most.
        std::string rules;
        for (int i = 0; i < 5000; ++i)
            rules += "-A PREROUTING -p tcp -m statistic --mode random --probability 0.0001 -j DNAT --to-destination "
                     "10.244.0.2\n";
        const Distribution distribution = distributionOf(ask(documentOf(natTable(rules)), client));
        QCOMPARE(distribution.outcomes.size(), std::size_t{2});
        using boost::multiprecision::cpp_bin_float_50;
        const cpp_bin_float_50 none =
            pow(1 - cpp_bin_float_50(std::llround(0.0001 * 2147483648.0)) / 2147483648.0, 5000);
        QVERIFY(abs(distribution.outcomes[1].probability - none) < 1e-15);
        QVERIFY(abs(distribution.outcomes[0].probability - (1 - none)) < 1e-15);
        QVERIFY(!distribution.outcomes[1].exact);
    }

    void writesNoFractionsAbove4096Bits()
    {
        const Distribution distribution = distributionOf(ask(documentOf(balanced(200)), client));
        QVERIFY(distribution.outcomes[131].exact);  // 132 draws: 4,092 bits
        QVERIFY(!distribution.outcomes[132].exact);
    }

    void joinsCoursesThatEndAlike()
    {
        const Distribution distribution =
            distributionOf(ask(documentOf(natTable("-A PREROUTING -p tcp -m statistic --mode random --probability 0.25 "
                                                   "-j DNAT --to-destination 10.244.0.2\n"
                                                   "-A PREROUTING -p tcp -m statistic --mode random --probability 0.5 "
                                                   "-j DNAT --to-destination 10.244.0.3\n"
                                                   "-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.2\n")),
                               client));
        QCOMPARE(endpointsOf(distribution), std::string("10.244.0.2:80 10.244.0.3:80"));
        QCOMPARE(distribution.outcomes[0].courses, std::size_t{2});
        QCOMPARE(distribution.outcomes[0].probability, 0.625);
        QCOMPARE(distribution.outcomes[0].exact->numerator, cpp_int(5));
        QCOMPARE(distribution.outcomes[0].exact->log2Denominator, 3U);
        QCOMPARE(distribution.outcomes[0].course, (std::vector<bool>{false, false}));
        QCOMPARE(distribution.likeliest(), std::size_t{0});
    }

    void joinsWhatIsDroppedOnTheWayToItsEndpoints()
    {
        const Distribution distribution =
            distributionOf(ask(documentOf("*filter\n:FORWARD DROP [0:0]\nCOMMIT\n" + balanced(3)), client));
        QCOMPARE(distribution.outcomes.size(), std::size_t{1});
        QCOMPARE(distribution.outcomes[0].verdict.because, Because::policy);
        QCOMPARE(distribution.outcomes[0].courses, std::size_t{3});
        QCOMPARE(distribution.outcomes[0].probability, 1.0);
    }

    void keepsApartWhatEndsOtherwise()
    {
        const Distribution distribution = distributionOf(
            ask(documentOf("*filter\n:FORWARD DROP [0:0]\n"
                           "-A FORWARD -m statistic --mode random --probability 0.5 -j DROP\n"
                           "-A FORWARD -m statistic --mode random --probability 0.5 -j ACCEPT\nCOMMIT\n"
                           "*nat\n-A POSTROUTING -m statistic --mode random --probability 0.5 -j MASQUERADE\nCOMMIT\n"),
                tcp("203.0.113.9", 40000, "10.244.0.7", 80, "eth0")));
        QCOMPARE(distribution.outcomes.size(), std::size_t{4});
        QCOMPARE(distribution.outcomes[0].verdict.because, Because::rule);
        QVERIFY(distribution.outcomes[1].masqueraded);
        QVERIFY(!distribution.outcomes[2].masqueraded);
        QCOMPARE(distribution.outcomes[3].verdict.because, Because::policy);
        QCOMPARE(distribution.outcomes[1].probability, 0.125);
    }

    void repeatsTheCourseOfEachOutcome()
    {
        const Question question = ask(documentOf(balanced(40)), client);
        const Distribution distribution = distributionOf(question);
        for (std::size_t i = 0; i < distribution.outcomes.size(); ++i) {
            Forced draws(distribution.outcomes[i].course);
            const TracePtr trace = emulate(question, draws);
            QCOMPARE(distribution.outcomeOf(trace->verdict, trace->packetOut), std::optional(i));
        }
    }

    void cutsOffAndSaysHowMuch()
    {
        const Branches branches = branchesOf(ask(documentOf(balanced(100)), client), keepGoing, 10);
        QCOMPARE(branches.courses.size(), std::size_t{10});
        QVERIFY(std::abs(branches.uncovered - 0.9) < 1e-8);
        const Distribution distribution = distributionOf(branches);
        QVERIFY(std::abs(sumOf(distribution) + distribution.uncovered - 1) < 1e-15);
    }

    void stopsWhenAsked()
    {
        const Distribution distribution =
            distributionOf(ask(documentOf(balanced(1000)), client), [](double done) { return done < 0.3; });
        QVERIFY(distribution.stopped);
        QVERIFY(distribution.outcomes.size() < 1000);
        QVERIFY(std::abs(sumOf(distribution) + distribution.uncovered - 1) < 1e-12);
    }

    void notesWhatRemembers_data()
    {
        QTest::addColumn<QString>("match");
        QTest::addColumn<bool>("remembers");
        QTest::newRow("nth") << "-m statistic --mode nth --every 3 --packet 0" << true;
        QTest::newRow("random") << "-m statistic --mode random --probability 0.5" << false;
    }
    void notesWhatRemembers()
    {
        QFETCH(QString, match);
        const auto rules =
            natTable("-A PREROUTING -p tcp " + match.toStdString() + " -j DNAT --to-destination 10.244.0.2\n");
        QTEST(distributionOf(ask(documentOf(rules), client)).remembers, "remembers");
    }

    void goesBothWaysAtADoubt()
    {
        const Distribution distribution = distributionOf(
            ask(documentOf(natTable("-A PREROUTING -p tcp -m statistic --mode random --probability 0.25 -j DNAT "
                                    "--to-destination 10.244.0.2\n"
                                    "-A PREROUTING -p tcp -m unheard_of --thing 7 -j DNAT --to-destination 10.244.0.3\n"
                                    "-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.4\n")),
                client));
        QVERIFY(distribution.depends);
        QCOMPARE(endpointsOf(distribution), std::string("10.244.0.2:80 10.244.0.3:80 10.244.0.4:80"));
        const auto sharesOf = [](const OutcomeShare& outcome) {
            return std::vector{outcome.probability, outcome.least, outcome.assumed};
        };
        QCOMPARE(sharesOf(distribution.outcomes[0]), (std::vector{0.25, 0.25, 0.25}));
        QCOMPARE(sharesOf(distribution.outcomes[1]), (std::vector{0.75, 0.0, 0.0}));
        QCOMPARE(sharesOf(distribution.outcomes[2]), (std::vector{0.75, 0.0, 0.75}));
        QCOMPARE(distribution.outcomes[1].supposed.size(), std::size_t{1});
        QVERIFY(distribution.outcomes[0].exact);
        QVERIFY(!distribution.outcomes[1].exact);
    }

    void countsADoubtThatDecidesNothingOnce()
    {
        const Distribution distribution =
            distributionOf(ask(documentOf(natTable("-A PREROUTING -m unheard_of -j MARK --set-mark 1\n"
                                                   "-A PREROUTING -p tcp -m statistic --mode random --probability 0.25 "
                                                   "-j DNAT --to-destination 10.244.0.2\n"
                                                   "-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.4\n")),
                               client));
        QVERIFY(!distribution.depends);
        QCOMPARE(distribution.outcomes[0].probability, 0.25);
        QCOMPARE(distribution.outcomes[1].probability, 0.75);
        QVERIFY(distribution.outcomes[0].doubted);
        QCOMPARE(distribution.outcomes[0].exact->numerator, cpp_int(1));
    }
};

QTEST_APPLESS_MAIN(TestDistribution)
#include "tst_distribution.moc"
