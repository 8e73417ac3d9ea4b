// The questions that people with a broken Service ask, each put to rules whose answer is known.
#include "emulator/supposed_state.h"
#include "kube/findings.h"
#include "kube/share_rules.h"
#include "kube/ways.h"
#include "probability/measured.h"
#include "probability/trials.h"
#include "support/builders.h"
#include "support/small_cluster.h"
#include "support/test_files.h"
#include "trace/kernel_log.h"

#include <QRegularExpression>
#include <QStringList>
#include <QTest>

#include <algorithm>
#include <set>

using namespace natwalk;
using namespace natwalk::test;

namespace {

QString qs(const std::string& text) { return QString::fromStdString(text); }

const std::string nginx = "samples/nginx_basic/ruleset.save";
/// ns2: policy Local, no endpoint here. ns4: two endpoints. ns5: affinity, source ranges. ns6: no endpoints.
const std::string overall = "tests/data/kubeproxy/saved/era-1.33-overall.save";

/// A dump with its services, to be asked.
class Node
{
public:
    explicit Node(KubeDocument read) : m_kube(std::move(read)) {}
    explicit Node(const std::string& path) : Node(kubeOf(textOfFile(path))) {}
    explicit Node(const QString& text) : Node(kubeOf(text.toStdString())) {}

    const DocumentPtr& document() const { return m_kube.document; }
    const KubeDocument& kube() const { return m_kube; }
    const Ruleset& ruleset() const { return *document()->rulesets.front(); }
    const Service& service(const std::string& title) const { return *m_kube.serviceTitled(0, title); }

    /// The first packet of somebody's connection to a way in of some kind.
    Packet packet(const std::string& title, WayKind kind, Client client) const
    {
        const Service& asked = service(title);
        const auto way = std::ranges::find(asked.waysIn, kind, &WayIn::kind);
        return *Clients(*document(), ruleset().family()).packetTo(*way, asked.protocol, client);
    }
    TracePtr trace(const Packet& packet, const State& before = {}) const
    {
        return emulate(ask(document(), packet, before));
    }

    /// Codes of what was found, each once.
    QString found(Severity least) const
    {
        std::set<std::string> codes;
        for (const Finding& finding : findingsOf(m_kube))
            if (finding.severity >= least)
                codes.emplace(finding.code());
        QStringList list;
        for (const std::string& code : codes)
            list += qs(code);
        return list.join(", ");
    }

private:
    KubeDocument m_kube;
};

/// "10.1.0.1:80 sees 10.1.0.9", "rejected with icmp-port-unreachable by filter:KUBE-SERVICES:rule:1".
QString endOf(const Trace& trace)
{
    const Verdict& verdict = trace.verdict;
    if (verdict.destinationNat && verdict.outcome != Outcome::dropped && verdict.outcome != Outcome::rejected)
        return qs(*endpointOf(verdict, trace.packetOut) + " sees " + toText(trace.packetOut.src));
    QString text = qs(std::string(nameOf(verdict.outcome)));
    if (verdict.outcome == Outcome::rejected)
        text += qs(" with " + std::string(nameOf(verdict.reject)));
    if (verdict.decidingRule != noRule)
        return text + qs(" by " + trace.ruleset->kernelName(verdict.decidingRule));
    return verdict.decidingChain == noChain
               ? text
               : text + qs(" by the policy of " + std::string(trace.ruleset->chain(verdict.decidingChain).name));
}

/// What comes of a way in, from each kind of client that there is.
QString endsOf(const Node& node, const std::string& title, WayKind kind, std::initializer_list<Client> clients)
{
    QStringList ends;
    for (const Client client : clients)
        ends += qs(std::string(nameOf(client)) + ": ") + endOf(*node.trace(node.packet(title, kind, client)));
    return ends.join("; ");
}

/// The hook of the rule that decided.
QString hookOf(const Trace& trace)
{
    for (std::size_t step = 0; step < trace.steps.size(); ++step)
        if (trace.ruleAt(step) == trace.verdict.decidingRule && trace.hookAt(step))
            return qs(std::string(nameOf(trace.hookAt(step)->hook)));
    return {};
}

/// The cluster with session affinity of 600 seconds.
QString sticky()
{
    const auto remember = [](const char* letter) {
        return QStringLiteral(
                   "-A KUBE-SEP-%1 -p tcp -m recent --set --name KUBE-SEP-%1 --mask 255.255.255.255 --rsource "
                   "-m tcp -j DNAT")
            .arg(letter);
    };
    const QString asked = "-A KUBE-SVC-X -m recent --rcheck --seconds 600 --reap --name KUBE-SEP-%1 --mask "
                          "255.255.255.255 --rsource -j KUBE-SEP-%1\n";
    return cluster({{"-A KUBE-SVC-X -m stat", asked.arg("A") + asked.arg("B") + "-A KUBE-SVC-X -m stat"},
                    {"-A KUBE-SEP-A -p tcp -m tcp -j DNAT", remember("A")},
                    {"-A KUBE-SEP-B -p tcp -m tcp -j DNAT", remember("B")}});
}

QString where()
{
    const Node node(overall);
    const TracePtr trace = node.trace(node.packet("ns3/svc3:p80", WayKind::nodePort, Client::outside));
    QStringList changes;
    for (const Change& change : trace->changes)
        changes +=
            qs(toText(change.after.src) + " > " + toText(change.after.dst) + ':' + std::to_string(change.after.dport))
            + QStringLiteral(" mark 0x%1").arg(change.after.mark, 0, 16);
    return qs(kernelWords(*trace)) + " | " + changes.join(", ");
}

QString shares()
{
    const Node node(nginx);
    const Distribution distribution =
        distributionOf(ask(node.document(), node.packet("default/nginx-basic:http", WayKind::clusterIp, Client::pod)));
    QStringList text;
    for (const OutcomeShare& outcome : distribution.outcomes)
        text += qs(*outcome.endpoint) + ' ' + qs(outcome.exact->numerator.str()) + "/2^"
                + QString::number(outcome.exact->log2Denominator);
    const auto judged = [&](const char* counts) {
        return measuredBy(distribution, readCounts(counts).counts).judgement.pValue.value_or(-1) > 0.001 ? "chance"
                                                                                                         : "fault";
    };
    return text.join(", ") + "; " + judged("192.168.166.157 348\n192.168.166.162 321\n192.168.166.166 331") + ", "
           + judged("192.168.166.157 600\n192.168.166.162 200\n192.168.166.166 200");
}

/// One client, a hundred connections; then many clients.
QString onePodGetsAll()
{
    const Node node(sticky());
    const auto endpoints = [&](std::uint32_t clients) {
        TrialPlan plan{.count = 100, .seed = 7};
        plan.clients.count = clients;
        const Trials trials =
            runTrials(ask(node.document(), node.packet("a/b:c", WayKind::clusterIp, Client::pod)), plan);
        return std::ranges::count_if(trials.counts, [](std::uint64_t count) { return count > 0; });
    };
    return QStringLiteral("%1 endpoint for one client, %2 for 100").arg(endpoints(1)).arg(endpoints(100));
}

/// While the endpoint is remembered; when it is gone; after the time.
QString affinity()
{
    const Node node(sticky());
    const Packet packet = node.packet("a/b:c", WayKind::clusterIp, Client::pod);
    State before;
    before.clock = 1000;
    before.memory.recentList("KUBE-SEP-B").entries.push_back({packet.src, {900}});
    const auto shareOfB = [&](const Node& asked, const State& state) {
        double share = 0;
        for (const OutcomeShare& outcome : distributionOf(ask(asked.document(), packet, state)).outcomes)
            share += outcome.endpoint == "10.1.0.2:80" ? outcome.probability : 0;
        return QString::number(share * 100) + " %";
    };
    State later = before;
    later.clock = 1501;
    QString text = sticky();
    const QString dead = text.remove(QRegularExpression("-A KUBE-SVC-X [^\n]*-j KUBE-SEP-B\n|-A KUBE-SEP-B [^\n]*\n"))
                             .replace("-m statistic --mode random --probability 0.50000000000 ", "");
    return QStringLiteral("%1 s; remembered %2, endpoint gone %3, after the time %4")
        .arg(*node.service("a/b:c").affinitySeconds)
        .arg(shareOfB(node, before), shareOfB(Node(dead), before), shareOfB(node, later));
}

/// The endpoint's own connection to its service, where it falls to itself.
QString hairpin()
{
    const auto seen = [](const Node& node) {
        Packet packet = node.packet("ns1/svc1:p80", WayKind::clusterIp, Client::pod);
        packet.src = node.service("ns1/svc1:p80").endpoints.front().address;
        const TracePtr trace = node.trace(packet);
        return endOf(*trace);
    };
    const QString broken =
        qs(textOfFile(overall)).remove(QRegularExpression("-A KUBE-SEP-\\w+ -s [^\n]*KUBE-MARK-MASQ\n"));
    return seen(Node(overall)) + "; broken: " + seen(Node(broken)) + ", " + Node(broken).found(Severity::warning);
}

QString policyLocal()
{
    return endsOf(Node(overall), "ns2/svc2:p80", WayKind::loadBalancerIp, {Client::outside, Client::pod, Client::node});
}

QString noEndpoints()
{
    const Node node(overall);
    QStringList answers;
    for (const Client client : {Client::pod, Client::node}) {
        const TracePtr trace = node.trace(node.packet("ns6/svc6:p80", WayKind::clusterIp, client));
        answers += endOf(*trace) + " in " + hookOf(*trace);
    }
    return answers.join("; ");
}

/// What marked the packet, what changed its source, and to what.
QString masquerade()
{
    const Node node(overall);
    const TracePtr trace = node.trace(node.packet("ns3/svc3:p80", WayKind::nodePort, Client::outside));
    QStringList reasons;
    for (std::size_t step = 0; step < trace->steps.size(); ++step)
        if (const auto* rewritten = std::get_if<Rewritten>(&trace->steps[step].event)) {
            const Change& change = trace->changes[rewritten->change];
            if (change.before.src != change.after.src)
                reasons += qs(trace->ruleset->kernelName(rewritten->rule) + " to " + toText(change.after.src));
            else if (change.before.mark == 0 && change.after.mark != 0)
                reasons += qs(trace->ruleset->kernelName(rewritten->rule));
        }
    return reasons.join(", then ");
}

QString sourceRanges()
{
    const Node node(overall);
    Packet packet = node.packet("ns5/svc5:p80", WayKind::loadBalancerIp, Client::outside);
    QStringList ends;
    for (const char* source : {"203.0.113.7", "198.51.100.7"}) {
        packet.src = *Address::from(source);
        ends += source + QStringLiteral(": ") + endOf(*node.trace(packet));
    }
    return ends.join("; ");
}

/// IPv6 never answers on ::1.
const QString sixth = R"(*nat
:PREROUTING ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:KUBE-SERVICES - [0:0]
:KUBE-NODEPORTS - [0:0]
:KUBE-SVC-X - [0:0]
:KUBE-SEP-A - [0:0]
-A PREROUTING -j KUBE-SERVICES
-A OUTPUT -j KUBE-SERVICES
-A KUBE-SERVICES ! -d ::1/128 -m addrtype --dst-type LOCAL -j KUBE-NODEPORTS
-A KUBE-NODEPORTS -p tcp -m comment --comment "a/b:c" -m tcp --dport 30000 -j KUBE-SVC-X
-A KUBE-SVC-X -j KUBE-SEP-A
-A KUBE-SEP-A -p tcp -m tcp -j DNAT --to-destination [fd00:10::5]:80
COMMIT
)";

QString nodePorts()
{
    const auto ends = [](const Node& node, const char* title) {
        return endsOf(node, title, WayKind::nodePort, {Client::outside, Client::node, Client::localhost});
    };
    const Node without(kubeWithoutLoopback(textOfFile(overall)));
    return ends(Node(overall), "ns3/svc3:p80") + " | without route_localnet "
           + endsOf(without, "ns3/svc3:p80", WayKind::nodePort, {Client::localhost}) + " | IPv6 "
           + endsOf(Node(sixth), "a/b:c", WayKind::nodePort, {Client::node, Client::localhost});
}

QString forward()
{
    const Node node(cluster()
                    + "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD DROP [0:0]\n:OUTPUT ACCEPT [0:0]\n-A FORWARD -s "
                      "10.1.0.0/16 -j REJECT\nCOMMIT\n");
    return endsOf(node, "a/b:c", WayKind::clusterIp, {Client::outside, Client::pod});
}

/// A connection that is known, and rules which no longer hold its endpoint.
QString existing()
{
    const Node old(cluster({{"tcp", "udp"}}));
    const Packet first = old.packet("a/b:c", WayKind::clusterIp, Client::pod);
    const TracePtr opened = old.trace(first);
    const Node now(cluster({{"tcp", "udp"}, {"10.1.0.1:80", "10.1.0.7:80"}, {"10.1.0.2:80", "10.1.0.8:80"}}));
    const auto endpoint = [](const TracePtr& trace) { return qs(*endpointOf(trace->verdict, trace->packetOut)); };
    return "new " + endpoint(now.trace(first)) + ", known " + endpoint(now.trace(first, opened->after));
}

QString dangling()
{
    const QString text =
        clusterAnd("-A KUBE-SEP-C -p tcp -j DNAT --to-destination 10.1.0.9:80\n:KUBE-SVL-X - [0:0]\n-A KUBE-SVC-X -s "
                   "10.9.0.0/16 -j KUBE-SVL-X\n-A POSTROUTING -j ACCEPT\n-A POSTROUTING -s 10.0.0.0/8 -j MASQUERADE\n");
    const QString other = QStringLiteral("# Generated by iptables-nft-save v1.8.9\n*nat\n:PREROUTING ACCEPT [0:0]\n-A "
                                         "PREROUTING -s 10.0.0.0/8 -j ACCEPT\nCOMMIT\n");
    return Node("# Generated by iptables-save v1.8.9\n" + text + other).found(Severity::note);
}

/// As they stand in the dump, as kube-proxy writes them, and a dump where somebody meant shares of the whole.
QString probabilities()
{
    const Node node(nginx);
    const std::vector<ShareRule> right = shareRules(3);
    double difference = 0;
    for (std::size_t i = 0; i < right.size(); ++i)
        difference = std::max(difference,
                              std::abs(right[i].share - *node.service("default/nginx-basic:http").endpoints[i].share));
    const QString wrong = qs(textOfFile(nginx)).replace("0.50000000000", "0.33333333349");
    return QStringLiteral("%1; changed: %2")
        .arg(difference == 0 ? "as kube-proxy writes them" : "others", Node(wrong).found(Severity::warning));
}

QString others()
{
    const Node node(cluster({{"-A PREROUTING -j KUBE-SERVICES\n", "-A PREROUTING -j cali-PREROUTING\n-A PREROUTING -j "
                                                                  "KUBE-SERVICES\n-A PREROUTING -j DOCKER\n"},
                             {":KUBE-SERVICES", ":cali-PREROUTING - [0:0]\n:DOCKER - [0:0]\n:KUBE-SERVICES"}}));
    for (const Finding& finding : findingsOf(node.kube()))
        if (finding.what.id == MessageId::OwnersMeet)
            return qs(english(finding.what));
    return {};
}

struct Question15
{
    const char* question;
    QString (*answer)();
    const char* expected;
};

const std::vector<Question15>& questions()
{
    static const std::vector<Question15> list = {
        {"1 where does this packet go, by which rules, with which address, port and mark after each", where,
         "nat:PREROUTING:rule:1 nat:KUBE-SERVICES:rule:10 nat:KUBE-NODEPORTS:rule:4 "
         "nat:KUBE-EXT-X27LE4BHSL4DOUIK:rule:1 "
         "nat:KUBE-MARK-MASQ:rule:1 nat:KUBE-MARK-MASQ:return:2 nat:KUBE-EXT-X27LE4BHSL4DOUIK:rule:2 "
         "nat:KUBE-SVC-X27LE4BHSL4DOUIK:rule:2 nat:KUBE-SEP-OYPFS5VJICHGATKP:rule:2 filter:FORWARD:rule:1 "
         "filter:KUBE-PROXY-FIREWALL:return:2 filter:FORWARD:rule:2 filter:KUBE-FORWARD:rule:2 nat:POSTROUTING:rule:1 "
         "nat:KUBE-POSTROUTING:rule:2 nat:KUBE-POSTROUTING:rule:3 | 203.0.113.9 > 192.0.2.10:3003 mark 0x4000, "
         "203.0.113.9 > "
         "10.180.0.3:80 mark 0x4000, 203.0.113.9 > 10.180.0.3:80 mark 0x4000, 203.0.113.9 > 10.180.0.3:80 mark 0x0, "
         "10.0.0.1 > "
         "10.180.0.3:80 mark 0x0"},
        {"2 what is the exact share of each endpoint; is my skew chance or fault", shares,
         "192.168.166.157:80 715827883/2^31, 192.168.166.162:80 1431655765/2^32, 192.168.166.166:80 "
         "1431655765/2^32; chance, fault"},
        {"3 why does one pod get everything", onePodGetsAll, "1 endpoint for one client, 2 for 100"},
        {"4 is affinity on, how long, and what when the endpoint dies", affinity,
         "600 s; remembered 100 %, endpoint gone 0 %, after the time 50 %"},
        {"5 can a pod reach itself through its Service", hairpin,
         "10.180.0.1:80 sees 10.0.0.1; broken: 10.180.0.1:80 sees 10.180.0.1, HairpinFails, ServiceRefused"},
        {"6 policy Local: forwarded, dropped or rejected here, for outside, pod and node", policyLocal,
         "outside: dropped by filter:KUBE-EXTERNAL-SERVICES:rule:2; pod: 10.180.0.2:80 sees 10.0.0.20; node: "
         "10.180.0.2:80 "
         "sees 10.0.0.1"},
        {"7 no endpoints: refused at once or hanging, in which hook", noEndpoints,
         "rejected with icmp-port-unreachable by filter:KUBE-SERVICES:rule:1 in FORWARD; rejected with "
         "icmp-port-unreachable by filter:KUBE-SERVICES:rule:1 in OUTPUT"},
        {"8 is the source masqueraded, why, and to which address", masquerade,
         "nat:KUBE-MARK-MASQ:rule:1, then nat:KUBE-POSTROUTING:rule:3 to 10.0.0.1"},
        {"9 who passes loadBalancerSourceRanges", sourceRanges,
         "203.0.113.7: 10.180.0.3:80 sees 10.0.0.1; 198.51.100.7: dropped by filter:KUBE-PROXY-FIREWALL:rule:1"},
        {"10 does the NodePort answer on 127.0.0.1, ::1, the node's address", nodePorts,
         "outside: 10.180.0.3:80 sees 10.0.0.1; node: 10.180.0.3:80 sees 10.0.0.1; localhost: 10.180.0.3:80 sees "
         "10.0.0.1 | "
         "without route_localnet localhost: dropped | IPv6 node: [fd00:10::5]:80 sees 2001:db8::10; localhost: "
         "delivered"},
        {"11 DNAT worked: what drops it in FORWARD", forward,
         "outside: dropped by the policy of FORWARD; pod: rejected with icmp-port-unreachable by "
         "filter:FORWARD:rule:1"},
        {"12 would a connection that exists bypass these rules", existing, "new 10.1.0.7:80, known 10.1.0.1:80"},
        {"13 dangling, stale, unreachable chains; legacy and nft rules mixed", dangling,
         "BothBackEndsUsed, ChainsNeverCalled, EmptyChainCalled, RuleUnreachable"},
        {"14 are the probabilities themselves right", probabilities,
         "as kube-proxy writes them; changed: SharesRepeated"},
        {"15 who else touches the packet, in which order", others,
         "in PREROUTING of table nat packets meet the rules of Calico, kube-proxy, Docker, in this order"},
    };
    return list;
}

}  // namespace

class TestFifteenQuestions : public QObject
{
    Q_OBJECT

private slots:
    void areAnswered_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("expected");
        for (std::size_t i = 0; i < questions().size(); ++i)
            QTest::newRow(questions()[i].question) << static_cast<int>(i) << QString(questions()[i].expected);
        QCOMPARE(questions().size(), std::size_t{15});
    }

    void areAnswered()
    {
        QFETCH(int, number);
        QFETCH(QString, expected);
        QCOMPARE(questions()[static_cast<std::size_t>(number)].answer(), expected);
    }
};

QTEST_APPLESS_MAIN(TestFifteenQuestions)
#include "tst_fifteen_questions.moc"
