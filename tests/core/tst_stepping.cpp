#include "support/hand_made.h"
#include "trace/stepping.h"

#include <QTest>

using namespace natwalk;
using namespace natwalk::test;

class TestStepping : public QObject
{
    Q_OBJECT

private slots:
    void stepsInto();
    void stepsOver_data();
    void stepsOver();
    void stepsOut_data();
    void stepsOut();
    void staysAtTheEnds();
    void goesFromHookToHook();
    void runsToBreakpoints();
    void stopsOnceForEachRule();
    void backIsTheMirrorOfForward();
};

namespace {

Trace twoHooks()
{
    Trace trace = handMadeTrace();
    trace.steps.push_back({HookEntered{Hook::postrouting, TableName::nat}, 0});
    trace.steps.push_back({TableLeft{Hook::postrouting, TableName::nat, true}, 0});
    return trace;
}

/// The same steps the other way round, for the mirror: what forward does there, backward does here.
Trace turnedRound(Trace trace)
{
    std::reverse(trace.steps.begin(), trace.steps.end());
    return trace;
}

}  // namespace

void TestStepping::stepsInto()
{
    const Trace trace = handMadeTrace();
    QCOMPARE(stepInto(trace, at::jump), at::user);
    QCOMPARE(stepBackInto(trace, at::user), at::jump);
}

void TestStepping::stepsOver_data()
{
    QTest::addColumn<std::size_t>("from");
    QTest::addColumn<std::size_t>("forward");
    QTest::addColumn<std::size_t>("back");

    QTest::newRow("a jump") << at::jump << at::tableLeft << at::passed;
    QTest::newRow("a jump inside") << at::userJump << at::userGoto << at::userPassed;
    QTest::newRow("no jump") << at::innerPassed << at::innerMatched << at::inner;
    QTest::newRow("the end of a chain") << at::innerLeft << at::userGoto << at::innerMarked;
    QTest::newRow("behind a chain") << at::userGoto << at::other << at::userJump;
    QTest::newRow("a hook") << at::hook << at::tableLeft << at::hook;
}

void TestStepping::stepsOver()
{
    QFETCH(std::size_t, from);
    QFETCH(std::size_t, forward);
    QFETCH(std::size_t, back);
    const Trace trace = handMadeTrace();
    QCOMPARE(stepOver(trace, from), forward);
    QCOMPARE(stepBackOver(trace, from), back);
}

void TestStepping::stepsOut_data()
{
    QTest::addColumn<std::size_t>("from");
    QTest::addColumn<std::size_t>("forward");
    QTest::addColumn<std::size_t>("back");

    QTest::newRow("inner chain") << at::innerMatched << at::userGoto << at::userJump;
    QTest::newRow("user chain") << at::userPassed << at::tableLeft << at::jump;
    QTest::newRow("after a goto") << at::otherLeft << at::tableLeft << at::jump;
    QTest::newRow("built-in chain") << at::passed << at::tableLeft << at::hook;
    QTest::newRow("outside of chains") << at::routed << at::decided << at::hook;
}

void TestStepping::stepsOut()
{
    QFETCH(std::size_t, from);
    QFETCH(std::size_t, forward);
    QFETCH(std::size_t, back);
    const Trace trace = handMadeTrace();
    QCOMPARE(stepOut(trace, from), forward);
    QCOMPARE(stepBackOut(trace, from), back);
}

void TestStepping::staysAtTheEnds()
{
    const Trace trace = handMadeTrace();
    for (const auto step : {stepInto, stepOver, stepOut, nextHook})
        QCOMPARE(step(trace, at::decided), at::decided);
    for (const auto step : {stepBackInto, stepBackOver, stepBackOut, previousHook})
        QCOMPARE(step(trace, at::hook), at::hook);
}

void TestStepping::goesFromHookToHook()
{
    const Trace trace = twoHooks();
    const std::size_t second = at::decided + 1;
    QCOMPARE(nextHook(trace, at::inner), second);
    QCOMPARE(nextHook(trace, at::hook), second);
    QCOMPARE(previousHook(trace, second), at::hook);
    QCOMPARE(previousHook(trace, second + 1), second);
}

void TestStepping::runsToBreakpoints()
{
    const Trace trace = handMadeTrace();
    const RuleId udpOnly = ruleOf(*trace.ruleset, "INNER", 1);
    const auto stops = [udpOnly](RuleId rule) { return rule == udpOnly; };
    QCOMPARE(runTo(trace, at::hook, stops), at::innerPassed);  // also where the rule did not match
    QCOMPARE(runTo(trace, at::innerPassed, stops), at::decided);
    QCOMPARE(runBackTo(trace, at::decided, stops), at::innerPassed);
    QCOMPARE(runBackTo(trace, at::innerPassed, stops), at::hook);
}

void TestStepping::stopsOnceForEachRule()
{
    const Trace trace = handMadeTrace();
    const RuleId marks = ruleOf(*trace.ruleset, "INNER", 2);
    const auto stops = [marks](RuleId rule) { return rule == marks; };
    QCOMPARE(runTo(trace, at::hook, stops), at::innerMatched);
    QCOMPARE(runTo(trace, at::innerMatched, stops), at::decided);
    QCOMPARE(runBackTo(trace, at::decided, stops), at::innerMatched);
}

void TestStepping::backIsTheMirrorOfForward()
{
    const Trace trace = twoHooks();
    const Trace mirror = turnedRound(trace);
    const std::size_t last = trace.steps.size() - 1;
    using Button = std::size_t (*)(const Trace&, std::size_t);
    const std::vector<std::pair<Button, Button>> pairs = {
        {stepInto, stepBackInto}, {stepOver, stepBackOver}, {stepOut, stepBackOut}, {nextHook, previousHook}};
    for (const auto& [forward, back] : pairs)
        for (std::size_t i = 0; i <= last; ++i)
            QCOMPARE(last - forward(mirror, last - i), back(trace, i));
}

QTEST_APPLESS_MAIN(TestStepping)
#include "tst_stepping.moc"
