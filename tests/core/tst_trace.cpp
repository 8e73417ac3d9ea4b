#include "support/hand_made.h"

#include <QTest>

using namespace natwalk;
using namespace natwalk::test;

class TestTrace : public QObject
{
    Q_OBJECT

private slots:
    void knowsThePacketBeforeEachStep();
    void knowsTheHookOfEachStep();
    void knowsTheRuleOfEachStep();
    void knowsWhatConntrackSaid();
    void stacksChains_data();
    void stacksChains();
    void tellsWhichConditionFailed();
    void saysNothingOfTheRuleThatMatched();
    void asksMatchesFromLeftToRight();
    void remembersWhatWasAskedBefore();
    void saysThatADrawWentTheOtherWay();
    void saysWhatWasNotDecided();
    void namesTheMatchThatSaidNo();
};

namespace {

std::string stackAt(const Trace& trace, std::size_t index)
{
    std::string text;
    for (const Frame& frame : callStack(trace, index)) {
        text += text.empty() ? "" : " ";
        text += trace.ruleset->chain(frame.chain).name;
        if (frame.rule != noRule)
            text += "#" + std::to_string(trace.ruleset->numberOf(frame.rule));
    }
    return text;
}

/// A match that gives a fixed answer.
class Fixed final : public Match
{
public:
    explicit Fixed(Answer answer) : m_answer(answer) {}
    std::string_view name() const override { return "fixed"; }
    Answer ask(const MatchContext& /*context*/) const override { return m_answer; }
    std::string save() const override { return {}; }
    Message describe() const override { return {}; }
    Message whyNot(const MatchContext& /*context*/) const override { return {MessageId::NotALaterFragment, {}}; }

private:
    Answer m_answer;
};

/// Matches the first packet that asks, as nth does; says how often it was asked.
class OnlyFirst final : public Match
{
public:
    std::string_view name() const override { return "first"; }
    Answer ask(const MatchContext& context) const override
    {
        return {context.timesAsked() == 0 ? certain : never, CountOneMore{}, false};
    }
    std::string save() const override { return {}; }
    Message describe() const override { return {}; }
    Message whyNot(const MatchContext& context) const override
    {
        return message(MessageId::ProtocolExcluded, context.timesAsked());
    }
    bool remembers() const override { return true; }
};

/// A trace with one chain of rules, all with the same matches.
struct Rows
{
    RulesetBuilder builder{Family::ipv4};
    Trace trace;

    void add(std::vector<const Match*> matches)
    {
        Rule rule;
        rule.chain = builder.chain(TableName::filter, "FORWARD");
        rule.matches = builder.arena().keep(std::span<const Match* const>(matches));
        builder.append(rule);
    }

    Message whyNotAt(const Event& event, RuleId rule)
    {
        trace.steps.push_back({event, 1});
        return whyNot(trace, trace.steps.size() - 1, rule);
    }

    void finish()
    {
        trace.ruleset = builder.finish();
        trace.host = std::make_shared<Host>();
        trace.steps = {{HookEntered{Hook::forward, TableName::filter}, 0}};
    }
};

constexpr RuleId firstRule{0};
constexpr RuleId secondRule{1};

}  // namespace

void TestTrace::knowsThePacketBeforeEachStep()
{
    const Trace trace = handMadeTrace();
    for (std::size_t i = 0; i <= trace.steps.size(); ++i)
        QCOMPARE(trace.packetBefore(i).mark, i > at::innerMarked ? 1U : 0U);
    QCOMPARE(trace.packetAfter(at::innerMarked).mark, 1U);
    QVERIFY(trace.packetBefore(trace.steps.size()) == trace.packetOut);
}

void TestTrace::knowsTheHookOfEachStep()
{
    const Trace trace = handMadeTrace();
    for (std::size_t i = 0; i < trace.steps.size(); ++i)
        QCOMPARE(trace.hookAt(i).has_value(), i <= at::tableLeft);
    QVERIFY(trace.hookAt(at::tableLeft)->table == TableName::nat);
}

void TestTrace::knowsTheRuleOfEachStep()
{
    const Trace trace = handMadeTrace();
    QVERIFY(trace.ruleAt(at::hook) == noRule);
    QVERIFY(trace.ruleAt(at::passed) == ruleOf(*trace.ruleset, "PREROUTING", 1));
    QVERIFY(trace.ruleAt(at::jump) == ruleOf(*trace.ruleset, "PREROUTING", 2));
    QVERIFY(trace.ruleAt(at::innerMarked) == ruleOf(*trace.ruleset, "INNER", 2));
    QVERIFY(trace.ruleAt(at::decided) == noRule);
    QVERIFY(trace.ruleAt(trace.steps.size()) == noRule);
}

void TestTrace::knowsWhatConntrackSaid()
{
    Trace trace = handMadeTrace();
    trace.steps.insert(trace.steps.begin(), {Tracked{TrackState::established, Direction::reply}, 0});
    QVERIFY(trace.trackingBefore(0).state == TrackState::untracked);
    QVERIFY(trace.trackingBefore(1).state == TrackState::established);
    QVERIFY(trace.trackingBefore(trace.steps.size()).direction == Direction::reply);
}

void TestTrace::stacksChains_data()
{
    QTest::addColumn<std::size_t>("step");
    QTest::addColumn<std::string>("stack");
    using std::string;

    QTest::newRow("hook") << at::hook << string();
    QTest::newRow("built-in chain") << at::prerouting << string("PREROUTING");
    QTest::newRow("jumping") << at::jump << string("PREROUTING#2");
    QTest::newRow("jumped") << at::user << string("PREROUTING#2 USER");
    QTest::newRow("twice") << at::innerPassed << string("PREROUTING#2 USER#2 INNER#1");
    QTest::newRow("leaving") << at::innerLeft << string("PREROUTING#2 USER#2 INNER#2");
    QTest::newRow("left") << at::userGoto << string("PREROUTING#2 USER#3");
    QTest::newRow("goto takes the place") << at::other << string("PREROUTING#2 OTHER");
    QTest::newRow("table left") << at::tableLeft << string("PREROUTING#2");
    QTest::newRow("afterwards") << at::routed << string();
}

void TestTrace::stacksChains()
{
    QFETCH(std::size_t, step);
    QFETCH(std::string, stack);
    const Trace trace = handMadeTrace();
    QCOMPARE(stackAt(trace, step), stack);
    const ChainId chain = trace.chainAt(step);
    QCOMPARE(chain == noChain, stack.empty());
}

void TestTrace::tellsWhichConditionFailed()
{
    const Trace trace = handMadeTrace();
    const Message destination = whyNot(trace, at::passed, ruleOf(*trace.ruleset, "PREROUTING", 1));
    QVERIFY(destination.id == MessageId::DestinationDiffers);
    const Message protocol = whyNot(trace, at::innerPassed, ruleOf(*trace.ruleset, "INNER", 1));
    QVERIFY(protocol.id == MessageId::ProtocolDiffers);
}

void TestTrace::saysNothingOfTheRuleThatMatched()
{
    const Trace trace = handMadeTrace();
    QVERIFY(whyNot(trace, at::jump, trace.ruleAt(at::jump)).id == MessageId::Nothing);
    QVERIFY(whyNot(trace, trace.steps.size(), trace.ruleAt(at::jump)).id == MessageId::Nothing);
    QVERIFY(whyNot(trace, at::hook, noRule).id == MessageId::Nothing);
}

void TestTrace::asksMatchesFromLeftToRight()
{
    const Fixed yes(Answer::of(true));
    const Fixed no(Answer::of(false));
    Rows rows;
    rows.add({&yes, &no});
    rows.add({&yes});
    rows.finish();
    const RulesPassed passed{rows.trace.ruleset->rule(firstRule).chain, 1, 2};
    QVERIFY(rows.whyNotAt(passed, firstRule).id == MessageId::NotALaterFragment);
    QVERIFY(rows.whyNotAt(passed, secondRule).id == MessageId::Nothing);
}

void TestTrace::namesTheMatchThatSaidNo()
{
    const Fixed yes(Answer::of(true));
    const Fixed no(Answer::of(false));
    Rows rows;
    rows.add({&no});
    rows.add({&yes, &no});
    rows.finish();
    rows.trace.steps.push_back({RulesPassed{rows.trace.ruleset->rule(firstRule).chain, 1, 2}, 1});
    const std::vector<Refusal> refusals = refusalsOf(rows.trace, 1, firstRule, 2);
    QCOMPARE(refusals[0].match, 0U);
    QCOMPARE(refusals[1].match, 1U);
    const Trace trace = handMadeTrace();
    QCOMPARE(refusalsOf(trace, at::passed, trace.ruleAt(at::passed), 1).front().match, Refusal::conditions);
}

void TestTrace::remembersWhatWasAskedBefore()
{
    const OnlyFirst first;
    Rows rows;
    rows.add({&first});
    rows.add({&first});
    rows.finish();
    rows.trace.before.memory.setCount({0, 0}, 6);
    rows.trace.before.memory.setCount({1, 0}, 8);
    const Message other = rows.whyNotAt(Drawn{secondRule, never, false, false}, secondRule);
    QCOMPARE(other.arguments.front(), std::string("8"));
    const Message once = rows.whyNotAt(Drawn{firstRule, never, false, false}, firstRule);
    QCOMPARE(once.arguments.front(), std::string("6"));
    rows.trace.steps.push_back({RulesPassed{}, 1});
    const Message again = rows.whyNotAt(Drawn{firstRule, never, false, false}, firstRule);
    QCOMPARE(again.arguments.front(), std::string("7"));
}

void TestTrace::saysThatADrawWentTheOtherWay()
{
    const Fixed third({{715'827'883}, {}, false});
    Rows rows;
    rows.add({&third});
    rows.finish();
    const Message reason = rows.whyNotAt(Drawn{firstRule, {715'827'883}, false, true}, firstRule);
    QVERIFY(reason == (Message{MessageId::DrawWentTheOtherWay, {"33.33 %"}}));
    QVERIFY(rows.whyNotAt(Drawn{firstRule, {715'827'883}, true, true}, firstRule).id == MessageId::Nothing);
}

void TestTrace::saysWhatWasNotDecided()
{
    const Fixed doubt(Answer::doubt());
    Rows rows;
    rows.add({&doubt});
    rows.finish();
    const Message reason = rows.whyNotAt(Doubted{firstRule, 0, false}, firstRule);
    QVERIFY(reason == (Message{MessageId::TakenForNo, {"fixed"}}));
    QVERIFY(rows.whyNotAt(Doubted{firstRule, 0, true}, firstRule).id == MessageId::Nothing);
}

QTEST_APPLESS_MAIN(TestTrace)
#include "tst_trace.moc"
