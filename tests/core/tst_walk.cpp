// The way of single packets: order of tables, nat, replies, routing, verdicts. The kernel's recorded answers are in
// tst_golden.

#include "emulator/walk.h"
#include "support/builders.h"

#include <QTest>

#include <cstdlib>
#include <new>

namespace {

std::size_t allocations = 0;

}  // namespace

void* operator new(std::size_t size)
{
    ++allocations;
    if (void* memory = std::malloc(size))  // NOLINT(cppcoreguidelines-no-malloc): this is the allocator
        return memory;
    throw std::bad_alloc();
}

void operator delete(void* memory) noexcept
{
    std::free(memory);  // NOLINT(cppcoreguidelines-no-malloc)
}

void operator delete(void* memory, std::size_t /*size*/) noexcept
{
    std::free(memory);  // NOLINT(cppcoreguidelines-no-malloc)
}

using namespace natwalk;
using namespace natwalk::test;

namespace {

constexpr auto everyTable = "*raw\nCOMMIT\n*mangle\nCOMMIT\n*nat\nCOMMIT\n*filter\nCOMMIT\n*security\nCOMMIT\n";
constexpr auto dnat = "*nat\n-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.244.0.5:8080\n"
                      "-A OUTPUT -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.244.0.5:8080\n"
                      "-A POSTROUTING -o cni0 -j MASQUERADE\nCOMMIT\n";

Packet answerTo(const Trace& trace)
{
    Packet reply = trace.packetOut;
    std::swap(reply.src, reply.dst);
    std::swap(reply.sport, reply.dport);
    reply.in = trace.packetOut.out;
    reply.out = {};
    reply.tcpFlags = tcpflag::syn | tcpflag::ack;
    reply.ttl = 64;
    return reply;
}

QString textOf(const Packet& packet) { return QString::fromStdString(toText(packet)); }

}  // namespace

class TestWalk : public QObject
{
    Q_OBJECT

private slots:
    void passesRemarksOver()
    {
        const RulesetPtr ruleset =
            rulesetOf("*nat\n-A PREROUTING -p tcp -m comment --comment x -m tcp --dport 80 -j ACCEPT\nCOMMIT\n");
        const Rule& rule = ruleset->rules().front();
        QCOMPARE(rule.matches.size(), std::size_t{2});
        QCOMPARE(rule.askedFrom(0), 1U);
        QCOMPARE(rule.askedFrom(1), 1U);
    }

    void visitsTablesInTheKernelsOrder_data()
    {
        QTest::addColumn<QString>("src");
        QTest::addColumn<QString>("dst");
        QTest::addColumn<QString>("in");
        QTest::addColumn<QString>("hooks");
        QTest::newRow("forwarded")
            << "192.168.1.50"
            << "10.244.0.5"
            << "eth0"
            << "raw:PREROUTING mangle:PREROUTING nat:PREROUTING mangle:FORWARD filter:FORWARD security:FORWARD "
               "mangle:POSTROUTING nat:POSTROUTING";
        QTest::newRow("to this host")
            << "192.168.1.50"
            << "192.168.1.10"
            << "eth0"
            << "raw:PREROUTING mangle:PREROUTING nat:PREROUTING mangle:INPUT filter:INPUT security:INPUT nat:INPUT";
        QTest::newRow("from this host")
            << "192.168.1.10"
            << "10.244.0.5"
            << ""
            << "raw:OUTPUT mangle:OUTPUT nat:OUTPUT filter:OUTPUT security:OUTPUT mangle:POSTROUTING nat:POSTROUTING";
        QTest::newRow("to itself")
            << "192.168.1.10"
            << "192.168.1.10"
            << ""
            << "raw:OUTPUT mangle:OUTPUT nat:OUTPUT filter:OUTPUT security:OUTPUT mangle:POSTROUTING nat:POSTROUTING "
               "raw:PREROUTING mangle:PREROUTING mangle:INPUT filter:INPUT security:INPUT";
    }
    void visitsTablesInTheKernelsOrder()
    {
        QFETCH(QString, src);
        QFETCH(QString, dst);
        QFETCH(QString, in);
        const Packet packet = tcp(src.toStdString(), 40000, dst.toStdString(), 80, in.toStdString());
        const TracePtr trace = emulate(ask(documentOf(everyTable), packet));
        QStringList hooks;
        for (const Step& step : trace->steps)
            if (const auto* entered = std::get_if<HookEntered>(&step.event))
                hooks << QString::fromStdString(toText(entered->table) + ":" + toText(entered->hook));
        QTEST(hooks.join(' '), "hooks");
    }

    void translatesTheFirstPacketAndItsReplyBack()
    {
        const DocumentPtr document = documentOf(dnat);
        const TracePtr first = emulate(ask(document, tcp("192.168.1.50", 40000, "10.96.0.10", 80, "eth0")));
        QCOMPARE(textOf(first->packetOut), "tcp 10.244.0.1:40000 > 10.244.0.5:8080 in eth0 out cni0");
        QVERIFY(first->verdict.sourceNat && first->verdict.destinationNat);
        const TracePtr reply = emulate(ask(document, answerTo(*first), first->after));
        QCOMPARE(textOf(reply->packetOut), "tcp 10.96.0.10:80 > 192.168.1.50:40000 in cni0 out eth0");
        QVERIFY(kernelWords(*reply).empty());
    }

    void asksNatOnlyForThePacketThatMakesTheEntry()
    {
        const DocumentPtr document = documentOf(dnat);
        const Packet syn = tcp("192.168.1.50", 40000, "10.96.0.10", 80, "eth0");
        const TracePtr first = emulate(ask(document, syn));
        const TracePtr again = emulate(ask(document, syn, first->after));
        QCOMPARE(kernelWords(*first), "nat:PREROUTING:rule:1 nat:POSTROUTING:rule:1");
        QVERIFY(kernelWords(*again).empty());
        QCOMPARE(textOf(again->packetOut), textOf(first->packetOut));
    }

    void outputIsRoutedAgainAfterDnat()
    {
        const TracePtr trace = emulate(ask(documentOf(dnat), tcp("192.168.1.10", 40000, "10.96.0.10", 80)));
        QCOMPARE(textOf(trace->packetOut), "tcp 10.244.0.1:40000 > 10.244.0.5:8080 out cni0");
        QCOMPARE(trace->verdict.outcome, Outcome::sent);
    }

    /// What answers an untracked packet is looked up like any other: a reset without a connection is INVALID.
    void answersToUntrackedPacketsAreLookedUp()
    {
        const TracePtr trace =
            emulate(ask(documentOf("*raw\n-A PREROUTING -j NOTRACK\nCOMMIT\n*filter\n-A INPUT -p tcp -j "
                                   "REJECT --reject-with tcp-reset\nCOMMIT\n"),
                        tcp("192.168.1.50", 40000, "192.168.1.10", 80, "eth0")));
        QCOMPARE(trace->answers.size(), std::size_t{1});
        const Trace& answer = *trace->answers.front();
        QVERIFY(answer.trackingBefore(answer.steps.size()).state == TrackState::invalid);
    }

    void endsAsTheKernelWould_data()
    {
        QTest::addColumn<QString>("rules");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("outcome");
        const auto row = [](const char* name, const char* rules, const char* words, Outcome outcome) {
            QTest::newRow(name) << QString("*filter\n%1COMMIT\n").arg(rules) << words << static_cast<int>(outcome);
        };
        row("policy", ":FORWARD DROP [0:0]\n", "filter:FORWARD:policy:1", Outcome::dropped);
        row("drop", "-A FORWARD -j DROP\n", "filter:FORWARD:rule:1", Outcome::dropped);
        row("reject", "-A FORWARD -j REJECT\n", "filter:FORWARD:rule:1", Outcome::rejected);
        row("return in a built-in chain means the policy", "-A FORWARD -j RETURN\n-A FORWARD -j DROP\n",
            "filter:FORWARD:rule:1 filter:FORWARD:policy:3", Outcome::forwarded);
        row("end of a user chain returns", ":A - [0:0]\n-A FORWARD -j A\n-A FORWARD -j DROP\n-A A -p udp -j ACCEPT\n",
            "filter:FORWARD:rule:1 filter:A:return:2 filter:FORWARD:rule:2", Outcome::dropped);
        row("goto returns to the caller's caller", ":A - [0:0]\n:B - [0:0]\n-A FORWARD -j A\n-A A -g B\n-A A -j DROP\n",
            "filter:FORWARD:rule:1 filter:A:rule:1 filter:B:return:1 filter:FORWARD:policy:2", Outcome::forwarded);
        row("a circle of jumps is noticed", ":A - [0:0]\n:B - [0:0]\n-A FORWARD -j A\n-A A -j B\n-A B -j A\n", nullptr,
            Outcome::depends);
        row("a circle of gotos is noticed", ":A - [0:0]\n:B - [0:0]\n-A FORWARD -g A\n-A A -g B\n-A B -g A\n", nullptr,
            Outcome::depends);
    }
    void endsAsTheKernelWould()
    {
        QFETCH(QString, rules);
        QFETCH(QString, words);
        const TracePtr trace =
            emulate(ask(documentOf(rules.toStdString()), tcp("192.168.1.50", 40000, "10.244.0.5", 80, "eth0")));
        if (!words.isNull())
            QCOMPARE(QString::fromStdString(kernelWords(*trace)), words);
        QTEST(static_cast<int>(trace->verdict.outcome), "outcome");
    }

    void walkAllocatesNothing()
    {
        const RulesetPtr ruleset = rulesetOf(dnat);
        const Host host = node();
        const Packet syn = tcp("192.168.1.50", 40000, "10.96.0.10", 80, "eth0");
        Recorder nobody;
        State state;
        const std::size_t before = allocations;
        for (std::uint64_t trial = 0; trial < 10; ++trial) {
            Dice dice(1, trial);
            Packet packet = syn;
            walk(*ruleset, host, state, packet, dice, nobody);
            state.connections.clear();
        }
        QCOMPARE(allocations - before, std::size_t{0});
    }
};

QTEST_APPLESS_MAIN(TestWalk)

#include "tst_walk.moc"
