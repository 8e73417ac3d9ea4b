// Whose chains they are, and that no chain of a real dump's known owners stays nameless.
#include "kube/owners.h"

#include <QTest>

using namespace natwalk;

class TestKubeOwners : public QObject
{
    Q_OBJECT

private slots:
    void knowsOwnersByTheirChains_data();
    void knowsOwnersByTheirChains();
};

void TestKubeOwners::knowsOwnersByTheirChains_data()
{
    QTest::addColumn<std::string>("chain");
    QTest::addColumn<QString>("owner");
    const auto row = [](const char* chain, const char* owner) { QTest::newRow(chain) << std::string(chain) << owner; };

    row("KUBE-SERVICES", "kube-proxy: leads to services by their address and port");
    row("KUBE-SVC-WWRFY3PZ7W3FGMQW", "kube-proxy: spreads connections over all endpoints");
    row("KUBE-XLB-WWRFY3PZ7W3FGMQW", "kube-proxy: spreads connections over the endpoints of this node");
    row("KUBE-SEP-2422Y4UT42X3LJXA", "kube-proxy: one endpoint: here the destination changes");
    row("KUBE-KUBELET-CANARY", "kubelet: empty: its absence tells that somebody flushed the table");
    row("KUBE-ROUTER-FORWARD", "kube-router: network policy");
    row("KUBE-POD-FW-XYZ", "kube-router: network policy");
    row("cali-PREROUTING", "Calico: pod network and network policy");
    row("CILIUM_PRE_nat", "Cilium: pod network and network policy");
    row("FLANNEL-POSTRTG", "Flannel: pod network and network policy");
    row("WEAVE-NPC-INGRESS", "Weave Net: network policy");
    row("WEAVE", "Weave Net: pod network and network policy");
    row("ISTIO_REDIRECT", "Istio: takes connections of pods into the service mesh's proxy");
    row("DOCKER-USER", "Docker: published ports, and containers kept apart");
    row("LIBVIRT_FWI", "libvirt: networks of virtual machines");
    row("PREROUTING_ZONES_SOURCE", "firewalld: the host's own firewall");
    row("ufw-before-input", "ufw: the host's own firewall");
    row("f2b-sshd", "fail2ban: bans addresses that failed to log in");
    row("AWS-SNAT-CHAIN-0", "AWS VPC CNI: what leaves the cloud's network takes the node's address");
    row("AZURE-NPM-INGRESS", "Azure Network Policy Manager: network policy");
    row("neutron-linuxbri-OUTPUT", "OpenStack Neutron: networks of virtual machines");
    row("CNI-HOSTPORT-DNAT", "the CNI plug-in portmap: ports of the node that lead to pods (hostPort)");
    row("ts-forward", "Tailscale: a private network between hosts");
    row("INPUT", "");
    row("my-chain", "");
    row("KUBERNETES", "");
}

void TestKubeOwners::knowsOwnersByTheirChains()
{
    QFETCH(std::string, chain);
    QFETCH(QString, owner);
    const auto found = ownerOf(chain);
    QCOMPARE(found ? QString::fromStdString(std::string(found->name) + ": " + english(found->purpose)) : QString(),
             owner);
}

QTEST_APPLESS_MAIN(TestKubeOwners)
#include "tst_kube_owners.moc"
