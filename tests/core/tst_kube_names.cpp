#include "kube/kube_names.h"
#include "support/test_files.h"
#include "text/json.h"

#include <QTest>

using namespace natwalk;
using namespace natwalk::test;

class TestKubeNames : public QObject
{
    Q_OBJECT

private slots:
    void hashesAsKubeProxyDoes_data();
    void hashesAsKubeProxyDoes();
    void readsServicePortNames_data();
    void readsServicePortNames();
    void tellsChainsByPrefix_data();
    void tellsChainsByPrefix();
};

void TestKubeNames::hashesAsKubeProxyDoes_data()
{
    QTest::addColumn<std::string>("servicePort");
    QTest::addColumn<std::string>("protocol");
    QTest::addColumn<std::string>("endpoint");
    QTest::addColumn<std::string>("hash");

    const Json vectors = jsonFrom("tests/data/kubeproxy/hash_vectors.json");
    for (const Json& vector : vectors.items) {
        const auto text = [&](const char* key) { return textIn(vector, key); };
        QTest::addRow("%s %s %s", text("service_port").c_str(), text("protocol").c_str(), text("endpoint").c_str())
            << text("service_port") << text("protocol") << text("endpoint") << text("hash");
    }
    const auto wellKnown = [](const char* name, const char* protocol, const char* hash) {
        QTest::addRow("%s %s", name, protocol)
            << std::string(name) << std::string(protocol) << std::string() << std::string(hash);
    };
    wellKnown("default/kubernetes:https", "tcp", "NPX46M4PTMTKRN6Y");
    wellKnown("kube-system/kube-dns:dns", "udp", "TCOU7JCQXEZGVUNU");
    wellKnown("default/nginx-basic:http", "tcp", "WWRFY3PZ7W3FGMQW");
}

void TestKubeNames::hashesAsKubeProxyDoes()
{
    QFETCH(std::string, servicePort);
    QFETCH(std::string, protocol);
    QFETCH(std::string, endpoint);
    QFETCH(std::string, hash);
    QCOMPARE(endpoint.empty() ? serviceHash(servicePort, protocol) : endpointHash(servicePort, protocol, endpoint),
             hash);
}

void TestKubeNames::readsServicePortNames_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("parts");

    QTest::newRow("with a port") << std::string("default/nginx:http") << std::string("default|nginx|http");
    QTest::newRow("without a port") << std::string("default/nginx") << std::string("default|nginx|");
    QTest::newRow("up to 1.18, without a port") << std::string("default/nginx:") << std::string("default|nginx|");
    QTest::newRow("no namespace") << std::string("nginx:http") << std::string();
    QTest::newRow("a sentence") << std::string("kubernetes service portals and/or others") << std::string();
    QTest::newRow("nothing") << std::string() << std::string();
}

void TestKubeNames::readsServicePortNames()
{
    QFETCH(std::string, text);
    QFETCH(std::string, parts);
    const auto name = ServicePortName::from(text);
    QCOMPARE(name ? name->space + '|' + name->name + '|' + name->port : std::string(), parts);
}

void TestKubeNames::tellsChainsByPrefix_data()
{
    QTest::addColumn<std::string>("chain");
    QTest::addColumn<KubeChain>("kind");

    QTest::newRow("service") << std::string("KUBE-SVC-X") << KubeChain::service;
    QTest::newRow("local") << std::string("KUBE-SVL-X") << KubeChain::localService;
    QTest::newRow("external") << std::string("KUBE-EXT-X") << KubeChain::external;
    QTest::newRow("local, up to 1.23") << std::string("KUBE-XLB-X") << KubeChain::localExternal;
    QTest::newRow("firewall") << std::string("KUBE-FW-X") << KubeChain::firewall;
    QTest::newRow("endpoint") << std::string("KUBE-SEP-X") << KubeChain::endpoint;
    QTest::newRow("of all services") << std::string("KUBE-SERVICES") << KubeChain::none;
}

void TestKubeNames::tellsChainsByPrefix()
{
    QFETCH(std::string, chain);
    QFETCH(KubeChain, kind);
    QCOMPARE(kubeChainName(chain).kind, kind);
    QVERIFY(kind == KubeChain::none || kubeChainName(chain).hash == "X");
}

QTEST_APPLESS_MAIN(TestKubeNames)
#include "tst_kube_names.moc"
