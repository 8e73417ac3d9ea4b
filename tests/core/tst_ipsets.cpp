// Sets: read from `ipset save`, asked by -m set, changed by -j SET; what became of them lives in the state.
#include "emulator/scenario.h"
#include "support/builders.h"
#include "trace/event_words.h"

#include <QTest>

using namespace natwalk;
using namespace natwalk::test;

namespace {

/// Rules of mangle PREROUTING with these options, one each.
std::string mangle(const std::vector<std::string>& rules)
{
    std::string text = "*mangle\n:PREROUTING ACCEPT [0:0]\n";
    for (const std::string& rule : rules)
        text += "-A PREROUTING " + rule + "\n";
    return text + "COMMIT\n";
}

DocumentPtr with(const std::string& sets, const std::vector<std::string>& rules)
{
    Host host = node();
    host.ipsets = sets;
    return documentOf(mangle(rules), host);
}

Packet from(const char* src, std::uint16_t dport = 80) { return tcp(src, 40000, "10.244.0.5", dport, "eth0"); }

QString numbers(const Trace& trace)
{
    QStringList matched;
    for (const KernelEvent& event : kernelLog(trace))
        if (event.type == KernelEvent::Type::rule)
            matched += QString::number(event.number);
    return matched.join(u' ');
}

QStringList changes(const Trace& trace)
{
    QStringList words;
    for (const IpSetChange& change : trace.setChanges)
        words += QString::fromStdString(english(wordsOf(change)));
    return words;
}

}  // namespace

class TestIpSets : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatASetIs()
    {
        const IpSets sets(
            std::string("create a hash:net,iface family inet6 timeout 30 maxelem 7 counters skbinfo\n"
                        "add a 2001:db8::/32,eth0 timeout 9 packets 3 bytes 120 skbmark 0x7/0xff nomatch\n"
                        "create b bitmap:ip range 10.0.0.0/30 netmask 31\n"
                        "create c hash:ip,mark markmask 0xf\nadd c 10.0.0.1,0x13\n"
                        "create l list:set timeout 5\nadd l b\nadd l c timeout 2\n"));
        const IpSet& a = *sets.find("a");
        QCOMPARE(a.family, std::optional(Family::ipv6));
        QCOMPARE(a.timeoutSeconds, std::optional(30.0));
        QCOMPARE(a.most, 7U);
        QVERIFY(a.counts && a.marks && !a.makesRoom);
        const IpSetEntry& entry = a.entries.at(0);
        QVERIFY(entry.excluded);
        QCOMPARE(entry.secondsLeft, 9.0);
        QCOMPARE(entry.packets, std::uint64_t{3});
        QCOMPARE(entry.bytes, std::uint64_t{120});
        QCOMPARE(entry.mark->value, 7U);
        QCOMPARE(entry.mark->mask, 0xffU);
        QCOMPARE(toText(a, entry.parts), std::string("2001:db8::/32,eth0"));
        QCOMPARE(toText(sets.find("b")->last), std::string("10.0.0.3"));
        QCOMPARE(sets.find("c")->entries.at(0).parts.at(1).mark, 3U);
        QCOMPARE(sets.find("l")->members.at(0).secondsLeft, 5.0);
        QCOMPARE(sets.find("l")->members.at(1).secondsLeft, 2.0);
    }

    void rangesAreTheAddressesInThem()
    {
        const IpSets sets(std::string("create r hash:ip\nadd r 10.0.0.3-10.0.0.9\n"));
        const IpSetMemory untouched;
        const auto holds = [&](const char* address) {
            IpSetTest test;
            test.sides.count = 1;
            return lookUp(sets, untouched, "r", from(address), test, 0).holds == true;
        };
        QVERIFY(!holds("10.0.0.2") && holds("10.0.0.3") && holds("10.0.0.9") && !holds("10.0.0.10"));
    }

    void laterPacketsSeeWhatWasAdded()
    {
        const DocumentPtr document =
            with("create seen hash:ip\n", {"-m set --match-set seen src", "-j SET --add-set seen src"});
        const TracePtr first = emulate(ask(document, from("192.168.1.50")));
        QCOMPARE(numbers(*first), QStringLiteral("2"));
        QCOMPARE(changes(*first), QStringList{QStringLiteral("192.168.1.50 is added to the set seen")});
        const TracePtr second = emulate(ask(document, from("192.168.1.50"), first->after));
        QCOMPARE(numbers(*second), QStringLiteral("1 2"));
        QCOMPARE(changes(*second),
                 QStringList{QStringLiteral("192.168.1.50 is in the set seen already: nothing changes")});
        QCOMPARE(numbers(*emulate(ask(document, from("192.168.1.51"), first->after))), QStringLiteral("2"));
    }

    void whatWasBeforeStaysAsItWas()
    {
        const DocumentPtr document =
            with("create seen hash:ip\n",
                 {"-m set --match-set seen src", "-j SET --add-set seen src", "-m set --match-set seen src"});
        const TracePtr trace = emulate(ask(document, from("192.168.1.50")));
        QVERIFY(trace->before.memory.sets().sets().empty());
        QCOMPARE(trace->after.memory.sets().sets().size(), std::size_t{1});
        // Stepping back to the first rule tells why it did not match then; the third one did.
        const RuleId rule = trace->ruleset->ruleAt(trace->ruleset->find(TableName::mangle, "PREROUTING"), 1);
        for (std::size_t step = 0; step < trace->steps.size(); ++step)
            if (std::holds_alternative<RulesPassed>(trace->steps[step].event))
                QCOMPARE(english(whyNot(*trace, step, rule)), std::string("its src is not in the set seen"));
        QCOMPARE(numbers(*trace), QStringLiteral("2 3"));
    }

    void aReasonBehindAChangeKnowsTheChange()
    {
        const DocumentPtr document = with("create seen hash:ip\nadd seen 192.168.1.50\n",
                                          {"-j SET --del-set seen src", "-m set --match-set seen src"});
        const TracePtr trace = emulate(ask(document, from("192.168.1.50")));
        const RuleId second = trace->ruleset->ruleAt(trace->ruleset->find(TableName::mangle, "PREROUTING"), 2);
        std::string why;
        for (std::size_t step = 0; step < trace->steps.size(); ++step)
            if (trace->ruleAt(step) == second)
                why = english(whyNot(*trace, step, second));
        QCOMPARE(why, std::string("its src is not in the set seen"));
    }

    void entriesEnd()
    {
        const DocumentPtr document =
            with("create short hash:ip timeout 100\nadd short 192.168.1.51 timeout 4\n",
                 {"-m set --match-set short src", "-p tcp -m tcp --dport 80 -j SET --add-set short src --timeout 10",
                  "-p tcp -m tcp --dport 81 -j SET --add-set short src --exist"});
        const TracePtr first = emulate(ask(document, from("192.168.1.50")));
        QCOMPARE(changes(*first), QStringList{QStringLiteral("192.168.1.50 is added to the set short for 10 s")});
        State later = first->after;
        later.clock += 5;
        QCOMPARE(numbers(*emulate(ask(document, from("192.168.1.51", 9), later))), QString());
        const TracePtr again = emulate(ask(document, from("192.168.1.50", 81), later));
        QCOMPARE(changes(*again),
                 QStringList{QStringLiteral("192.168.1.50 is in the set short and stays for another 100 s")});
        later.clock += 6;
        QCOMPARE(numbers(*emulate(ask(document, from("192.168.1.50", 9), later))), QString());
        State muchLater = again->after;
        muchLater.clock += 99;
        QCOMPARE(numbers(*emulate(ask(document, from("192.168.1.50", 9), muchLater))), QStringLiteral("1"));
    }

    void whatCannotBeKnownIsDoubted()
    {
        const DocumentPtr document = with("", {"-j SET --add-set nosuchset src"});
        const TracePtr trace = emulate(ask(document, from("192.168.1.50")));
        QVERIFY(std::ranges::any_of(trace->steps,
                                    [](const Step& step) { return std::holds_alternative<Doubted>(step.event); }));
        QCOMPARE(changes(*trace),
                 QStringList{QStringLiteral("the set nosuchset is not known, so what changes in it is not, either")});
    }

    void saysWhyNothingChanges_data()
    {
        QTest::addColumn<std::string>("rule");
        QTest::addColumn<QString>("words");
        QTest::newRow("full") << std::string("--add-set full src")
                              << QStringLiteral("the set full is full: 192.168.1.50 is not added");
        QTest::newRow("not there") << std::string("--del-set full src")
                                   << QStringLiteral("192.168.1.50 is not in the set full: nothing changes");
        QTest::newRow("too few sides") << std::string("--add-set pairs src")
                                       << QStringLiteral(
                                              "the packet has no entry that the set pairs takes: nothing changes");
        QTest::newRow("out of range") << std::string("--add-set doors src")
                                      << QStringLiteral(
                                             "the packet has no entry that the set doors takes: nothing changes");
        QTest::newRow("other family") << std::string(
            "--add-set six src") << QStringLiteral("the packet has no entry that the set six takes: nothing changes");
        QTest::newRow("taken out") << std::string("--del-set full dst")
                                   << QStringLiteral("10.244.0.5 is taken out of the set full");
        QTest::newRow("a pair") << std::string("--add-set pairs src,dst")
                                << QStringLiteral("192.168.1.50,tcp:80 is added to the set pairs");
        QTest::newRow("a net") << std::string("--add-set nets src")
                               << QStringLiteral("192.168.1.0/24 is added to the set nets");
    }
    void saysWhyNothingChanges()
    {
        QFETCH(const std::string, rule);
        QFETCH(const QString, words);
        const DocumentPtr document =
            with("create full hash:ip maxelem 1\nadd full 10.244.0.5\ncreate pairs hash:ip,port\n"
                 "create doors bitmap:port range 80-90\ncreate six hash:ip family inet6\n"
                 "create nets hash:net\nadd nets 10.0.0.0/24\n",
                 {"-j SET " + rule});
        QCOMPARE(changes(*emulate(ask(document, from("192.168.1.50")))), QStringList{words});
    }

    void aScenarioCarriesSetsOn()
    {
        const ScenarioResult result =
            readScenario(R"({"interfaces": [{"name": "eth0", "addresses": ["192.168.1.10/24"]},
            {"name": "cni0", "addresses": ["10.244.0.1/24"]}], "ipset": "create seen hash:ip timeout 60\n",
            "packets": [{"in": "eth0", "src": "192.168.1.50", "dst": "10.244.0.5", "dport": 80, "repeat": 2},
                        {"in": "eth0", "src": "192.168.1.50", "dst": "10.244.0.5", "dport": 80, "sleep": 61}]})");
        QVERIFY(result.scenario);
        QStringList matched;
        replay(documentOf(mangle({"-m set --match-set seen src", "-j SET --add-set seen src"})), *result.scenario,
               [&](const Replayed& replayed) {
                   matched += numbers(*replayed.trace);
                   return true;
               });
        QCOMPARE(matched, (QStringList{QStringLiteral("2"), QStringLiteral("1 2"), QStringLiteral("2")}));
    }

    void largeSetsAreFoundInAtOnce()
    {
        std::string text = "create many hash:net\n";
        for (int i = 0; i < 40000; ++i)
            text += "add many 10." + std::to_string(i / 250) + '.' + std::to_string(i % 250) + ".0/24\n";
        const DocumentPtr document = with(text, {"-m set --match-set many src"});
        QCOMPARE(numbers(*emulate(ask(document, from("10.100.7.9")))), QStringLiteral("1"));
        QCOMPARE(numbers(*emulate(ask(document, from("10.200.7.9")))), QString());
    }
};

QTEST_APPLESS_MAIN(TestIpSets)

#include "tst_ipsets.moc"
