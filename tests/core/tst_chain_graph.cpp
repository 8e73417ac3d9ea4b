// Which chain jumps to which: edges, circles, reach, hubs, and the same as text.
#include "graph/chain_graph.h"
#include "graph/graph_text.h"
#include "support/builders.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace natwalk;
using namespace natwalk::test;

namespace {

constexpr auto rules = "*nat\n:A - [0:0]\n:B - [0:0]\n:C - [0:0]\n:ALONE - [0:0]\n"
                       "-A PREROUTING -p tcp -j B\n"
                       "-A PREROUTING -p udp -j A\n"
                       "-A PREROUTING -p icmp -j B\n"
                       "-A PREROUTING -p icmp -g B\n"
                       "-A B -j C\n"
                       "-A A -j C\n"
                       "-A ALONE -j C\n"
                       "COMMIT\n"
                       "*filter\n:FORWARD DROP [0:0]\nCOMMIT\n";

/// "nat:B nat:A": chains by name.
QString namesOf(const Ruleset& ruleset, const std::vector<ChainId>& chains)
{
    QStringList names;
    for (const ChainId id : chains) {
        const Chain& chain = ruleset.chain(id);
        names += QString::fromStdString(toText(chain.table) + ":" + std::string(chain.name));
    }
    return names.join(' ');
}

/// "B 1,3 / A 2 / B goto 4": the edges out of a chain.
QString edgesOf(const Ruleset& ruleset, const ChainGraph& graph, std::string_view chain)
{
    QStringList edges;
    const auto from = static_cast<std::size_t>(ruleset.find(TableName::nat, chain));
    for (auto [edge, end] = out_edges(from, graph); edge != end; ++edge) {
        QStringList numbers;
        for (const RuleId rule : graph[*edge].rules)
            numbers += QString::number(ruleset.numberOf(rule));
        const std::string_view to = ruleset.chain(graph[target(*edge, graph)].chain).name;
        edges +=
            QString::fromUtf8(to.data(), qsizetype(to.size())) + (graph[*edge].go ? " goto " : " ") + numbers.join(',');
    }
    return edges.join(" / ");
}

/// A chain of chains, each jumping to the next; the last one to `back`.
RulesetPtr levels(std::uint32_t count, bool back)
{
    RulesetBuilder builder(Family::ipv4);
    Rule jump;
    jump.action = RuleAction::jump;
    for (std::uint32_t i = 0; i + 1 < count + (back ? 1 : 0); ++i) {
        jump.chain = builder.chain(TableName::nat, "L" + std::to_string(i));
        jump.destination = builder.chain(TableName::nat, "L" + std::to_string((i + 1) % count));
        builder.append(jump);
    }
    return builder.finish();
}

}  // namespace

class TestChainGraph : public QObject
{
    Q_OBJECT

private slots:
    void joinsTheRulesThatJumpToOneChain()
    {
        const RulesetPtr ruleset = rulesetOf(rules);
        const ChainGraph graph = chainGraphOf(*ruleset);
        QCOMPARE(num_vertices(graph), ruleset->chainCount());
        QCOMPARE(edgesOf(*ruleset, graph, "PREROUTING"), QString("B 1,3 / A 2 / B goto 4"));
        QCOMPARE(edgesOf(*ruleset, graph, "C"), QString());
    }

    void reachesInRuleOrder()
    {
        const RulesetPtr ruleset = rulesetOf(rules);
        const ChainGraph graph = chainGraphOf(*ruleset);
        QCOMPARE(namesOf(*ruleset, reachableFrom(graph, ruleset->find(TableName::nat, "PREROUTING"))),
                 QString("nat:PREROUTING nat:B nat:C nat:A"));
        const QString all = namesOf(*ruleset, reachableFromHooks(graph, *ruleset));
        QVERIFY(all.contains("nat:C") && all.contains("filter:FORWARD"));
        QVERIFY(!all.contains("nat:ALONE"));
    }

    void findsCircles_data()
    {
        QTest::addColumn<QString>("extra");
        QTest::addColumn<QString>("circle");
        QTest::newRow("none") << ""
                              << "";
        QTest::newRow("to itself") << "-A C -j C\n"
                                   << "nat:C";
        QTest::newRow("of two") << "-A C -j B\n"
                                << "nat:B nat:C";
        QTest::newRow("by goto") << "-A C -g A\n"
                                 << "nat:A nat:C";
        QTest::newRow("two circles") << "-A C -j B\n-A ALONE -j ALONE\n"
                                     << "nat:B nat:C nat:ALONE";
    }
    void findsCircles()
    {
        QFETCH(QString, extra);
        std::string text = rules;
        text.insert(text.find("COMMIT"), extra.toStdString());
        const RulesetPtr ruleset = rulesetOf(text);
        QTEST(namesOf(*ruleset, chainsInLoops(chainGraphOf(*ruleset))), "circle");
    }

    void namesHubs()
    {
        std::string text = "*nat\n:HUB - [0:0]\n";
        for (int i = 0; i < 13; ++i)
            text += "-A S" + std::to_string(i) + " -p tcp -j HUB\n-A S" + std::to_string(i) + " -p udp -j HUB\n";
        const RulesetPtr ruleset = rulesetOf(text + "COMMIT\n");
        const ChainGraph graph = chainGraphOf(*ruleset);
        QCOMPARE(namesOf(*ruleset, hubsOf(graph)), QString("nat:HUB"));
        QCOMPARE(namesOf(*ruleset, hubsOf(graph, 13)), QString());
    }

    void goesAHundredThousandLevelsDeep()
    {
        constexpr std::uint32_t count = 100'000;
        const RulesetPtr line = levels(count, false);
        const ChainGraph graph = chainGraphOf(*line);
        QCOMPARE(reachableFrom(graph, line->find(TableName::nat, "L0")).size(), std::size_t{count});
        QVERIFY(chainsInLoops(graph).empty());
        QCOMPARE(chainsInLoops(chainGraphOf(*levels(count, true))).size(), std::size_t{count});
    }

    void writesDot()
    {
        RulesetBuilder builder(Family::ipv4);
        builder.addTable(TableName::nat);
        Rule rule;
        rule.action = RuleAction::jump;
        rule.chain = builder.chain(TableName::nat, "PREROUTING");
        rule.destination = builder.chain(TableName::nat, "A\"B");
        builder.append(rule);
        builder.append(rule);
        rule.action = RuleAction::go;
        rule.chain = rule.destination;
        rule.destination = builder.chain(TableName::nat, "PLAIN");
        builder.append(rule);
        const RulesetPtr ruleset = builder.finish();
        GraphPart part = reachableGraph(*ruleset);
        part.visited = {ruleset->ruleAt(ruleset->find(TableName::nat, "PREROUTING"), 2)};
        const QString dot = QString::fromStdString(dotOf(*ruleset, part));
        QVERIFY(dot.startsWith("digraph natwalk {\n"));
        QVERIFY(dot.contains("\"nat:PREROUTING\" -> \"nat:A\\\"B\" [label=\"1-2\", penwidth=2.5];\n"));
        QVERIFY(dot.contains("\"nat:A\\\"B\" -> \"nat:PLAIN\" [label=\"1\", style=dashed];\n"));
        QVERIFY(dot.contains("subgraph cluster_nat"));
    }

    void writesJson()
    {
        const RulesetPtr ruleset = rulesetOf(rules);
        GraphPart part = wholeGraph(*ruleset);
        const ChainId prerouting = ruleset->find(TableName::nat, "PREROUTING");
        part.visited = {ruleset->ruleAt(prerouting, 3)};
        part.visitedChains = {prerouting};
        const nlohmann::ordered_json json = jsonOf(*ruleset, part);
        QCOMPARE(json["chains"].size(), ruleset->chainCount());
        QCOMPARE(json["jumps"].size(), std::size_t{6});
        const auto jump = nlohmann::ordered_json::parse(
            R"({"table": "nat", "from": "PREROUTING", "to": "B", "goto": false, "rules": [1, 3], "visited": [3]})");
        QVERIFY(std::count(json["jumps"].begin(), json["jumps"].end(), jump) == 1);
        const auto chain = nlohmann::ordered_json::parse(
            R"({"table": "filter", "name": "FORWARD", "hook": "FORWARD", "policy": "DROP", "rules": 0, "visited": false})");
        QVERIFY(std::count(json["chains"].begin(), json["chains"].end(), chain) == 1);
    }

    void leavesOutJumpsToWhatIsNotShown()
    {
        const RulesetPtr ruleset = rulesetOf(rules);
        const GraphPart part{{ruleset->find(TableName::nat, "PREROUTING"), ruleset->find(TableName::nat, "A")}, {}, {}};
        const nlohmann::ordered_json json = jsonOf(*ruleset, part);
        QCOMPARE(json["chains"].size(), std::size_t{2});
        QCOMPARE(json["jumps"].size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(TestChainGraph)
#include "tst_chain_graph.moc"
