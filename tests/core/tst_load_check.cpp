// What the kernel or iptables refuses to load. Each row was put to iptables-restore 1.8.9 and Linux 6.18.
#include "ruleset/chain_reach.h"
#include "ruleset/load_check.h"
#include "support/small_rules.h"

#include <QtTest>

using namespace natwalk;
using namespace natwalk::test;

namespace {

/// "4:12 ChainLoop" a diagnostic, with the word pointed at; what is no error says so.
QString summary(const Ruleset& ruleset)
{
    QStringList found;
    for (const Diagnostic& diagnostic : checkLoads(ruleset)) {
        const SourceSpan& where = diagnostic.where;
        const std::string_view word = lineAt(ruleset.text(), where.line).substr(where.column - 1, where.length);
        found += QStringLiteral("%1 %2 %3%4")
                     .arg(where.line)
                     .arg(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())),
                          QString::fromUtf8(nameOf(diagnostic.message.id).data()),
                          diagnostic.severity == Severity::error
                              ? QString()
                              : QStringLiteral(" (%1)").arg(QString::fromUtf8(toText(diagnostic.severity).data())));
    }
    return found.join(", ");
}

/// C0 jumps to C1, and so on; with what `every` adds to each chain.
std::string ladder(int levels, const std::string& every = {})
{
    std::string text = "*filter\n-A FORWARD -j C0\n";
    for (int i = 0; i < levels; ++i) {
        const std::string name = "C" + std::to_string(i);
        text += ":" + name + "\n-A " + name + " -j C" + std::to_string(i + 1) + "\n";
        if (!every.empty())
            text += "-A " + name + ' ' + every + '\n';
    }
    return text + ":C" + std::to_string(levels) + "\n";
}

}  // namespace

class TestLoadCheck : public QObject
{
    Q_OBJECT

private slots:
    void refusesWhatTheKernelRefuses_data();
    void refusesWhatTheKernelRefuses();
    void looksEverywhereForNft_data();
    void looksEverywhereForNft();
    void saysWhatIsWrongAndTheWayOut_data();
    void saysWhatIsWrongAndTheWayOut();
    void shortensLongCircles();
    void takesDeepLadders();
    void takesDeepLaddersThatAllJumpBack();
    void allowsNft15ChainsInsideEachOther();
    void tellsWhichHooksReachAChain();
};

void TestLoadCheck::refusesWhatTheKernelRefuses_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("found");
    const auto row = [](const char* name, const char* rules, const char* found) {
        QTest::newRow(name) << QString(rules) << QString(found);
    };
    row("nothing", "", "");
    row("a plain ruleset", "*nat\n:A\n-A PREROUTING -j A\n-A A -j DNAT\n-A POSTROUTING -o eth0 -j ACCEPT\n", "");

    row("circle of jumps", "*filter\n:A\n:B\n-A FORWARD -j A\n-A A -j B\n-A B -j A\n", "6 A ChainLoop");
    row("circle of one", "*filter\n:A\n-A FORWARD -j A\n-A A -j A\n", "4 A ChainLoop");
    row("circle of gotos", "*filter\n:A\n:B\n-A FORWARD -g A\n-A A -g B\n-A B -g A\n", "6 A ChainLoop");
    row("conditional circle", "*filter\n:A\n:B\n-A FORWARD -j A\n-A A -p tcp -j B\n-A B -p udp -j A\n",
        "6 A ChainLoop");
    row("circle from two hooks", "*filter\n:A\n:B\n-A INPUT -j A\n-A FORWARD -j B\n-A A -j B\n-A B -j A\n",
        "7 A ChainLoop");
    row("two circles", "*filter\n:A\n:B\n-A INPUT -j A\n-A A -j A\n-A A -j B\n-A B -j B\n",
        "5 A ChainLoop, 7 B ChainLoop");
    row("circle that nothing leads to", "*filter\n:A\n:B\n-A A -j B\n-A B -j A\n", "5 A ChainLoopUnused (note)");
    row("twice down is no circle", "*filter\n:A\n:B\n-A FORWARD -j A\n-A FORWARD -j B\n-A A -j B\n-A A -j B\n", "");
    row("circle behind ACCEPT", "*filter\n:A\n-A FORWARD -j ACCEPT\n-A FORWARD -j A\n-A A -j A\n",
        "5 A ChainLoopUnused (note)");
    row("circle behind RETURN", "*filter\n:A\n-A FORWARD -j A\n-A A -j RETURN\n-A A -j A\n", "");
    row("circle behind a commented ACCEPT",
        "*filter\n:A\n-A FORWARD -m comment -j ACCEPT\n-A FORWARD -j A\n-A A -j A\n", "5 A ChainLoop");
    row("circle behind a conditional ACCEPT", "*filter\n:A\n-A FORWARD ! -i + -j ACCEPT\n-A FORWARD -j A\n-A A -j A\n",
        "5 A ChainLoop");
    row("circle behind REJECT", "*filter\n:A\n-A FORWARD -j REJECT\n-A FORWARD -j A\n-A A -j A\n", "5 A ChainLoop");
    row("circle behind goto", "*filter\n:A\n:B\n-A FORWARD -g B\n-A FORWARD -j A\n-A A -j A\n", "6 A ChainLoop");

    row("jump to a built-in chain", "*filter\n-A FORWARD -j INPUT\n", "2 INPUT JumpToBuiltInChain");
    row("goto to a built-in chain", "*filter\n-A FORWARD -g INPUT\n", "2 INPUT JumpToBuiltInChain");
    row("built-in chain to itself", "*filter\n-A FORWARD -j FORWARD\n", "2 FORWARD JumpToBuiltInChain");
    row("unused jump to a built-in chain", "*filter\n:A\n-A A -j INPUT\n", "3 INPUT JumpToBuiltInChain");
    row("a chain named as another table's", "*nat\n:FORWARD\n-A PREROUTING -j FORWARD\n-A FORWARD -o eth0\n", "");

    row("DROP in nat", "*nat\n:A\n-A A -j DROP\n-A OUTPUT -p tcp -j DROP\n", "3 DROP DropInNat, 4 DROP DropInNat");
    row("DNAT in filter", "*filter\n-A FORWARD -j DNAT\n", "2 DNAT NotInThisTable");
    row("unused DNAT in filter", "*filter\n:A\n-A A -j DNAT\n", "3 DNAT NotInThisTable");
    row("DNAT in POSTROUTING", "*nat\n-A POSTROUTING -j DNAT\n", "2 DNAT NotAtThisHook");
    row("DNAT from POSTROUTING", "*nat\n:A\n-A A -j DNAT\n-A POSTROUTING -j A\n-A PREROUTING -j A\n",
        "3 DNAT NotAtThisHookByJump");
    row("DNAT from POSTROUTING by two jumps", "*nat\n:A\n:B\n-A POSTROUTING -g A\n-A A -p tcp -j B\n-A B -j DNAT\n",
        "6 DNAT NotAtThisHookByJump");
    row("unused DNAT", "*nat\n:A\n-A A -j DNAT\n", "");
    row("DNAT behind ACCEPT", "*nat\n-A POSTROUTING -j ACCEPT\n-A POSTROUTING -j DNAT\n", "");
    row("REJECT in mangle", "*mangle\n-A FORWARD -j REJECT\n", "2 REJECT NotInThisTable");
    row("MARK anywhere", "*filter\n-A FORWARD -j MARK\n*nat\n-A INPUT -j MARK\n", "");
    row("owner in INPUT", "*filter\n-A INPUT -m owner -j ACCEPT\n", "2 owner NotAtThisHook");
    row("owner from INPUT", "*filter\n:A\n-A INPUT -j A\n-A A -m owner -j ACCEPT\n", "4 owner NotAtThisHookByJump");
    row("owner in OUTPUT", "*filter\n-A OUTPUT -m owner -j ACCEPT\n*nat\n-A POSTROUTING -m owner\n", "");
    row("unused owner", "*filter\n:A\n-A A -m owner -j ACCEPT\n", "");

    row("-o in PREROUTING", "*nat\n-A PREROUTING -o eth0 -j ACCEPT\n", "2 -o OutInterfaceNotAllowed");
    row("-o in INPUT", "*mangle\n-A INPUT ! -o eth0\n", "2 -o OutInterfaceNotAllowed");
    row("-i in POSTROUTING", "*nat\n-A POSTROUTING -i + -j ACCEPT\n", "2 -i InInterfaceNotAllowed");
    row("-i in OUTPUT", "*raw\n-A OUTPUT -i lo -j ACCEPT\n", "2 -i InInterfaceNotAllowed");
    row("-i below POSTROUTING", "*nat\n:A\n-A A -i eth0\n-A POSTROUTING -j A\n", "");
    row("-o in a chain named PREROUTING", "*filter\n:PREROUTING\n-A PREROUTING -o eth0\n",
        "3 -o OutInterfaceNotAllowed");

    row("name of 28", "*nat\n:ABCDEFGHIJKLMNOPQRSTUVWXYZAB\n", "");
    row("name of 29", "*nat\n:ABCDEFGHIJKLMNOPQRSTUVWXYZABC\n", "2 ABCDEFGHIJKLMNOPQRSTUVWXYZABC ChainNameTooLong");
    row("undeclared chain", "*nat\n-A A -j B\n-A OUTPUT -j B\n",
        "2 A ChainUndeclared (warning), 2 B ChainUndeclared (warning)");
    row("in the order of the text", "*nat\n:A\n-A POSTROUTING -i lo -j A\n-A A -j DNAT\n-A OUTPUT -j INPUT\n",
        "3 -i InInterfaceNotAllowed, 4 DNAT NotAtThisHookByJump, 5 INPUT JumpToBuiltInChain");
}

void TestLoadCheck::refusesWhatTheKernelRefuses()
{
    QFETCH(const QString, rules);
    QFETCH(const QString, found);
    QCOMPARE(summary(*smallRules(rules.toStdString())), found);
}

void TestLoadCheck::looksEverywhereForNft_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("found");
    QTest::newRow("circle behind RETURN") << "*filter\n:A\n-A FORWARD -j A\n-A A -j RETURN\n-A A -j A\n"
                                          << "5 A ChainLoop";
    QTest::newRow("DNAT behind ACCEPT") << "*nat\n-A POSTROUTING -j ACCEPT\n-A POSTROUTING -j DNAT\n"
                                        << "3 DNAT NotAtThisHook";
}

void TestLoadCheck::looksEverywhereForNft()
{
    QFETCH(const QString, rules);
    QFETCH(const QString, found);
    QCOMPARE(summary(*smallRules(rules.toStdString(), BackEnd::nft)), found);
}

void TestLoadCheck::saysWhatIsWrongAndTheWayOut_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("circle") << "*filter\n:A\n:B\n-A FORWARD -j A\n-A A -j B\n-A B -j A\n"
                            << QStringList{"A > B > A", "take out one of the jumps"};
    QTest::newRow("table") << "*filter\n-A FORWARD -j DNAT\n"
                           << QStringList{"DNAT does not work in the table filter", "in nat only"};
    QTest::newRow("hook") << "*nat\n-A POSTROUTING -j DNAT\n"
                          << QStringList{"DNAT at PREROUTING, OUTPUT only, not at POSTROUTING"};
    QTest::newRow("jump") << "*nat\n:A\n-A A -j DNAT\n-A POSTROUTING -j A\n"
                          << QStringList{"the chain A from POSTROUTING", "by nat:POSTROUTING:rule:1"};
    QTest::newRow("undeclared") << "*nat\n-A OUTPUT -j B\n" << QStringList{R"(":B - [0:0]" below "*nat")"};
}

void TestLoadCheck::saysWhatIsWrongAndTheWayOut()
{
    QFETCH(const QString, rules);
    QFETCH(const QStringList, parts);
    const auto found = checkLoads(*smallRules(rules.toStdString()));
    QCOMPARE(found.size(), 1U);
    const QString sentence = QString::fromStdString(english(found.front().message));
    for (const QString& part : parts)
        QVERIFY2(sentence.contains(part), qPrintable(sentence));
}

void TestLoadCheck::shortensLongCircles()
{
    const auto found = checkLoads(*smallRules(ladder(20) + "-A C20 -j C0\n"));
    QCOMPARE(found.size(), 1U);
    QCOMPARE(found.front().message.arguments.front(), std::string("C0 > C1 > C2 > C3 > C4 > C5 > C6 > C7 > ... > C0"));
}

void TestLoadCheck::takesDeepLadders()
{
    QCOMPARE(summary(*smallRules(ladder(100'000))), QString());
    QCOMPARE(summary(*smallRules(ladder(100'000) + "-A C100000 -j C0\n")), QStringLiteral("200004 C0 ChainLoop"));
}

void TestLoadCheck::takesDeepLaddersThatAllJumpBack()
{
    QCOMPARE(checkLoads(*smallRules(ladder(100'000, "-j C0"))).size(), 100'000U);
}

void TestLoadCheck::allowsNft15ChainsInsideEachOther()
{
    QCOMPARE(summary(*smallRules(ladder(14), BackEnd::nft)), QString());
    QCOMPARE(summary(*smallRules(ladder(15), BackEnd::nft)), QStringLiteral("32 C15 ChainsTooDeep"));
    QCOMPARE(summary(*smallRules(ladder(15), BackEnd::legacy)), QString());
}

void TestLoadCheck::tellsWhichHooksReachAChain()
{
    const auto rules = smallRules("*nat\n:A\n:B\n-A PREROUTING -j A\n-A OUTPUT -j A\n-A A -j B\n-A B -j A\n");
    const ChainReach reach(*rules);
    const ChainId inner = rules->find(TableName::nat, "B");
    QVERIFY(reach.isReached(inner, Hook::prerouting) && reach.isReached(inner, Hook::output));
    QVERIFY(!reach.isReached(inner, Hook::postrouting) && !reach.isReached(inner, Hook::input));
    QCOMPARE(rules->kernelName(reach.reachedBy(inner, Hook::output)), std::string("nat:A:rule:1"));
    const ChainId builtIn = rules->find(TableName::nat, "OUTPUT");
    QVERIFY(reach.isReached(builtIn, Hook::output));
    QCOMPARE(reach.reachedBy(builtIn, Hook::output), noRule);
}

QTEST_APPLESS_MAIN(TestLoadCheck)
#include "tst_load_check.moc"
