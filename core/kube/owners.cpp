#include "kube/owners.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

struct Beginning
{
    std::string_view text;  ///< of the chain's name; the whole name where it ends with '$'
    std::string_view owner;
    MessageId purpose;

    bool fits(std::string_view chain) const
    {
        return text.ends_with('$') ? chain == text.substr(0, text.size() - 1) : chain.starts_with(text);
    }
};

// What begins alike: the longer beginning first.
using enum MessageId;
constexpr auto beginnings = std::to_array<Beginning>({
    {"KUBE-SERVICES$", "kube-proxy", OwnerServices},
    {"KUBE-EXTERNAL-SERVICES$", "kube-proxy", OwnerExternal},
    {"KUBE-NODEPORTS$", "kube-proxy", OwnerNodePorts},
    {"KUBE-POSTROUTING$", "kube-proxy", OwnerPostrouting},
    {"KUBE-MARK-MASQ$", "kube-proxy", OwnerMarksMasquerade},
    {"KUBE-MARK-DROP$", "kubelet", OwnerMarksDrop},
    {"KUBE-FIREWALL$", "kubelet", OwnerDrops},
    {"KUBE-FORWARD$", "kube-proxy", OwnerForward},
    {"KUBE-PROXY-FIREWALL$", "kube-proxy", OwnerRanges},
    {"KUBE-PROXY-CANARY$", "kube-proxy", OwnerSignal},
    {"KUBE-KUBELET-CANARY$", "kubelet", OwnerSignal},
    {"KUBE-IPTABLES-HINT$", "kubelet", OwnerSignal},
    {"KUBE-SVC-", "kube-proxy", OwnerService},
    {"KUBE-SVL-", "kube-proxy", OwnerLocalService},
    {"KUBE-EXT-", "kube-proxy", OwnerExternalWay},
    {"KUBE-XLB-", "kube-proxy", OwnerLocalService},
    {"KUBE-FW-", "kube-proxy", OwnerRangesOf},
    {"KUBE-SEP-", "kube-proxy", OwnerEndpoint},
    {"KUBE-ROUTER-", "kube-router", OwnerPolicy},
    {"KUBE-POD-FW-", "kube-router", OwnerPolicy},
    {"KUBE-NWPLCY-", "kube-router", OwnerPolicy},
    {"KUBE-", "kube-proxy", OwnerServices},
    {"cali-", "Calico", OwnerNetwork},
    {"felix-", "Calico", OwnerNetwork},
    {"CILIUM_", "Cilium", OwnerNetwork},
    {"OLD_CILIUM_", "Cilium", OwnerNetwork},
    {"FLANNEL-", "Flannel", OwnerNetwork},
    {"WEAVE-NPC", "Weave Net", OwnerPolicy},
    {"WEAVE", "Weave Net", OwnerNetwork},
    {"ISTIO_", "Istio", OwnerMesh},
    {"PROXY_INIT_", "Linkerd", OwnerMesh},
    {"DOCKER", "Docker", OwnerContainers},
    {"LIBVIRT_", "libvirt", OwnerMachines},
    {"neutron-", "OpenStack Neutron", OwnerMachines},
    {"nova-", "OpenStack Nova", OwnerMachines},
    {"ufw-", "ufw", OwnerFirewall},
    {"ufw6-", "ufw", OwnerFirewall},
    {"f2b-", "fail2ban", OwnerBans},
    {"fail2ban-", "fail2ban", OwnerBans},
    {"AWS-SNAT-CHAIN-", "AWS VPC CNI", OwnerCloudNat},
    {"AWS-CONNMARK-CHAIN-", "AWS VPC CNI", OwnerCloudNat},
    {"AZURE-NPM", "Azure Network Policy Manager", OwnerPolicy},
    {"IP-MASQ", "ip-masq-agent", OwnerCloudNat},
    {"CNI-HOSTPORT-", "the CNI plug-in portmap", OwnerPortMap},
    {"CNI-DN-", "the CNI plug-in portmap", OwnerPortMap},
    {"CNI-SN-", "the CNI plug-in portmap", OwnerPortMap},
    {"CNI-", "a CNI plug-in", OwnerNetwork},
    {"NETAVARK", "Podman (netavark)", OwnerContainers},
    {"OVN-KUBE-", "OVN-Kubernetes", OwnerNetwork},
    {"SUBMARINER-", "Submariner", OwnerNetwork},
    {"ANTREA-", "Antrea", OwnerNetwork},
    {"EGRESSGATEWAY-", "EgressGateway", OwnerNetwork},
    {"OPENSHIFT-", "OpenShift SDN", OwnerNetwork},
    {"ts-", "Tailscale", OwnerVpn},
    {"INPUT_ZONES", "firewalld", OwnerFirewall},
    {"INPUT_direct", "firewalld", OwnerFirewall},
    {"FORWARD_IN_ZONES", "firewalld", OwnerFirewall},
    {"FORWARD_OUT_ZONES", "firewalld", OwnerFirewall},
    {"FORWARD_direct", "firewalld", OwnerFirewall},
    {"OUTPUT_direct", "firewalld", OwnerFirewall},
    {"PREROUTING_ZONES", "firewalld", OwnerFirewall},
    {"PREROUTING_direct", "firewalld", OwnerFirewall},
    {"POSTROUTING_ZONES", "firewalld", OwnerFirewall},
    {"POSTROUTING_direct", "firewalld", OwnerFirewall},
    {"zone_", "OpenWrt (fw3)", OwnerFirewall},
});

}  // namespace

std::optional<ChainOwner> ownerOf(std::string_view chain)
{
    const auto* found = std::ranges::find_if(beginnings, [&](const Beginning& each) { return each.fits(chain); });
    return found == beginnings.end() ? std::nullopt
                                     : std::optional(ChainOwner{found->owner, Message{found->purpose, {}}});
}

}  // namespace natwalk
