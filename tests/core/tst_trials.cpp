// Trials: repeatable on any number of threads, within chance of the exact shares, and each can be looked at.
#include "probability/trials.h"
#include "support/trial_rules.h"

#include <QTest>

#include <algorithm>
#include <thread>

using namespace natwalk;
using namespace natwalk::test;

namespace {

Question asking(const char* rules) { return ask(documentOf(rules), client); }

TrialPlan plan(std::uint64_t count, TrialKind kind = TrialKind::emulated, std::uint64_t seed = 1)
{
    TrialPlan plan;
    plan.count = count;
    plan.kind = kind;
    plan.seed = seed;
    return plan;
}

}  // namespace

Q_DECLARE_METATYPE(natwalk::TrialKind)

class TestTrials : public QObject
{
    Q_OBJECT

private slots:
    void countsTheSameOnAnyNumberOfThreads_data() { kinds(); }
    void countsTheSameOnAnyNumberOfThreads()
    {
        QFETCH(TrialKind, kind);
        const Question question = asking(thirds);
        TrialPlan once = plan(300'001, kind, 42);
        once.threads = 1;
        const auto counts = runTrials(question, once).counts;
        QCOMPARE(sum(counts), once.count);
        for (const unsigned threads : {2U, 3U, 0U}) {
            once.threads = threads;
            QCOMPARE(runTrials(question, once).counts, counts);
        }
    }

    void countsOtherwiseWithAnotherSeed_data() { kinds(); }
    void countsOtherwiseWithAnotherSeed()
    {
        QFETCH(TrialKind, kind);
        const Question question = asking(thirds);
        QVERIFY(runTrials(question, plan(10'000, kind, 1)).counts != runTrials(question, plan(10'000, kind, 2)).counts);
    }

    void staysWithinChanceOfTheExactShares_data() { kinds(); }
    void staysWithinChanceOfTheExactShares()
    {
        QFETCH(TrialKind, kind);
        const Question question = asking(thirds);
        constexpr int seeds = 50;
        double total = 0;
        for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
            const Judgement judgement = runTrials(question, plan(20'000, kind, seed)).judgement;
            QVERIFY(judgement.pValue && *judgement.pValue > 1e-4);
            total += *judgement.pValue;
        }
        // p-values are uniform: their mean over 50 lies within 0.5 +- 4 deviations of 0.29 / sqrt(50).
        QVERIFY(std::abs(total / seeds - 0.5) < 0.164);
    }

    void drawsFromManyUnequalOutcomes()
    {
        std::string rules = "*nat\n";
        for (int i = 0; i < 200; ++i)
            rules +=
                "-A PREROUTING -p tcp -m statistic --mode random --probability 0.02 -j DNAT --to-destination 10.244.1."
                + std::to_string(i) + "\n";
        const Trials trials = runTrials(asking((rules + "COMMIT\n").c_str()), plan(5'000'000, TrialKind::drawn));
        QCOMPARE(trials.judgement.degrees, 200U);
        QVERIFY(*trials.judgement.pValue > 1e-4);
    }

    void endsEachTrialWhereItsReplayEnds_data() { kinds(); }
    void endsEachTrialWhereItsReplayEnds()
    {
        QFETCH(TrialKind, kind);
        const Question question = asking(thirds);
        const TrialPlan some = plan(301, kind, 7);
        const Trials trials = runTrials(question, some);
        std::vector<std::uint64_t> replayed(trials.counts.size());
        for (std::uint64_t trial = 0; trial < some.count; ++trial) {
            const TracePtr trace = replayTrial(question, some, trial);
            ++replayed[trials.expected.outcomeOf(trace->verdict, trace->packetOut).value()];
        }
        QCOMPARE(replayed, trials.counts);
    }

    /// A port that is drawn before the first decision is drawn anew in each trial.
    void drawsPortsInEachTrial()
    {
        const Question question =
            asking("*nat\n-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.2:1000-1999 --random\nCOMMIT\n"
                   "*filter\n-A FORWARD -p tcp -m tcp --dport 1000:1499 -j DROP\n"
                   "-A FORWARD -m statistic --mode random --probability 0.5 -j DROP\nCOMMIT\n");
        const TrialPlan some = plan(301);
        std::uint64_t dropped = 0;
        for (std::uint64_t trial = 0; trial < some.count; ++trial)
            dropped += replayTrial(question, some, trial)->verdict.outcome == Outcome::dropped ? 1U : 0U;
        QVERIFY(dropped > 0 && dropped < some.count);
        const Trials trials = runTrials(question, some);
        QCOMPARE(trials.expected.outcomes[0].verdict.outcome, Outcome::dropped);
        QCOMPARE(trials.counts[0], dropped);
    }

    void stopsWhenAsked_data() { kinds(); }
    void stopsWhenAsked()
    {
        QFETCH(TrialKind, kind);
        const Trials trials =
            runTrials(asking(thirds), plan(1'000'000'000, kind), [](double done) { return done < 1e-4; });
        QVERIFY(trials.done > 0 && trials.done < trials.plan.count);
        QCOMPARE(sum(trials.counts), trials.done);
        QVERIFY(trials.judgement.pValue);
    }

    void showsCountsOnTheWay()
    {
        std::uint64_t seen = 0;
        double done = 0;
        const auto caller = std::this_thread::get_id();
        bool fine = true;
        const auto goOn = [&](double share) {
            fine &= share >= done && share <= 1 && std::this_thread::get_id() == caller;
            done = share;
            return true;
        };
        const auto live = [&](const std::vector<std::uint64_t>& counts, const std::vector<SharePoint>& /*series*/) {
            fine &= sum(counts) >= seen && std::this_thread::get_id() == caller;
            seen = sum(counts);
        };
        runTrials(asking(thirds), plan(200'000), goOn, live);
        QVERIFY(fine);
        QVERIFY(seen > 0);
        QVERIFY(done > 0);
    }

    void startsEachTrialFromTheSameConnections()
    {
        State crowded;
        for (std::uint16_t port = 1; port <= 5000; ++port) {
            Packet other = client;
            other.sport = port;
            const Tuple tuple = tupleOf(other);
            Connection connection;
            connection.original = tuple;
            connection.reply = inverse(tuple);
            connection.status = status::confirmed;
            connection.expires = 1000;
            crowded.connections.insert(connection);
        }
        const Question alone = asking(thirds);
        const Question among = ask(documentOf(thirds), client, crowded);
        QCOMPARE(runTrials(among, plan(5000)).counts, runTrials(alone, plan(5000)).counts);
    }

    void leavesAnExistingConnectionAsItWas()
    {
        const Question first = asking(thirds);
        Dice dice(3, 0);
        const TracePtr trace = emulate(first, dice);
        const Trials trials = runTrials(ask(documentOf(thirds), client, trace->after), plan(1000));
        QCOMPARE(trials.expected.outcomes.size(), std::size_t{1});
        QCOMPARE(trials.counts, (std::vector<std::uint64_t>{1000}));
        QCOMPARE(trials.expected.outcomes[0].endpoint, endpointOf(trace->verdict, trace->packetOut));
    }

    void takesADoubtAsNo()
    {
        const Trials trials =
            runTrials(asking("*nat\n-A PREROUTING -p tcp -m unheard_of -j DNAT --to-destination 10.244.0.2\n"
                             "-A PREROUTING -p tcp -m statistic --mode random --probability 0.5 -j DNAT "
                             "--to-destination 10.244.0.3\nCOMMIT\n"),
                      plan(10'000));
        QCOMPARE(trials.counts[0], std::uint64_t{0});
        QVERIFY(*trials.judgement.pValue > 1e-4);
    }

    void servesEndpointsInTurn()
    {
        const Trials trials = runTrials(asking(inTurn), plan(3000));
        QVERIFY(trials.dependent);
        QCOMPARE(trials.counts, (std::vector<std::uint64_t>{1000, 1000, 1000}));
        QCOMPARE(trials.expected.outcomes[0].probability, 1.0);
        QCOMPARE(trials.expected.outcomes[2].probability, 0.0);
        QVERIFY(!trials.judgement.pValue);
        QCOMPARE(trials.judgement.sentence.id, MessageId::TrialsHangTogether);
    }

    void keepsAClientAtItsEndpoint()
    {
        const Trials trials = runTrials(asking(sticky), plan(1000));
        QVERIFY(trials.dependent);
        QCOMPARE(*std::max_element(trials.counts.begin(), trials.counts.end()), std::uint64_t{1000});
    }

    void spreadsManyClients()
    {
        TrialPlan many = plan(1000);
        many.clients.count = 100;
        const Trials trials = runTrials(asking(sticky), many);
        QCOMPARE(sum(trials.counts), std::uint64_t{1000});
        // every client came ten times and stayed
        QVERIFY(std::all_of(trials.counts.begin(), trials.counts.end(),
                            [](std::uint64_t count) { return count > 250 && count % 10 == 0; }));
    }

    void forgetsAClientThatComesTooSeldom()
    {
        TrialPlan seldom = plan(1000);
        seldom.clients.connectionsPerSecond = 0.05;
        const Trials trials = runTrials(asking(sticky), seldom);
        QVERIFY(
            std::all_of(trials.counts.begin(), trials.counts.end(), [](std::uint64_t count) { return count > 400; }));
    }

    void replaysAConnectionThatHangsOnEarlierOnes()
    {
        const Question question = asking(inTurn);
        const std::vector<std::string> expected = {"10.244.0.2:80", "10.244.0.3:80", "10.244.0.4:80", "10.244.0.2:80"};
        for (std::uint64_t trial = 0; trial < expected.size(); ++trial) {
            const TracePtr trace = replayTrial(question, plan(10), trial);
            QCOMPARE(endpointOf(trace->verdict, trace->packetOut), std::optional(expected[trial]));
        }
    }

    void runsNoTrials()
    {
        const Trials trials = runTrials(asking(thirds), plan(0));
        QCOMPARE(trials.done, std::uint64_t{0});
        QCOMPARE(trials.judgement.sentence.id, MessageId::NothingToJudge);
    }

private:
    static void kinds()
    {
        QTest::addColumn<TrialKind>("kind");
        QTest::newRow("emulated") << TrialKind::emulated;
        QTest::newRow("drawn") << TrialKind::drawn;
    }
};

QTEST_APPLESS_MAIN(TestTrials)
#include "tst_trials.moc"
