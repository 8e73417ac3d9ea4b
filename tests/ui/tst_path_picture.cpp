// What the picture of a packet's way shows: chains, rows, folds, flows that add up, gates, endpoints.
#include "support/builders.h"
#include "ui/graph/course_flow.h"
#include "ui/graph/path_picture.h"
#include "ui/graph/picture_state.h"
#include "ui/graph/row_words.h"
#include "ui/graph/scope_picture.h"
#include "ui/opening.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace natwalk;
using namespace Qt::StringLiterals;
using namespace natwalk::test;

namespace {

/// A question with its courses and the picture of the likeliest.
struct Asking
{
    Question question;
    CourseFlow flow;
    TracePtr trace;
    PathPicture picture;

    explicit Asking(Question asked, const std::vector<bool>& draws = {}, const Unfolded& unfolded = {})
        : question(std::move(asked))
        , flow(courseFlowOf(question, 4096))
        , trace(traceOfCourse(question, draws))
        , picture(pathPictureOf(trace, flow, unfolded))
    {}

    const PictureBlock& block(std::string_view chain) const
    {
        for (const PictureBlock& block : picture.blocks)
            if (block.group == 0 && trace->ruleset->chain(block.visit.chain).name == chain)
                return block;
        qFatal("no such chain on the picture");
    }
};

Question sample(const char* id)
{
    const std::string folder = NATWALK_SOURCE_DIR "/samples/nginx_basic/";
    const OpenedPtr opened = openFiles({folder + "ruleset.save", folder + "scenario.json"}, keepGoing);
    return *questionOf(opened->document, *opened->scenario, id);
}

/// nat PREROUTING jumps to SERVICES, whose `before` rules come before the one for 10.0.0.1:80; SVC draws among pods.
std::string service(int pods, const std::string& before = {}, const std::string& rest = {})
{
    std::string text = "*nat\n:SERVICES - [0:0]\n:SVC - [0:0]\n";
    for (int i = 1; i <= pods; ++i)
        text += ":SEP-" + std::to_string(i) + " - [0:0]\n";
    text += "-A PREROUTING -j SERVICES\n" + before + "-A SERVICES -d 10.0.0.1/32 -p tcp -m tcp --dport 80 -j SVC\n";
    for (int i = 1; i <= pods; ++i) {
        const std::string pod = std::to_string(i);
        const double share = 1.0 / (pods - i + 1);
        text += "-A SVC " + (i < pods ? "-m statistic --mode random --probability " + std::to_string(share) : "")
                + " -j SEP-" + pod + "\n";
        text += "-A SEP-" + pod + " -p tcp -j DNAT --to-destination 10.244.1." + pod + ":8080\n";
    }
    return text + rest + "COMMIT\n";
}

Question toService(const std::string& rules)
{
    return ask(documentOf(rules), tcp("192.168.1.50", 40000, "10.0.0.1", 80, "eth0"));
}

QString kindsOf(const PictureBlock& block)
{
    static const QStringList names = {u"rule"_s, u"passed"_s, u"unreached"_s, u"others"_s, u"policy"_s};
    QStringList words;
    for (const PictureRow& row : block.rows)
        words += names[static_cast<int>(row.kind)]
                 + (row.kind == RowKind::policy ? QString() : QStringLiteral(" %1-%2").arg(row.first).arg(row.last));
    return words.join(u", "_s);
}

QString marksOf(const PictureBlock& block)
{
    QString marks;
    for (const PictureRow& row : block.rows)
        marks += row.mark == RowMark::matched ? u'+' : row.mark == RowMark::failed ? u'x' : u'.';
    return marks;
}

bool near(double a, double b) { return std::abs(a - b) < 1e-9; }

QStringList titlesOf(const PathPicture& picture)
{
    QStringList titles;
    for (const PictureBlock& block : picture.blocks)
        titles += titleOf(picture, block);
    return titles;
}

bool leads(const PathPicture& picture, const QString& from, const QString& to)
{
    return std::ranges::any_of(picture.jumps, [&](const PictureJump& jump) {
        return titleOf(picture, picture.blocks[jump.from]) == from && titleOf(picture, picture.blocks[jump.to]) == to;
    });
}

double flowOut(const PictureBlock& block)
{
    return std::accumulate(block.rows.begin(), block.rows.end(), 0.0,
                           [](double sum, const PictureRow& row) { return sum + row.flow; });
}

}  // namespace

class TestPathPicture : public QObject
{
    Q_OBJECT

private slots:
    void showsTheChainsOfAllCourses()
    {
        const Asking asking(sample("outside-to-clusterip"));
        QCOMPARE(titlesOf(asking.picture),
                 (QStringList{u"PREROUTING"_s, u"KUBE-SERVICES"_s, u"default/nginx-basic:http"_s,
                              u"KUBE-SEP-2422Y4UT42X3LJXA"_s, u"KUBE-SEP-STI77FUROETI63JE"_s,
                              u"KUBE-SEP-FGYAQDFXQTLSKPFT"_s}));
        QCOMPARE(asking.picture.chainsShown, std::size_t{8});
    }

    void marksWhatThePacketMet()
    {
        const Asking asking(sample("outside-to-clusterip"), {false, true});
        QCOMPARE(marksOf(asking.block("PREROUTING")), QStringLiteral("+"));
        QCOMPARE(marksOf(asking.block("KUBE-SERVICES")), QStringLiteral("+."));
        QCOMPARE(marksOf(asking.block("KUBE-SVC-WWRFY3PZ7W3FGMQW")), QStringLiteral("x+."));
        QCOMPARE(marksOf(asking.block("KUBE-SEP-STI77FUROETI63JE")), QStringLiteral("+"));
        QCOMPARE(marksOf(asking.block("KUBE-SEP-2422Y4UT42X3LJXA")), QStringLiteral("."));
        QVERIFY(!asking.block("KUBE-SEP-2422Y4UT42X3LJXA").onCourse);
    }

    void flowsAddUp_data()
    {
        QTest::addColumn<Question>("question");
        QTest::newRow("ClusterIP") << sample("outside-to-clusterip");
        QTest::newRow("NodePort") << sample("outside-to-nodeport");
        QTest::newRow("from the node") << sample("node-to-clusterip");
        QTest::newRow("one pod") << toService(service(1));
        QTest::newRow("forty pods") << toService(service(40));
    }
    void flowsAddUp()
    {
        QFETCH(Question, question);
        const Asking asking(question);
        const PathPicture& picture = asking.picture;
        for (std::uint32_t i = 0; i < picture.mainBlocks; ++i)
            if (picture.blocks[i].group == 0)
                QVERIFY(near(flowOut(picture.blocks[i]), picture.blocks[i].flow));
        double shares = 0;
        for (std::uint32_t end = 0; end < picture.endpoints.size(); ++end) {
            double arriving = 0;
            for (const PictureExit& exit : picture.exits)
                arriving += exit.to == end ? exit.flow : 0;
            QVERIFY(near(arriving, picture.endpoints[end].share));
            shares += picture.endpoints[end].share;
        }
        QVERIFY(near(shares, 1));
    }

    void endsInEndpointsInRuleOrder()
    {
        const Asking asking(sample("outside-to-clusterip"), {false, true});
        const auto& endpoints = asking.picture.endpoints;
        QCOMPARE(endpoints.size(), std::size_t{3});
        QCOMPARE(toText(endpoints[0].out.dst), std::string("192.168.166.157"));
        QCOMPARE(toText(endpoints[1].out.dst), std::string("192.168.166.162"));
        QVERIFY(endpoints[1].onCourse && !endpoints[0].onCourse && !endpoints[2].onCourse);
        QVERIFY(std::abs(endpoints[0].share - 1.0 / 3) < 1e-8);
    }

    void foldsNeighboursThatFailedForOneReason()
    {
        std::string before;
        for (int i = 1; i <= 6; ++i)
            before += "-A SERVICES -d 10.1.0." + std::to_string(i) + "/32 -j SVC\n";
        before += "-A SERVICES -d 10.0.0.1/32 -p tcp -m tcp --dport 443 -j SVC\n";
        for (int i = 1; i <= 3; ++i)
            before += "-A SERVICES -d 10.2.0." + std::to_string(i) + "/32 -j SVC\n";
        std::string after;
        for (int i = 1; i <= 5; ++i)
            after += "-A SERVICES -d 10.3.0." + std::to_string(i) + "/32 -j SVC\n";
        const Asking asking(toService(service(2, before, after)));
        const PictureBlock& services = asking.block("SERVICES");
        QCOMPARE(kindsOf(services), QStringLiteral("passed 1-6, rule 7-7, passed 8-10, rule 11-11, unreached 12-16"));
        QCOMPARE(marksOf(services), QStringLiteral("xxx+."));
        QCOMPARE(wordsOf(asking.picture, services, services.rows[0]).tag, QStringLiteral("dst"));
        const RowWords failed = wordsOf(asking.picture, services, services.rows[1]);
        QCOMPARE(failed.conditions[static_cast<std::size_t>(failed.failing)], QStringLiteral(":443"));
        QCOMPARE(failed.value, QStringLiteral("is :80"));
    }

    void unfoldsARun()
    {
        std::string before;
        for (int i = 1; i <= 100; ++i)
            before += "-A SERVICES -d 10.1.0." + std::to_string(i) + "/32 -j SVC\n";
        const Question question = toService(service(2, before));
        const Asking folded(question);
        const PictureBlock& services = folded.block("SERVICES");
        QCOMPARE(services.rows.size(), std::size_t{2});
        Unfolded unfolded;
        unfolded.runs.insert({services.visit, services.rows[0].rule});
        const Asking open(question, {}, unfolded);
        QCOMPARE(open.block("SERVICES").rows.size(), std::size_t{42});  // 40, what is left, the one that matched
        QCOMPARE(open.block("SERVICES").rows[39].kind, RowKind::rule);
        QVERIFY(open.block("SERVICES").rows[39].refusal.reason.id == MessageId::DestinationDiffers);
    }

    void tellsManyWaysInOne()
    {
        const Asking asking(toService(service(100)), std::vector<bool>(50, false));
        const PictureBlock& svc = asking.block("SVC");
        QCOMPARE(kindsOf(svc), u"rule 1-1, rule 2-2, others 3-98, rule 99-99, rule 100-100"_s);
        const auto groups =
            std::ranges::count_if(asking.picture.blocks, [](const PictureBlock& block) { return block.group > 0; });
        QCOMPARE(groups, 1);
        const PictureEndpoint* rest = nullptr;
        for (const PictureEndpoint& endpoint : asking.picture.endpoints)
            if (endpoint.group > 0)
                rest = &endpoint;
        QVERIFY(rest != nullptr);
        QCOMPARE(rest->group, std::size_t{96});  // all but the first two, the one shown and the last
        QVERIFY(std::abs(rest->share - 0.96) < 1e-4);
        QVERIFY(std::ranges::any_of(asking.picture.endpoints,
                                    [](const PictureEndpoint& end) { return end.onCourse && end.group == 0; }));
    }

    void showsHooksWithoutRulesAsGates()
    {
        const Asking asking(sample("outside-to-clusterip"));
        QCOMPARE(asking.picture.after.size(), std::size_t{2});
        QVERIFY(asking.picture.after[0].phase == (Phase{Hook::forward, TableName::filter}));
        QVERIFY(asking.picture.after[1].phase == (Phase{Hook::postrouting, TableName::nat}));
        QVERIFY(!asking.picture.after[0].open && asking.picture.after[0].onCourse);
        QVERIFY(asking.picture.before.empty());
    }

    void opensAGateWhereARuleActs()
    {
        const std::string masquerade = "-A POSTROUTING -s 192.168.0.0/16 -j MASQUERADE\n";
        const Question question = toService(service(2, {}, masquerade));
        const Asking asking(question);
        const PictureGate& gate = asking.picture.after.back();
        QVERIFY(gate.open);
        QCOMPARE(gate.blocks.size(), std::size_t{1});
        QCOMPARE(marksOf(asking.picture.blocks[gate.blocks[0]]), QStringLiteral("+"));
        Unfolded unfolded;
        unfolded.closed.insert(gate.phase);
        QVERIFY(!Asking(question, {}, unfolded).picture.after.back().open);
    }

    void keepsARuledGateClosedWhereNothingHappens()
    {
        const Question question = toService(service(2, {}, "-A POSTROUTING -s 10.9.0.0/16 -j MASQUERADE\n"));
        const PictureGate gate = Asking(question).picture.after.back();
        QVERIFY(!gate.open);
        Unfolded unfolded;
        unfolded.opened.insert(gate.phase);
        QVERIFY(Asking(question, {}, unfolded).picture.after.back().open);
    }

    void endsAtThePolicyThatDrops()
    {
        const std::string rules = "*filter\n:INPUT DROP [0:0]\n-A INPUT -p udp -j ACCEPT\nCOMMIT\n";
        const Asking asking(ask(documentOf(rules), tcp("192.168.1.50", 40000, "192.168.1.10", 22, "eth0")));
        QCOMPARE(kindsOf(asking.block("INPUT")), QStringLiteral("rule 1-1, policy"));
        QCOMPARE(marksOf(asking.block("INPUT")), QStringLiteral("x+"));
        QCOMPARE(asking.picture.endpoints.size(), std::size_t{1});
        QVERIFY(asking.picture.endpoints[0].verdict.outcome == Outcome::dropped);
    }

    void showsAChainThatComesBackWithoutABand()
    {
        const std::string marks = ":MARKED - [0:0]\n-A MARKED -j MARK --set-xmark 0x1/0x1\n-A PREROUTING -j MARKED\n";
        const std::string rules =
            "*nat\n" + marks + "-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.5\nCOMMIT\n";
        const Asking asking(ask(documentOf(rules), tcp("192.168.1.50", 40000, "10.0.0.1", 80, "eth0")));
        QCOMPARE(asking.picture.jumps.size(), std::size_t{1});
        QCOMPARE(asking.picture.jumps[0].flow, 0.0);
        QVERIFY(asking.picture.jumps[0].onCourse);
        QVERIFY(near(asking.block("PREROUTING").rows[0].visits, 1));
    }

    void showsWhatDrawsMean()
    {
        const Asking asking(sample("outside-to-clusterip"), {false, true});
        const PictureBlock& svc = asking.block("KUBE-SVC-WWRFY3PZ7W3FGMQW");
        const RowWords first = wordsOf(asking.picture, svc, svc.rows[0]);
        QCOMPARE(first.conditions.front(), QStringLiteral("p 0.33333333349"));
        QCOMPARE(first.side, QStringLiteral("2/3 go on"));
        QCOMPARE(first.tagKind, TagKind::fail);
        QCOMPARE(wordsOf(asking.picture, svc, svc.rows[1]).side, QStringLiteral("1/3 goes on"));
        QCOMPARE(wordsOf(asking.picture, svc, svc.rows[1]).tagKind, TagKind::pass);
        QCOMPARE(wordsOf(asking.picture, svc, svc.rows[2]).side, QStringLiteral("takes the rest"));
    }

    void findsEveryRuleOfTheTrace()
    {
        for (const char* id :
             {"outside-to-clusterip", "outside-to-nodeport", "pod-to-clusterip", "node-to-clusterip"}) {
            const Asking asking(sample(id));
            for (std::size_t step = 0; step < asking.trace->steps.size(); ++step) {
                const RuleId rule = asking.trace->ruleAt(step);
                if (rule == noRule)
                    continue;
                const PictureSpot spot = spotOf(asking.picture, step);
                QCOMPARE(spot.kind, PictureSpot::Kind::row);
                QVERIFY(asking.picture.blocks[spot.index].rows[spot.row].tellsOf(rule));
            }
            QCOMPARE(spotOf(asking.picture, asking.trace->steps.size() - 1).kind, PictureSpot::Kind::endpoint);
        }
    }

    void showsNeighboursOfThePath()
    {
        const Asking asking(sample("outside-to-clusterip"));
        const PathPicture picture = scopePictureOf(asking.trace, asking.flow, PictureScope::neighbourhood);
        const QStringList titles = titlesOf(picture);
        QVERIFY(titles.contains(u"OUTPUT"_s));
        QVERIFY(titles.contains(u"KUBE-NODEPORTS"_s));
        QVERIFY(!titles.contains(u"INPUT"_s));
        QVERIFY(leads(picture, u"KUBE-NODEPORTS"_s, u"default/nginx-basic:http"_s));
        QVERIFY(leads(picture, u"OUTPUT"_s, u"KUBE-SERVICES"_s));
    }

    void showsAllChains()
    {
        const Asking asking(sample("outside-to-clusterip"));
        const PathPicture picture = scopePictureOf(asking.trace, asking.flow, PictureScope::all);
        QCOMPARE(picture.chainsShown, asking.trace->ruleset->chainCount());
        QVERIFY(picture.before.empty() && picture.after.empty());
        for (std::size_t i = picture.mainBlocks; i < picture.blocks.size(); ++i)
            QVERIFY(picture.blocks[i].rows.empty());
        QCOMPARE(picture.endpoints.size(), std::size_t{3});
    }

    void leavesOutLinesToHubs()
    {
        std::string calls = ":HUB - [0:0]\n-A HUB -j MARK --set-xmark 0x1/0x1\n";
        for (int i = 0; i < 20; ++i)
            calls += ":C" + std::to_string(i) + " - [0:0]\n-A C" + std::to_string(i) + " -j HUB\n";
        const Asking asking(toService(service(2, calls)));
        const PathPicture picture = scopePictureOf(asking.trace, asking.flow, PictureScope::all);
        QVERIFY(titlesOf(picture).contains(u"HUB"_s));
        for (int i = 0; i < 20; ++i)
            QVERIFY(!leads(picture, u"C"_s + QString::number(i), u"HUB"_s));
    }

    void gathersServicesOfALargeRuleset()
    {
        std::string text = "*nat\n:KUBE-SERVICES - [0:0]\n-A PREROUTING -j KUBE-SERVICES\n";
        for (int i = 1; i <= 200; ++i) {
            const std::string number = std::to_string(i);
            const std::string comment =
                " -m comment --comment \"space-" + std::to_string(i % 2) + "/app-" + number + ":http\" ";
            text += ":KUBE-SVC-" + number + " - [0:0]\n:KUBE-EXT-" + number + " - [0:0]\n:KUBE-SEP-" + number
                    + " - [0:0]\n";
            text += "-A KUBE-SERVICES -d 10.1.0." + number + "/32 -j KUBE-SVC-" + number + "\n";
            text += "-A KUBE-EXT-" + number + " -j KUBE-SVC-" + number + "\n";
            text += "-A KUBE-SVC-" + number + comment + "-j KUBE-SEP-" + number + "\n";
            text += "-A KUBE-SEP-" + number + " -p tcp -j DNAT --to-destination 10.244.1." + number + "\n";
        }
        const Asking asking(ask(documentOf(text + "COMMIT\n"), tcp("192.168.1.50", 40000, "10.1.0.7", 80, "eth0")));
        const PathPicture picture = scopePictureOf(asking.trace, asking.flow, PictureScope::all);
        QVERIFY(picture.blocks.empty());
        QCOMPARE(picture.groups.size(), std::size_t{3});
        QCOMPARE(picture.groups[0].title, std::string("space-0"));
        QCOMPARE(picture.groups[0].cells.size(), std::size_t{100});
        const PictureCell& cell = picture.groups[1].cells[3];
        QCOMPARE(cell.name, std::string("app-7:http"));
        QVERIFY(cell.onCourse);
        QCOMPARE(cell.chains.size(), std::size_t{3});
        QCOMPARE(cell.parts, 1U);
        QVERIFY(picture.groups[2].isOther);
        const ChainId endpoint = asking.trace->ruleset->find(TableName::nat, "KUBE-SEP-7");
        QCOMPARE(spotOf(picture, endpoint, noRule), (PictureSpot{PictureSpot::Kind::cell, 1, 3}));
    }

    void showsTheCourseThatWasCutOff()
    {
        const Question question = toService(service(100));
        const TracePtr trace = traceOfCourse(question, std::vector<bool>(99, false));
        CourseFlow flow = courseFlowOf(question, 10);
        QVERIFY(flow.uncovered > 0.8);
        addCourse(flow, *trace, 0.01);
        const PathPicture picture = pathPictureOf(trace, flow);
        QVERIFY(std::ranges::any_of(picture.endpoints, [](const PictureEndpoint& end) { return end.onCourse; }));
    }
};

QTEST_MAIN(TestPathPicture)
#include "tst_path_picture.moc"
