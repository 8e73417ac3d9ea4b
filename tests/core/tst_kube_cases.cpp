// Packets whose fate Kubernetes' unit tests state, or a kernel showed, put to natwalk with the same rules.
#include "probability/distribution.h"
#include "support/builders.h"
#include "support/test_files.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace natwalk;
using namespace natwalk::test;

class TestKubeCases : public QObject
{
    Q_OBJECT

private slots:
    void endAsKubeProxyMeans_data();
    void endAsKubeProxyMeans();
};

namespace {

const Json& cases()
{
    static const Json read = jsonFrom("tests/data/kubeproxy/cases.json");
    return read;
}

Network podNet(const Json& host)
{
    const std::string pods = textIn(host, "pods");
    return *Network::from(pods.empty() ? "10.0.0.0/8" : pods);
}

/// The node of a case: its addresses on eth0, pods behind a device of their own, no reverse path filter.
std::shared_ptr<const Host> nodeOf(const Json& described)
{
    auto host = std::make_shared<Host>();
    Interface outside{"eth0", {}};
    for (const Json& ip : memberOf(described, "node_ips").items) {
        const Address address = *Address::from(ip.text);
        outside.addresses.emplace_back(address, address.family == Family::ipv4 ? 24 : 64);
    }
    const Network pods = podNet(described);
    const Interface inside{"pods", {{pods.base.plus(0xfffe), *pods.prefixLength()}}};
    host->interfaces = {outside, inside};
    host->routes = {{*Network::from("0.0.0.0/0"), {}, "eth0"},
                    {*Network::from("::/0"), {}, "eth0"},
                    {*Network::from("fd00:10::/32"), {}, "pods"}};
    host->sysctls = {
        {"net.ipv4.ip_forward", "1"}, {"net.ipv6.conf.all.forwarding", "1"}, {"net.ipv4.conf.all.route_localnet", "1"}};
    return host;
}

DocumentPtr documentFor(const std::string& file, const Json& host)
{
    static std::map<std::string, RulesetPtr> rulesets;
    RulesetPtr& ruleset = rulesets[file];
    if (!ruleset)
        ruleset = rulesetOf(textOfFile("tests/data/kubeproxy/" + file));
    return std::make_shared<Document>(Document{{ruleset}, nodeOf(host)});
}

Packet packetOf(const Json& wanted, const Host& host, const Network& pods)
{
    Packet packet;
    packet.src = *Address::from(textIn(wanted, "source"));
    packet.dst = *Address::from(textIn(wanted, "destination"));
    packet.protocol = *protocolNamed(textIn(wanted, "protocol"));
    packet.sport = 40000;
    packet.dport = static_cast<std::uint16_t>(memberOf(wanted, "port").asInteger(0, 65535));
    if (!host.isLocal(packet.src))
        packet.in = pods.contains(packet.src) ? "pods" : "eth0";
    return packet;
}

/// "DROP", "REJECT", "ACCEPT" (delivered by a rule) or "none".
std::string verdictOf(const OutcomeShare& outcome, const Ruleset& ruleset)
{
    const Verdict& verdict = outcome.verdict;
    if (verdict.outcome == Outcome::dropped)
        return verdict.because == Because::rule ? "DROP" : std::string(codeOf(verdict));
    if (verdict.outcome == Outcome::rejected)
        return "REJECT";
    const bool byRule = verdict.decidingRule != noRule
                        && ruleset.chain(ruleset.rule(verdict.decidingRule).chain).name == "KUBE-NODEPORTS";
    return verdict.outcome == Outcome::delivered && byRule ? "ACCEPT" : "none";
}

/// "10.0.0.1:80 masqueraded, 10.0.0.2:80 masqueraded", "DROP", "none": what is not translated is no matter of the
/// cases, whether masqueraded or not.
std::string fateOf(const Distribution& distribution, const Ruleset& ruleset)
{
    std::set<std::string> ends;
    for (const OutcomeShare& outcome : distribution.outcomes)
        if (outcome.probability > 0)
            ends.insert(outcome.endpoint ? *outcome.endpoint + (outcome.masqueraded ? " masqueraded" : "")
                                         : verdictOf(outcome, ruleset));
    std::string text;
    for (const std::string& end : ends)
        text += (text.empty() ? "" : ", ") + end;
    return text + (distribution.depends ? " (depends)" : "");
}

std::string expectedFate(const Json& wanted)
{
    const std::string masqueraded = memberOf(wanted, "masquerade").boolean ? " masqueraded" : "";
    std::set<std::string> ends;
    for (const Json& endpoint : memberOf(wanted, "endpoints").items)
        ends.insert(endpoint.text + masqueraded);
    std::string text = textIn(wanted, "verdict");
    for (const std::string& end : ends)
        text += (text.empty() ? "" : ", ") + end;
    return text;
}

}  // namespace

void TestKubeCases::endAsKubeProxyMeans_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("file");
    const std::vector<Json>& list = memberOf(cases(), "cases").items;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const QString name = QString::fromStdString(textIn(list[i], "ruleset"));
        for (const QString& file : {"rulesets/" + name + ".rules", "saved/" + name + ".save"})
            QTest::addRow("%zu %s: %s", i, qPrintable(file), textIn(list[i], "case").c_str())
                << static_cast<int>(i) << file;
    }
}

void TestKubeCases::endAsKubeProxyMeans()
{
    QFETCH(int, number);
    QFETCH(QString, file);
    const Json& wanted = memberOf(cases(), "cases").items[static_cast<std::size_t>(number)];
    const auto hostNumber = static_cast<std::size_t>(memberOf(wanted, "host").number);
    const Json& described = memberOf(cases(), "hosts").items[hostNumber];
    const DocumentPtr document = documentFor(file.toStdString(), described);
    const Packet packet = packetOf(wanted, *document->host, podNet(described));
    QVERIFY(document->rulesetFor(packet.src.family));
    const std::string fate = fateOf(distributionOf(ask(document, packet)), *document->rulesetFor(packet.src.family));
    QCOMPARE(QString::fromStdString(fate), QString::fromStdString(expectedFate(wanted)));
}

QTEST_APPLESS_MAIN(TestKubeCases)
#include "tst_kube_cases.moc"
