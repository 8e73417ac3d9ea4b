// Building a ruleset: order, numbers and names of tables, chains and rules; the conditions of a rule.
#include "ruleset/ruleset.h"
#include "support/small_rules.h"

#include <QtTest>

using namespace natwalk;
using namespace natwalk::test;

namespace {

QString text(const std::string& from) { return QString::fromStdString(from); }

}  // namespace

class TestRuleset : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheOrderOfTheText();
    void keepsTheOrderOfTables();
    void addsTheBuiltInChainsOfPresentTables();
    void laysTheRulesOfAChainSideBySide();
    void insertsAsIptablesDoes_data();
    void insertsAsIptablesDoes();
    void takesManyInsertionsInReasonableTime();
    void findsChainsByTableAndName();
    void findsEveryOneOfManyChains();
    void numbersRulesFromOne();
    void namesTargets();
    void keepsChainNamesAfterTheText();
    void indexesLongChainsOnly();
    void saysWhichConditionFails_data();
    void saysWhichConditionFails();
    void neverBlamesAConditionThatHolds();
    void comparesInterfacesAsPatterns();
    void noPacketIsOutsideOfEverything();
};

void TestRuleset::keepsTheOrderOfTheText()
{
    const auto rules = smallRules("*filter\n:OUTPUT\n:B\n:INPUT\n:A\n"
                                  "-A A -j ACCEPT\n-A INPUT -j LATER\n-A B -j DROP\n-A A -j B\n:LATER\n");
    QCOMPARE(text(targetsOf(*rules, TableName::filter)),
             QStringLiteral("FORWARD: / OUTPUT: / B: DROP / INPUT: LATER / A: ACCEPT B / LATER:"));
}

void TestRuleset::keepsTheOrderOfTables()
{
    const auto rules = smallRules("*nat\n*filter\n*raw\n*filter\n");
    QCOMPARE(rules->tableCount(), 3U);
    QCOMPARE(rules->table(TableName::nat).order, 0U);
    QCOMPARE(rules->table(TableName::filter).order, 1U);
    QCOMPARE(rules->table(TableName::raw).order, 2U);
    QVERIFY(!rules->hasTable(TableName::mangle));
}

void TestRuleset::addsTheBuiltInChainsOfPresentTables()
{
    const auto rules = smallRules("*nat\n-A POSTROUTING -j ACCEPT\n-A OTHER -j ACCEPT\n");
    const Table& nat = rules->table(TableName::nat);
    QCOMPARE(text(targetsOf(*rules, TableName::nat)),
             QStringLiteral("PREROUTING: / INPUT: / OUTPUT: / POSTROUTING: ACCEPT / OTHER: ACCEPT"));
    QCOMPARE(nat.builtIn[static_cast<std::size_t>(Hook::forward)], noChain);
    const Chain& input = rules->chain(nat.builtIn[static_cast<std::size_t>(Hook::input)]);
    QCOMPARE(input.hook, std::optional(Hook::input));
    QVERIFY(input.declared);
    QVERIFY(!rules->chain(rules->find(TableName::nat, "OTHER")).declared);
    QVERIFY(rules->table(TableName::raw).chains.empty());
}

void TestRuleset::laysTheRulesOfAChainSideBySide()
{
    std::string written = "*filter\n";
    for (int i = 0; i < 100; ++i)
        written += "-A C" + std::to_string(i * 7 % 10) + " -d 10.0.0." + std::to_string(i) + "\n";
    const auto rules = smallRules(written);
    QCOMPARE(rules->ruleCount(), 100U);
    for (std::uint32_t chain = 0; chain < rules->chainCount(); ++chain) {
        std::uint32_t line = 0;
        for (const Rule& rule : rules->rulesOf(ChainId{chain})) {
            QCOMPARE(rule.chain, ChainId{chain});
            QVERIFY(rule.line > line);
            line = rule.line;
        }
    }
}

void TestRuleset::insertsAsIptablesDoes_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("order");
    QTest::newRow("before all") << "-A A -j X1\n-A A -j X2\n-I A -j X3\n"
                                << "X3 X1 X2";
    QTest::newRow("each before the last") << "-I A -j X1\n-I A -j X2\n-I A -j X3\n"
                                          << "X3 X2 X1";
    QTest::newRow("by number") << "-A A -j X1\n-A A -j X2\n-I A 2 -j X3\n-A A -j X4\n"
                               << "X1 X3 X2 X4";
    QTest::newRow("behind the last") << "-A A -j X1\n-I A 2 -j X2\n"
                                     << "X1 X2";
    QTest::newRow("beyond the end") << "-A A -j X1\n-I A 9 -j X2\n"
                                    << "X1 X2";
    QTest::newRow("appended afterwards") << "-I A -j X1\n-A A -j X2\n-I A 2 -j X3\n"
                                         << "X1 X3 X2";
    QTest::newRow("between rules of others") << "-A A -j X1\n-A B -j Y\n-I A -j X2\n-A B -j Z\n-A A -j X3\n"
                                             << "X2 X1 X3";
}

void TestRuleset::insertsAsIptablesDoes()
{
    QFETCH(const QString, written);
    QFETCH(const QString, order);
    const auto rules = smallRules("*filter\n" + written.toStdString());
    QStringList found;
    for (const Rule& rule : rules->rulesOf(rules->find(TableName::filter, "A")))
        found += text(std::string(rules->targetName(rule)));
    QCOMPARE(found.join(' '), order);
}

void TestRuleset::takesManyInsertionsInReasonableTime()
{
    std::string written = "*filter\n";
    for (int i = 0; i < 100'000; ++i)
        written += "-I A -j ACCEPT\n";
    const auto rules = smallRules(written);
    const auto all = rules->rulesOf(rules->find(TableName::filter, "A"));
    QCOMPARE(all.front().line, 100'001U);
    QCOMPARE(all.back().line, 2U);
}

void TestRuleset::findsChainsByTableAndName()
{
    const auto rules = smallRules("*nat\n:A\n*filter\n:A\n:B\n");
    QVERIFY(rules->find(TableName::nat, "A") != rules->find(TableName::filter, "A"));
    QCOMPARE(rules->chain(rules->find(TableName::nat, "A")).table, TableName::nat);
    QCOMPARE(rules->find(TableName::nat, "B"), noChain);
    QCOMPARE(rules->find(TableName::raw, "PREROUTING"), noChain);
    QCOMPARE(rules->find(TableName::filter, ""), noChain);
    QVERIFY(rules->chain(rules->find(TableName::filter, "FORWARD")).hook);
    QCOMPARE(smallRules("")->find(TableName::filter, "A"), noChain);
}

void TestRuleset::findsEveryOneOfManyChains()
{
    RulesetBuilder builder(Family::ipv4);
    std::vector<ChainId> ids;
    for (int i = 0; i < 20'000; ++i)
        ids.push_back(builder.chain(i % 2 == 0 ? TableName::nat : TableName::filter, "KUBE-" + std::to_string(i)));
    const auto rules = builder.finish();
    for (int i = 0; i < 20'000; ++i)
        QCOMPARE(rules->find(i % 2 == 0 ? TableName::nat : TableName::filter, "KUBE-" + std::to_string(i)),
                 ids[static_cast<std::size_t>(i)]);
    QCOMPARE(rules->find(TableName::nat, "KUBE-1"), noChain);
}

void TestRuleset::numbersRulesFromOne()
{
    const auto rules = smallRules("*nat\n-A A -j B\n-A B -j ACCEPT\n-A A -j MARK\n");
    const ChainId chain = rules->find(TableName::nat, "A");
    const RuleId second = rules->ruleAt(chain, 2);
    QCOMPARE(rules->numberOf(second), 2U);
    QCOMPARE(rules->rule(second).line, 4U);
    QCOMPARE(text(rules->kernelName(second)), QStringLiteral("nat:A:rule:2"));
    const RulePlace place = rules->placeOf(second);
    QCOMPARE(place.table, TableName::nat);
    QCOMPARE(place.chain, std::string_view("A"));
    QCOMPARE(place.number, 2U);
}

void TestRuleset::namesTargets()
{
    const auto rules = smallRules("*filter\n-A A -j ACCEPT\n-A A -j DROP\n-A A -j RETURN\n-A A -j MARK\n-A A -g B\n"
                                  "-A A -p tcp\n:B\n");
    QCOMPARE(text(targetsOf(*rules, TableName::filter)),
             QStringLiteral("INPUT: / FORWARD: / OUTPUT: / B: / A: ACCEPT DROP RETURN MARK B "));
}

void TestRuleset::keepsChainNamesAfterTheText()
{
    RulesetBuilder builder(Family::ipv6);
    {
        std::string name = "A-CHAIN-WITH-A-NAME";
        builder.declare(TableName::raw, name);
        name.assign(name.size(), 'x');
    }
    const auto rules = builder.finish();
    QVERIFY(rules->find(TableName::raw, "A-CHAIN-WITH-A-NAME") != noChain);
    QCOMPARE(rules->family(), Family::ipv6);
    QCOMPARE(nameOf(BackEnd::nft), std::string_view("nft"));
}

void TestRuleset::indexesLongChainsOnly()
{
    const auto rules = smallRules("*filter\n-A A\n-A A\n-A A\n-A B\n-A B\n", BackEnd::legacy, Family::ipv4, 3);
    QVERIFY(rules->reading(rules->find(TableName::filter, "A")).index != nullptr);
    QVERIFY(rules->reading(rules->find(TableName::filter, "B")).index == nullptr);
    QVERIFY(rules->reading(rules->find(TableName::filter, "INPUT")).index == nullptr);
}

void TestRuleset::saysWhichConditionFails_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* rule, const char* reason) {
        QTest::newRow(rule) << QString(rule) << QString(reason);
    };
    row("-s 10.1.0.0/16", "source 10.0.0.7 is not in 10.1.0.0/16");
    row("! -s 10.0.0.7", "source 10.0.0.7 is in 10.0.0.7/32, which the rule excludes");
    row("-s 10.0.0.7 -d 10.9.0.0/16", "destination 10.0.0.1 is not in 10.9.0.0/16");
    row("! -d 10.0.0.0/8", "destination 10.0.0.1 is in 10.0.0.0/8, which the rule excludes");
    row("-i cali+", "came in by eth0, not by cali+");
    row("! -i eth+", "came in by eth0, which the rule excludes");
    row("-o eth1", "is not on its way out here, so it goes out by no interface and not by eth1");
    row("-p udp", "protocol is tcp, not udp");
    row("! -p tcp", "protocol is tcp, which the rule excludes");
    row("-p udp -i eth1 -d 10.9.9.9", "destination 10.0.0.1 is not in 10.9.9.9/32");
}

void TestRuleset::saysWhichConditionFails()
{
    QFETCH(const QString, rule);
    QFETCH(const QString, reason);
    Packet packet;
    packet.src = *Address::from("10.0.0.7");
    packet.dst = *Address::from("10.0.0.1");
    packet.in = "eth0";
    const auto rules = smallRules("*filter\n-A A " + rule.toStdString() + "\n");
    const Conditions& conditions = rules->rule(RuleId{0}).conditions;
    QVERIFY(!conditions.holdFor(packet));
    QCOMPARE(text(english(conditions.whyNot(packet))), reason);
}

void TestRuleset::neverBlamesAConditionThatHolds()
{
    const char* parts[] = {"",           " -s 10.0.0.7", " ! -d 10.0.0.0/8", " -i eth0",
                           " ! -o eth1", " -p udp",      " ! -s 10.0.0.0/8"};
    Packet packet;
    packet.src = *Address::from("10.0.0.7");
    packet.dst = *Address::from("192.168.0.1");
    packet.in = "eth0";
    for (const std::string one : parts)
        for (const std::string two : parts) {
            const Conditions conditions = smallRules("*filter\n-A A" + one + two + "\n")->rule(RuleId{0}).conditions;
            QCOMPARE(conditions.whyNot(packet) == Message{}, conditions.holdFor(packet));
        }
}

void TestRuleset::comparesInterfacesAsPatterns()
{
    const InterfacePattern prefix{"cali", true};
    QVERIFY(prefix.matches("cali123") && prefix.matches("cali") && !prefix.matches("cal"));
    QVERIFY((InterfacePattern{"eth0", false}.matches("eth0")));
    QVERIFY(!(InterfacePattern{"eth0", false}.matches("eth01")));
    QCOMPARE(toText(prefix), std::string("cali+"));
    QVERIFY(InterfacePattern{}.isAny() && !(InterfacePattern{"", true}.isAny()));
}

/// Source: the kernel was asked, and such rules never matched.
void TestRuleset::noPacketIsOutsideOfEverything()
{
    Packet packet;
    packet.src = Address::v4(0x0a000001);
    Conditions notFromAnywhere;
    notFromAnywhere.srcInverted = true;
    QVERIFY(Conditions{}.holdFor(packet));
    QVERIFY(!notFromAnywhere.holdFor(packet));
    QVERIFY(notFromAnywhere.whyNot(packet).id == MessageId::SourceExcluded);
    Conditions notToAnywhere;
    notToAnywhere.dstInverted = true;
    QVERIFY(!notToAnywhere.holdFor(packet));
    QVERIFY(notToAnywhere.whyNot(packet).id == MessageId::DestinationExcluded);
}

QTEST_APPLESS_MAIN(TestRuleset)
#include "tst_ruleset.moc"
