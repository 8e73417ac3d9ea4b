// Trials that find what earlier ones left: in order, repeatable, and each can be looked at.
#include "emulator/scenario.h"
#include "files/reading.h"
#include "probability/snapshots.h"
#include "probability/trials.h"
#include "support/trial_rules.h"

#include <QTest>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

using namespace natwalk;
using namespace natwalk::test;

namespace {

/// Two UDP endpoints behind one address.
constexpr auto resolver =
    "*nat\n"
    "-A PREROUTING -p udp -m statistic --mode random --probability 0.5 -j DNAT --to-destination 10.244.0.2\n"
    "-A PREROUTING -p udp -j DNAT --to-destination 10.244.0.3\nCOMMIT\n";

/// The sample with session affinity, as its README tells of it.
struct AffinitySample
{
    static constexpr auto folder = NATWALK_SOURCE_DIR "/samples/session_affinity/";
    Scenario scenario = *readScenario(textOf("scenario.json")).scenario;
    DocumentPtr document = documentOf(textOf("ruleset.save"), *scenario.host);

    Question question(std::string_view id, const ChooseCourse& choose = {}) const
    {
        return *questionOf(document, scenario, id, choose);
    }

private:
    static std::string textOf(const std::string& name) { return std::string(*readFile(folder + name).text); }
};

Question asking(const char* rules) { return ask(documentOf(rules), client); }

TrialPlan plan(std::uint64_t count, std::uint32_t replicas = 1)
{
    TrialPlan plan;
    plan.count = count;
    plan.replicas = replicas;
    return plan;
}

}  // namespace

class TestHistories : public QObject
{
    Q_OBJECT

private slots:
    void countsTheSameOnAnyNumberOfThreads()
    {
        const Question question = asking(sticky);
        TrialPlan some = plan(40'001, 7);
        some.clients.count = 30;
        some.clients.connectionsPerSecond = 5;
        some.threads = 1;
        const Trials alone = runTrials(question, some);
        QCOMPARE(sum(alone.counts), some.count);
        for (const unsigned threads : {2U, 3U, 8U}) {
            some.threads = threads;
            const Trials together = runTrials(question, some);
            QCOMPARE(together.counts, alone.counts);
            QVERIFY(together.series == alone.series);
            QVERIFY(together.clients == alone.clients);
            QCOMPARE(together.met, alone.met);
        }
    }

    void givesEachReplicaItsPart()
    {
        const TrialPlan some = plan(10, 4);
        std::vector<std::uint64_t> first;
        for (std::uint32_t replica = 0; replica <= 4; ++replica)
            first.push_back(firstTrialOf(some, replica));
        QCOMPARE(first, (std::vector<std::uint64_t>{0, 2, 5, 7, 10}));
        QCOMPARE(replicaOf(some, 4), 1U);
        QCOMPARE(replicaOf(some, 5), 2U);
        QCOMPARE(replicaOf(some, 9), 3U);
        QCOMPARE(replicasOf(plan(3, 50)), 3U);
        QCOMPARE(replicasOf(plan(0, 0)), 1U);
        // each replica begins its turn anew: 3 and 2 connections
        QCOMPARE(runTrials(asking(inTurn), some).counts, (std::vector<std::uint64_t>{4, 4, 2}));
    }

    void drawsOtherwiseInEachReplica()
    {
        const Trials trials = runTrials(asking(sticky), plan(2000, 100));
        // one client, 20 connections each: a replica goes to one endpoint all through
        QVERIFY(std::ranges::all_of(trials.counts, [](std::uint64_t count) { return count % 20 == 0 && count > 500; }));
    }

    void replaysFromTheNearestMoment()
    {
        const Question question = asking(sticky);
        TrialPlan some = plan(9000, 2);
        some.clients.count = 40;
        some.clients.connectionsPerSecond = 3;
        const Trials trials = runTrials(question, some);
        QVERIFY(trials.snapshots->replicas.at(1).before(4400) != nullptr);
        for (const std::uint64_t trial : {0ULL, 1ULL, 1500ULL, 4499ULL, 4500ULL, 8900ULL}) {
            const TracePtr near = replayTrial(question, trials, trial);
            const TracePtr far = replayTrial(question, some, trial);
            QCOMPARE(endpointOf(near->verdict, near->packetOut), endpointOf(far->verdict, far->packetOut));
            QCOMPARE(near->before.clock, far->before.clock);
            QVERIFY(near->packetIn == far->packetIn);
            QCOMPARE(near->before.connections.size(), far->before.connections.size());
        }
    }

    void endsEachTrialWhereItsReplayEnds()
    {
        const Question question = asking(sticky);
        TrialPlan some = plan(300, 3);
        some.clients.count = 7;
        some.clients.connectionsPerSecond = 0.5;
        const Trials trials = runTrials(question, some);
        std::vector<std::uint64_t> replayed(trials.counts.size());
        for (std::uint64_t trial = 0; trial < some.count; ++trial) {
            const TracePtr trace = replayTrial(question, trials, trial);
            ++replayed[trials.expected.outcomeOf(trace->verdict, trace->packetOut).value()];
        }
        QCOMPARE(replayed, trials.counts);
    }

    void tellsWhichEndpointEachClientGot()
    {
        TrialPlan some = plan(400);
        some.clients.network = Network::from("198.51.100.0/28");
        const Trials trials = runTrials(asking(sticky), some);
        QCOMPARE(trials.clients.size(), std::size_t{14});
        QCOMPARE(toText(trials.clients.front().address), std::string("198.51.100.1"));
        std::uint64_t connections = 0;
        for (const ClientResult& each : trials.clients) {
            QCOMPARE(each.outcomes.size(), std::size_t{1});
            QCOMPARE(each.moves, std::uint64_t{0});
            connections += each.connections;
        }
        QCOMPARE(connections, some.count);
    }

    void keepsEachClientOfTheSampleAtItsPod()
    {
        const AffinitySample sample;
        const auto toSecond = [](const Question&) { return std::vector{false, true}; };
        QCOMPARE(distributionOf(sample.question("first-of-a-client")).outcomes.size(), std::size_t{3});
        const Distribution again = distributionOf(sample.question("same-client-again", toSecond));
        QCOMPARE(again.outcomes.size(), std::size_t{1});
        QCOMPARE(again.outcomes.front().endpoint.value(), std::string("10.244.1.6:8080"));
        QCOMPARE(distributionOf(sample.question("another-client", toSecond)).outcomes.size(), std::size_t{3});
        QCOMPARE(distributionOf(sample.question("after-three-hours", toSecond)).outcomes.size(), std::size_t{3});
        QCOMPARE(distributionOf(sample.question("outside-to-nodeport", toSecond)).outcomes.size(), std::size_t{3});
    }

    /// A list holds a hundred clients: with more, some are forgotten and draw again.
    void forgetsClientsOfTheSampleBeyondAHundred()
    {
        const Question question = AffinitySample().question("first-of-a-client");
        TrialPlan some = plan(20'000);
        some.clients.connectionsPerSecond = 10;
        const auto movesOf = [&](std::uint32_t clients) {
            some.clients.count = clients;
            std::uint64_t moves = 0;
            for (const ClientResult& client : runTrials(question, some).clients)
                moves += client.moves;
            return moves;
        };
        QCOMPARE(movesOf(30), std::uint64_t{0});
        QVERIFY(movesOf(1000) > 1000);
    }

    void keepsCountsOnTheWay_data()
    {
        QTest::addColumn<QString>("rules");
        QTest::newRow("each for itself") << thirds;
        QTest::newRow("in order") << inTurn;
    }
    void keepsCountsOnTheWay()
    {
        QFETCH(QString, rules);
        const Question question = asking(rules.toUtf8().constData());
        const Trials trials = runTrials(question, plan(3000));
        QVERIFY(trials.series.size() > 40 && trials.series.size() < 100);
        QCOMPARE(trials.series.back().trials, std::uint64_t{3000});
        QCOMPARE(trials.series.back().counts, trials.counts);
        for (const std::size_t i : {std::size_t{0}, std::size_t{20}, trials.series.size() - 2}) {
            const SharePoint& point = trials.series[i];
            QCOMPARE(sum(point.counts), point.trials);
            auto shorter = runTrials(question, plan(point.trials)).counts;
            shorter.resize(point.counts.size());
            QCOMPARE(point.counts, shorter);
        }
    }

    /// While they run, the curve begins at the first trial, as it does in the end.
    void tellsOnTheWayHowTheCountsCameAbout_data()
    {
        QTest::addColumn<QString>("rules");
        QTest::addColumn<int>("replicas");
        QTest::newRow("each for itself") << thirds << 1;
        QTest::newRow("in order") << sticky << 1;
        QTest::newRow("several in order") << sticky << 40;
    }
    void tellsOnTheWayHowTheCountsCameAbout()
    {
        QFETCH(QString, rules);
        QFETCH(int, replicas);
        const Question question = asking(rules.toUtf8().constData());
        std::vector<SharePoint> latest;
        bool ordered = true;
        const auto live = [&](const std::vector<std::uint64_t>& counts, const std::vector<SharePoint>& series) {
            ordered &= series.empty() || series.back().trials <= sum(counts);
            if (!series.empty())
                latest = series;
        };
        const auto goOn = [&](double) { return latest.size() < 10; };
        const TrialPlan some = plan(50'000'000, static_cast<std::uint32_t>(replicas));
        const Trials trials = runTrials(question, some, goOn, live);
        QVERIFY(trials.done < some.count);
        QVERIFY(ordered && latest.size() >= 10);
        QCOMPARE(latest.front().trials, std::uint64_t{1});
        for (const SharePoint& point : latest)
            QCOMPARE(sum(point.counts), point.trials);
    }

    void judgesConnectionsThatMeetNobody()
    {
        TrialPlan some = plan(5000);
        some.clients.count = 50;
        const Trials trials = runTrials(asking(thirds), some);
        QVERIFY(trials.history && !trials.dependent);
        QCOMPARE(trials.met, std::uint64_t{0});
        QVERIFY(*trials.judgement.pValue > 1e-4);
    }

    /// Source: Linux net/netfilter/nf_conntrack_proto_udp.c: an entry lives 30 seconds, or 120 where both sides still
    /// speak after two.
    void keepsAClientWithOnePortAtItsEndpoint()
    {
        Packet query = client;
        query.protocol = protocol::udp;
        TrialPlan some = plan(1000);
        some.clients.keepsPort = true;
        some.clients.connectionsPerSecond = 1.0 / 25;
        const Trials often = runTrials(ask(documentOf(resolver), query), some);
        QCOMPARE(often.met, std::uint64_t{999});
        QCOMPARE(*std::ranges::max_element(often.counts), std::uint64_t{1000});
        QVERIFY(often.dependent && !often.judgement.pValue);

        some.clients.connectionsPerSecond = 1.0 / 31;
        const Trials seldom = runTrials(ask(documentOf(resolver), query), some);
        QCOMPARE(seldom.met, std::uint64_t{0});
        QVERIFY(std::ranges::all_of(seldom.counts, [](std::uint64_t count) { return count > 400; }));
    }

    void opensAClosedConnectionAnew()
    {
        TrialPlan some = plan(1000);
        some.clients.keepsPort = true;
        const Trials closed = runTrials(asking(thirds), some);
        QCOMPARE(closed.met, std::uint64_t{0});
        QVERIFY(std::ranges::all_of(closed.counts, [](std::uint64_t count) { return count > 250; }));
        QCOMPARE(closed.cut, std::uint64_t{0});

        some.clients.secondsOpen = 3600;
        const Trials open = runTrials(asking(thirds), some);
        QCOMPARE(open.met, std::uint64_t{999});
    }

    /// A masquerading host has 64,512 ports towards one endpoint; who comes while all are in use is dropped.
    void runsOutOfPorts()
    {
        const Question question = ask(documentOf("*nat\n-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.2\n"
                                                 "-A POSTROUTING -p tcp -j SNAT --to-source 10.0.0.1:1024-2047\n"
                                                 "COMMIT\n"),
                                      client);
        TrialPlan some = plan(2000);
        some.clients.count = 100;
        some.clients.connectionsPerSecond = 100;
        const Trials quick = runTrials(question, some);
        QVERIFY(quick.dependent);
        QCOMPARE(quick.expected.outcomes.size(), std::size_t{2});
        QVERIFY(quick.counts[0] >= 1024 - 8 && quick.counts[0] <= 1024);
        QCOMPARE(quick.met, quick.counts[1]);

        some.clients.connectionsPerSecond = 4;  // 480 in the 120 seconds that a closed connection is remembered
        QCOMPARE(runTrials(question, some).met, std::uint64_t{0});
    }

    void fillsTheTableOfConnections()
    {
        Host host = node();
        host.sysctls.set("net.netfilter.nf_conntrack_max", "100");
        const Question question = ask(documentOf(thirds, host), client);
        TrialPlan some = plan(1000);
        some.clients.secondsOpen = 3600;
        const Trials open = runTrials(question, some);
        QCOMPARE(open.full, std::uint64_t{900});
        QCOMPARE(open.counts.back(), std::uint64_t{900});
        QCOMPARE(open.expected.outcomes.back().verdict.outcome, Outcome::dropped);
        QVERIFY(open.dependent);

        some.clients.secondsOpen = 0;  // closed ones make room
        QCOMPARE(runTrials(question, some).full, std::uint64_t{0});
    }

    void expectsTheMeanOfClientsThatFareDifferently()
    {
        const Question question =
            asking("*nat\n-A PREROUTING -p tcp -s 198.51.100.0/29 -j DNAT --to-destination 10.244.0.2\n"
                   "-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.3\nCOMMIT\n");
        TrialPlan some = plan(1400);
        some.clients.network = Network::from("198.51.100.0/28");
        const Trials trials = runTrials(question, some);
        QCOMPARE(trials.expected.outcomes.size(), std::size_t{2});
        QVERIFY(std::abs(trials.expected.outcomes[0].probability - 7.0 / 14) < 1e-15);
        QCOMPARE(trials.counts, (std::vector<std::uint64_t>{700, 700}));
        QVERIFY(trials.clientsDiffer && !trials.dependent && !trials.judgement.pValue);
        QCOMPARE(trials.judgement.sentence.id, MessageId::ClientsDiffer);
    }

    void tellsHowHistoriesScatter()
    {
        int held = 0;
        for (std::uint64_t seed = 1; seed <= 40; ++seed) {
            TrialPlan some = plan(2000, 20);
            some.seed = seed;
            some.clients.count = 10;
            const Trials trials = runTrials(asking(sticky), some);
            const Interval& first = trials.judgement.intervals[0];
            QVERIFY(trials.judgement.hasIntervals && first.low < first.share && first.share < first.high);
            QCOMPARE(trials.judgement.caution.id, MessageId::IntervalsOfHistories);
            // one client's ten connections are one draw: 200 draws, not 2,000
            QVERIFY(first.high - first.low > 0.08);
            held += first.low <= 0.5 && 0.5 <= first.high ? 1 : 0;
        }
        QVERIFY(held >= 33);
        QVERIFY(!runTrials(asking(sticky), plan(2000)).judgement.hasIntervals);
    }

    void tellsWhatKeepAliveDoes()
    {
        TrialPlan some = plan(500);
        some.clients.requestsPerConnection = 4;
        const Trials trials = runTrials(asking(thirds), some);
        QCOMPARE(sum(trials.counts), std::uint64_t{500});
        QCOMPARE(trials.cut, std::uint64_t{0});
        QCOMPARE(english(trials.judgement.keepAlive),
                 std::string("2000 requests, with 4 on each connection, weigh like 500 connections: what goes over one "
                             "connection ends at one endpoint."));
    }

    void losesLaterPacketsToALimit()
    {
        const Question question = asking("*nat\n-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.2\nCOMMIT\n"
                                         "*filter\n-A FORWARD -m conntrack --ctstate NEW -j ACCEPT\n"
                                         "-A FORWARD -m limit --limit 1/minute --limit-burst 50 -j ACCEPT\n"
                                         "-A FORWARD -j DROP\nCOMMIT\n");
        TrialPlan some = plan(100);
        some.clients.count = 1;
        const Trials trials = runTrials(question, some);
        QCOMPARE(trials.counts.front(), std::uint64_t{100});
        // a connection takes seven packets behind its first: 50 / 7 are whole
        QCOMPARE(trials.cut, std::uint64_t{93});
    }

    void stopsWhenAsked()
    {
        TrialPlan some = plan(100'000'000, 5);
        some.threads = 3;
        const auto caller = std::this_thread::get_id();
        bool fine = true;
        std::uint64_t seen = 0;
        const auto goOn = [&](double done) {
            fine &= std::this_thread::get_id() == caller;
            return done < 1e-4;
        };
        const auto live = [&](const std::vector<std::uint64_t>& counts, const std::vector<SharePoint>& /*series*/) {
            fine &= std::this_thread::get_id() == caller && sum(counts) >= seen;
            seen = sum(counts);
        };
        const Trials trials = runTrials(asking(sticky), some, goOn, live);
        QVERIFY(fine);
        QVERIFY(trials.done > 0 && trials.done < some.count);
        QCOMPARE(sum(trials.counts), trials.done);
        QCOMPARE(trials.series.back().trials, trials.done);
        QVERIFY(!trials.judgement.pValue);
    }

    void stopsOnTheWayToATrial()
    {
        const Question question = asking(sticky);
        const Trials trials = runTrials(question, plan(3000));
        QVERIFY(!replayTrial(question, trials, 1023, [](double) { return false; }));
        QVERIFY(!replayTrial(question, plan(3000), 2999, [](double done) { return done < 0.5; }));
    }
};

QTEST_APPLESS_MAIN(TestHistories)
#include "tst_histories.moc"
