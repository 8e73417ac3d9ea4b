// What natwalk cannot decide somebody may: matches are assumed to hold or not, by a scenario or by the host.
#include "emulator/scenario.h"
#include "host/assumed_matches.h"
#include "probability/distribution.h"
#include "support/builders.h"
#include "trace/event_words.h"

#include <QTest>

using namespace natwalk;
using namespace natwalk::test;

namespace {

constexpr const char* rules = "*filter\n:FORWARD ACCEPT [0:0]\n-A FORWARD -m cpu --cpu 0 -j DROP\n"
                              "-A FORWARD -m cpu ! --cpu 1 -m realm --realm 0x1 -j DROP\nCOMMIT\n";

Question questionWith(const std::vector<AssumedMatch>& assumed)
{
    Host host = node();
    for (const AssumedMatch& each : assumed)
        assume(host, each.match, each.holds);
    return ask(documentOf(rules, host), tcp("192.168.1.50", 40000, "10.244.0.5", 80, "eth0"));
}

QStringList told(const Trace& trace)
{
    QStringList words;
    for (const Step& step : trace.steps)
        if (const auto* doubted = std::get_if<Doubted>(&step.event))
            words += (doubted->chosen ? QStringLiteral("chosen: ") : QStringLiteral("default: "))
                     + QString::fromStdString(english(assumedWords(*trace.ruleset, *doubted)));
    return words;
}

std::size_t firstDoubt(const Trace& trace)
{
    std::size_t step = 0;
    while (!std::holds_alternative<Doubted>(trace.steps.at(step).event))
        ++step;
    return step;
}

}  // namespace

class TestAssumed : public QObject
{
    Q_OBJECT

private slots:
    void withoutAWordTheDefaultIsToldAndTheVerdictDepends()
    {
        const TracePtr trace = emulate(questionWith({}));
        QVERIFY(trace->depends);
        QCOMPARE(told(*trace), (QStringList{QStringLiteral("default: assumed not to match: -m cpu --cpu 0"),
                                            QStringLiteral("default: assumed not to match: -m cpu ! --cpu 1")}));
    }

    void whatIsAssumedDecides_data()
    {
        QTest::addColumn<bool>("holds");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("words");
        QTest::newRow("it holds") << true << Outcome::dropped
                                  << QStringLiteral("chosen: assumed to match: -m cpu --cpu 0");
        QTest::newRow("it does not") << false << Outcome::forwarded
                                     << QStringLiteral("chosen: assumed not to match: -m cpu --cpu 0");
    }
    void whatIsAssumedDecides()
    {
        QFETCH(const bool, holds);
        QFETCH(const Outcome, outcome);
        QFETCH(const QString, words);
        const Question question = questionWith({{"-m cpu --cpu 0", holds}, {"realm --realm 0x1", false}});
        const TracePtr trace = emulate(question);
        QCOMPARE(trace->verdict.outcome, outcome);
        QVERIFY(!trace->depends);
        QCOMPARE(told(*trace).front(), words);
        const Distribution distribution = distributionOf(question);
        QCOMPARE(distribution.outcomes.size(), std::size_t{1});
        QVERIFY(!distribution.depends);
    }

    void aLaterMatchThatIsAssumedNotToHoldSettlesTheRule()
    {
        const TracePtr trace = emulate(questionWith({{"cpu --cpu 0", false}, {"realm --realm 0x1", false}}));
        QCOMPARE(told(*trace), QStringList{QStringLiteral("chosen: assumed not to match: -m cpu --cpu 0")});
    }

    void aBareNameSpeaksOfAllOfThem()
    {
        const TracePtr trace = emulate(questionWith({{"cpu", false}, {"cpu ! --cpu 1", true}, {"realm", true}}));
        QCOMPARE(told(*trace), (QStringList{QStringLiteral("chosen: assumed not to match: -m cpu --cpu 0"),
                                            QStringLiteral("chosen: assumed to match: -m cpu ! --cpu 1"),
                                            QStringLiteral("chosen: assumed to match: -m realm --realm 0x1")}));
        QCOMPARE(trace->verdict.outcome, Outcome::dropped);
    }

    void theReasonSaysWhoSaidIt()
    {
        const TracePtr trace = emulate(questionWith({{"cpu --cpu 0", false}}));
        for (std::size_t step = 0; step < trace->steps.size(); ++step)
            if (const auto* doubted = std::get_if<Doubted>(&trace->steps[step].event); doubted && doubted->chosen)
                QCOMPARE(english(whyNot(*trace, step, doubted->rule)),
                         std::string("assumed not to match: -m cpu --cpu 0"));
    }

    void ratesAndTimesMayBeAssumedOtherwise()
    {
        Host host = node();
        const char* limited = "*filter\n:FORWARD ACCEPT [0:0]\n-A FORWARD -m limit --limit 1/hour -j ACCEPT\n"
                              "-A FORWARD -j DROP\nCOMMIT\n";
        const Packet packet = tcp("192.168.1.50", 40000, "10.244.0.5", 80, "eth0");
        QCOMPARE(emulate(ask(documentOf(limited, host), packet))->verdict.outcome, Outcome::forwarded);
        assume(host, "limit", false);
        const TracePtr trace = emulate(ask(documentOf(limited, host), packet));
        QCOMPARE(trace->verdict.outcome, Outcome::dropped);
        QCOMPARE(told(*trace), QStringList{QStringLiteral("chosen: assumed not to match: -m limit --limit 1/hour")});
        const auto assumable = assumableAt(*trace, firstDoubt(*trace));
        QVERIFY(assumable && assumable->said == false && assumable->match == 0);
    }

    void aStepKnowsWhatMayBeAssumedOfItsRule()
    {
        const DocumentPtr document = documentOf("*filter\n:FORWARD ACCEPT [0:0]\n-A FORWARD -p tcp -m tcp --dport 80 "
                                                "-m policy --dir in --pol none -j DROP\nCOMMIT\n");
        const TracePtr trace = emulate(ask(document, tcp("192.168.1.50", 40000, "10.244.0.5", 80, "eth0")));
        bool found = false;
        for (std::size_t step = 0; step < trace->steps.size(); ++step)
            if (std::holds_alternative<RuleMatched>(trace->steps[step].event)) {
                const auto assumable = assumableAt(*trace, step);
                found = assumable && assumable->match == 1 && !assumable->said;
            }
        QVERIFY(found);
    }

    void whatIsKnownIsNotAssumed()
    {
        Host host = node();
        assume(host, "tcp --dport 80", false);
        const auto document = documentOf("*filter\n:FORWARD ACCEPT [0:0]\n-A FORWARD -p tcp -m tcp --dport 80 -j DROP\n"
                                         "COMMIT\n",
                                         host);
        QCOMPARE(emulate(ask(document, tcp("192.168.1.50", 40000, "10.244.0.5", 80, "eth0")))->verdict.outcome,
                 Outcome::dropped);
    }

    void canBeTakenBack()
    {
        Host host;
        assume(host, "  -m cpu --cpu 0 ", true);
        QCOMPARE(host.assumed("cpu --cpu 0"), std::optional(true));
        assume(host, "cpu --cpu 0", false);
        QCOMPARE(host.assumedMatches.size(), std::size_t{1});
        assume(host, "cpu --cpu 0", std::nullopt);
        QVERIFY(host.assumedMatches.empty());
    }

    void aScenarioSaysIt()
    {
        const ScenarioResult result = readScenario(R"({"assume": {"-m cpu --cpu 0": true, "realm": false}})");
        QVERIFY(result.scenario);
        QCOMPARE(result.scenario->host->assumedMatches,
                 (std::vector<AssumedMatch>{{"cpu --cpu 0", true}, {"realm", false}}));
        QVERIFY(!readScenario(R"({"assume": {"cpu": "yes"}})").scenario);
    }
};

QTEST_APPLESS_MAIN(TestAssumed)

#include "tst_assumed.moc"
