#include "support/hand_made.h"
#include "trace/kernel_log.h"

#include <QTest>

using namespace natwalk;
using namespace natwalk::test;

class TestKernelLog : public QObject
{
    Q_OBJECT

private slots:
    void writesRulesEndsAndPolicies();
    void returnInAUserChainIsItsRuleAlone();
    void returnInABuiltInChainIsFollowedByThePolicy();
    void acceptEndsTheTableWithoutPolicy();
    void marksAreThoseBeforeTheTarget();
    void namesTheHookOfTheMoment();
};

namespace {

QStringList logOf(const Trace& trace)
{
    QStringList lines;
    for (const KernelEvent& event : kernelLog(trace))
        lines << QString::fromStdString(toText(event));
    return lines;
}

/// The hand-made trace, cut off at a step and ended otherwise.
Trace endedAt(std::size_t step, std::vector<Step> ending)
{
    Trace trace = handMadeTrace();
    trace.steps.resize(step);
    trace.steps.insert(trace.steps.end(), ending.begin(), ending.end());
    return trace;
}

}  // namespace

void TestKernelLog::writesRulesEndsAndPolicies()
{
    QCOMPARE(logOf(handMadeTrace()),
             QStringList({"nat:PREROUTING:rule:2", "nat:USER:rule:2", "nat:INNER:rule:2", "nat:INNER:return:3",
                          "nat:USER:rule:3", "nat:OTHER:return:1", "nat:PREROUTING:policy:3"}));
}

void TestKernelLog::returnInAUserChainIsItsRuleAlone()
{
    const ChainId user = handMadeRuleset()->find(TableName::nat, "USER");
    const Trace trace = endedAt(at::inner, {{ChainLeft{user, false}, 2}});
    QCOMPARE(logOf(trace), QStringList({"nat:PREROUTING:rule:2", "nat:USER:rule:2"}));
}

void TestKernelLog::returnInABuiltInChainIsFollowedByThePolicy()
{
    const Trace trace = endedAt(at::user, {{TableLeft{Hook::prerouting, TableName::nat, true}, 0}});
    QCOMPARE(logOf(trace), QStringList({"nat:PREROUTING:rule:2", "nat:PREROUTING:policy:3"}));
}

void TestKernelLog::acceptEndsTheTableWithoutPolicy()
{
    const Trace trace = endedAt(at::user, {{TableLeft{Hook::prerouting, TableName::nat, false}, 0}});
    QCOMPARE(logOf(trace), QStringList({"nat:PREROUTING:rule:2"}));
}

void TestKernelLog::marksAreThoseBeforeTheTarget()
{
    std::vector<std::uint32_t> marks;
    for (const KernelEvent& event : kernelLog(handMadeTrace()))
        marks.push_back(event.mark);
    QVERIFY(marks == (std::vector<std::uint32_t>{0, 0, 0, 1, 1, 1, 1}));
}

void TestKernelLog::namesTheHookOfTheMoment()
{
    Trace trace = handMadeTrace();
    trace.steps.push_back({HookEntered{Hook::postrouting, TableName::nat}, 0});
    trace.steps.push_back({TableLeft{Hook::postrouting, TableName::nat, true}, 0});
    const std::vector<KernelEvent> events = kernelLog(trace);
    QVERIFY(events.front().hook == Hook::prerouting);
    QVERIFY(events.back().hook == Hook::postrouting);
    QCOMPARE(events.back().step, trace.steps.size() - 1);
    QCOMPARE(toText(events.back()), std::string("nat:POSTROUTING:policy:1"));
}

QTEST_APPLESS_MAIN(TestKernelLog)
#include "tst_kernel_log.moc"
