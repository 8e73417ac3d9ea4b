// Courses that explode: followed as one where they go on alike, exact all the same; or cut off, and it is said how
// much.
#include "probability/distribution.h"
#include "probability/likeliest.h"
#include "probability/takings.h"
#include "support/builders.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

using namespace natwalk;
using namespace natwalk::test;
using boost::multiprecision::cpp_int;

namespace {

const Packet client = tcp("203.0.113.9", 40000, "10.0.0.1", 80, "eth0");

Question asking(const std::string& rules) { return ask(documentOf("*nat\n" + rules + "COMMIT\n"), client); }

std::string draw(double probability)
{
    return " -m statistic --mode random --probability " + std::to_string(probability);
}

/// A draw that sets a bit of the mark: no two courses are alike.
std::string bit(int number, double probability)
{
    const std::string mask = std::to_string(1U << static_cast<unsigned>(number));
    return "-A PREROUTING" + draw(probability) + " -j MARK --set-xmark " + mask + "/" + mask + "\n";
}

std::string chains(int count)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += ":C" + std::to_string(i) + " - [0:0]\n";
    return text;
}

/// A few chains, each of which leads to later ones, past marks that later rules ask for.
std::string randomRules(std::mt19937& random, bool doubts)
{
    const auto pick = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    constexpr int count = 3;
    std::string text = chains(count);
    for (int chain = -1; chain < count; ++chain)
        for (int rule = 0; rule < 2; ++rule) {
            text += "-A " + (chain < 0 ? std::string("PREROUTING") : "C" + std::to_string(chain));
            if (doubts && pick(6) == 0)
                text += " -m unheard_of";
            else if (pick(4) == 0)
                text += " -m mark --mark " + std::to_string(pick(3));
            else
                text += draw(0.125 * (1 + pick(7)));
            const int deeper = chain + 1 < count ? chain + 1 + pick(count - chain - 1) : -1;
            switch (pick(6)) {
            case 0: text += " -j DNAT --to-destination 10.244.0." + std::to_string(1 + pick(4)) + "\n"; break;
            case 1: text += " -j MARK --set-mark " + std::to_string(pick(3)) + "\n"; break;
            case 2: text += chain < 0 ? "\n" : " -j RETURN\n"; break;
            case 3: text += deeper < 0 ? "\n" : " -g C" + std::to_string(deeper) + "\n"; break;
            default: text += deeper < 0 ? "\n" : " -j C" + std::to_string(deeper) + "\n"; break;
            }
        }
    return text;
}

/// The share of each end, by walking anew for each sequence of draws; and how many sequences there are.
struct BruteForce
{
    std::map<std::string, double> shares;
    std::uint64_t courses = 0;

    explicit BruteForce(const Question& question) { follow(question, {}, 1); }

private:
    void follow(const Question& question, std::vector<bool> given, double share)
    {
        Forced forced(given);
        const TracePtr trace = emulate(question, forced);
        std::vector<double> chances;
        for (const Step& step : trace->steps)
            if (const auto* drawn = std::get_if<Drawn>(&step.event); drawn && drawn->random)
                chances.push_back(drawn->probability.share());
        if (chances.size() == given.size()) {
            shares[endpointOf(trace->verdict, trace->packetOut).value_or("none")] += share;
            ++courses;
            return;
        }
        const double chance = chances[given.size()];
        given.push_back(true);
        follow(question, given, share * chance);
        given.back() = false;
        follow(question, given, share * (1 - chance));
    }
};

Distribution merged(const Question& question, std::size_t many = 1)
{
    return distributionOf(mergedBranchesOf(question, keepGoing, many));
}

const OutcomeShare* named(const Distribution& distribution, const std::string& endpoint)
{
    const auto found = std::ranges::find_if(distribution.outcomes, [&](const OutcomeShare& outcome) {
        return outcome.endpoint.value_or("none") == endpoint;
    });
    return found == distribution.outcomes.end() ? nullptr : &*found;
}

double sumOf(const Distribution& distribution)
{
    double sum = distribution.uncovered;
    for (const OutcomeShare& outcome : distribution.outcomes)
        sum += outcome.probability;
    return sum;
}

}  // namespace

class TestMerging : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithBruteForce()
    {
        std::mt19937 random(7);
        int met = 0;
        for (int round = 0; round < 150; ++round) {
            const Question question = asking(randomRules(random, false));
            const BruteForce brute(question);
            const Branches branches = mergedBranchesOf(question, keepGoing, 1);
            const Distribution distribution = distributionOf(branches);
            met += branches.joins.empty() ? 0 : 1;
            std::uint64_t courses = 0;
            QCOMPARE(distribution.outcomes.size(), brute.shares.size());
            for (const auto& [endpoint, share] : brute.shares) {
                QVERIFY(named(distribution, endpoint) != nullptr);
                QVERIFY(std::abs(named(distribution, endpoint)->probability - share) < 1e-12);
                courses += named(distribution, endpoint)->courses;
            }
            QCOMPARE(courses, brute.courses);
            QCOMPARE(distribution.uncovered, 0.0);
        }
        QVERIFY(met > 50);
    }

    void isExactlyWhatFollowingEachIs()
    {
        std::mt19937 random(8);
        for (int round = 0; round < 150; ++round) {
            const Question question = asking(randomRules(random, false));
            const Distribution each = distributionOf(branchesOf(question));
            const Distribution together = merged(question);
            QCOMPARE(each.uncovered, 0.0);
            for (const OutcomeShare& outcome : each.outcomes) {
                const OutcomeShare* same = named(together, outcome.endpoint.value_or("none"));
                QVERIFY(same != nullptr && same->exact && outcome.exact);
                QVERIFY(same->exact->numerator == outcome.exact->numerator);
                QCOMPARE(same->exact->log2Denominator, outcome.exact->log2Denominator);
                // its likeliest course is as likely, and leads there
                Forced course(same->course);
                const TracePtr trace = emulate(question, course);
                QCOMPARE(endpointOf(trace->verdict, trace->packetOut), outcome.endpoint);
                QCOMPARE(chanceOf(*trace), chanceOfCourse(question, outcome.course));
            }
        }
    }

    void weighsDoubtsAsBefore()
    {
        std::mt19937 random(9);
        int doubtful = 0;
        for (int round = 0; round < 200; ++round) {
            const Question question = asking(randomRules(random, true));
            const Distribution each = distributionOf(branchesOf(question));
            const Distribution together = merged(question);
            doubtful += each.depends ? 1 : 0;
            QCOMPARE(together.depends, each.depends);
            QCOMPARE(together.outcomes.size(), each.outcomes.size());
            for (const OutcomeShare& outcome : each.outcomes) {
                const OutcomeShare* same = named(together, outcome.endpoint.value_or("none"));
                QVERIFY(same != nullptr);
                QVERIFY(std::abs(same->probability - outcome.probability) < 1e-14);
                QVERIFY(std::abs(same->least - outcome.least) < 1e-14);
                QVERIFY(std::abs(same->assumed - outcome.assumed) < 1e-14);
            }
        }
        QVERIFY(doubtful > 20);
    }

    void followsFortyDrawsInARow()
    {
        std::string rules = chains(1);
        for (int i = 0; i < 40; ++i)
            rules += "-A PREROUTING" + draw(0.5) + " -j C0\n";
        rules += "-A C0 -j RETURN\n-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.2\n";
        const Distribution distribution = distributionOf(asking(rules));
        QVERIFY(distribution.merged);
        QCOMPARE(distribution.outcomes.size(), std::size_t{1});
        QCOMPARE(distribution.outcomes[0].courses, std::uint64_t{1} << 40U);
        QVERIFY(distribution.outcomes[0].exact && distribution.outcomes[0].exact->numerator == 1);
        QCOMPARE(distribution.outcomes[0].exact->log2Denominator, 0U);
        QCOMPARE(distribution.uncovered, 0.0);
    }

    /// Chains of chains: each leads twice, by draws, to the next; the last takes one packet in eight.
    void followsChainsOfChains()
    {
        constexpr int depth = 9;
        std::string rules = chains(depth + 1) + "-A PREROUTING -p tcp -j C0\n";
        for (int i = 0; i < depth; ++i)
            for (int twice = 0; twice < 2; ++twice)
                rules += "-A C" + std::to_string(i) + draw(0.5) + " -j C" + std::to_string(i + 1) + "\n";
        rules += "-A C" + std::to_string(depth) + " -p tcp" + draw(0.125) + " -j DNAT --to-destination 10.244.0.2\n";
        double passes = 1 - 0.125;
        for (int i = 0; i < depth; ++i)
            passes = std::pow(0.5 + 0.5 * passes, 2);
        const Distribution distribution = distributionOf(asking(rules));
        QVERIFY(distribution.merged);
        QCOMPARE(distribution.uncovered, 0.0);
        QVERIFY(std::abs(named(distribution, "10.244.0.2:80")->probability - (1 - passes)) < 1e-14);
        QVERIFY(std::abs(sumOf(distribution) - 1) < 1e-14);
    }

    /// Thirty draws may each set the same mark: what came before is known by the mark alone.
    void followsWhatAMarkRemembers()
    {
        std::string rules;
        for (int i = 0; i < 30; ++i)
            rules += "-A PREROUTING" + draw(0.125) + " -j MARK --set-mark 1\n";
        rules += "-A PREROUTING -p tcp -m mark --mark 1 -j DNAT --to-destination 10.244.0.2\n"
                 "-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.3\n";
        const Distribution distribution = distributionOf(asking(rules));
        QVERIFY(distribution.merged);
        // 7^30 of 8^30 are never marked
        const OutcomeShare* unmarked = named(distribution, "10.244.0.3:80");
        QVERIFY(unmarked != nullptr && unmarked->exact);
        QVERIFY(unmarked->exact->numerator == boost::multiprecision::pow(cpp_int(7), 30));
        QCOMPARE(unmarked->exact->log2Denominator, 90U);
        QVERIFY(std::abs(sumOf(distribution) - 1) < 1e-15);
    }

    void cutsOffWhatNeverMeets()
    {
        std::string rules;
        for (int i = 0; i < 17; ++i)
            rules += bit(i, i == 0 ? 0.75 : 0.5);
        rules += "-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.2\n";
        const Distribution distribution = distributionOf(mergedBranchesOf(asking(rules), keepGoing, 100, 5000));
        QVERIFY(distribution.uncovered > 0.5 && distribution.uncovered < 1);
        QVERIFY(std::abs(sumOf(distribution) - 1) < 1e-12);
    }

    void stopsWhenAsked()
    {
        std::string rules = chains(1);
        for (int i = 0; i < 20; ++i)
            rules += bit(i, 0.5);
        int asked = 0;
        const Branches branches = mergedBranchesOf(
            asking(rules), [&](double) { return ++asked < 3; }, 300);
        QVERIFY(branches.stopped);
        QVERIFY(branches.uncovered > 0);
    }

    void weighsAllCoursesForTheLikeliest()
    {
        std::string rules = chains(1);
        for (int i = 0; i < 40; ++i)
            rules += "-A PREROUTING" + draw(i == 37 ? 0.25 : 0.75) + " -j C0\n";
        const std::vector<bool> likeliest = likeliestCourse(asking(rules + "-A C0 -j RETURN\n"));
        QCOMPARE(likeliest.size(), std::size_t{40});
        for (std::size_t i = 0; i < likeliest.size(); ++i)
            QCOMPARE(bool(likeliest[i]), i != 37);
    }

private:
    static double chanceOf(const Trace& trace)
    {
        double chance = 1;
        for (const Step& step : trace.steps)
            if (const auto* drawn = std::get_if<Drawn>(&step.event); drawn && drawn->random)
                chance *= drawn->outcome ? drawn->probability.share() : 1 - drawn->probability.share();
        return chance;
    }

    static double chanceOfCourse(const Question& question, const std::vector<bool>& course)
    {
        Forced forced(course);
        return chanceOf(*emulate(question, forced));
    }

    /// Each chain is reached by all who were not taken by the one before, however many ways lead there.
    void tellsHowSharesComeAboutWhereCoursesExplode()
    {
        constexpr int count = 40;
        std::string rules = chains(count);
        for (int i = 0; i < count; ++i) {
            rules += "-A PREROUTING" + draw(0.5) + " -j C" + std::to_string(i) + "\n";
            rules += "-A C" + std::to_string(i) + draw(0.25) + " -j DROP\n";
        }
        const std::vector<Taking> takings =
            takingsOf(asking(rules + "-A PREROUTING -j DNAT --to-destination 10.244.0.2\n"));
        QVERIFY(takings.size() >= std::size_t{2 * count});
        double left = 1;
        for (std::size_t i = 0; i < std::size_t{count}; ++i) {
            const auto isJump = [&](const Taking& taking) { return std::abs(taking.reached - left) < 1e-12; };
            const auto isDrop = [&](const Taking& taking) { return std::abs(taking.reached - left / 2) < 1e-12; };
            QVERIFY(std::ranges::any_of(takings, isJump) && std::ranges::any_of(takings, isDrop));
            left -= left / 2 / 4;
        }
    }
};

QTEST_APPLESS_MAIN(TestMerging)
#include "tst_merging.moc"
