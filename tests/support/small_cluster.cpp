#include "support/small_cluster.h"

#include "emulator/infer_host.h"
#include "syntax/parser.h"

namespace natwalk::test {

KubeDocument kubeOf(const std::string& text)
{
    const ParseResult parsed = parse(text);
    return KubeDocument(std::make_shared<Document>(Document{parsed.rulesets, inferHost(parsed.rulesets)}));
}

KubeDocument kubeWithoutLoopback(const std::string& text)
{
    const ParseResult parsed = parse(text);
    auto host = std::make_shared<Host>(*inferHost(parsed.rulesets));
    host->sysctls.set("net.ipv4.conf.all.route_localnet", "0");
    return KubeDocument(std::make_shared<Document>(Document{parsed.rulesets, std::move(host)}));
}

QString codesOf(const KubeDocument& kube, Severity least)
{
    QString text;
    for (const Finding& finding : findingsOf(kube)) {
        if (finding.severity < least)
            continue;
        const Ruleset& ruleset = *kube.document->rulesets[finding.ruleset];
        text += QString::fromStdString(std::string(toText(finding.severity)) + ' ' + std::string(finding.code()));
        if (finding.chain != noChain)
            text += " @" + QString::fromStdString(std::string(ruleset.chain(finding.chain).name));
        if (finding.rule != noRule)
            text += ':' + QString::number(ruleset.numberOf(finding.rule));
        text += '\n';
    }
    return text;
}

QString cluster(std::initializer_list<std::pair<QString, QString>> changes)
{
    QString text = R"(*nat
:PREROUTING ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
:KUBE-SERVICES - [0:0]
:KUBE-NODEPORTS - [0:0]
:KUBE-MARK-MASQ - [0:0]
:KUBE-SVC-X - [0:0]
:KUBE-SEP-A - [0:0]
:KUBE-SEP-B - [0:0]
-A PREROUTING -j KUBE-SERVICES
-A OUTPUT -j KUBE-SERVICES
-A KUBE-MARK-MASQ -j MARK --set-xmark 0x4000/0x4000
-A KUBE-SERVICES -d 10.96.0.1/32 -p tcp -m comment --comment "a/b:c cluster IP" -m tcp --dport 80 -j KUBE-SVC-X
-A KUBE-SVC-X ! -s 10.1.0.0/16 -d 10.96.0.1/32 -p tcp -m tcp --dport 80 -j KUBE-MARK-MASQ
-A KUBE-SVC-X -m statistic --mode random --probability 0.50000000000 -j KUBE-SEP-A
-A KUBE-SVC-X -j KUBE-SEP-B
-A KUBE-SEP-A -s 10.1.0.1/32 -j KUBE-MARK-MASQ
-A KUBE-SEP-A -p tcp -m tcp -j DNAT --to-destination 10.1.0.1:80
-A KUBE-SEP-B -s 10.1.0.2/32 -j KUBE-MARK-MASQ
-A KUBE-SEP-B -p tcp -m tcp -j DNAT --to-destination 10.1.0.2:80
COMMIT
)";
    for (const auto& [from, to] : changes) {
        if (!text.contains(from))
            qFatal("the cluster does not say %s", qPrintable(from));
        text.replace(from, to);
    }
    return text;
}

QString clusterAnd(const QString& rules) { return cluster({{"COMMIT\n", rules + "COMMIT\n"}}); }

QString clusterWithFilter(const QString& lines)
{
    return cluster() + "*filter\n:INPUT ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n" + lines + "COMMIT\n";
}

}  // namespace natwalk::test
